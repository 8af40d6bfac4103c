/* An open return: head, what must be known, the steps, the part one is at, and the bar that stays. */
import { language } from '../language.ts'
import { Boundary } from '../page/boundary.tsx'
import { Heading } from '../page/heading.tsx'
import { NotFound } from '../page/not-found.tsx'
import { ActionBar } from './action-bar.tsx'
import { isAsUsual } from './as-usual.ts'
import { DueNotice } from './due-notice.tsx'
import { Conflicts, Notices, UntakenNotice } from './frame-notices.ts'
import type { OpenReturn } from './open-return.ts'
import { partPages } from './part-pages.tsx'
import { isPartName } from './parts.ts'
import { SectionPage } from './section-page.tsx'
import { Steps } from './steps.tsx'
import { say } from './words.ts'

interface FrameProps {
  readonly open: OpenReturn
  readonly part: string | undefined
}

/* What is printed of these pages has a title of its own. */
const isPaper = (part: string): boolean => part === 'check' || part === 'cover'

const Head = ({ open, title, place }: { open: OpenReturn; title: string; place: string }) => {
  const { round, unit } = open.answer.value
  return (
    <div class={isPaper(place) ? 'head no-print' : 'head'}>
      <div>
        <Heading title={title} place={place} />
        <p class="sub">
          {round.title} · {unit.name[language.value]}
          {!round.statutory && <span class="internal hint">{say().internal}</span>}
        </p>
      </div>
      <DueNotice open={open} />
    </div>
  )
}

const Part = ({ open, part }: { readonly open: OpenReturn; readonly part: string }) => {
  const section = open.form.sections.find(({ id }) => id === part)
  if (section !== undefined) return <SectionPage key={part} open={open} section={section} />
  if (!isPartName(part)) return null
  const Page = partPages[part]
  return (
    <Boundary part key={part}>
      <Page open={open} />
    </Boundary>
  )
}

export const ReturnFrame = ({ open, part: named }: FrameProps) => {
  const part = named ?? open.form.sections[0]?.id ?? 'check'
  const section = open.form.sections.find(({ id }) => id === part)
  const title = section?.title[language.value] ?? (isPartName(part) ? say()[part] : undefined)
  if (title === undefined) return <NotFound />
  return (
    <>
      <Head open={open} title={title} place={part} />
      <Boundary part>
        {!isAsUsual(open) && <Notices open={open} part={part} />}
        {open.disputed.value.size > 0 && <Conflicts open={open} />}
        {open.untaken.value.length > 0 && <UntakenNotice open={open} />}
      </Boundary>
      <div class="split">
        <Boundary part>
          <Steps open={open} part={part} />
        </Boundary>
        <div>
          <Part open={open} part={part} />
          <Boundary part>
            <ActionBar open={open} part={part} />
          </Boundary>
        </div>
      </div>
    </>
  )
}
