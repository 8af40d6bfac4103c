/** An element with its class. */
export const element = <K extends keyof HTMLElementTagNameMap>(tag: K, look = ''): HTMLElementTagNameMap[K] => {
  const made = document.createElement(tag)
  if (look !== '') made.className = look
  return made
}
