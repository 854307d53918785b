// `octavo: pictures`: sizes for the pictures of finished pages, and smaller files for them in formats that compress better.
//
// A page names variants while it is rendered, and they are made once all pages are: what they are called follows from the picture and
// the settings alone. A format whose files are no smaller than the original is taken out of its pages again.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { openCacheFolder } from '../cache/index.ts'
import { type MadeVariants, makeVariants, openStore, sharpVersion, type VariantJob } from '../images/index.ts'
import type { Config } from '../model/config.ts'
import type { Output } from '../model/output.ts'
import { isHtmlPage, type Page, type Site } from '../model/site.ts'
import type { RenderedPage } from '../render/index.ts'
import { UserError, type Warning } from '../util/error.ts'
import { suggest } from '../util/suggest.ts'
import { featureSettings } from './feature-settings.ts'
import { createPictureFinder, type Found } from './pictures/known.ts'
import { FOLDER, type Mention, type PagePictures, STYLE_FILE, STYLES, takePictures } from './pictures/page.ts'
import { dropVariants } from './pictures/prune.ts'
import { readPictureSettings, unknownKeys } from './pictures/settings.ts'
import { placeOf } from './pictures/source-line.ts'
import type { PluginFactory } from './plugin.ts'
import { ownOrDefault } from './settings.ts'

interface Wanted extends VariantJob {
  readonly mention: Mention
}

/** What the pages have asked for so far. */
interface Collected {
  readonly jobs: Map<string, Wanted>
  /** The keys that each page names. */
  readonly pages: Map<Page, Set<string>>
  readonly doubtful: PagePictures['doubtful'][number][]
  usesStyles: boolean
}

const collect = (all: Collected, page: Page, taken: PagePictures): void => {
  for (const job of taken.jobs) {
    const known = all.jobs.get(job.key)
    all.jobs.set(job.key, { ...(known ?? job), widths: [...new Set([...(known?.widths ?? []), ...job.widths])] })
    const keys = all.pages.get(page)
    if (keys) keys.add(job.key)
    else all.pages.set(page, new Set([job.key]))
  }
  all.doubtful.push(...taken.doubtful)
  all.usesStyles ||= taken.usesStyles
}

const doubts = (site: Site, rendered: readonly RenderedPage[], all: Collected): Warning[] => {
  const { destination, keepFiles } = site.config
  const pages = new Set(rendered.map(({ page }) => page.outputPath))
  const isThere = (file: string): boolean =>
    pages.has(file) || (keepFiles.some((keep) => file.startsWith(keep)) && existsSync(path.join(destination, file)))
  return all.doubtful
    .filter(({ found, file }) => found === 'broken' || !isThere(file))
    .map(({ mention, found, file }) => ({
      message:
        found === 'broken'
          ? `The picture '${mention.address}' cannot be read: the file holds no picture of a known kind`
          : `There is no picture '${mention.address}'`,
      place: placeOf(site, mention.page, mention.address, mention.nth),
      advice:
        found === 'broken'
          ? 'Save it anew as PNG, JPEG, WebP or AVIF.'
          : suggest(file, site.staticFiles.map(({ outputPath }) => outputPath)), // biome-ignore format: one choice
    }))
}

const problems = (site: Site, made: readonly MadeVariants[], all: Collected): Warning[] => {
  const failed = made.filter(({ problem }) => problem !== undefined)
  const [missing] = failed.flatMap(({ problem }) => (problem instanceof UserError ? [problem] : []))
  if (missing) return [missing]
  // Once for each picture, not for each of its formats.
  return [...new Map(failed.map((one) => [one.job.path, one])).values()].map(({ job, problem }) => {
    const { page, address, nth } = all.jobs.get(job.key)?.mention ?? { page: undefined, address: job.path, nth: 0 }
    return {
      message: `The picture '${address}' cannot be read: ${String(problem).split('\n')[0]}`,
      place: page && placeOf(site, page, address, nth),
      advice: 'Save it anew; the page shows the original alone.',
    }
  })
}

const noSharp: Warning = {
  message: 'Pictures get no variants: the package sharp is not installed',
  place: { path: '_config.yml' },
  advice: 'Run `npm install sharp`. Without it, pages get the width and height of their pictures, and nothing else.',
}

/** The pages that named what is not there, without it. */
const prunedPages = (rendered: readonly RenderedPage[], all: Collected, dropped: ReadonlySet<string>): Output[] =>
  dropped.size === 0
    ? []
    : rendered.flatMap((one) => {
        const keys = [...(all.pages.get(one.page) ?? [])].filter((key) => dropped.has(key))
        if (keys.length === 0 || !one.page.write) return []
        return [{ path: one.page.outputPath, body: dropVariants(one.output, FOLDER, keys) }]
      })

const makeAll = async (site: Site, rendered: readonly RenderedPage[], all: Collected, settings: Settings) => {
  if (all.jobs.size === 0) return { outputs: [], warnings: [] }
  const store = openStore(openCacheFolder(site.config.source, 'pictures'))
  const made = await makeVariants([...all.jobs.values()], settings.variants, store)
  const dropped = new Set(made.filter(({ names }) => names.length === 0).map(({ job }) => job.key))
  const files = made.flatMap(({ names }) => names)
  return {
    outputs: [
      ...files.map((name) => ({ path: `${FOLDER}/${name}`, body: store.copyOf(name) })),
      ...prunedPages(rendered, all, dropped),
    ],
    warnings: problems(site, made, all),
  }
}

type Settings = ReturnType<typeof readPictureSettings>

const own = (config: Config) => featureSettings(config, 'pictures') ?? new Map()

export const pictures: PluginFactory = (config) => {
  const settings = readPictureSettings(own(config))
  const all: Collected = { jobs: new Map(), pages: new Map(), doubtful: [], usesStyles: false }
  let find: (file: string) => Found = () => 'other'
  return {
    name: 'pictures',
    // After all others: files that they add count.
    priority: -1000,
    generate: (site, { warn }) => {
      find = createPictureFinder(site, settings.exclude)
      for (const warning of unknownKeys('pictures', own(config))) warn(warning)
      return site
    },
    afterRender: (page, html) => {
      if (!isHtmlPage(page) || !/<img[\s/]/i.test(html) || ownOrDefault(page, 'pictures') === false) return html
      const makesVariants = sharpVersion() !== undefined
      const taken = takePictures({ config, settings, find, makesVariants }, page, html)
      collect(all, page, taken)
      return taken.html
    },
    finish: async (site, rendered, { warn }) => {
      const { outputs, warnings } = await makeAll(site, rendered, all, settings)
      const helpless = sharpVersion() === undefined ? [noSharp] : []
      for (const warning of [...doubts(site, rendered, all), ...warnings, ...helpless]) warn(warning)
      return all.usesStyles ? [...outputs, { path: STYLE_FILE, body: STYLES }] : outputs
    },
  }
}
