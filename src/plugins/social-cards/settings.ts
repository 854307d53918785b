// The settings below `octavo: social_cards`.
import { existsSync, readFileSync } from 'node:fs'
import { hashAt, stringAt } from '../../model/hash.ts'
import { UserError } from '../../util/error.ts'
import { inspect } from '../../util/inspect.ts'
import { insideOf } from '../../util/path.ts'
import { type Hash, isNil } from '../../util/value.ts'
import { TEMPLATE } from './template.ts'

export interface CardSettings {
  readonly template: string
  /** Where the template is, for warnings; undefined for the one that comes along. */
  readonly templatePath: string | undefined
  /** Names for the template: colours and the font. */
  readonly values: ReadonlyMap<string, string>
  /** The front matter that holds the card. */
  readonly key: string
}

export const CARD_KEYS = ['enabled', 'template', 'colors', 'font', 'key', 'meta']

const COLORS: Readonly<Record<string, string>> = {
  background: '#fdfdfc',
  ink: '#22211f',
  soft: '#5c5953',
  accent: '#a3461a',
}

const FONT = "'Noto Sans', 'DejaVu Sans', 'Liberation Sans', Helvetica, Arial, sans-serif"

const textAt = (settings: Hash, key: string): string | undefined => {
  const value = settings.get(key)
  if (isNil(value) || typeof value === 'string') return value ?? undefined
  throw new UserError(`'octavo.social_cards.${key}' should be text, but was: ${inspect(value)}`, {
    place: { path: '_config.yml' },
  })
}

const readTemplate = (source: string, file: string): string => {
  const at = insideOf(source, file)
  if (existsSync(at)) return readFileSync(at, 'utf8')
  throw new UserError(`There is no template for social cards at ${file}`, {
    place: { path: '_config.yml' },
    advice: 'The path of `octavo: social_cards: template` is that of an SVG file, from the folder of the site.',
  })
}

/** @throws UserError where a value is not what its key takes, or there is no template where it should be. */
export const readCardSettings = (settings: Hash, source: string): CardSettings => {
  const templatePath = textAt(settings, 'template')
  const own = hashAt(settings, 'colors') ?? new Map()
  const colors = Object.entries(COLORS).map(([name, color]) => [name, stringAt(own, name) ?? color] as const)
  return {
    template: templatePath === undefined ? TEMPLATE : readTemplate(source, templatePath),
    templatePath,
    values: new Map([...colors, ['font', textAt(settings, 'font') ?? FONT]]),
    key: textAt(settings, 'key') ?? 'social_card',
  }
}
