// Digdag's workflows: YAML with operators for keys.

import { anyOf, defineLexer, pattern } from '../grammar.ts'
import { yamlGrammar, yamlKey } from './yaml.ts'

const OPERATORS =
  anyOf(`call require loop for_each if fail echo td td_run td_ddl td_load td_for_each td_wait td_wait_table
  td_partial_delete td_table_export pg mail http s3_wait redshift redshift_load redshift_unload emr gcs_wait bq bq_ddl
  bq_extract bq_load sh py rb embulk`)

export const createDigdagLexer = defineLexer(() =>
  yamlGrammar([[pattern(`((?:${OPERATORS})>|_do|_parallel)(:)(?=\\s|$)`), yamlKey('kr')]]),
)
