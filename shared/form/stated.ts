/* A file or a history may state values of computed cells: they are kept beside the computed ones (product F5). */
import { fieldsOf, isComputed } from './fields.ts'
import type { Address, Form } from './form.ts'

/** Parts cells as published into inputs and stated values of computed cells. Unknown addresses stay with the inputs. */
export const splitStated = <V>(
  form: Form,
  published: Readonly<Record<Address, V>>,
): { readonly cells: Readonly<Record<Address, V>>; readonly stated: Readonly<Record<Address, V>> } => {
  const cells: Record<Address, V> = {}
  const stated: Record<Address, V> = {}
  const fields = fieldsOf(form)
  for (const [address, value] of Object.entries(published)) {
    const field = fields.get(address)
    if (field && isComputed(field)) stated[address] = value
    else cells[address] = value
  }
  return { cells, stated }
}
