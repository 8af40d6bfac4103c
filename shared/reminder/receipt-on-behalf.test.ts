import { describe, expect, it } from 'vitest'
import { instant } from '../time.ts'
import type { Language } from '../unit/unit.ts'
import type { Letter } from './letter.ts'
import { writeLetter } from './write-letter.ts'

const dueAt = instant('2020-02-01T00:00:00+08:00')
const textOf = (onBehalf: string | undefined, language: Language): string => {
  const letter: Letter = {
    key: 'key',
    round: 'haidong-2019',
    roundTitle: '2019年度报告',
    year: 2019,
    to: { personId: 'p', name: '李文静', email: 'p@example.cn', language, role: 'reporter' },
    units: [{ unit: '630202', name: { zh: '乐都分局', en: 'Ledu' }, dueAt, dueWhy: 'round' }],
    zone: 'Asia/Shanghai',
    createdAt: instant('2020-01-15T10:21:00+08:00'),
    kind: 'receipt',
    receipt: {
      number: 'haidong-2019-630202-1',
      revision: 1,
      submittedAt: instant('2020-01-15T10:21:00+08:00'),
      dueAt,
      timeliness: 'onTime',
      hash: 'c0ffee',
      version: 4,
    },
    onBehalf,
  }
  const written = writeLetter(letter, {
    now: instant('2020-01-15T10:21:00+08:00'),
    link: (round, unit) => `https://huibao.example/rounds/${round}/returns/${unit}`,
    page: (page, round, unit) => `https://huibao.example/rounds/${round}/${page}?unit=${unit}`,
    calendar: { id: 'test', isDayOff: () => false, nameOf: () => undefined, knows: () => true },
    office: { zh: '海东市公安局办公室', en: 'Haidong office' },
    statutory: false,
  })
  return written.text
}

describe('the receipt of a return that was handed in on behalf of its unit', () => {
  it('says so, and by whom', () => {
    expect(textOf('韩雪梅', 'zh')).toContain('“2019年度报告”已由韩雪梅代乐都分局填报并提交，回执如下，请核对并留存。')
    expect(textOf('韩雪梅', 'zh')).toMatch(/代填人：\s*韩雪梅/)
    expect(textOf('Han Xuemei', 'en')).toContain('was filled in and submitted by Han Xuemei on behalf of Ledu')
  })

  it('says nothing of it where the unit did it itself', () => {
    expect(textOf(undefined, 'zh')).toContain('乐都分局报送的“2019年度报告”已收到')
    expect(textOf(undefined, 'zh')).not.toContain('代填')
    expect(textOf(undefined, 'en')).not.toContain('behalf')
  })
})
