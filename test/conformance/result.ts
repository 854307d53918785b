// What running a case gives.

export interface CaseResult {
  readonly id: string
  readonly passed: boolean
  /** Equal to the letter, where `passed` sets highlighting's token spans aside. */
  readonly exact: boolean
  /** Why it failed, for --show. */
  readonly difference?: string | undefined
}

export interface SuiteResult {
  readonly suite: string
  readonly passed: number
  readonly exact: number
  readonly total: number
  readonly failures: readonly CaseResult[]
}

const around = (text: string, at: number): string => JSON.stringify(text.slice(Math.max(0, at - 60), at + 140))

/** The first place where two texts part, with what surrounds it. */
export const describeDifference = (expected: string, actual: string): string => {
  let at = 0
  while (at < expected.length && expected[at] === actual[at]) at++
  return `at character ${at}\n    expected ${around(expected, at)}\n    actual   ${around(actual, at)}`
}

export const summarize = (suite: string, results: readonly CaseResult[]): SuiteResult => ({
  suite,
  passed: results.filter(({ passed }) => passed).length,
  exact: results.filter(({ exact }) => exact).length,
  total: results.length,
  failures: results.filter(({ passed }) => !passed),
})

/** HTML without the spans of a highlighter inside code. */
export const withoutTokens = (html: string): string =>
  html.replace(/<code\b[^>]*>[\s\S]*?<\/code>/g, (code) => code.replace(/<span class="[a-z0-9]{1,3}">|<\/span>/g, ''))
