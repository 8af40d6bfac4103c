import { batch as together } from '@preact/signals'
import { noAnswer, problemOf } from '../api/problem.ts'
import type { Hitch, OpenReturn } from './open-return.ts'
import type { SavingControl } from './saving.ts'
import { say } from './saving-words.ts'
import { changesIn } from './stale.ts'
import type { Surroundings, Target } from './surroundings.ts'
import type { Steps } from './undo.ts'
import type { Change, Waiting } from './waiting.ts'

interface FillWorld {
  readonly world: Pick<Surroundings, 'fill'>
  readonly target: Target
  /** The id of the person who fills here. */
  readonly me: string
  readonly waiting: Waiting
  readonly saving: SavingControl
  readonly note: Steps['note']
  readonly show: () => void
}

/* What waits is no blank: the server must know of it first. What cannot be read stands in the way in its section. */
const inTheWay = async ({ saving, waiting }: FillWorld, section: string): Promise<Hitch | undefined> => {
  const { state } = await saving.flush()
  if (state === 'offline') return { detail: noAnswer().detail }
  if (state === 'signedOut') return { detail: problemOf(401, undefined).detail }
  const here = [...waiting.entries().keys()].filter((address) => address.startsWith(`${section}.`))
  const [cell] = here
  return cell === undefined ? undefined : { detail: say().fillHeldBack(here.length), cell }
}

/** 「其余填 0」 and 「零报告」: done by the server, taken back here as one step. */
export const fillOf =
  (fillWorld: FillWorld): OpenReturn['fill'] =>
  async (section, how) => {
    const hitch = await inTheWay(fillWorld, section)
    if (hitch !== undefined) return hitch
    const { saving, world, target, me, waiting, note, show } = fillWorld
    return saving.alone(async () => {
      const filled = await world.fill(target, { section, with: how, base: waiting.version() })
      if (!filled.ok) {
        const { detail, errors } = filled.problem
        const cell = errors.find((error) => error.cell !== undefined)?.cell
        return cell === undefined ? { detail } : { detail, cell }
      }
      /* A colleague may have filled cells the same way: that step is theirs to take back. */
      const isOwn = ({ cell, who, filled: by }: Change): boolean =>
        by === how && who.id === me && cell.startsWith(`${section}.`)
      const changes = changesIn(filled.value.others).filter(isOwn)
      note(changes.map(({ cell, value }) => ({ cell, before: waiting.content(cell), after: { value } })))
      together(() => {
        saving.take(filled.value)
        show()
      })
      return undefined
    })
  }
