// The Save step as it is fetched.
export { SaveView as View } from './save-view.tsx'
