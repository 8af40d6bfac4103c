/** Made when it is first asked for, then kept: what a function may never need costs nothing at its start. */
export const once = <T>(make: () => T): (() => T) => {
  let made: { readonly it: T } | undefined
  return () => {
    made ??= { it: make() }
    return made.it
  }
}
