// The kinds of admonition: GitHub's five and 'danger', and what `octavo: admonitions: {kinds: ...}` makes of them.
import type { Config } from '../../model/config.ts'
import { hashAt } from '../../model/hash.ts'
import type { Page, Site } from '../../model/site.ts'
import { UserError } from '../../util/error.ts'
import { inspect, textOf } from '../../util/inspect.ts'
import { type Hash, isHash, isTruthy, type Value } from '../../util/value.ts'
import { ownOrDefault } from '../settings.ts'

export interface AdmonitionKind {
  readonly name: string
  /** The class that styles it. */
  readonly className: string
  /** The site's own title: one for all languages, or by language. undefined: from the labels; false: none. */
  readonly title: string | Hash | false | undefined
}

export type AdmonitionKinds = ReadonlyMap<string, AdmonitionKind>

const BUILT_IN = ['note', 'tip', 'important', 'warning', 'caution', 'danger'] as const
const NAME = /^[a-zA-Z][\w-]*$/

// In the order of BUILT_IN.
const TITLES: Readonly<Record<string, readonly string[]>> = {
  cs: ['Poznámka', 'Tip', 'Důležité', 'Varování', 'Pozor', 'Nebezpečí'],
  de: ['Hinweis', 'Tipp', 'Wichtig', 'Warnung', 'Vorsicht', 'Gefahr'],
  en: ['Note', 'Tip', 'Important', 'Warning', 'Caution', 'Danger'],
  es: ['Nota', 'Consejo', 'Importante', 'Advertencia', 'Precaución', 'Peligro'],
  fr: ['Note', 'Astuce', 'Important', 'Avertissement', 'Attention', 'Danger'],
  it: ['Nota', 'Suggerimento', 'Importante', 'Avvertenza', 'Attenzione', 'Pericolo'],
  ja: ['注記', 'ヒント', '重要', '警告', '注意', '危険'],
  ko: ['참고', '팁', '중요', '경고', '주의', '위험'],
  nl: ['Opmerking', 'Tip', 'Belangrijk', 'Waarschuwing', 'Let op', 'Gevaar'],
  pl: ['Uwaga', 'Wskazówka', 'Ważne', 'Ostrzeżenie', 'Ostrożnie', 'Niebezpieczeństwo'],
  pt: ['Nota', 'Dica', 'Importante', 'Aviso', 'Cuidado', 'Perigo'],
  ru: ['Примечание', 'Совет', 'Важно', 'Предупреждение', 'Осторожно', 'Опасно'],
  uk: ['Примітка', 'Порада', 'Важливо', 'Попередження', 'Обережно', 'Небезпечно'],
  zh: ['注意', '提示', '重要', '警告', '小心', '危险'],
}

const refuse = (name: string, value: Value): UserError =>
  new UserError(`'octavo.admonitions.kinds.${name}' is no kind of admonition: ${inspect(value)}`, {
    place: { path: '_config.yml' },
    advice: 'Write `name: {title: Title, class: note}` with letters, digits, - and _ in the name and the class.',
  })

const titleOf = (value: Value): AdmonitionKind['title'] => {
  if (value === undefined || value === null || isHash(value)) return value ?? undefined
  return value === false || value === '' ? false : textOf(value)
}

const readKind = (name: string, value: Value): AdmonitionKind => {
  const settings: Hash = isHash(value) ? value : new Map([['title', value]])
  const own = settings.get('class')
  const className = isTruthy(own) ? textOf(own) : name
  if (!NAME.test(name) || !className.split(/\s+/).every((word) => NAME.test(word))) throw refuse(name, value)
  return { name, className, title: titleOf(settings.get('title')) }
}

/** @throws UserError for a kind whose name or class cannot be a class. */
export const admonitionKinds = (settings: Hash): AdmonitionKinds => {
  const kinds = new Map<string, AdmonitionKind>(
    BUILT_IN.map((name) => [name, { name, className: name, title: undefined }]),
  )
  for (const [key, value] of hashAt(settings, 'kinds') ?? []) {
    const name = textOf(key).toLowerCase()
    if (value === false) kinds.delete(name)
    else kinds.set(name, readKind(name, value === true || value === null ? new Map() : value))
  }
  return kinds
}

const capitalize = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll(/[-_]/g, ' ')

const baseOf = (language: string): string => language.toLowerCase().split(/[-_]/)[0] ?? ''

const byLanguage = (titles: Hash, language: string): Value =>
  titles.get(language) ?? titles.get(baseOf(language)) ?? null

const shownText = (value: Value): string | undefined => (isTruthy(value) && !isHash(value) ? textOf(value) : undefined)

/** A kind's title on a page: the site's own, or from its labels, or a built-in one, in the page's language. Undefined: it has none. */
export const createTitles = (config: Config) => {
  const siteLanguage = textOf(config.data.get('lang') ?? 'en')
  return (kind: AdmonitionKind, page: Page, site: Site): string | undefined => {
    if (kind.title === false) return undefined
    if (typeof kind.title === 'string') return kind.title
    const language = textOf(ownOrDefault(page, 'lang') ?? siteLanguage)
    const labels = hashAt(site.data, 'labels') ?? new Map()
    const inLanguage = hashAt(labels, language) ?? hashAt(labels, baseOf(language))
    const plain = shownText(labels.get(kind.name))
    const builtIn = TITLES[baseOf(language)]?.[(BUILT_IN as readonly string[]).indexOf(kind.name)]
    return (
      (kind.title && shownText(byLanguage(kind.title, language))) ??
      shownText(inLanguage?.get(kind.name) ?? null) ??
      (baseOf(language) === baseOf(siteLanguage) ? plain : undefined) ??
      builtIn ??
      plain ??
      capitalize(kind.name)
    )
  }
}
