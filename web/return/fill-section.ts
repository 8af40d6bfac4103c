import { batch as together } from '@preact/signals'
import { noAnswer, problemOf } from '../api/problem.ts'
import type { OpenReturn, Saving } from './open-return.ts'
import type { SavingControl } from './saving.ts'
import { changesIn } from './stale.ts'
import type { Surroundings, Target } from './surroundings.ts'
import type { Steps } from './undo.ts'
import type { Waiting } from './waiting.ts'

interface FillWorld {
  readonly world: Pick<Surroundings, 'fill'>
  readonly target: Target
  readonly waiting: Waiting
  readonly saving: SavingControl
  readonly note: Steps['note']
  readonly show: () => void
}

const sentenceOf = (saving: Saving): string | undefined => {
  switch (saving.state) {
    case 'offline':
      return noAnswer().detail
    case 'signedOut':
      return problemOf(401, undefined).detail
    case 'refused':
      return saving.detail
    default:
      return undefined
  }
}

/** 「其余填 0」 and 「零报告」: done by the server, taken back here as one step. */
export const fillOf =
  ({ saving, world, target, waiting, note, show }: FillWorld): OpenReturn['fill'] =>
  async (section, how) => {
    /* What waits is no blank: the server must know of it first. */
    const inTheWay = sentenceOf(await saving.flush())
    if (inTheWay !== undefined) return inTheWay
    return saving.alone(async () => {
      const filled = await world.fill(target, { section, with: how, base: waiting.version() })
      if (!filled.ok) return filled.problem.detail
      const changes = changesIn(filled.value.others).filter((change) => change.filled === how)
      note(changes.map(({ cell, value }) => ({ cell, before: waiting.content(cell), after: { value } })))
      together(() => {
        saving.take(filled.value)
        show()
      })
      return undefined
    })
  }
