import type { Said } from './words.ts'

export const en: Said = {
  title: (round: string) => `${round} · summary`,
  allIn: (all: number) => (all === 1 ? 'the one unit is in' : `all ${all} units are in`),
  in: (count: number, all: number) => `${count} of ${all} units are in`,
  edition: (n: number) => `edition ${n} is published`,
  provisional: 'some figures are not reviewed: provisional',
  internal: 'Internal summary; does not replace the statutory filing with the government of the same level.',
  print: 'Print one page',
  notComparable: 'counted differently last year',
  noLast: 'no figure of last year',
  last: (value: string) => `last year ${value}`,
  lastAnd: (value: string, growth: string) =>
    `last year ${value}, ${growth.startsWith('-') ? 'down' : 'up'} ${growth.replace('-', '')}`,
  notes: 'To know',
  nothingOdd: 'There is nothing in particular.',
  sources: 'Sources',
  sourcesAre: (count: number, hash: string) =>
    `${count === 1 ? 'One return' : `${count} returns added up`}, hash ${hash}; every figure leads to what the units filled in.`,
  toReport: 'See the report',
  asTable: 'See the table',
  unknown: '(blank)',
}
