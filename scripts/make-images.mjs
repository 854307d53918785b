// Draws the pictures of the sample book: images/headers/*.png, from SVG of our own without any text, so that no font matters.
//
//   node scripts/make-images.mjs
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'

const folder = path.resolve(import.meta.dirname, '../images/headers')
const WIDTH = 1200
const HEIGHT = 400

const frame = (back, body) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}"><rect width="100%" height="100%" fill="${back}"/>${body}</svg>`

const circles = (x, y, radii, colours) =>
  radii.map((radius, index) => `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colours[index]}"/>`).join('')

// A mountain with a flag on it: where to go.
const objective = frame(
  '#d6e4f2',
  `<circle cx="940" cy="110" r="52" fill="#f4d35e"/>
  <path d="M0 400 260 190 420 310 640 80 860 300 960 220 1200 400z" fill="#2f5d8a"/>
  <path d="M640 80 708 148 672 172 640 146 604 178 570 152z" fill="#f6f9fc"/>
  <path d="M0 400 180 300 400 370 620 290 900 380 1200 310 1200 400z" fill="#1d3f62"/>
  <path d="M640 82V18" stroke="#22211f" stroke-width="6" stroke-linecap="round"/>
  <path d="M643 20 716 38 643 58z" fill="#a3461a"/>`,
)

// Three steps that carry one another, and a target at the top: the chain from a team to its company.
const chain = frame(
  '#f7dd72',
  `<path d="M90 340H390V260H690V180H990V400H90z" fill="#e0a526"/>
  <path d="M90 340H390M390 260H690M690 180H990" stroke="#7c4a03" stroke-width="8" stroke-linecap="round"/>
  <path d="M240 312V282M540 232V202" stroke="#7c4a03" stroke-width="8"/>
  <path d="M224 292 240 272 256 292M524 212 540 192 556 212" fill="none" stroke="#7c4a03" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/>
  ${circles(840, 116, [60, 43, 26, 9], ['#a3461a', '#fdf6dc', '#a3461a', '#fdf6dc'])}
  <path d="M840 116 918 50" stroke="#22211f" stroke-width="8" stroke-linecap="round"/>
  <path d="M914 54 908 32 932 14 936 36 958 42 938 62z" fill="#22211f"/>`,
)

// Bars that grow and a line above them: what was measured.
const bars = [120, 160, 150, 205, 240, 232, 290]
const results = frame(
  '#dcefe0',
  `<path d="M120 350H1080" stroke="#1e4d36" stroke-width="6" stroke-linecap="round"/>
  ${bars.map((height, index) => `<rect x="${160 + index * 130}" y="${350 - height}" width="76" height="${height}" rx="6" fill="${index === 6 ? '#a3461a' : '#3f8f63'}"/>`).join('')}
  <polyline points="${bars.map((height, index) => `${198 + index * 130},${320 - height}`).join(' ')}" fill="none" stroke="#1e4d36" stroke-width="7" stroke-linejoin="round" stroke-linecap="round"/>
  ${bars.map((height, index) => `<circle cx="${198 + index * 130}" cy="${320 - height}" r="10" fill="#f7fbf8" stroke="#1e4d36" stroke-width="6"/>`).join('')}`,
)

mkdirSync(folder, { recursive: true })
for (const [name, svg] of Object.entries({ 'blue-okr': objective, 'yellow-okr': chain, 'green-okr': results })) {
  await sharp(Buffer.from(svg))
    .resize(WIDTH, HEIGHT)
    .png({ palette: true, compressionLevel: 9 })
    .toFile(path.join(folder, `${name}.png`))
}
