/* For the tests of grants: a call of the store in the words of IAM. */

const writeActions: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** What one call of the store asks of IAM: the actions inside a transaction, and Query on an index apart. */
export const actionsOf = (command: string, input: unknown): readonly string[] => {
  const facts = isRecord(input) ? input : {}
  if (command === 'TransactWriteItemsCommand') {
    const items: readonly unknown[] = Array.isArray(facts['TransactItems']) ? facts['TransactItems'] : []
    return items.flatMap((item) => (isRecord(item) ? Object.keys(item).map((kind) => writeActions[kind] ?? kind) : []))
  }
  const action = command.replace(/Item(Command)$|Command$/, (end) => (end.startsWith('Item') ? 'Item' : ''))
  return [facts['IndexName'] === undefined ? action : 'Query on index']
}
