// Cypher, the language of Neo4j's queries.

import { type Action, byWord, defineLexer, emitGroups, pattern, wordSet } from '../grammar.ts'
import { delimited } from './quotes.ts'

const FUNCTIONS = wordSet(`ABS ACOS ALLSHORTESTPATHS ASIN ATAN ATAN2 AVG CEIL COALESCE
  COLLECT COS COT COUNT DATE DEGREES E ENDNODE EXP EXTRACT FILTER FLOOR HAVERSIN HEAD ID KEYS LABELS LAST LEFT
  LENGTH LOG LOG10 LOWER LTRIM MAX MIN NODE NODES PERCENTILECONT PERCENTILEDISC PI RADIANS RAND RANGE REDUCE REL
  RELATIONSHIP RELATIONSHIPS REPLACE REVERSE RIGHT ROUND RTRIM SHORTESTPATH SIGN SIN SIZE SPLIT SQRT STARTNODE
  STDEV STDEVP STR SUBSTRING SUM TAIL TAN TIMESTAMP TOFLOAT TOINT TOINTEGER TOSTRING TRIM TYPE UPPER`)
const PREDICATES = wordSet(`ALL AND ANY CONTAINS EXISTS HAS IN NONE NOT OR SINGLE XOR`)
const KEYWORDS = wordSet(`AS ASC ASCENDING ASSERT BY CALL CASE COMMIT CONSTRAINT
  CREATE CSV CYPHER DELETE DESC DESCENDING DETACH DISTINCT DROP ELSE END ENDS EXPLAIN FALSE FIELDTERMINATOR
  FOREACH FROM HEADERS IN INDEX IS JOIN LIMIT LOAD MATCH MERGE NULL ON OPTIONAL ORDER PERIODIC PROFILE REMOVE
  RETURN SCAN SET SKIP START STARTS THEN TRUE UNION UNIQUE UNWIND USING WHEN WHERE WITH YIELD`)

const raised = (word: string): string => word.toUpperCase()

const called: Action = (scan, match) => {
  const name = raised(match[1] ?? '')
  emitGroups(scan, [FUNCTIONS.has(name) ? 'nf' : KEYWORDS.has(name) ? 'k' : 'n', 'w', 'ss'], match)
}

export const createCypherLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, ''],
      [/\/\/.*?$/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
      [/[*+\-<>=&|~%^]/, 'o'],
      [/[{}),;[\]]/, 'ss'],
      [/(\w+)(:)(\s*)(-?[._\d]+)/, ['nl', 'dl', 'w', 'm']],
      [/(\w+)(\s*)(\()/, called],
      [/:\w+/, 'nc'],
      [/(-?\d+)(\.\.)(-?\d+)/, ['m', 'o', 'm']],
      [/(?:\d+\.\d*|\d*\.\d+)(?:e[+-]?\d+)?/i, 'mf'],
      [/\d+e[+-]?\d+/i, 'mf'],
      [/0[0-7]+/, 'mo'],
      [/0x[a-f0-9]+/i, 'mh'],
      [/\d+/, 'mi'],
      [/[.\w]+:/, 'py'],
      [/\(/, 'ss'],
      [/[.\w$]+/, byWord({ ow: PREDICATES, k: KEYWORDS }, 'n', raised)],
      [pattern(delimited('"')), 's2'],
      [pattern(delimited("'")), 's1'],
      [pattern(delimited('`')), 'sb'],
    ],
    comment: [
      [/\/\*/, 'cm', '#push'],
      [/\*\//, 'cm', '#pop'],
      [/[^/*]+/, 'cm'],
      [/[/*]/, 'cm'],
    ],
  },
}))
