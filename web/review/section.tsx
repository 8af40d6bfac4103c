/* One section under review, under its heading, with what was filled in at one click. */
import { fieldsIn } from '../../shared/form/fields.ts'
import type { Section } from '../../shared/form/form.ts'
import { language } from '../language.ts'
import { Figures } from './figures.tsx'
import { ListSection } from './list-section.tsx'
import type { Reviewed } from './reviewed.ts'
import { TextSection } from './text-section.tsx'
import type { ToRead } from './to-read.ts'
import { say } from './words.ts'

interface SectionProps {
  readonly reviewed: Reviewed
  readonly reading: ToRead
  readonly section: Section
}

const Filled = ({ reviewed: { answer }, section }: Pick<SectionProps, 'reviewed' | 'section'>) => {
  const words = say()
  const how = fieldsIn(section).flatMap(({ address }) => answer.filled[address] ?? [])
  const carried = how.filter((one) => one === 'lastYear').length
  const atOnce = how.length - carried
  if (how.length === 0) return null
  return (
    <p class="hint">
      {atOnce > 0 && words.filledIs(atOnce)} {carried > 0 && words.carriedIs(carried)}
    </p>
  )
}

const Content = ({ reviewed, reading, section }: SectionProps) => {
  switch (section.kind) {
    case 'narrative':
      return <TextSection reviewed={reviewed} section={section} />
    case 'list':
      return <ListSection reviewed={reviewed} reading={reading} section={section} />
    case 'matrix':
    case 'blocks':
      return <Figures reviewed={reviewed} reading={reading} section={section} />
  }
}

export const ReviewSection = (props: SectionProps) => (
  <section class="reviewed-section" id={`section-${props.section.id}`} aria-labelledby={`title-${props.section.id}`}>
    <h2 id={`title-${props.section.id}`} tabIndex={-1}>
      {props.section.title[language.value]}
    </h2>
    <Filled reviewed={props.reviewed} section={props.section} />
    <Content {...props} />
  </section>
)
