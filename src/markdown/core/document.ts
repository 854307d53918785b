// Where rules and passes find the document: in markdown-it's env.

import type { MarkdownIt } from 'markdown-it'
import type { Document } from '../document.ts'

export type Env = Parameters<MarkdownIt['parse']>[1]

const KEY = Symbol('document')

export const setDocument = (env: Env, document: Document): void => {
  env[KEY] = document
}

export const documentOf = (env: Env | undefined): Document => env?.[KEY] as Document
