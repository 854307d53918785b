// CUDA: C++ with words of its own.

import { defineLexer, wordSet } from '../grammar.ts'
import type { Lexer } from '../token.ts'
import { CPP_DIALECT, cGrammar } from './c.ts'

const QUALIFIERS =
  wordSet(`__constant__ __device__ __forceinline__ __global__ __host__ __managed__ __noinline__ __restrict__
  __shared__`)
const VECTORS = [
  'char',
  'uchar',
  'short',
  'ushort',
  'int',
  'uint',
  'long',
  'ulong',
  'longlong',
  'ulonglong',
  'float',
  'double',
].flatMap((name) => [1, 2, 3, 4].map((size) => `${name}${size}`))

const WORDS = {
  ...CPP_DIALECT.words,
  keyword: new Set([...CPP_DIALECT.words.keyword, ...QUALIFIERS]),
  type: new Set([...CPP_DIALECT.words.type, ...VECTORS, 'dim3']),
}

export const createCudaLexer: () => Lexer = defineLexer(() =>
  cGrammar({ ...CPP_DIALECT, words: WORDS, create: () => createCudaLexer() }),
)
