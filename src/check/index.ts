// Checks over a finished build: their one door.
export { type Checked, checkLinks } from './links.ts'
export { checkCase } from './outputs.ts'
export { checkRuby } from './ruby.ts'
export { checkSettings } from './settings.ts'
