/* The first sheet: what to do with the workbook, in the person's language first and in the other beneath. */
import type { Language } from '../form/words.ts'
import type { Words } from '../words.ts'
import type { InstructionLine } from './model.ts'

const words = (zh: string, en: string): Words => ({ zh, en })

interface About {
  readonly unit: Words
  readonly round: string
  readonly year: number
  readonly version: number
  readonly form: Words
}

const steps: readonly Words[] = [
  words(
    '1. 在各工作表的白色格中填写；浅黄色是尚未填写的格，灰色是标题或自动计算的合计，不必填写。',
    '1. Fill in the white cells of the sheets; pale yellow ones are still blank. Grey cells are headings or totals that compute themselves.',
  ),
  words(
    '2. 数量填整数；没有发生的填 0，空白表示“还没有填”。“本年增/减”可填 5 或 -17，也可写“增5”“减17”。',
    '2. Counts are whole numbers. Nothing happened: enter 0; a blank cell means “not filled in yet”. An increase or decrease is 5 or -17.',
  ),
  words(
    '3. 本单位没有此项职能的，写“不适用：理由”，例如“不适用：本单位无行政收费”。',
    '3. Where an item does not apply to the unit, write “n/a: reason”, for example “n/a: the unit charges no fees”.',
  ),
  words(
    '4. 红色表示勾稽关系不符，报送前须改正；橙色表示须说明理由（理由在网页上填写）。上年数据在单元格批注中。',
    '4. Red: figures do not agree and must be put right before handing in. Amber: a reason is asked for, on the page. Last year’s figures are in the cells’ comments.',
  ),
  words(
    '5. 只填数字和文字，不要填公式，不要合并单元格，不要删除行、列和工作表；可以从别的表格复制，用“选择性粘贴—数值”。',
    '5. Enter figures and text only: no formulas, no merged cells, no removed rows, columns or sheets. Paste from elsewhere as values.',
  ),
  words(
    '6. 填好后保存为 .xlsx，在网页“工作簿”处上传。上传后先列出改动和问题，您确认后才保存；有问题时不作任何改动。',
    '6. Save as .xlsx and upload it on the page under “Workbook”. What changes and what is wrong is listed first; nothing is saved before you say so.',
  ),
  words(
    '7. 下载后同事在网页上改过的格，如您在工作簿中也改了，上传时会列出双方的值，不会覆盖同事的数据。',
    '7. Where a colleague has changed a cell on the page meanwhile and you changed it here too, both values are listed and the colleague’s stands.',
  ),
]

/* For figures of an earlier year: nobody hands them in, and a published total stays what it was. */
const ofHistory: readonly Words[] = [
  ...steps.slice(0, 3),
  words(
    '4. 合计格自动计算。当年公布的合计与各项之和不一致的，可在合计格直接填写公布的数字，两者都会保留，差异会列出。',
    '4. Totals compute themselves. Where a published total is not what its entries make, type the published figure over it: both are kept, and the difference is listed.',
  ),
  ...steps.slice(4, 5),
  words(
    '6. 填好后保存为 .xlsx，在下载它的“往年数据”页上传。先列出改动和问题，您确认并写明数据来源后才保存。',
    '6. Save as .xlsx and upload it on the page of earlier years. What changes and what is wrong is listed first; nothing is saved before you say so and name the source.',
  ),
]

type InstructedOf = 'return' | 'history'

const linesIn = (about: About, language: Language, of: InstructedOf): readonly InstructionLine[] => {
  const facts = [
    words(`填报单位：${about.unit.zh}`, `Unit: ${about.unit.en}`),
    ...(of === 'return' ? [words(`报送轮次：${about.round}`, `Round: ${about.round}`)] : []),
    words(`报告年度：${about.year} 年`, `Report year: ${about.year}`),
    ...(of === 'return' ? [words(`下载时的版本：${about.version}`, `Version when downloaded: ${about.version}`)] : []),
  ]
  return [
    { role: 'title', text: about.form[language] },
    ...facts.map((line): InstructionLine => ({ role: 'line', text: line[language] })),
    { role: 'heading', text: words('填写说明', 'How to fill this in')[language] },
    ...(of === 'return' ? steps : ofHistory).map((line): InstructionLine => ({ role: 'line', text: line[language] })),
  ]
}

const blank: InstructionLine = { role: 'line', text: '' }

/** The instructions in both languages. */
export const instructionsFor = (about: About, language: Language, of: InstructedOf) => ({
  name: words('填写说明', 'Instructions')[language],
  lines: [...linesIn(about, language, of), blank, ...linesIn(about, language === 'zh' ? 'en' : 'zh', of)],
})
