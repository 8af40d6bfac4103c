/** A route of the manifest: "/api/rounds/{round}" under a method, and the function that answers it. */
export type Route = {
  readonly method: string
  readonly path: string
  readonly function: string
  readonly public?: boolean
}

const parts = (path: string): readonly string[] => path.split('/').slice(1)
const nameOf = (part: string): string | undefined => /^\{(.+)\}$/.exec(part)?.[1]

const decoded = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}

const parametersOf = (pattern: string, path: string): Record<string, string> | undefined => {
  const wanted = parts(pattern)
  const given = parts(path)
  if (wanted.length !== given.length) return undefined
  const found: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const value = decoded(given[index] ?? '')
    const name = nameOf(part)
    if (value === undefined || value === '' || (name === undefined && value !== part)) return undefined
    if (name !== undefined) found[name] = value
  }
  return found
}

// As the gateway: the first part in which two routes differ decides, and there a word beats a {name}.
const shape = (route: Route): string =>
  parts(route.path)
    .map((part) => (nameOf(part) === undefined ? '0' : '1'))
    .join('')

/** The route for a request and its decoded path parameters; undefined where none matches (the gateway's 404). */
export const matchRoute = (
  routes: readonly Route[],
  method: string,
  path: string,
): { readonly route: Route; readonly parameters: Readonly<Record<string, string>> } | undefined =>
  routes
    .filter((route) => route.method === method)
    .flatMap((route) => {
      const parameters = parametersOf(route.path, path)
      return parameters === undefined ? [] : [{ route, parameters }]
    })
    .sort((one, other) => (shape(one.route) < shape(other.route) ? -1 : 1))[0]
