/*
 * The form of 2021, written out in loops as one would for this form alone: its cells, its totals, its balance. No
 * schema, no data-driven checks.
 */
type Cells = Readonly<Record<string, unknown>>

const applicants = ['naturalPerson', 'business', 'research', 'publicInterest', 'legalService', 'otherOrganization']
const results = [
  ...['granted', 'partlyGranted', 'stateSecret', 'prohibitedByLaw', 'endangersSecurity', 'thirdPartyRights'],
  ...['internalAffairs', 'deliberative', 'enforcementFile', 'recordsInquiry', 'notHeld', 'wouldNeedCreation'],
  ...['stillUnclear', 'petition', 'repeated', 'publication', 'excessive', 'confirmation', 'notCorrectedInTime'],
  ...['feeNotPaid', 'otherReason'],
]
const rows = ['received', 'carriedIn', ...results, 'carriedOut']
const disputes = ['reconsideration', 'directSuit', 'suitAfterReconsideration']
const outcomes = ['upheld', 'corrected', 'other', 'pending']
const proactive = [
  ...['rules', 'normativeDocuments'].flatMap((row) => ['issued', 'repealed', 'inForce'].map((one) => `${row}.${one}`)),
  ...['licensing', 'penalties', 'coercion'].map((row) => `${row}.decisions`),
]

export const texts = ['overview.text', 'problems.text', 'otherMatters.text']
export const counts = [
  ...proactive.map((cell) => `proactive.${cell}`),
  ...rows.flatMap((row) => applicants.map((who) => `requests.${row}.${who}`)),
  ...disputes.flatMap((row) => outcomes.map((outcome) => `disputes.${row}.${outcome}`)),
]
export const money = 'proactive.fees.amount'
const known = new Set([...texts, ...counts, money])
const countCells = new Set(counts)

/** Cells that are not of the form or of the wrong type. */
export const badCells = (cells: Cells): readonly string[] =>
  Object.entries(cells)
    .filter(([cell, value]) => {
      if (!known.has(cell)) return true
      if (value === null) return false
      if (countCells.has(cell)) return !(Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < 1e11)
      if (cell === money) return !(typeof value === 'string' && /^\d{1,14}(\.\d{1,6})?$/.test(value))
      return !(typeof value === 'string' && Buffer.byteLength(value) <= 60_000)
    })
    .map(([cell]) => cell)

const number = (value: unknown): number => (typeof value === 'number' ? value : 0)

export const totalsOf = (cells: Cells): Record<string, number> => {
  const totals: Record<string, number> = {}
  for (const row of rows)
    totals[`requests.${row}.total`] = applicants.reduce((sum, who) => sum + number(cells[`requests.${row}.${who}`]), 0)
  let all = 0
  for (const who of applicants) {
    const sum = results.reduce((part, row) => part + number(cells[`requests.${row}.${who}`]), 0)
    totals[`requests.resultsTotal.${who}`] = sum
    all += sum
  }
  totals['requests.resultsTotal.total'] = all
  for (const row of disputes)
    totals[`disputes.${row}.total`] = outcomes.reduce((sum, one) => sum + number(cells[`disputes.${row}.${one}`]), 0)
  return totals
}

/** What must balance in the table, and with last year. */
export const failuresOf = (cells: Cells, totals: Cells, lastYear: Cells | undefined) => {
  const failures: { check: string; cells: string[]; left: number; right: number }[] = []
  for (const who of [...applicants, 'total']) {
    const at = (row: string) => number(cells[`requests.${row}.${who}`] ?? totals[`requests.${row}.${who}`])
    const left = at('received') + at('carriedIn')
    const right = at('resultsTotal') + at('carriedOut')
    if (left !== right) failures.push({ check: `R1.${who}`, cells: [`requests.received.${who}`], left, right })
    const carried = lastYear && number(lastYear[`requests.carriedOut.${who}`])
    if (carried !== undefined && who !== 'total' && carried !== at('carriedIn'))
      failures.push({ check: `R5.${who}`, cells: [`requests.carriedIn.${who}`], left: at('carriedIn'), right: carried })
  }
  return failures
}

/** Filled cells of all, and how many are blank in each section. */
export const progressOf = (cells: Cells) => {
  const blanks: Record<string, number> = {}
  let filled = 0
  for (const cell of known) {
    const value = cells[cell]
    if (value !== null && value !== undefined && value !== '') {
      filled += 1
      continue
    }
    const section = cell.slice(0, cell.indexOf('.'))
    blanks[section] = (blanks[section] ?? 0) + 1
  }
  return { filled, total: known.size, blanks }
}
