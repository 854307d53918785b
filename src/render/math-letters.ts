// Letters of other alphabets in MathML: browsers follow MathML Core, which has no `mathvariant` but 'normal', so ℝ is to be written as ℝ.

/** Where an alphabet's A, a and 0 are in Unicode; 0 where there are none. */
type Alphabet = readonly [upper: number, lower: number, digit: number]

const ALPHABETS: Readonly<Record<string, Alphabet>> = {
  bold: [0x1d400, 0x1d41a, 0x1d7ce],
  'bold-italic': [0x1d468, 0x1d482, 0],
  script: [0x1d49c, 0x1d4b6, 0],
  'bold-script': [0x1d4d0, 0x1d4ea, 0],
  fraktur: [0x1d504, 0x1d51e, 0],
  'double-struck': [0x1d538, 0x1d552, 0x1d7d8],
  'bold-fraktur': [0x1d56c, 0x1d586, 0],
  'sans-serif': [0x1d5a0, 0x1d5ba, 0x1d7e2],
  'bold-sans-serif': [0x1d5d4, 0x1d5ee, 0x1d7ec],
  'sans-serif-italic': [0x1d608, 0x1d622, 0],
  'sans-serif-bold-italic': [0x1d63c, 0x1d656, 0],
  monospace: [0x1d670, 0x1d68a, 0x1d7f6],
}

// Those that Unicode had before it had the alphabets.
const EARLIER: Readonly<Record<string, string>> = {
  script: 'BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ',
  fraktur: 'CℭHℌIℑRℜZℨ',
  'double-struck': 'CℂHℍNℕPℙQℚRℝZℤ',
}

const letterOf = (character: string, variant: string, [upper, lower, digit]: Alphabet): string | undefined => {
  const earlier = EARLIER[variant] ?? ''
  const known = earlier.indexOf(character)
  if (known >= 0 && known % 2 === 0) return earlier[known + 1]
  const code = character.charCodeAt(0)
  const [first, base] = /[A-Z]/.test(character) ? [65, upper] : /[a-z]/.test(character) ? [97, lower] : [48, digit]
  return base === 0 ? undefined : String.fromCodePoint(base + code - first)
}

const STYLED = /<(mi|mn|mtext) mathvariant="([a-z-]+)">([A-Za-z0-9]+)<\//g

/** MathML with letters and digits of another alphabet written as such. */
export const writeLetters = (mathml: string): string =>
  mathml.replace(STYLED, (all, name: string, variant: string, text: string) => {
    const alphabet = ALPHABETS[variant]
    if (!alphabet) return all
    const letters = [...text].map((character) => letterOf(character, variant, alphabet))
    return letters.includes(undefined) ? all : `<${name}>${letters.join('')}</`
  })
