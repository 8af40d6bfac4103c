/*
 * What was typed here and is not in the return, because the return takes no changes (any more): told apart from its
 * content, and nothing of it is lost unless somebody says so.
 */
import { useState } from 'preact/hooks'
import { Download } from '../documents/download.tsx'
import type { OpenReturn } from '../return/open-return.ts'
import { type Line, lineOf, untakenText } from './untaken-text.ts'
import { say } from './words.ts'

const copied = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

const TakeAway = ({ lines }: { readonly lines: readonly Line[] }) => {
  const [outcome, tell] = useState<boolean | undefined>(undefined)
  const words = say()
  const text = untakenText(lines)
  const file = { name: words.file, content: new Blob([text], { type: 'text/plain;charset=utf-8' }) }
  return (
    <>
      <button type="button" onClick={async () => tell(await copied(text))}>
        {words.copy}
      </button>
      <Download file={async () => ({ ok: true, value: file })}>{words.download}</Download>
      <span role="status">{outcome === undefined ? '' : outcome ? words.copied : words.notCopied}</span>
    </>
  )
}

const Forget = ({ open }: { readonly open: OpenReturn }) => {
  const [isAsked, ask] = useState(false)
  const words = say()
  if (!isAsked)
    return (
      <button type="button" class="plain" onClick={() => ask(true)}>
        {words.forget}
      </button>
    )
  return (
    <>
      <button type="button" onClick={open.forget}>
        {words.forgetSure}
      </button>
      <button type="button" class="plain" onClick={() => ask(false)}>
        {words.keep}
      </button>
    </>
  )
}

export const UntakenNotice = ({ open }: { readonly open: OpenReturn }) => {
  const words = say()
  const lines = open.untaken.value.map((one) => lineOf(open.form, one))
  return (
    <section class="errors" role="alert" aria-labelledby="untaken">
      <h2 id="untaken" class="bad">
        {words.title(lines.length)}
      </h2>
      <p>{words.is}</p>
      <ul>
        {lines.map(({ key, name, yours, theirs }) => (
          <li key={key}>
            {name}
            <dl class="conflict">
              <div>
                <dt>{words.yours}</dt>
                <dd class="as-typed">{yours}</dd>
              </div>
              <div>
                <dt>{words.theirs}</dt>
                <dd class="as-typed">{theirs}</dd>
              </div>
            </dl>
          </li>
        ))}
      </ul>
      <p class="actions">
        <TakeAway lines={lines} />
        <Forget open={open} />
      </p>
    </section>
  )
}
