// What the end of a work calls for comes with the steps that need it: following begins before any of them is here.
export { listAndMark } from '../check/check-acts.ts'
export { refreshStatus } from '../check/status-acts.ts'
export { reviewIfReady } from '../file/review.ts'
export { READ_BACK } from '../save/read-back.tsx'
