// A block of code with a title above it.

/** `title` is HTML. */
export const titled = (title: string, block: string): string =>
  `<figure class="titled-code"><figcaption class="code-title">${title}</figcaption>${block}</figure>`
