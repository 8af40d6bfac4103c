/*
 * What the return of an address needs, asked for while the page that shows it is still on its way: on a slow line each
 * wait that follows another is felt.
 */
import { type Answered, call, type ReturnAnswer } from '../api/client.ts'

interface Target {
  readonly round: string
  readonly unit: string
}

let asked: (Target & { readonly answer: Promise<Answered<ReturnAnswer>> }) | undefined

/** Asks for the return of an address; nothing for any other address. */
export const askEarly = (path: string): void => {
  const [, round, unit] = /^\/rounds\/([\w-]+)\/returns\/([\w-]+)(?:\/|$)/.exec(path) ?? []
  if (round === undefined || unit === undefined) return
  asked = { round, unit, answer: call('getReturn', { path: { round, unit } }) }
}

/** A return: the answer that was asked for early, once, or a new one. */
export const getReturn = ({ round, unit }: Target): Promise<Answered<ReturnAnswer>> => {
  const early = asked
  asked = undefined
  return early?.round === round && early.unit === unit ? early.answer : call('getReturn', { path: { round, unit } })
}
