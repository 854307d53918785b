// npm run conformance -- [--data DIR] [--suite NAME] [--show N] [--json FILE] [--floor FILE]
//
// Runs every case file in DIR (default: ../shared/conformance) and prints how many cases pass. With --floor the counts are held against
// a file of earlier ones: fewer than that is a failure.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Case, readSuites, type Suite } from './cases.ts'
import { runLiquidCase } from './liquid.ts'
import { isDecided, runMarkdownCase } from './markdown.ts'
import { type CaseResult, type SuiteResult, summarize } from './result.ts'
import { runSiteCase } from './sites.ts'

const PARALLEL = 2

const runSites = async (cases: readonly Case[], command: string): Promise<CaseResult[]> => {
  const results: CaseResult[] = []
  let next = 0
  const work = async (): Promise<void> => {
    for (let i = next++; i < cases.length; i = next++) {
      const item = cases[i]
      if (item) results[i] = await runSiteCase(item, command)
    }
  }
  await Promise.all(Array.from({ length: PARALLEL }, work))
  return results
}

const runSuite = async (suite: Suite, command: string): Promise<SuiteResult> => {
  if (suite.kind === 'site') return summarize(suite.name, await runSites(suite.cases, command))
  if (suite.kind === 'liquid') return summarize(suite.name, suite.cases.map(runLiquidCase))
  return summarize(suite.name, suite.cases.filter(isDecided).map(runMarkdownCase))
}

const show = (result: SuiteResult, count: number): void => {
  for (const { id, difference } of result.failures.slice(0, count))
    console.log(`  ${result.suite}: ${id}\n    ${difference ?? ''}`)
}

const printTable = (results: readonly SuiteResult[]): void => {
  const width = Math.max(5, ...results.map(({ suite }) => suite.length))
  console.log(`${'suite'.padEnd(width)}  passed  total   exact`)
  for (const { suite, passed, total, exact } of results) {
    console.log(
      `${suite.padEnd(width)}  ${String(passed).padStart(6)}  ${String(total).padStart(5)}  ${String(exact).padStart(6)}`,
    )
  }
}

const belowFloor = (results: readonly SuiteResult[], file: string): string[] => {
  const floor = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>
  return results.flatMap(({ suite, passed }) =>
    passed < (floor[suite] ?? 0) ? [`${suite}: ${passed} passed, the floor is ${floor[suite]}`] : [],
  )
}

const main = async (): Promise<number> => {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      suite: { type: 'string' },
      show: { type: 'string' },
      json: { type: 'string' },
      floor: { type: 'string' },
    },
  })
  const root = path.dirname(fileURLToPath(import.meta.url))
  const data = path.resolve(
    values.data ?? path.join(process.env['OCTAVO_SHARED'] ?? path.join(root, '../../shared'), 'conformance'),
  )
  if (!existsSync(data)) {
    console.error(`There is no folder ${data}: name one with --data.`)
    return 2
  }
  const command = path.join(root, 'cli.js')
  const results: SuiteResult[] = []
  for (const suite of readSuites(data)) {
    if (values.suite !== undefined && suite.name !== values.suite) continue
    if (suite.name === 'skipped') continue
    const result = await runSuite(suite, command)
    results.push(result)
    show(result, Number(values.show ?? 0))
  }
  printTable(results)
  if (values.json)
    writeFileSync(
      values.json,
      `${JSON.stringify(
        results.map(({ suite, passed, total }) => ({ suite, passed, total })),
        null,
        2,
      )}\n`,
    )
  const below = values.floor ? belowFloor(results, values.floor) : []
  for (const line of below) console.error(`below the floor: ${line}`)
  return below.length > 0 ? 1 : 0
}

process.exitCode = await main()
