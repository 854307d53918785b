// VCL, the configuration of Varnish.

import { type Action, byWord, defineLexer, pattern, wordSet } from '../grammar.ts'
import { createCLexer } from './c.ts'

const KEYWORDS = wordSet(`BOOL FLOAT INTEGER IP RTIME STRING TIME acl backend declare director elif else elseif elsif if
  import include local probe set unset vcl`)
const FUNCTIONS = wordSet(`ban call hash_data new regsub regsuball return rollback std.cache_req_body std.collect
  std.duration std.fileread std.healthy std.integer std.ip std.log std.port std.querysort std.random std.real
  std.real2time std.rollback std.set_ip_tos std.strstr std.syslog std.time std.time2integer std.time2real
  std.timestamp std.tolower std.toupper synth synthetic`)
const VARIABLES = wordSet(`bereq bereq.backend bereq.between_bytes_timeout bereq.connect_timeout
  bereq.first_byte_timeout bereq.method bereq.proto bereq.retries bereq.uncacheable bereq.url bereq.xid beresp
  beresp.age beresp.backend beresp.backend.ip beresp.backend.name beresp.do_esi beresp.do_gunzip beresp.do_gzip
  beresp.do_stream beresp.grace beresp.keep beresp.proto beresp.reason beresp.status beresp.storage_hint beresp.ttl
  beresp.uncacheable beresp.was_304 client.identity client.ip local.ip now obj.age obj.grace obj.hits obj.keep
  obj.proto obj.reason obj.status obj.ttl obj.uncacheable remote.ip req req.backend_hint req.can_gzip req.esi
  req.esi_level req.hash_always_miss req.hash_ignore_busy req.method req.proto req.restarts req.ttl req.url req.xid
  resp resp.proto resp.reason resp.status server.hostname server.identity server.ip`)

const NUMBER = '(?:0x[0-9a-f]+(?:\\.[0-9a-f]+)?(?:p[+-]?[0-9a-f]+)?|[0-9]+(?:\\.[0-9]+)?(?:e[+-]?[0-9]+)?)'

const number: Action = (scan, match) => scan.emit(/^(?:[0-9]+|0x[0-9a-fA-F]+)$/.test(match[0]) ? 'mi' : 'mf', match[0])
const inlineC: Action = (scan, match) => createCLexer().lex(match[0], scan.emit)

export const createVclLexer = defineLexer(() => ({
  states: {
    root: [
      [/\{"[\s\S]*?"\}|\{(\w+)"[\s\S]*?"\1\}/, 's1'],
      [/\/\*[\s\S]*?\*\//, 'cm'],
      [/(?:\/\/|#).*/, 'c1'],
      [/true|false/, 'kc'],
      [/(?:(?:beresp|bereq|resp|req|obj)\.http|var)\.[\w.-]+/, 'nv'],
      [/(sub)(\s+)([\w-]+)/, ['k', '', 'nf']],
      [/C\{/, 'cp', 'inlineC'],
      [/\.?[a-z_][\w.-]*/i, byWord({ k: KEYWORDS, nf: FUNCTIONS, nv: VARIABLES }, '')],
      [pattern(`${NUMBER}(?:ms|[smhdwy])`, 'i'), 'mx'],
      [pattern(NUMBER, 'i'), number],
      [/"/, 's2', 'string'],
      [/[&|+-]{2}|[<=>!*/+-]=|<<|>>|!~|[-+*/%><=!&|~]/, 'o'],
      [/[{}();.,]/, 'p'],
      [/[\s\S]/, ''],
    ],
    string: [
      [/"/, 's2', '#pop'],
      [/\\[\\"nt]/, 'se'],
      [/[\s\S]/, 's2'],
    ],
    inlineC: [
      [/\}C/, 'cp', '#pop'],
      [/[\s\S]*?(?=\}C)/, inlineC],
    ],
  },
}))
