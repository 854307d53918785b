// Builds dist/: the command line, the library and the conformance runner as ES modules that share chunks.
//
// Small packages that every build needs are bundled, for loading them file by file costs more than parsing them. Those that only some
// sites need, or that hold native code, stay outside and are loaded from node_modules when first needed.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const { version, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
const bundled = new Set([
  'commander',
  'csv-parse',
  'gray-matter',
  'liquidjs',
  'markdown-it',
  'picomatch',
  'smol-toml',
  'yaml',
])
const external = Object.keys(dependencies).filter((name) => !bundled.has(name))

const entries = {
  cli: 'src/cli/main.ts',
  index: 'src/index.ts',
  conformance: 'test/conformance/main.ts',
  worker: 'src/workers/worker.ts',
  stage: 'src/write/stage-thread.ts',
  'module-hooks': 'src/plugins/module-hooks.ts',
}

// Files that are written into sites as they are: `import text from './file.js?raw'`, as the tests' bundler reads them, too.
const rawFiles = {
  name: 'raw files',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /\?raw$/ }, ({ path: file, resolveDir }) => ({
      path: path.resolve(resolveDir, file.slice(0, -'?raw'.length)),
      namespace: 'raw',
    }))
    onLoad({ filter: /./, namespace: 'raw' }, ({ path: file }) => ({ contents: readFileSync(file), loader: 'text' }))
  },
}

rmSync('dist', { recursive: true, force: true })
await build({
  entryPoints: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
  outdir: 'dist',
  bundle: true,
  splitting: true,
  external,
  plugins: [rawFiles],
  format: 'esm',
  platform: 'node',
  target: 'node20',
  chunkNames: 'chunks/[name]-[hash]',
  legalComments: 'linked',
  minifySyntax: true,
  minifyWhitespace: true,
  define: { OCTAVO_VERSION: JSON.stringify(version) },
  // CommonJS packages in the bundle ask for Node's own modules with require.
  banner: {
    js: "import { createRequire as createRequireForBundle } from 'node:module'\nconst require = createRequireForBundle(import.meta.url)",
  },
})

// Tests need no type declarations.
if (process.argv.includes('--no-types')) process.exit(0)

const types = spawnSync(
  process.execPath,
  [
    'node_modules/typescript/bin/tsc',
    '-p',
    'tsconfig.types.json',
    '--noEmit',
    'false',
    '--declaration',
    '--emitDeclarationOnly',
    '--rootDir',
    'src',
    '--outDir',
    'dist/types',
  ],
  { stdio: 'inherit' },
)
process.exit(types.status ?? 1)
