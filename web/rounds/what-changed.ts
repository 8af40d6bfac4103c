/* What the last change did to the reminders, carried from the form to the page that shows it (product R2). */
import { signal } from '@preact/signals'

export interface WhatChanged {
  readonly round: string
  readonly replanned: readonly { readonly zh: string; readonly en: string }[]
}

export const whatChanged = signal<WhatChanged | undefined>(undefined)
