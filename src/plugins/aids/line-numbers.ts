// Lists of lines as authors write them: "2 4-5", "2, 4-5".

// More lines than any listing has.
const LAST = 100_000

/** The numbers, in the order in which they are given; what is no number is passed over. */
export const parseLineNumbers = (text: string): readonly number[] =>
  text.split(/[\s,]+/).flatMap((part): number[] => {
    const match = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(part)
    if (!match) return []
    const first = Number(match[1])
    const last = Math.min(Number(match[2] ?? first), LAST)
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
  })
