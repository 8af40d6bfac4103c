/* Table 3 on our page, on the bare one and in SurveyJS: how each is shown, and where its cells are. */
import type { Page } from 'playwright-core'
import { ogi2021 } from '../../shared/form/editions/ogi-2021.ts'
import type { OpenOffice } from './open-office.ts'

export type SideName = 'ours' | 'bare' | 'survey'

export interface Cell {
  readonly row: string
  readonly column: string
}

export interface Side {
  /** A page of its own computer that is loaded and does not show the table yet. */
  readonly load: () => Promise<Page>
  /** What is clicked to see the table. */
  readonly opener: string
  /** Any input of the table, once it is shown. */
  readonly anyInput: string
  /** An input of the table. */
  readonly input: (cell: Cell) => string
  /** Where the total of a row is read. */
  readonly rowTotal: (row: string) => string
}

export const section = 'requests'

const table = ogi2021.sections.find(({ id }) => id === section)
if (table?.kind !== 'matrix') throw new Error('there is no table 3')
const inputColumns = table.columns.filter(({ computed }) => computed === undefined).map(({ id }) => id)
const inputRows = table.rows.filter(({ computed }) => computed === undefined).map(({ id }) => id)

/** Cells that are typed into: every row, and each time the next column. */
export const cells: readonly Cell[] = inputRows.map((row, at) => ({
  row,
  column: inputColumns[at % inputColumns.length] ?? '',
}))

const quiet = 300

const loadedAt = async (page: Page, url: string): Promise<Page> => {
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.waitForTimeout(quiet)
  return page
}

/* The last of what is fetched some seconds after opening (web/return/rest.ts), whether a table is opened or not. */
const isRestFetched = `performance.getEntriesByType('resource').some(({ name }) => name.includes('/cover-page-'))`

const restFetched = async (page: Page): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await page.evaluate(isRestFetched)) === true) return
    await page.waitForTimeout(quiet)
  }
  throw new Error('the rest of the page did not come')
}

const byAddress = ({ row, column }: Cell): string => `[data-cell="${section}.${row}.${column}"]`

/* SurveyJS names its inputs by number; a row and a column of its table are counted. */
const surveyCell = (row: string, column: number): string =>
  `#table tbody tr.sd-table__row >> nth=${inputRows.indexOf(row)} >> td >> nth=${column + 1}`

export const sidesOf = (office: OpenOffice): Readonly<Record<SideName, Side>> => {
  const fresh = async (url: string): Promise<Page> => loadedAt(await (await office.browser.newContext()).newPage(), url)
  return {
    ours: {
      load: async () => {
        const page = await office.signedIn(office.returnAt('problems'))
        await page.locator('main nav').waitFor()
        await restFetched(page)
        await page.waitForLoadState('networkidle')
        await page.waitForTimeout(quiet)
        return page
      },
      opener: `main nav a[href$="/${section}"]`,
      anyInput: `[data-cell="${section}.received.naturalPerson"]`,
      input: byAddress,
      rowTotal: (row) => byAddress({ row, column: 'total' }),
    },
    bare: {
      load: () => fresh(office.others.bareTable),
      opener: '#open',
      anyInput: `[data-cell="${section}.received.naturalPerson"]`,
      input: byAddress,
      rowTotal: (row) => byAddress({ row, column: 'total' }),
    },
    survey: {
      load: () => fresh(office.others.surveyTable),
      opener: '#open',
      anyInput: '#table tbody input >> nth=0',
      input: ({ row, column }) => `${surveyCell(row, inputColumns.indexOf(column))} >> input`,
      rowTotal: (row) => surveyCell(row, inputColumns.length),
    },
  }
}

/** Shows the table, as a click does it. */
export const showTable = async (page: Page, side: Side): Promise<void> => {
  await page.locator(side.opener).first().click()
  await page.locator(side.anyInput).waitFor()
}
