// Makes PNG files of SVG texts, for the cards that stand for a page elsewhere.
import { createHash } from 'node:crypto'
import { UserError } from '../util/error.ts'
import { inLanes } from './queue.ts'
import { loadSharp, sharpVersion } from './sharp.ts'
import type { PictureStore } from './store.ts'

/** Names a drawing by all that its bytes depend on, but for the fonts of the machine. */
export const drawingName = (svg: string): string =>
  `${createHash('sha256')
    .update(JSON.stringify([svg, sharpVersion()]))
    .digest('hex')
    .slice(0, 16)}.png`

/** What was wrong with a drawing, by its name. */
export type DrawingProblems = ReadonlyMap<string, string>

const probe = (letter: string): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><text x="5" y="30" font-size="30">${letter}</text></svg>`,
  )

// Without fonts, all letters are the same box.
const checkFonts = async (sharp: Awaited<ReturnType<typeof loadSharp>>): Promise<void> => {
  const [one, other] = await Promise.all(['i', 'M'].map((letter) => sharp(probe(letter)).raw().toBuffer()))
  if (one !== undefined && other?.equals(one))
    throw new UserError('Social cards cannot be drawn: this machine has no fonts', {
      place: { path: '_config.yml' },
      advice: 'Install some, such as the package fonts-dejavu-core or fonts-noto-core.',
    })
}

/**
 * Draws what the store does not have yet.
 * @throws UserError where sharp is missing or does not run on this machine, or where there are no fonts.
 */
export const drawAll = async (svgs: Iterable<string>, store: PictureStore): Promise<DrawingProblems> => {
  const missing = new Map([...svgs].map((svg) => [drawingName(svg), svg] as const))
  for (const name of [...missing.keys()]) if (store.has(name)) missing.delete(name)
  const problems = new Map<string, string>()
  if (missing.size === 0) return problems
  const sharp = await loadSharp()
  await checkFonts(sharp)
  await inLanes([...missing], async ([name, svg]) => {
    try {
      store.write(name, await sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true }).toBuffer())
    } catch (error) {
      problems.set(name, error instanceof Error ? error.message : String(error))
    }
  })
  return problems
}
