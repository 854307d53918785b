// The public door of the package.

export type { Place, Warning } from './util/error.ts'
export { formatUserError, UserError } from './util/error.ts'
