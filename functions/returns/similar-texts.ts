/*
 * A narrative against those of other units (R14): for who reviews, and for nobody else, since it names the other unit.
 * A reporter's answers are made without this file. Only what has been handed in is compared, and with a bounded number
 * of units; who was left out is counted, never hidden.
 */
import { runChecks } from '../../shared/form/checks.ts'
import type { Finding } from '../../shared/form/finding.ts'
import type { Address, Form } from '../../shared/form/form.ts'
import type { OtherUnit } from '../../shared/form/rules/figures.ts'
import { cellsOf } from '../../shared/return/merge.ts'
import type { Caller } from '../pipeline/caller.ts'
import type { Services } from '../services.ts'
import { sideBySide } from '../side-by-side.ts'
import { isHandedIn, reviews } from './reviewing.ts'
import type { Situation } from './situation.ts'

/** Each is one query of a return: as many as one page may cost. */
const mostUnits = 40

export interface SimilarTexts {
  readonly findings: readonly Finding[]
  /** With how many units the texts were compared, and how many more have handed in. Absent: it was not done. */
  readonly compared?: { readonly units: number; readonly skipped: number }
}

const comparedCells = (form: Form): readonly Address[] =>
  form.checks.flatMap(({ rule }) => (rule.kind === 'unlike' && rule.to === 'otherUnits' ? [rule.cell] : []))

/** Units that have handed in, beginning behind this one: where not all can be compared, not all skip the same. */
const handedIn = async ({ rounds }: Pick<Services, 'rounds'>, { place }: Situation): Promise<readonly string[]> => {
  const { heads } = await rounds.board(place.round, place.collector)
  const units = heads.filter(({ now }) => isHandedIn(now)).map(({ unit }) => unit)
  units.sort()
  return [...units.filter((unit) => unit > place.unit), ...units.filter((unit) => unit < place.unit)]
}

const textsOf = async (
  { units, returns }: Pick<Services, 'units' | 'returns'>,
  round: string,
  ids: readonly string[],
): Promise<readonly OtherUnit[]> => {
  const known = await units.units(ids)
  return sideBySide(known, async ({ id, shortName }) => {
    const { draft } = await returns.load(round, id)
    return { unit: id, name: shortName, cells: cellsOf(draft) }
  })
}

/** Which texts of a return that was handed in are like another unit's; nothing for a caller who does not review it. */
export const similarTexts = async (
  services: Pick<Services, 'rounds' | 'returns' | 'units'>,
  situation: Situation,
  caller: Caller,
): Promise<SimilarTexts> => {
  const { form, draft, place, stored } = situation
  const isDue = isHandedIn(stored.head?.now) && comparedCells(form).length > 0
  if (!isDue || !reviews(situation, caller)) return { findings: [] }
  const peers = await handedIn(services, situation)
  const otherUnits = await textsOf(services, place.round, peers.slice(0, mostUnits))
  return {
    findings: runChecks(form, { cells: cellsOf(draft), otherUnits, only: ['otherUnits'] }),
    compared: { units: otherUnits.length, skipped: peers.length - otherUnits.length },
  }
}
