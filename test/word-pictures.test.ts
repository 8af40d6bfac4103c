/*
 * What LibreOffice makes of the Word files: each is opened and printed without a word of complaint, and its pages look
 * as the stored pictures, which somebody has looked at. Where LibreOffice, Poppler or the Chinese fonts are missing the
 * skip is said; HUIBAO_REQUIRE_OFFICE=1 makes that a failure, HUIBAO_STORE_PICTURES=1 stores new pictures. They were made
 * with the versions that .ci/run asks for.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { afterAll, describe, expect, it } from 'vitest'
import { docxOf } from '../functions/documents/docx.ts'
import type { Cells } from '../shared/form/cells.ts'
import { compute } from '../shared/form/compute.ts'
import { inputFieldsOf } from '../shared/form/fields.ts'
import { joinForms } from '../shared/form/forms.ts'
import { words } from '../shared/form/words.ts'
import { comparisonDocument } from '../shared/report/comparison-document.ts'
import type { DocumentModel } from '../shared/report/document.ts'
import { reportDocument } from '../shared/report/report-document.ts'
import { returnDocument } from '../shared/report/return-document.ts'
import { yearOnYear } from '../shared/report/year-on-year.ts'
import { instant } from '../shared/time.ts'
import { scratch } from './office.ts'
import { isOfficeRequired } from './office-suite.ts'

const form = joinForms(['ogi-2019', 'police-supplement'])
const figuresOf = (step: number): Cells => {
  const cells: Cells = Object.fromEntries(
    inputFieldsOf(form).flatMap((field, at): (readonly [string, string | number])[] => {
      if (field.kind === 'count') return [[field.address, at % 3 === 0 ? at * step : 0]]
      if (field.kind === 'change') return [[field.address, at % 2 === 0 ? step : -step]]
      return field.kind === 'money' ? [[field.address, '73802895.90']] : []
    }),
  )
  return { ...cells, ...compute(form, cells) }
}
const now = figuresOf(3)
const narratives: Cells = {
  'overview.text': `（一）主动公开。${'全年按照统一部署推进政务公开，及时更新权责清单，办理咨询和信访件。'.repeat(6)}\n（二）依申请公开。\n全年平稳。`,
  'problems.text': '公开内容还不够丰富，下一步加强培训。',
}
const common = {
  form,
  year: 2019,
  unit: { name: words('海东市公安局', 'Haidong Public Security Bureau') },
  scope: words('全市（含县区）', 'Whole city with counties'),
  statutory: false,
  demo: true,
  zone: 'Asia/Shanghai',
  language: 'zh',
} as const
const completeness = { unitsIn: 6, missing: [words('平安分局', 'Ping’an')], provisional: [], late: [] }

const documents: Readonly<Record<string, DocumentModel>> = {
  report: reportDocument({
    ...common,
    figures: now,
    narratives,
    lists: [],
    completeness,
    hash: 'b0f1'.repeat(16),
    published: { edition: 1, at: instant('2020-01-31T10:00:00+08:00') },
  }),
  return: returnDocument({ ...common, cells: { ...now, ...narratives }, computed: compute(form, now) }),
  comparison: comparisonDocument({
    ...common,
    of: 'report',
    rows: yearOnYear(form, now, { form: form.id, cells: figuresOf(2) }),
    completeness,
  }),
}

const run = (command: string, args: readonly string[]) =>
  spawnSync(command, args, { encoding: 'utf8', timeout: 240_000 })
const versionOf = (command: string, args: readonly string[]): string | undefined => {
  const { error, stdout, stderr } = run(command, args)
  return error === undefined ? `${stdout}${stderr}`.trim().split('\n')[0] : undefined
}
const office = versionOf('soffice', ['--version'])
const poppler = versionOf('pdftoppm', ['-v'])
const font = versionOf('fc-match', ['Noto Serif CJK SC', 'family'])
const isHere = office !== undefined && poppler !== undefined && font?.includes('CJK') === true
if (!isHere && !isOfficeRequired)
  console.warn('SKIPPED: LibreOffice Writer, Poppler or the Noto CJK fonts are not here; no picture is compared.')

const stored = join(import.meta.dirname, 'fixtures', 'pictures')
const madeWith = join(stored, 'made-with.txt')
const folder = scratch()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The pages that LibreOffice prints, and what it said while it did. */
const printedPages = async (name: string, model: DocumentModel) => {
  const out = join(folder, name)
  mkdirSync(out)
  const file = join(out, `${name}.docx`)
  writeFileSync(file, await docxOf(model))
  const profile = `-env:UserInstallation=file://${folder}/profile`
  const { stdout, stderr } = run('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', out, file])
  run('pdftoppm', ['-r', '50', '-png', join(out, `${name}.pdf`), join(out, 'page')])
  const pages = readdirSync(out)
    .filter((one) => one.endsWith('.png'))
    .toSorted()
    .map((one) => readFileSync(join(out, one)))
  /* What it says of its own installation is not about the file. */
  const said = `${stdout}\n${stderr}`.replace(/^Warning: failed to launch javaldx.*$/m, '')
  return { said, pages }
}

/** The share of a page's points that are another colour; 1 where it has another size. */
const differing = (one: Buffer, other: Buffer): number => {
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)]
  if (a.width !== b.width || a.height !== b.height) return 1
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: 0.3 }) / (a.width * a.height)
}
const tolerance = 0.002

describe.skipIf(!isHere && !isOfficeRequired)('a Word file opened by LibreOffice', () => {
  it.each(Object.entries(documents))(
    'prints without a complaint and looks as its pictures: %s',
    async (name, model) => {
      if (!isHere) throw new Error('LibreOffice Writer, Poppler and the Noto CJK fonts are required.')
      const { said, pages } = await printedPages(name, model)
      expect(said).not.toMatch(/warn|error|fail|unknown/i)
      expect(pages.length).toBeGreaterThan(1)
      const pathOf = (at: number): string => join(stored, `${name}-${at + 1}.png`)
      if (process.env['HUIBAO_STORE_PICTURES'] === '1') {
        mkdirSync(stored, { recursive: true })
        for (const [at, page] of pages.entries()) writeFileSync(pathOf(at), page)
        writeFileSync(madeWith, `${office}\n${poppler}\n${font}\n`)
      }
      const versions = `stored with ${readFileSync(madeWith, 'utf8')}printed with ${office}\n${poppler}\n${font}`
      for (const [at, page] of pages.entries()) {
        expect(existsSync(pathOf(at)), `page ${at + 1} of ${name} has no picture; ${versions}`).toBe(true)
        expect(differing(page, readFileSync(pathOf(at))), `page ${at + 1} of ${name}; ${versions}`).toBeLessThan(
          tolerance,
        )
      }
      expect(existsSync(pathOf(pages.length)), `${name} had more pages; ${versions}`).toBe(false)
    },
  )
})
