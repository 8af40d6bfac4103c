import { createServer } from 'node:net'

const isFree = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(undefined))
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined))
    })
  })

/** The first free port of 127.0.0.1 from `from` upwards (100 are tried); 0 means any. Throws when none is free. */
export const freePort = async (from = 0): Promise<number> => {
  for (let port = from; port < from + 100; port += 1) {
    const found = await isFree(port)
    if (found !== undefined) return found
  }
  throw new Error(`no free port between ${from} and ${from + 99}`)
}
