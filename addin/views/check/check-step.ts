// The Check step as it is fetched: its view, and what is looked for whenever the user goes there.
export { CheckView as View } from './check-view.tsx'
export { lookForMissing as arrive } from './missing-acts.ts'
