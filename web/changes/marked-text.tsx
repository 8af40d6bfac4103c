/*
 * A changed text once, with what was removed and added marked in it: as elements that mean it, by lines through and
 * under it that paper and forced colours keep, and in words for those who hear the page.
 */
import { useState } from 'preact/hooks'
import { type Piece, placesChanged, type Shown, shortened } from './differences.ts'
import { say } from './words.ts'

const Heard = ({ children }: { readonly children: string }) => <span class="unseen">{children}</span>

/* A line break that came or went has nothing to draw a line under. */
const visible = (text: string): string => text.replace(/\n/g, '↵\n')

const Part = ({ part }: { readonly part: Shown }) => {
  const words = say()
  switch (part.kind) {
    case 'same':
      return <>{part.text}</>
    case 'left out':
      return (
        <>
          <span aria-hidden="true"> … </span>
          <Heard>{words.leftOut(part.count)}</Heard>
        </>
      )
    case 'gone':
      return (
        <del>
          <Heard>{words.goneBegins}</Heard>
          {visible(part.text)}
          <Heard>{words.ends}</Heard>
        </del>
      )
    case 'new':
      return (
        <ins>
          <Heard>{words.newBegins}</Heard>
          {visible(part.text)}
          <Heard>{words.ends}</Heard>
        </ins>
      )
  }
}

/** @param name of the cell, for those who hear the button without seeing where it stands */
export const MarkedText = ({ pieces, name }: { readonly pieces: readonly Piece[]; readonly name: string }) => {
  const [isWhole, showWhole] = useState(false)
  const words = say()
  const short = shortened(pieces)
  const isShortened = short.some(({ kind }) => kind === 'left out')
  return (
    <>
      <p class="marked">
        {(isWhole ? pieces : short).map((part, at) => (
          <Part key={at} part={part} />
        ))}
      </p>
      <p class="hint">
        {words.places(placesChanged(pieces))}{' '}
        {isShortened && (
          <button type="button" class="plain" onClick={() => showWhole(!isWhole)}>
            {isWhole ? words.shorter : words.whole}
            <span class="unseen"> {name}</span>
          </button>
        )}
      </p>
    </>
  )
}
