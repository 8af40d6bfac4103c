/** What can go wrong with a letter, on demand. The first three are accepted or delayed; the rest answer an error. */
export type FaultKind = 'bounce' | 'complain' | 'delay' | 'throttle' | 'reject' | 'fail' | 'loseAnswer'

/**
 * A fault: for one address (else for all), for the next `times` calls (else until cleared). `delayMs` counts with
 * `delay`. `soft`: what bounces comes back for now, not for good. `loseAnswer`: the letter is sent, and the caller hears of a broken connection (`answer: 'reset'`, the
 * default) or of a 500.
 */
export type Fault = {
  readonly kind: FaultKind
  readonly address?: string | undefined
  readonly times?: number | undefined
  readonly delayMs?: number | undefined
  readonly soft?: boolean | undefined
  readonly answer?: 'reset' | '500' | undefined
}
export type Faults = {
  readonly set: (fault: Fault) => void
  readonly clear: () => void
  /** The fault that hits a letter to these addresses; counts as one of its times. */
  readonly take: (addresses: readonly string[]) => Fault | undefined
}

const kinds: readonly string[] = [
  'bounce',
  'complain',
  'delay',
  'throttle',
  'reject',
  'fail',
  'loseAnswer',
] satisfies FaultKind[]
const isKind = (kind: unknown): kind is FaultKind => typeof kind === 'string' && kinds.includes(kind)

/** Reads a fault as it is posted to /proxy/faults; undefined when it is none. */
export const readFault = (value: unknown): Fault | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  const { kind, address, times, delayMs, soft, answer }: { [name: string]: unknown } = { ...value }
  if (!isKind(kind)) return undefined
  return {
    kind,
    address: typeof address === 'string' ? address : undefined,
    times: typeof times === 'number' ? times : undefined,
    delayMs: typeof delayMs === 'number' ? delayMs : undefined,
    soft: soft === true,
    answer: answer === '500' ? '500' : 'reset',
  }
}

/** An empty list of faults. */
export const openFaults = (): Faults => {
  let list: readonly { readonly fault: Fault; left: number }[] = []
  return {
    set: (fault) => {
      list = [...list, { fault, left: fault.times ?? Number.POSITIVE_INFINITY }]
    },
    clear: () => {
      list = []
    },
    take: (addresses) => {
      const hit = list.find(
        ({ fault }) => fault.address === undefined || addresses.includes(fault.address.toLowerCase()),
      )
      if (hit === undefined) return undefined
      hit.left -= 1
      list = list.filter(({ left }) => left > 0)
      return hit.fault
    },
  }
}
