/* The units under a collecting unit, with their names: page after page until all are there. */

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { AnswerOf, Routes } from '../../shared/api.ts'
import type { Answered } from '../api/client.ts'
import { ask } from '../api/collecting.ts'
import { language } from '../language.ts'

export type ListedUnit = AnswerOf<Routes['listUnits']>['units'][number]

export const unitsUnder = async (under: string): Promise<Answered<readonly ListedUnit[]>> => {
  const found: ListedUnit[] = []
  let after: string | undefined
  do {
    const answer = await ask('listUnits', { query: { under, ...(after === undefined ? {} : { after }) } })
    if (!answer.ok) return answer
    found.push(...answer.value.units)
    after = answer.value.after
  } while (after !== undefined)
  return { ok: true, value: found }
}

/** Units with their names; undefined until they are there. Asks nothing for an owner of ''. */
export const useUnits = (owner: string): Answered<readonly ListedUnit[]> | undefined => {
  const answer = useSignal<Answered<readonly ListedUnit[]> | undefined>(undefined)
  useEffect(() => {
    let isWanted = true
    answer.value = undefined
    if (owner !== '')
      void unitsUnder(owner).then((came) => {
        if (isWanted) answer.value = came
      })
    return () => {
      isWanted = false
    }
  }, [owner])
  return answer.value
}

/** The name of a unit, or its id where it is not known. */
export const nameOf = (units: readonly ListedUnit[], id: string): string =>
  units.find((unit) => unit.id === id)?.name[language.value] ?? id
