import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cells } from '../form/cells.ts'
import { instant } from '../time.ts'
import type { Receipt } from './return.ts'
import { brokenLink, changesBetween, hashOf, type Revision } from './revision.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const submitted = instant('2020-01-10T09:00:00+08:00')

const receiptOf = (given: Partial<Receipt> = {}): Receipt => ({
  number: 'haidong-2019-630202-1',
  revision: 1,
  submittedAt: submitted,
  dueAt: instant('2020-02-01T00:00:00+08:00'),
  timeliness: 'onTime',
  hash: '',
  version: 4,
  ...given,
})

const revisionWith = (given: Partial<Revision> = {}): Revision => ({
  round: 'haidong-2019',
  unit: '630202',
  revision: 1,
  forms: ['ogi-2019@1'],
  cells: { 'requests.new.person': 12, 'overview.text': '概述' },
  reasons: [
    { check: 'R5', cell: 'requests.new.person', text: '机构合并', by: { id: 'p-li', name: '李' }, at: submitted },
  ],
  signOff: { preparedBy: '李', reviewedBy: '王', confidentialityReviewedBy: '赵', phone: '0972-8612345' },
  at: submitted,
  by: { id: 'p-li', name: '李' },
  previous: '',
  receipt: receiptOf(),
  ...given,
})

/** Numbers, links and seals drafts of revisions as a submission does. */
const chained = (drafts: readonly Partial<Revision>[]): readonly Revision[] => {
  const chain: Revision[] = []
  for (const [index, draft] of drafts.entries()) {
    const n = index + 1
    const previous = chain.at(-1)?.receipt.hash ?? ''
    const open = revisionWith({ ...draft, revision: n, previous, receipt: receiptOf({ revision: n }) })
    chain.push({ ...open, receipt: { ...open.receipt, hash: hashOf(open, sha256) } })
  }
  return chain
}
const headOf = (chain: readonly Revision[]) => chain.at(-1)?.receipt.hash ?? ''
const proof = (chain: readonly Revision[], head: string) => brokenLink(chain, head, sha256)
const threeRevisions = chained([{ cells: { a: 1 } }, { cells: { a: 2 } }, { cells: { a: 3 } }])
const replaced = (chain: readonly Revision[], index: number, given: Partial<Revision>) =>
  chain.map((revision, at) => (at === index ? { ...revision, ...given } : revision))

describe('the hash of a revision', () => {
  it('does not depend on the order in which its facts were written', () => {
    const { cells: _, ...rest } = revisionWith()
    const turned = { cells: { 'overview.text': '概述', 'requests.new.person': 12 }, ...rest }
    expect(hashOf(turned, sha256)).toBe(hashOf(revisionWith(), sha256))
  })

  it('leaves out the place where it is printed itself', () => {
    const printed = revisionWith({ receipt: receiptOf({ hash: 'somewhere' }) })
    expect(hashOf(printed, sha256)).toBe(hashOf(revisionWith(), sha256))
  })

  it('covers the other facts of the receipt', () => {
    const late = revisionWith({ receipt: receiptOf({ timeliness: 'late' }) })
    expect(hashOf(late, sha256)).not.toBe(hashOf(revisionWith(), sha256))
  })
})

describe('proving a chain', () => {
  it('names a revision that is missing', () => {
    const gap = threeRevisions.filter(({ revision }) => revision !== 2)
    expect(proof(gap, headOf(threeRevisions))).toEqual({ revision: 2, why: 'missing' })
  })

  it('names the revision whose facts were changed', () => {
    const forged = replaced(threeRevisions, 1, { cells: { a: 20 } })
    expect(proof(forged, headOf(threeRevisions))).toEqual({ revision: 2, why: 'content' })
  })

  it('names the next link when a changed revision was sealed anew', () => {
    const changed = revisionWith({ ...threeRevisions[1], cells: { a: 20 } })
    const resealed = { ...changed, receipt: { ...changed.receipt, hash: hashOf(changed, sha256) } }
    expect(proof(replaced(threeRevisions, 1, resealed), headOf(threeRevisions))).toEqual({ revision: 3, why: 'link' })
  })

  it('finds a chain that was rewritten to its end by the printed head', () => {
    const rewritten = chained([{ cells: { a: 1 } }, { cells: { a: 20 } }, { cells: { a: 3 } }])
    expect(proof(rewritten, headOf(threeRevisions))).toEqual({ revision: 3, why: 'head' })
  })

  it('finds that the last revision was cut off', () => {
    expect(proof(threeRevisions.slice(0, 2), headOf(threeRevisions))).toEqual({ revision: 2, why: 'head' })
  })

  it('finds that all revisions are gone though a head is printed', () => {
    expect(proof([], headOf(threeRevisions))).toEqual({ revision: 0, why: 'head' })
  })

  it('holds for a return that was never handed in', () => {
    expect(proof([], '')).toBeUndefined()
  })

  it('holds for a chain as it was sealed', () => {
    expect(proof(threeRevisions, headOf(threeRevisions))).toBeUndefined()
  })
})

