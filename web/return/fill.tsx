/* 「其余填 0」 and 「零报告」 of a section: what will happen is said first, and a refusal says which cells. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { CellLink } from './cell-link.tsx'
import { say } from './fill-words.ts'
import type { Hitch, OpenReturn } from './open-return.ts'
import { blanksIn } from './settling.ts'

type How = 'zero' | 'nil'

const Sure = ({ how, blank, go, stop }: { how: How; blank: number; go: () => void; stop: () => void }) => {
  const words = say()
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <div class="notice">
      <p id="fill-is">{how === 'zero' ? words.zeroIs(blank) : words.nilIs(blank)}</p>
      <p class="actions">
        <button ref={first} type="button" aria-describedby="fill-is" onClick={go}>
          {how === 'zero' ? words.zeroSure : words.nilSure}
        </button>
        <button type="button" class="plain" onClick={stop}>
          {words.cancel}
        </button>
      </p>
    </div>
  )
}

interface FillProps {
  readonly open: OpenReturn
  readonly section: string
}

export const Fill = ({ open, section }: FillProps) => {
  const [asked, ask] = useState<How | undefined>(undefined)
  const [outcome, tell] = useState<{ readonly hitch?: Hitch; readonly filled: number } | undefined>(undefined)
  const words = say()
  const blank = blanksIn(open, section)
  const fill = async (how: How): Promise<void> => {
    ask(undefined)
    const hitch = await open.fill(section, how)
    tell({ filled: blank, ...(hitch === undefined ? {} : { hitch }) })
  }
  const begin = (how: How): void => {
    tell(undefined)
    ask(how)
  }
  const hitch = outcome?.hitch
  return (
    <div class="fill">
      {asked !== undefined && <Sure how={asked} blank={blank} go={() => fill(asked)} stop={() => ask(undefined)} />}
      {asked === undefined && blank > 0 && (
        <p class="actions">
          <button type="button" onClick={() => begin('zero')}>
            {words.zeroButton}
          </button>
          <button type="button" onClick={() => begin('nil')}>
            {words.nilButton}
          </button>
        </p>
      )}
      <p role="status" class={outcome === undefined ? 'unseen' : `notice ${hitch === undefined ? 'good' : 'bad'}`}>
        {outcome !== undefined && (hitch?.detail ?? words.filledIn(outcome.filled))}{' '}
        {hitch?.cell !== undefined && (
          <CellLink open={open} cell={hitch.cell}>
            {words.toIt}
          </CellLink>
        )}
      </p>
    </div>
  )
}
