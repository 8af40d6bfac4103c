import { describe, expect, it } from 'vitest'
import { comparable } from './comparability.ts'
import { joinForms } from './forms.ts'
import { openingFigures } from './roll-forward.ts'

const ogi2019 = joinForms(['ogi-2019'])
const ogi2021 = joinForms(['ogi-2021'])
const joined = joinForms(['ogi-2021', 'police-supplement'])

describe('comparing with last year', () => {
  it('takes the same cell of the same edition', () => {
    const address = 'proactive.licensing.decisions'
    expect(comparable(ogi2021, ogi2021, address)).toEqual({ comparable: true, lastYearTerms: [address] })
  })

  it.each(['requests.received.total', 'requests.notHeld.business', 'disputes.directSuit.pending', 'overview.text'])(
    'takes %s across the change of edition',
    (address) => {
      expect(comparable(ogi2019, ogi2021, address)).toEqual({ comparable: true, lastYearTerms: [address] })
    },
  )

  it.each([
    ['proactive.licensing.decisions', '口径变化'],
    ['proactive.penalties.decisions', '口径变化'],
    ['proactive.coercion.decisions', '口径变化'],
    ['proactive.rules.inForce', '栏目不同'],
    ['proactive.normativeDocuments.issued', '栏目不同'],
    ['proactive.fees.amount', '计量单位'],
    ['requests.feeNotPaid.total', '三行之和'],
  ])('refuses %s across the change of edition, and says why', (address, because) => {
    const answer = comparable(ogi2019, ogi2021, address)
    expect(answer.comparable ? '' : answer.because.zh).toContain(because)
    expect(comparable(ogi2019, joined, address)).toEqual(answer)
  })

  it('sets the sum of three rows against （六）其他处理', () => {
    expect(comparable(ogi2021, ogi2019, 'requests.otherHandling.business')).toEqual({
      comparable: true,
      lastYearTerms: [
        'requests.notCorrectedInTime.business',
        'requests.feeNotPaid.business',
        'requests.otherReason.business',
      ],
    })
  })

  it('refuses a cell of the same address in another measure', () => {
    const inYuan = {
      ...ogi2021,
      sections: ogi2021.sections.map((section) =>
        section.kind === 'blocks'
          ? {
              ...section,
              blocks: section.blocks.map((block) => ({
                ...block,
                columns: block.columns.map((column) => ({ ...column, measure: '元' })),
              })),
            }
          : section,
      ),
    }
    expect(comparable(inYuan, ogi2021, 'proactive.fees.amount').comparable).toBe(false)
  })

  it('refuses a cell that last year’s form does not have', () => {
    expect(comparable(ogi2021, joined, 'inquiries.total.received').comparable).toBe(false)
    expect(comparable(ogi2021, ogi2021, 'no.such.cell').comparable).toBe(false)
  })
})

describe('opening figures', () => {
  it('carry last year’s open applications in, column by column', () => {
    const last = {
      'requests.carriedOut.naturalPerson': 3,
      'requests.carriedOut.business': 0,
      'requests.carriedOut.research': null,
      'requests.carriedOut.publicInterest': { na: '无' },
      'requests.carriedOut.total': 3,
      'requests.received.naturalPerson': 9,
    }
    expect(openingFigures(ogi2021, last)).toEqual({
      'requests.carriedIn.naturalPerson': 3,
      'requests.carriedIn.business': 0,
    })
  })

  it('are none in a form without applications', () => {
    expect(openingFigures(joinForms(['police-supplement']), { 'requests.carriedOut.business': 3 })).toEqual({})
  })
})
