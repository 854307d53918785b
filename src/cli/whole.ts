// All that runs from the command line, for a file of its own: see compiled.ts.
export { workInThread } from '../workers/index.ts'
export { runProgram } from './program.ts'
