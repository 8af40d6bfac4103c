/*
 * Blocks to Word. The Word library is heavy, and most calls of this function's bundle do not need it: it is loaded
 * with the first document, not at start (cold starts are measured, decision on bundles).
 */
import type { DocumentModel } from '../../shared/report/document.ts'

/**
 * The document as a Word file (.docx), set to GB/T 9704-2012. Fonts are named, never embedded: the licensed ones are
 * on the offices' machines, others fall back. Characters that XML cannot hold are left out.
 */
export const docxOf = async (model: DocumentModel): Promise<Uint8Array> => {
  const { wordFile } = await import('./word-file.ts')
  return wordFile(model)
}
