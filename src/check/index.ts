// Checks over a finished build: their one door.
export { type Checked, checkLinks } from './links.ts'
