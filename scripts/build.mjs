// Builds dist/: the command line, the library and the conformance runner as ES modules that share chunks.
// Packages stay outside the bundle, so that heavy ones are loaded from node_modules only when first needed.
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { build } from 'esbuild'

const root = new URL('..', import.meta.url).pathname
process.chdir(root)
rmSync('dist', { recursive: true, force: true })
const entries = {
  cli: 'src/cli/main.ts',
  index: 'src/index.ts',
  conformance: 'test/conformance/main.ts',
  worker: 'src/workers/worker.ts',
}
await build({
  entryPoints: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
  outdir: 'dist',
  bundle: true,
  splitting: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  chunkNames: 'chunks/[name]-[hash]',
  legalComments: 'none',
})
const types = spawnSync(
  process.execPath,
  [
    'node_modules/typescript/bin/tsc',
    '--noEmit',
    'false',
    '--declaration',
    '--emitDeclarationOnly',
    '--rootDir',
    'src',
    '--outDir',
    'dist/types',
    '-p',
    'tsconfig.types.json',
  ],
  { stdio: 'inherit' },
)
process.exit(types.status ?? 1)
