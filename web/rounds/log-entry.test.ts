import { describe, expect, it } from 'vitest'
import { entryInWords } from './log-entry.ts'

const around = { zone: 'Asia/Shanghai', nameOf: (unit: string) => (unit === 'ledu' ? '乐都' : unit) }
const at = '2020-01-06T02:00:00.000Z'

describe('an entry of the log', () => {
  it('says what was changed and what moved with it', () => {
    const facts = { changes: ['calendar', 'title'], replanned: [{ zh: '截止当日：改。', en: 'Moved.' }] }
    expect(entryInWords({ at, what: 'changed', facts }, around)).toEqual({
      what: '修改：任务名称、工作日历',
      more: ['提醒安排随之调整：', '截止当日：改。'],
    })
  })
  it('names the units that were closed upon', () => {
    expect(entryInWords({ at, what: 'closed', facts: { despite: ['ledu'] } }, around).more).toEqual([
      '关闭时下列单位尚未重新报送：乐都',
    ])
  })
  it('says a due moment as the office writes it', () => {
    expect(entryInWords({ at, what: 'planned', facts: { dueAt: '2020-01-31T16:00:00.000Z' } }, around).what).toBe(
      '拟定任务，截止 2020年1月31日（星期五）24:00',
    )
  })
  it('is not lost where its word is not known', () => {
    expect(entryInWords({ at, what: 'thawed' }, around).what).toBe('其他：thawed')
  })
})