describe('any chain', () => {
  const cells = fc.dictionary(fc.string({ maxLength: 4 }), fc.oneof(fc.integer(), fc.string(), fc.boolean()), {
    maxKeys: 4,
  })
  const chains = fc
    .array(cells, { minLength: 1, maxLength: 5 })
    .map((all) => chained(all.map((one) => ({ cells: one }))))
  const somewhere = fc.nat({ max: 99 })

  /** Another value for every field, so that a field added to Revision must be added here. */
  const forgeries: { readonly [F in keyof Revision]-?: (was: Revision) => Revision[F] } = {
    round: (was) => `${was.round}x`,
    unit: (was) => `${was.unit}x`,
    revision: (was) => was.revision + 1,
    forms: (was) => [...was.forms, 'police-supplement@1'],
    cells: (was) => ({ ...was.cells, forged: 1 }),
    reasons: () => [],
    signOff: (was) => ({ ...was.signOff, reviewedBy: '某' }),
    at: () => instant('2020-01-09T09:00:00+08:00'),
    by: (was) => ({ ...was.by, onBehalf: true }),
    previous: (was) => `${was.previous}0`,
    receipt: (was) => ({ ...was.receipt, timeliness: 'late' }),
  }
  const receiptForgeries: { readonly [F in keyof Receipt]-?: (was: Receipt) => Receipt[F] } = {
    number: (was) => `${was.number}0`,
    revision: (was) => was.revision + 1,
    submittedAt: () => instant('2020-01-09T09:00:00+08:00'),
    dueAt: () => instant('2020-03-01T00:00:00+08:00'),
    timeliness: () => 'extended',
    hash: (was) => `${was.hash}0`,
    version: (was) => was.version + 1,
  }

  it('holds as it was sealed', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        expect(proof(chain, headOf(chain))).toBeUndefined()
      }),
    )
  })

  it.each(Object.entries(forgeries))('breaks when %s of any revision is changed', (field, forge) => {
    fc.assert(
      fc.property(chains, somewhere, (chain, at) => {
        const forged = chain.map((one, index) => (index === at % chain.length ? { ...one, [field]: forge(one) } : one))
        expect(proof(forged, headOf(chain))).toBeDefined()
      }),
      { numRuns: 20 },
    )
  })

  it.each(Object.entries(receiptForgeries))('breaks when %s of any receipt is changed', (field, forge) => {
    fc.assert(
      fc.property(chains, somewhere, (chain, at) => {
        const forged = chain.map((one, index) =>
          index === at % chain.length ? { ...one, receipt: { ...one.receipt, [field]: forge(one.receipt) } } : one,
        )
        expect(proof(forged, headOf(chain))).toBeDefined()
      }),
      { numRuns: 20 },
    )
  })

  it('breaks when two revisions change places', () => {
    fc.assert(
      fc.property(chains, somewhere, somewhere, (chain, a, b) => {
        const [from, to] = [a % chain.length, b % chain.length]
        fc.pre(from !== to)
        const order = chain.map((_, index) => (index === from ? to : index === to ? from : index))
        const turned = order.flatMap((index) => chain[index] ?? [])
        expect(proof(turned, headOf(chain))).toBeDefined()
      }),
    )
  })

  it('breaks when any revision is left out', () => {
    fc.assert(
      fc.property(chains, somewhere, (chain, at) => {
        const left = chain.filter((_, index) => index !== at % chain.length)
        expect(proof(left, headOf(chain))).toBeDefined()
      }),
    )
  })
})

describe('changes between two revisions', () => {
  const between = (was: Cells, is: Cells) => changesBetween(was, is)

  it('are none between equal ones', () => {
    expect(between({ a: 1, b: { na: '无' } }, { b: { na: '无' }, a: 1 })).toEqual([])
  })

  it('name each cell with both values, in the order of addresses', () => {
    expect(between({ b: 1, a: 0 }, { a: '0', b: 2 })).toEqual([
      { cell: 'a', was: 0, is: '0' },
      { cell: 'b', was: 1, is: 2 },
    ])
  })

  it('say blank for a cell that only one of them has', () => {
    expect(between({ a: 1 }, { b: 2 })).toEqual([
      { cell: 'a', was: 1, is: null },
      { cell: 'b', was: null, is: 2 },
    ])
  })

  it('see another reason for not applicable', () => {
    expect(between({ a: { na: '无' } }, { a: { na: '无此项' } })).toHaveLength(1)
  })
})
