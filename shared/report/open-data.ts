/*
 * A report or a return as open data: every figure by the address of its cell, with its labels and its measure, in the order of
 * the format. JSON is this value as it is; CSV is its tables. What a reader must know to use the figures (whose they
 * are, who is missing, that they stand in for no statutory filing, that they are only drawn) is in the data itself.
 */
import * as z from 'zod/mini'
import type { Cells } from '../form/cells.ts'
import { fieldsIn } from '../form/fields.ts'
import type { Address, Section } from '../form/form.ts'
import type { UnitId } from '../unit/unit.ts'
import type { Words } from '../words.ts'
import type { Completeness, ReportDocumentInput } from './report-document.ts'
import { demoMark, notStatutory } from './scope.ts'
import type { YearOnYearRow } from './year-on-year.ts'

const said = z.object({ zh: z.string(), en: z.string() })
/* As stored: whole numbers for counts, decimal text for money and shares, null for blank. */
const value = z.union([z.number(), z.string(), z.boolean(), z.null(), z.object({ na: z.string() })])
const named = z.array(said)

/** The published shape; web/public/open-data.schema.json is made of it. */
export const openDataShape = z.object({
  $schema: z.string(),
  title: said,
  unit: z.object({ id: z.string(), name: said }),
  year: z.number(),
  /** Of a comparison: the year that `last` and `growth` are of. */
  comparedWith: z.optional(z.number()),
  form: z.object({ id: z.string(), version: z.number(), title: said }),
  scope: said,
  /** Said of the whole: no statutory filing, demonstration data. */
  remarks: named,
  statutory: z.boolean(),
  demo: z.boolean(),
  edition: z.nullable(z.object({ edition: z.number(), publishedAt: z.string() })),
  completeness: z.object({ unitsIn: z.number(), missing: named, provisional: named, late: named }),
  hash: z.string(),
  tables: z.array(
    z.object({
      id: z.string(),
      title: said,
      cells: z.array(
        z.object({
          cell: z.string(),
          label: said,
          measure: z.optional(z.string()),
          value,
          /** Last year's figure, the growth since, and why there is nothing to compare with. */
          last: z.optional(value),
          growth: z.optional(z.string()),
          notComparable: z.optional(said),
        }),
      ),
    }),
  ),
  lists: z.array(
    z.object({
      id: z.string(),
      title: said,
      columns: z.array(z.object({ id: z.string(), label: said })),
      rows: z.array(z.object({ unit: said, values: z.record(z.string(), value) })),
    }),
  ),
  narratives: z.array(z.object({ cell: z.string(), title: said, text: z.string() })),
})
export type OpenData = z.infer<typeof openDataShape>

/** Where the schema lies, beside the pages. */
export const openDataSchemaPath = '/open-data.schema.json'

export interface OpenDataInput
  extends Pick<
    ReportDocumentInput,
    'form' | 'year' | 'figures' | 'narratives' | 'lists' | 'scope' | 'statutory' | 'demo' | 'hash' | 'published'
  > {
  readonly unit: { readonly id: UnitId; readonly name: Words }
  readonly completeness: Completeness
  /** Address of the schema. */
  readonly schema: string
  /** A comparison with the year before: its figures only. From yearOnYear. */
  readonly compared?: readonly YearOnYearRow[]
}

const comparisonAt = (row: YearOnYearRow | undefined) =>
  row === undefined
    ? {}
    : {
        last: row.last,
        ...(row.growth === undefined ? {} : { growth: row.growth }),
        ...(row.notComparable === undefined ? {} : { notComparable: row.notComparable }),
      }

type Compared = ReadonlyMap<Address, YearOnYearRow> | undefined

const tableOf = (section: Section, cells: Cells, compared: Compared): OpenData['tables'] => {
  const fields = section.kind === 'narrative' ? [] : fieldsIn(section)
  if (fields.length === 0) return []
  return [
    {
      id: section.id,
      title: section.title,
      cells: fields.map(({ address, label, ...field }) => ({
        cell: address,
        label,
        ...('measure' in field && field.measure !== undefined ? { measure: field.measure } : {}),
        value: cells[address] ?? null,
        ...comparisonAt(compared?.get(address)),
      })),
    },
  ]
}

const listOf = (section: Section, lists: OpenDataInput['lists']): OpenData['lists'] =>
  section.kind !== 'list'
    ? []
    : [
        {
          id: section.id,
          title: section.title,
          columns: section.columns.map(({ id, label }) => ({ id, label })),
          rows: lists
            .filter((list) => list.section === section.id)
            .flatMap(({ unit, rows }) => rows.map((values) => ({ unit, values: { ...values } }))),
        },
      ]

const narrativeOf = (section: Section, cells: Cells): OpenData['narratives'] => {
  const cell = `${section.id}.text`
  const text = cells[cell]
  return section.kind === 'narrative' && typeof text === 'string' ? [{ cell, title: section.title, text }] : []
}

export const openData = (input: OpenDataInput): OpenData => {
  const compared = input.compared && new Map(input.compared.map((row) => [row.cell, row]))
  const { form, year, unit, figures, narratives, lists, scope, statutory, demo, hash, completeness, published } = input
  return {
    $schema: input.schema,
    title: { zh: `${unit.name.zh}${year}年度`, en: `${unit.name.en}, ${year}` },
    unit: { id: unit.id, name: unit.name },
    year,
    ...(compared === undefined ? {} : { comparedWith: year - 1 }),
    form: { id: form.id, version: form.version, title: form.title },
    scope,
    remarks: [...(statutory ? [] : [notStatutory]), ...(demo ? [demoMark] : [])],
    statutory,
    demo,
    edition: published === undefined ? null : { edition: published.edition, publishedAt: published.at },
    completeness: {
      unitsIn: completeness.unitsIn,
      missing: [...completeness.missing],
      provisional: [...completeness.provisional],
      late: [...completeness.late],
    },
    hash,
    tables: form.sections.flatMap((section) => tableOf(section, figures, compared)),
    lists: compared === undefined ? form.sections.flatMap((section) => listOf(section, lists)) : [],
    narratives: compared === undefined ? form.sections.flatMap((section) => narrativeOf(section, narratives)) : [],
  }
}
