// The one door to the destination folder.
export { scanDestination, type WriteOptions, type Written, writeOutputs } from './disk.ts'
export { type Existing, planWrite, type WritePlan } from './plan.ts'
export { openStage, type Stage } from './stage.ts'
