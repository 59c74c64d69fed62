// The File step as it is fetched: its view, and what is looked for whenever the user goes there.
export { FileView as View } from './file-view.tsx'
export { arrive } from './where-it-stands.ts'
