// Groovy, and Gradle's build files.

import { type Action, byWord, defineLexer, wordSet } from '../grammar.ts'
import type { Lexer } from '../token.ts'

const KEYWORDS =
  wordSet(`assert break case catch continue default do else finally for if goto instanceof new return switch this throw
  try while in as`)
const DECLARATIONS =
  wordSet(`abstract const extends final implements native private protected public static strictfp super
  synchronized throws transient volatile`)
const TYPES = wordSet('def var boolean byte char double float int long short void')
const CONSTANTS = wordSet('true false null')
const GRADLE_KEYWORDS = wordSet(`allprojects artifacts buildscript configuration dependencies publishing
  repositories sourceSets subprojects`)
const GRADLE_TYPES =
  wordSet(`ArtifactResolutionQuery ComponentSelection ComponentSelectionRules Configuration ConventionProperty ExtensionAware
  ExtraPropertiesExtension Gradle IncrementalTaskInputs IvyArtifact IvyArtifactSet IvyModuleDescriptorSpec IvyPublication
  JavaToolChain MavenArtifact MavenArtifactSet MavenPom MavenPublication PluginDependenciesSpec PluginDependencySpec Project
  PublishingExtension ResolutionStrategy ResourceHandler Script Settings SourceSet SourceSetOutput Task TextResourceFactory`)

interface Dialect {
  readonly keywords: ReadonlySet<string>
  readonly types: ReadonlySet<string>
  readonly create: () => Lexer
}

// What stands before a method's name is lexed on its own.
const method =
  (create: () => Lexer): Action =>
  (scan, match) => {
    create().lex(match[1] ?? '', scan.emit)
    scan.emit('nf', match[2] ?? '')
    scan.emit('', match[3] ?? '')
    scan.emit('o', match[4] ?? '')
  }

const defineGroovy = ({ keywords, types, create }: Dialect): (() => Lexer) =>
  defineLexer({
    states: {
      root: [
        [/^(\s*(?:\w[\w.[\]]*\s+)+?)(\w+)(\s*)(\()/, method(create)],
        [/[^\S\n]+/, ''],
        [/\/\/.*?$/, 'c1'],
        [/\/[*][\s\S]*?[*]\//, 'cm'],
        [/@\w[\w.]*/, 'nd'],
        [/(?:class|interface|trait|enum|record)\b/, 'kd', 'className'],
        [/(?:package|import)\b/, 'kn', 'imported'],
        [/"""[\s\S]*?"""/, 's2'],
        [/'''[\s\S]*?'''/, 's1'],
        [/"(?:\\[\s\S]|[^\\\n])*?"/, 's2'],
        [/'(?:\\[\s\S]|[^\\\n])*?'/, 's1'],
        [/\$\/(?:\$[\s\S]|[^$])*?\/\$/, 's'],
        [/\/(?:\\[\s\S]|[^\\\n])*?\//, 's'],
        [/'\\.'|'[^\\]'|'\\u[0-9a-f]{4}'/, 'sc'],
        [/(\.)([a-zA-Z_][a-zA-Z0-9_]*)/, ['o', 'na']],
        [/[a-zA-Z_][a-zA-Z0-9_]*:/, 'nl'],
        [/[a-zA-Z_$][a-zA-Z0-9_]*/, byWord({ k: keywords, kd: DECLARATIONS, kt: types, kc: CONSTANTS }, 'n')],
        [/[~^*!%&[\](){}<>|+=:;,./?-]/, 'o'],
        [/\d+\.\d+(?:[eE]\d+)?[fd]?/, 'mf'],
        [/0x[0-9a-f]+/, 'mh'],
        [/[0-9]+L?/, 'mi'],
        [/\n/, ''],
      ],
      className: [
        [/\s+/, ''],
        [/\w+/, 'nc', '#pop'],
      ],
      imported: [
        [/\s+/, ''],
        [/[\w.]+[*]?/, 'nn', '#pop'],
      ],
    },
  })

export const createGroovyLexer: () => Lexer = defineGroovy({
  keywords: KEYWORDS,
  types: TYPES,
  create: () => createGroovyLexer(),
})

export const createGradleLexer: () => Lexer = defineGroovy({
  keywords: new Set([...KEYWORDS, ...GRADLE_KEYWORDS]),
  types: new Set([...TYPES, ...GRADLE_TYPES]),
  create: () => createGradleLexer(),
})
