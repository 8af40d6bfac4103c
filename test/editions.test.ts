/* Label by label and id by id: the built-in forms against a copy of the facts of the two official formats. */
import { describe, expect, it } from 'vitest'
import { applicationHelp } from '../shared/form/editions/application-help.ts'
import { ogi2019 } from '../shared/form/editions/ogi-2019.ts'
import { ogi2021 } from '../shared/form/editions/ogi-2021.ts'
import { policeSupplement } from '../shared/form/editions/police-supplement.ts'
import type { Column, Form, Group, Row, Section } from '../shared/form/form.ts'
import facts from './fixtures/editions.json' with { type: 'json' }

interface FactRow {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly group?: string
  readonly computed?: string
}
interface FactColumn extends FactRow {
  readonly cell?: string
  readonly measure?: string
}
interface FactSection {
  readonly id: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly kind: string
  readonly cell?: string
  readonly measure?: string
  readonly cornerNote?: string
  readonly rowHeader?: string
  readonly blocks?: readonly {
    readonly article: string
    readonly columns: readonly FactColumn[]
    readonly rows: readonly FactRow[]
  }[]
  readonly rows?: readonly FactRow[]
  readonly columns?: readonly FactColumn[]
  readonly rowGroups?: Readonly<Record<string, { readonly zh: string; readonly en: string; readonly in?: string }>>
  readonly columnGroups?: Readonly<Record<string, { readonly zh: string; readonly en: string }>>
}

const rowFacts = (row: FactRow) => ({
  id: row.id,
  zh: row.zh,
  en: row.en,
  group: row.group,
  computed: row.computed !== undefined,
})
const rowsAsFacts = (rows: readonly Row[]) =>
  rows.map((row) => ({
    id: row.id,
    zh: row.label.zh,
    en: row.label.en,
    group: row.group,
    computed: row.computed !== undefined,
  }))

const columnFacts = (section: FactSection) => (column: FactColumn) => ({
  id: column.id,
  zh: column.zh,
  en: column.en,
  // "applicants" holds all columns that no inner group holds.
  group: column.group ?? (section.columnGroups ? 'applicants' : undefined),
  kind: column.cell ?? section.cell,
  measure: column.computed?.includes('÷') ? undefined : (column.measure ?? section.measure),
  computed: column.computed !== undefined,
})
const columnsAsFacts = (columns: readonly Column[]) =>
  columns.map((column) => ({
    id: column.id,
    zh: column.label.zh,
    en: column.label.en,
    group: column.group,
    kind: column.kind,
    measure: column.measure,
    computed: column.computed !== undefined,
  }))

const groupFacts = (groups: FactSection['rowGroups'] = {}, outer?: string) =>
  Object.entries(groups).map(([id, group]) => ({
    id,
    label: { zh: group.zh, en: group.en },
    in: group.in ?? (outer !== undefined && id !== outer ? outer : undefined),
  }))
const groupsAsFacts = (groups: readonly Group[]) =>
  groups.map((group) => ({ id: group.id, label: group.label, in: group.in }))

const articleEnglish: Readonly<Record<string, string>> = {
  '第二十条第（一）项': 'Article 20, item (1)',
  '第二十条第（五）项': 'Article 20, item (5)',
  '第二十条第（六）项': 'Article 20, item (6)',
  '第二十条第（八）项': 'Article 20, item (8)',
  '第二十条第（九）项': 'Article 20, item (9)',
}

const shapeOfFact = (fact: FactSection) => ({
  id: fact.id,
  title: fact.title,
  kind: fact.kind,
  rowHeader: fact.rowHeader,
  cornerNote: fact.cornerNote,
  blocks: fact.blocks?.map((block) => ({
    article: { zh: block.article, en: articleEnglish[block.article] },
    columns: block.columns.map(columnFacts(fact)),
    rows: block.rows.map(rowFacts),
  })),
  rows: fact.rows?.map(rowFacts),
  columns: fact.columns?.map(columnFacts(fact)),
  rowGroups: fact.kind === 'matrix' ? groupFacts(fact.rowGroups) : undefined,
  columnGroups: fact.kind === 'matrix' ? groupFacts(fact.columnGroups, 'applicants') : undefined,
})

const shapeOfSection = (section: Section) => ({
  id: section.id,
  title: section.title,
  kind: section.kind,
  rowHeader: section.kind === 'blocks' ? section.rowHeader.zh : undefined,
  cornerNote: section.kind === 'matrix' ? section.cornerNote?.zh : undefined,
  blocks:
    section.kind === 'blocks'
      ? section.blocks.map((block) => ({
          article: block.article,
          columns: columnsAsFacts(block.columns),
          rows: rowsAsFacts(block.rows),
        }))
      : undefined,
  rows: section.kind === 'matrix' ? rowsAsFacts(section.rows) : undefined,
  columns: section.kind === 'matrix' || section.kind === 'list' ? columnsAsFacts(section.columns) : undefined,
  rowGroups: section.kind === 'matrix' ? groupsAsFacts(section.rowGroups) : undefined,
  columnGroups: section.kind === 'matrix' ? groupsAsFacts(section.columnGroups) : undefined,
})

const [facts2019, facts2021] = facts.editions
const pairs: readonly { readonly form: Form; readonly sections: readonly FactSection[]; readonly fact: unknown }[] = [
  { form: ogi2019, sections: facts2019?.sections ?? [], fact: facts2019 },
  { form: ogi2021, sections: facts2021?.sections ?? [], fact: facts2021 },
  { form: policeSupplement, sections: facts.policeSupplement.sections, fact: facts.policeSupplement },
]

describe.each(pairs)('the form $form.id', ({ form, sections, fact }) => {
  it('has the id, title and source of the facts', () => {
    expect(fact).toMatchObject({ id: form.id, title: form.title, ...(form.source ? { source: form.source } : {}) })
  })

  it('has the sections of the facts in their order', () => {
    expect(form.sections.map(({ id }) => id)).toEqual(sections.map(({ id }) => id))
  })

  it.each(sections.map((section) => [section.id, section] as const))('prints %s label by label', (id, section) => {
    const built = form.sections.find((candidate) => candidate.id === id)
    expect(built && shapeOfSection(built)).toEqual(shapeOfFact(section))
  })

  it('is in force in the years of the facts', () => {
    const years = { 'ogi-2019': { from: 2019, to: 2020 }, 'ogi-2021': { from: 2021 } }
    expect(form.years).toEqual(Object.entries(years).find(([id]) => id === form.id)?.[1])
  })
})

describe('the narratives', () => {
  it('have the soft limit of the format of 2021 and none in 2019', () => {
    const limits = [ogi2019, ogi2021].map(
      (form) => form.sections.flatMap((section) => (section.kind === 'narrative' ? [section.softLimit] : []))[0],
    )
    expect(limits).toEqual([undefined, 1000])
  })
})

describe('the rows of table 3', () => {
  it('each carry help in both languages', () => {
    const bare = [ogi2019, ogi2021].flatMap((form) =>
      form.sections.flatMap((section) =>
        section.kind === 'matrix' && section.id === 'requests'
          ? section.rows.filter(({ id, helped }) => !helped || !applicationHelp[id]?.zh || !applicationHelp[id]?.en)
          : [],
      ),
    )
    expect(bare).toEqual([])
  })
})
