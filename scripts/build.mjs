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
const bundled = new Set(['commander', 'csv-parse', 'gray-matter', 'liquidjs', 'markdown-it', 'picomatch', 'smol-toml'])
const external = Object.keys(dependencies).filter((name) => !bundled.has(name))

const entries = {
  cli: 'src/cli/main.ts',
  index: 'src/index.ts',
  conformance: 'test/conformance/main.ts',
  worker: 'src/cli/thread.ts',
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

// gray-matter loads a YAML parser as it starts; ours is passed to it with each call.
const noYaml = {
  name: 'no yaml',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^js-yaml$/ }, () => ({ path: 'js-yaml', namespace: 'none' }))
    onLoad({ filter: /./, namespace: 'none' }, () => ({ contents: 'exports.safeLoad = exports.safeDump = () => {}' }))
  },
}

// markdown-it knows HTML's entities by a table that takes longer to unfold than a page to render, and only CommonMark asks it.
const lateEntities = {
  name: 'late entities',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^entities$/ }, ({ importer, namespace }) =>
      namespace === 'file' && importer.includes('markdown-it') ? { path: importer, namespace: 'late' } : undefined,
    )
    onLoad({ filter: /./, namespace: 'late' }, ({ path: importer }) => ({
      contents: "export const decodeHTMLStrict = (text) => require('entities').decodeHTMLStrict(text)",
      resolveDir: path.dirname(importer),
    }))
  },
}

const common = {
  bundle: true,
  external,
  plugins: [rawFiles, noYaml, lateEntities],
  platform: 'node',
  target: 'node20',
  legalComments: 'linked',
  minifySyntax: true,
  minifyWhitespace: true,
}

rmSync('dist', { recursive: true, force: true })

// The program once more as one CommonJS file, which V8 can load compiled. Its name tells its content: what was compiled of another one
// must never be taken for it.
const { metafile } = await build({
  ...common,
  entryPoints: { program: 'src/cli/whole.ts' },
  entryNames: '[name]-[hash]',
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  metafile: true,
  define: { 'import.meta.url': 'programUrl', OCTAVO_VERSION: JSON.stringify(version) },
  banner: { js: "const programUrl = require('node:url').pathToFileURL(__filename).href" },
})
const program = Object.keys(metafile.outputs).find((file) => file.endsWith('.cjs'))

await build({
  ...common,
  entryPoints: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
  outdir: 'dist',
  splitting: true,
  format: 'esm',
  chunkNames: 'chunks/[name]-[hash]',
  define: { OCTAVO_VERSION: JSON.stringify(version), OCTAVO_PROGRAM: JSON.stringify(path.basename(program)) },
  // CommonJS packages in the bundle ask for Node's own modules with require.
  banner: {
    js: "import { createRequire as createRequireForBundle } from 'node:module'\nconst require = createRequireForBundle(import.meta.url)",
  },
})

// A page is highlighted in one go, and only CommonJS can be loaded in the middle of that.
await build({
  ...common,
  entryPoints: ['src/highlight/lexers/rarer.ts'],
  outfile: 'dist/rarer-lexers.cjs',
  format: 'cjs',
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
