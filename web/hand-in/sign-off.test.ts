import { describe, expect, it } from 'vitest'
import { problemsOf, tidied } from './sign-off.ts'

const full = { preparedBy: '李梅', reviewedBy: '马国强', confidentialityReviewedBy: '韩玉', phone: '0972-8612345' }

describe('sign-off', () => {
  it('is complete with three names and a telephone number', () => {
    expect(problemsOf(full)).toEqual([])
  })
  it('names every fact that is missing', () => {
    const none = { preparedBy: '', reviewedBy: '', confidentialityReviewedBy: '', phone: '' }
    expect(problemsOf(none).map(({ key }) => key)).toEqual(Object.keys(none))
  })
  it('takes a telephone number in full-width digits with a long dash', () => {
    expect(tidied({ ...full, phone: ' ０９７２——８６１２３４５ ' }).phone).toBe('0972-8612345')
  })
  it('does not take words for a telephone number', () => {
    expect(problemsOf({ ...full, phone: '找老马' }).map(({ key }) => key)).toEqual(['phone'])
  })
  it('keeps a name to one line', () => {
    expect(tidied({ ...full, preparedBy: ' 李\n梅 ' }).preparedBy).toBe('李 梅')
  })
})
