/* The pages of a return besides its sections: fetched when they are shown. */
import type { ComponentType } from 'preact'
import { later } from '../page/later.tsx'
import type { OpenReturn } from './open-return.ts'
import type { PartName } from './parts.ts'

type PartPage = ComponentType<{ readonly open: OpenReturn }>

export const partPages: Readonly<Record<PartName, PartPage>> = {
  check: later(
    () => import('../hand-in/check-page.tsx'),
    (page) => page.CheckPage,
  ),
  receipt: later(
    () => import('../hand-in/receipt-page.tsx'),
    (page) => page.ReceiptPage,
  ),
  cover: later(
    () => import('../hand-in/cover-page.tsx'),
    (page) => page.CoverPage,
  ),
  revisions: later(
    () => import('../revisions/revisions-page.tsx'),
    (page) => page.RevisionsPage,
  ),
  workbook: later(
    () => import('../workbook/workbook-page.tsx'),
    (page) => page.WorkbookPage,
  ),
}
