// Bicep, the language of Azure's templates.

import { byWord, defineLexer, include, wordSet } from '../grammar.ts'

const KEYWORDS =
  wordSet(`as assert existing extends extension false for from func if import in metadata module none null output
  param provider resource targetScope test true type using var void with`)
const TYPES = wordSet('array bool int object string')
const FUNCTIONS = wordSet(`array base64 base64ToJson base64ToString bool cidrHost cidrSubnet concat contains dataUri
  dataUriToString dateTimeAdd dateTimeFromEpoch dateTimeToEpoch deployer deployment empty endsWith environment
  extensionResourceId fail filter first flatten format getSecret groupBy guid indexOf int intersection items join json last
  lastIndexOf length listAccountSas listKeys listSecrets loadFileAsBase64 loadJsonContent loadTextContent loadYamlContent
  managementGroup managementGroupResourceId map mapValue max min newGuid objectKeys padLeft parseCidr pickZones range
  readEnvironmentVariable reduce reference replace resourceGroup resourceId shallowMerge skip sort split startsWith string
  subscription subscriptionResourceId substring take tenant tenantResourceId toLogicalZone toLower toObject toPhysicalZone
  toUpper trim union uniqueString uri uriComponent uriComponentToString utcNow`)

export const createBicepLexer = defineLexer(() => ({
  states: {
    root: [
      [/\/\/[^\n\r]+/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm'],
      [/'/, 's1', 'string'],
      [/\d+\b/, 'm'],
      [/\w+\b/, byWord({ k: KEYWORDS, kt: TYPES, nf: FUNCTIONS }, 'n')],
      [/[-+*/%<>]|[!=][=~]|&&|\|\||!|\?\?|\.\.\.|\.\?/, 'o'],
      [/\{/, 'pi', 'block'],
      [/[()}[\],:;=.]/, 'p'],
      [/[a-zA-Z_]\w*/, 'n'],
      [/@[a-zA-Z_]\w*/, 'nd'],
      [/\s+/, ''],
    ],
    string: [
      [/[^'$}]+/, 's1'],
      [/\$(?!\{)/, 's1'],
      [/\$\{/, 'si', 'interpolation'],
      [/'/, 's1', '#pop'],
    ],
    interpolation: [[/\}/, 'si', '#pop'], include('root')],
    block: [[/[a-zA-Z_]\w*\b(?=\s*:)/, 'py'], [/\}/, 'pi', '#pop'], include('root')],
  },
}))
