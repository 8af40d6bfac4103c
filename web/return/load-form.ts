/* The form of a return, fetched when a round asks for it: one file per edition. */
import type { Form } from '../../shared/form/form.ts'
import { join, partsOf } from '../../shared/form/join.ts'

const editions: Readonly<Record<string, () => Promise<Form>>> = {
  'ogi-2019': async () => (await import('../../shared/form/editions/ogi-2019.ts')).ogi2019,
  'ogi-2021': async () => (await import('../../shared/form/editions/ogi-2021.ts')).ogi2021,
  'police-supplement': async () => (await import('../../shared/form/editions/police-supplement.ts')).policeSupplement,
}

const loaded = new Map<string, Promise<Form | undefined>>()

const load = async (id: string): Promise<Form | undefined> => {
  const parts = await Promise.all(partsOf(id).map((part) => editions[part]?.()))
  const [first, ...rest] = parts.flatMap((part) => (part === undefined ? [] : [part]))
  return first === undefined || rest.length + 1 < parts.length ? undefined : join([first, ...rest])
}

/** The form of an id, 'a+b' for a joined one; undefined when these pages do not know it. Rejects without a line. */
export const loadForm = (id: string): Promise<Form | undefined> => {
  const known = loaded.get(id) ?? load(id)
  loaded.set(id, known)
  known.catch(() => loaded.delete(id))
  return known
}
