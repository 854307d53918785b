// What a build may write: paths relative to the destination, with text, bytes or a file to copy.

export interface Copy {
  /** Absolute path of the file to copy. */
  readonly copy: string
  /** Milliseconds since the epoch; the copy gets it too. */
  readonly modified: number
}

export interface Output {
  readonly path: string
  readonly body: string | Uint8Array | Copy
}

export const isCopy = (body: Output['body']): body is Copy => typeof body === 'object' && !(body instanceof Uint8Array)
