/*
 * The document as PDF, set by Typst with Noto Serif SC embedded (SIL Open Font License). Loaded with the first PDF: the
 * compiler is a native module, and it and the fonts lie beside the bundle, not in it (functions/bundle-options.ts).
 */
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { once } from '../../shared/once.ts'
import type { DocumentModel } from '../../shared/report/document.ts'
import { coverageOf } from './font-coverage.ts'
import { replacing } from './missing-glyphs.ts'
import { pdfData } from './pdf-blocks.ts'
import { pdfTemplate } from './pdf-template.ts'

const fontFile = (weight: string): string =>
  createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-serif-sc/${weight}/NotoSerifSC_${weight}.ttf`)

const openTypst = once(() => {
  const [regular, bold] = [fontFile('400Regular'), fontFile('700Bold')]
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [dirname(regular), dirname(bold)] }] })
  return { compiler, has: coverageOf(regular) }
})

/* What former documents left in the compiler's memory is kept for a few of them and no longer. */
const keptFor = 5

export const pdfFile = (model: DocumentModel): Uint8Array => {
  const { compiler, has } = openTypst()
  const doc = JSON.stringify(pdfData(model, replacing(has)))
  const pdf = compiler.pdf({ mainFileContent: pdfTemplate, inputs: { doc } })
  compiler.evictCache(keptFor)
  return pdf
}
