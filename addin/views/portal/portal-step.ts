// The place of sheets and portal as it is fetched.
export { PortalView as View } from './portal-view.tsx'
