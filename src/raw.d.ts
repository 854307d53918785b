// Files that are read as text when the program is bundled.
declare module '*?raw' {
  const text: string
  // biome-ignore lint/style/noDefaultExport: what bundlers give
  export default text
}
