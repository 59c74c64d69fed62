// Sheets beside the portal, as the pane fetches it.
export { PortalView as View } from './portal-view.tsx'
