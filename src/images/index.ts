// Pictures: their one door.
export type { PictureFacts } from './formats/facts.ts'
export { type MadeVariants, makeVariants, type VariantJob, variantKey, variantName } from './make.ts'
export { type PictureNeed, type PlannedFormat, planVariants } from './plan.ts'
export { inLanes } from './queue.ts'
export { readPicture } from './read-picture.ts'
export { DEFAULT_VARIANTS, type VariantFormat, type VariantSettings } from './settings.ts'
export { loadSharp, sharpVersion } from './sharp.ts'
export { openStore, type PictureStore } from './store.ts'
