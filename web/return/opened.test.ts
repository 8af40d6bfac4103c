import { describe, expect, it } from 'vitest'
import { windowOf } from './stand-in/browser-window.ts'
import { office, typeAndLeave } from './stand-in/office.ts'
import { refusedAs } from './stand-in/return-server.ts'

const cell = 'publications.website.published'
const other = 'publications.wechat.published'
const total = 'publications.total.published'
const change = 'proactive.licensing.change'
const narrative = 'overview.text'

const pause = 400

describe('typing into an open return', () => {
  it('shows the text as typed, computes at once, and sends once after a pause', async () => {
    const { server, clock, sit } = office()
    const { open } = await sit()
    open.type(cell, '1')
    open.type(cell, ' 12')
    expect(open.cell(cell).value).toEqual({ text: ' 12', value: 12 })
    expect(open.computed(total).value).toEqual({ text: '12', incomplete: true })
    expect(open.saving.value).toEqual({ state: 'saving' })
    await clock.pass(pause - 1)
    expect(server.log).toEqual([])
    await clock.pass(1)
    expect(server.log).toEqual([{ base: 0, cells: { [cell]: 12 } }])
    expect(open.saving.value).toMatchObject({ state: 'saved', at: '2020-01-20T06:02:00.000Z' })
    open.leave(cell)
    expect(open.cell(cell).value).toEqual({ text: '12', value: 12 })
  })

  it('sends at once when the cell is left, one request at a time, the next with all that was typed meanwhile', async () => {
    const { server, clock, sit } = office()
    const { open } = await sit()
    typeAndLeave(open, cell, '1')
    await clock.pass(0)
    typeAndLeave(open, cell, '2')
    typeAndLeave(open, other, '3')
    await clock.pass(0)
    expect(server.log.map(({ cells }) => cells)).toEqual([{ [cell]: 1 }, { [cell]: 2, [other]: 3 }])
  })

  it('prints what was read leniently', async () => {
    const { server, clock, sit } = office()
    const { open } = await sit()
    typeAndLeave(open, change, '减17')
    expect(open.cell(change).value).toEqual({ text: '减17', value: -17 })
    await clock.pass(pause)
    expect(server.cells()).toEqual({ [change]: -17 })
  })

  it('asks where the reading is only likely, also after opening again, and stores nothing before the yes', async () => {
    const { server, clock, sit, openIn } = office()
    const { open, window } = await sit()
    typeAndLeave(open, cell, '－')
    typeAndLeave(open, other, '5')
    await clock.pass(pause)
    expect(open.cell(cell).value).toEqual({ text: '－', confirm: { value: 0 } })
    expect(server.cells()).toEqual({ [other]: 5 })
    expect(open.saving.value).toMatchObject({ state: 'refused', kept: 1, cell })
    expect(open.findings.value.some(({ cells }) => cells.includes(cell))).toBe(true)
    open.close()
    const again = await openIn(window)
    await clock.pass(pause)
    expect(again.cell(cell).value).toEqual({ text: '－', confirm: { value: 0 } })
    expect(server.cells()).toEqual({ [other]: 5 })
    again.put({ [cell]: 0 })
    await clock.pass(pause)
    expect(again.cell(cell).value).toEqual({ text: '0', value: 0 })
    expect(server.cells()).toEqual({ [other]: 5, [cell]: 0 })
  })

  it('keeps a text that cannot be read, says so, and saves the other cells', async () => {
    const { server, clock, sit } = office()
    const { open, window } = await sit()
    typeAndLeave(open, cell, '12件左右')
    typeAndLeave(open, other, '5')
    await clock.pass(pause)
    expect(open.cell(cell).value).toMatchObject({
      text: '12件左右',
      problem: { zh: expect.stringContaining('无法读作') },
    })
    expect(server.cells()).toEqual({ [other]: 5 })
    expect(open.saving.value).toMatchObject({ state: 'refused', kept: 1 })
    expect(window.store.names()).toEqual([cell])
    typeAndLeave(open, cell, '12')
    await clock.pass(pause)
    expect(server.cells()).toEqual({ [other]: 5, [cell]: 12 })
    expect(window.store.names()).toEqual([])
  })

  it('does not send a narrative over the limit, and says how long it is', async () => {
    const { server, clock, sit } = office()
    const { open } = await sit()
    typeAndLeave(open, narrative, '字'.repeat(20_001))
    await clock.pass(pause)
    expect(open.cell(narrative).value.problem?.zh).toContain('60003')
    expect(server.log).toEqual([])
  })

  it('reads the stage again after the first save', async () => {
    const { clock, sit } = office()
    const { open } = await sit()
    expect(open.answer.value.may.submit).toBe(false)
    typeAndLeave(open, cell, '1')
    await clock.pass(0)
    expect(open.answer.value).toMatchObject({ stage: 'drafting', version: 1, may: { submit: true } })
  })

  it('puts rows away whole, and brings them back with one undo', async () => {
    const { server, clock, sit } = office()
    const { open } = await sit()
    open.put({ 'accounts.r1.name': '海东公安', 'accounts.r1.platform': '微信', 'accounts.r2.name': '另一' })
    expect(open.listRows('accounts').value).toEqual({ rows: ['r1', 'r2'], none: false })
    open.put({ 'accounts.r1': null })
    expect(open.listRows('accounts').value.rows).toEqual(['r2'])
    await clock.pass(0)
    expect(server.cells()).toEqual({ 'accounts.r2.name': '另一' })
    open.undo()
    await clock.pass(0)
    expect(server.cells()).toMatchObject({ 'accounts.r1.name': '海东公安', 'accounts.r1.platform': '微信' })
  })
})

describe('findings of an open return', () => {
  const published = ['sunshinePlatform', 'wechat', 'website'].map((row) => `publications.${row}.published`)
  const steps = { 'proactive.rules.made': 3, 'proactive.rules.disclosed': 2, 'proactive.rules.totalDisclosed': 1 }

  it('mark their cells, and not the blank ones of a section that is being filled in', async () => {
    const { sit } = office()
    const { open } = await sit()
    const mark = open.mark('proactive.rules.disclosed')
    expect(mark.value).toBeUndefined()
    open.put(steps)
    expect(mark.value).toBe('toExplain')
    expect(open.findings.value.some(({ ruleId }) => ruleId === 'R17')).toBe(true)
    expect(open.sections.value['proactive']).toMatchObject({ filled: 3, toSettle: 1 })
    expect(open.mark(published[0] ?? '').value).toBeUndefined()
  })

  it('mark no blank cell of a row: the list is unfinished, as a table is', async () => {
    const { sit } = office()
    const { open } = await sit()
    open.put({ 'accounts.r1.name': '海东公安' })
    expect(open.findings.value.some(({ cells }) => cells.includes('accounts.r1.platform'))).toBe(true)
    expect(open.mark('accounts.r1.platform').value).toBeUndefined()
    expect(open.look('accounts.r1.platform').mark).toBeUndefined()
    expect(open.sections.value['accounts']).toEqual({ filled: 1, total: 3, toSettle: 0 })
    open.put({ 'accounts.r1.platform': '微信', 'accounts.r1.supervised': false })
    expect(open.sections.value['accounts']).toEqual({ filled: 1, total: 1, toSettle: 0 })
  })

  it('come in the frame after a key, whose totals come with it', async () => {
    const { clock, sit } = office()
    const { open } = await sit()
    const totals: string[] = []
    open.watch('requests.received.total', () => totals.push(open.total('requests.received.total').text))
    const [findings, look] = [open.findings.value, open.look('requests.received.naturalPerson').mark]
    open.type('requests.received.naturalPerson', '7')
    expect(totals).toEqual(['7'])
    expect(open.findings.value).toBe(findings)
    expect(open.look('requests.received.naturalPerson').mark).toBe(look)
    await clock.pass(32)
    expect(open.findings.value).not.toBe(findings)
    /* Whoever leaves a cell waits for no frame. */
    open.type('requests.received.naturalPerson', 'x')
    const before = open.findings.value
    open.leave('requests.received.naturalPerson')
    expect(open.findings.value).not.toBe(before)
  })

  it('are shown as a whole a moment after the last key, and not for every figure between', async () => {
    const { clock, sit } = office()
    const { open } = await sit()
    open.type(cell, '1')
    await clock.pass(200)
    const before = open.overview.value
    open.type(cell, '12')
    open.type('proactive.rules.made', '3')
    await clock.pass(331)
    expect(open.overview.value).toBe(before)
    await clock.pass(1)
    expect(open.overview.value).toEqual({ findings: open.findings.value, sections: open.sections.value })
    expect(open.overview.value.sections['proactive']).toMatchObject({ filled: 1 })
  })

  it('are not shown again as a whole where nothing is found or counted otherwise', async () => {
    const { clock, sit } = office()
    const { open } = await sit()
    open.type(cell, '1')
    await clock.pass(1000)
    const before = open.overview.value
    open.type(cell, '12')
    await clock.pass(1000)
    expect(open.overview.value).toBe(before)
  })

  it('are shown as a whole at once when a reason is given', async () => {
    const { sit } = office()
    const { open } = await sit()
    open.put(steps)
    const finding = open.findings.value.find(({ ruleId }) => ruleId === 'R8')
    if (finding === undefined) throw new Error('no finding')
    open.giveReason(finding, '上年文件于本年废止。')
    expect(open.overview.value.findings.find(({ key }) => key === finding.key)?.reason).toBe('上年文件于本年废止。')
  })

  it('take a reason, which is saved with them and shown', async () => {
    const { clock, sit, server } = office()
    const { open } = await sit()
    open.put(steps)
    const finding = open.findings.value.find(({ ruleId }) => ruleId === 'R8')
    if (finding === undefined) throw new Error('no finding')
    open.giveReason(finding, '上年文件于本年废止。')
    expect(open.mark('proactive.rules.disclosed').value).toBe('explained')
    await clock.pass(pause)
    expect(server.log.flatMap(({ reasons }) => reasons ?? [])).toHaveLength(1)
    expect(open.saving.value.state).toBe('saved')
    await open.refresh()
    expect(open.findings.value.find(({ key }) => key === finding.key)?.reason).toBe('上年文件于本年废止。')
  })
})

describe('two people in one return', () => {
  it('see each other’s cells after a save', async () => {
    const { server, clock, sit } = office()
    const { open } = await sit()
    server.changeBy('bob', { [other]: 7 })
    typeAndLeave(open, cell, '1')
    await clock.pass(0)
    expect(open.cell(other).value).toEqual({ text: '7', value: 7 })
    expect(open.computed(total).value.text).toBe('8')
  })

  it('choose where both changed one cell: mine goes to the server', async () => {
    const { server, clock, sit } = office()
    const { open } = await sit()
    server.changeBy('bob', { [cell]: 7 })
    typeAndLeave(open, cell, '1')
    typeAndLeave(open, other, '2')
    await clock.pass(0)
    expect(open.conflict(cell).value).toMatchObject({ theirs: 7, yours: 1, who: 'bob' })
    expect(server.cells()).toEqual({ [cell]: 7, [other]: 2 })
    expect(await open.flush()).toMatchObject({ state: 'refused', kept: 1 })
    open.resolve(cell, 'yours')
    await clock.pass(0)
    expect(open.conflict(cell).value).toBeUndefined()
    expect(server.cells()).toMatchObject({ [cell]: 1 })
    expect(open.saving.value.state).toBe('saved')
  })

  it('choose where both changed one cell: theirs is taken', async () => {
    const { server, clock, sit } = office()
    const { open, window } = await sit()
    server.changeBy('bob', { [cell]: 7 })
    typeAndLeave(open, cell, '1')
    await clock.pass(0)
    open.resolve(cell, 'theirs')
    await clock.pass(pause)
    expect(open.cell(cell).value).toEqual({ text: '7', value: 7 })
    expect(server.cells()).toEqual({ [cell]: 7 })
    expect(window.store.names()).toEqual([])
  })

  it('do not overwrite with a text that was not readable when the other wrote there', async () => {
    const { server, clock, sit } = office()
    const { open } = await sit()
    typeAndLeave(open, cell, '约 1')
    server.changeBy('bob', { [cell]: 7 })
    await open.refresh()
    typeAndLeave(open, other, '2')
    await clock.pass(0)
    typeAndLeave(open, cell, '1')
    await clock.pass(0)
    expect(open.conflict(cell).value).toMatchObject({ theirs: 7, yours: 1, who: 'bob' })
    expect(server.cells()[cell]).toBe(7)
  })

  it('do not overwrite what is typed while the answer comes that brings the other’s value', async () => {
    const { server, clock, sit } = office()
    const { open } = await sit()
    server.changeBy('bob', { [cell]: 7 })
    typeAndLeave(open, other, '2')
    open.type(cell, '1')
    await clock.pass(0)
    await clock.pass(pause)
    expect(open.conflict(cell).value).toMatchObject({ theirs: 7, yours: 1 })
    expect(server.cells()[cell]).toBe(7)
  })
})

describe('a line that fails', () => {
  it('holds back nothing that is typed, tries again by itself, and at once when it is back', async () => {
    const { server, clock, sit } = office()
    const { open, window } = await sit()
    window.set('cut')
    typeAndLeave(open, cell, '1')
    await clock.pass(0)
    expect(open.saving.value).toEqual({ state: 'offline', kept: 1 })
    typeAndLeave(open, other, '2')
    expect(open.saving.value).toEqual({ state: 'offline', kept: 2 })
    window.setQuietly('open')
    await clock.pass(1000)
    expect(server.cells()).toEqual({ [cell]: 1, [other]: 2 })
    window.set('cut')
    typeAndLeave(open, cell, '3')
    await clock.pass(600_000)
    window.set('open')
    await clock.pass(0)
    expect(server.cells()[cell]).toBe(3)
    await clock.pass(pause)
    expect(window.store.names()).toEqual([])
  })

  it('makes no conflict of an answer that was lost', async () => {
    const { server, clock, sit } = office()
    const { open, window } = await sit()
    window.set('answersLost')
    typeAndLeave(open, cell, '1')
    await clock.pass(0)
    typeAndLeave(open, cell, '12')
    window.set('open')
    await clock.pass(0)
    expect(server.cells()[cell]).toBe(12)
    expect(open.conflict(cell).value).toBeUndefined()
  })

  it('waits for the sign-in, and then sends', async () => {
    const { server, clock, sit } = office()
    const { open, window } = await sit()
    window.set('signedOut')
    typeAndLeave(open, cell, '1')
    await clock.pass(60_000)
    expect(open.saving.value).toEqual({ state: 'signedOut', kept: 1 })
    expect(server.log).toEqual([])
    window.set('open')
    await clock.pass(0)
    expect(server.cells()[cell]).toBe(1)
  })
})

describe('a window that is closed before all is saved', () => {
  it('gives what was typed to the next one, the unreadable as well', async () => {
    const { server, clock, sit, openIn } = office()
    const { open, window } = await sit()
    window.set('cut')
    typeAndLeave(open, cell, '1')
    typeAndLeave(open, other, '约 3')
    await clock.pass(200)
    window.kill()
    const next = windowOf(server, 'ann', clock, window.store)
    const again = await openIn(next)
    expect(again.cell(other).value).toMatchObject({ text: '约 3', problem: expect.anything() })
    await clock.pass(0)
    expect(server.cells()).toEqual({ [cell]: 1 })
  })

  it('meets what a colleague changed meanwhile as a conflict', async () => {
    const { server, clock, sit, openIn } = office()
    const { open, window } = await sit()
    window.set('cut')
    typeAndLeave(open, cell, '1')
    await clock.pass(200)
    window.kill()
    server.changeBy('bob', { [cell]: 9 })
    const again = await openIn(windowOf(server, 'ann', clock, window.store))
    await clock.pass(0)
    expect(again.conflict(cell).value).toMatchObject({ theirs: 9, yours: 1, who: 'bob' })
  })

  it('says where the browser keeps nothing, and saves all the same', async () => {
    const { server, clock, sit } = office()
    const { open, window } = await sit()
    expect(open.keepsInBrowser.value).toBe(true)
    window.store.block()
    typeAndLeave(open, cell, '1')
    await clock.pass(pause)
    expect(open.keepsInBrowser.value).toBe(false)
    expect(server.cells()[cell]).toBe(1)
  })
})

describe('a server that refuses', () => {
  it('one cell: the problem stands in the cell, and the others are saved', async () => {
    const { server, clock, sit } = office()
    const { open } = await sit()
    server.refuse(({ cells }) =>
      cell in cells ? refusedAs('invalid', {}, [{ cell, message: '不行。' }], 422) : undefined,
    )
    open.put({ [cell]: 1, [other]: 2 })
    await clock.pass(0)
    expect(open.cell(cell).value).toEqual({ text: '1', value: 1, problem: { zh: '不行。', en: '不行。' } })
    expect(server.cells()).toEqual({ [other]: 2 })
    server.refuse(undefined)
    typeAndLeave(open, cell, '3')
    await clock.pass(0)
    expect(server.cells()).toEqual({ [cell]: 3, [other]: 2 })
  })

  it('a return that was handed in meanwhile: the sentence, the text kept apart, no more typing', async () => {
    const { server, clock, sit } = office()
    const { open, window } = await sit()
    server.submit()
    typeAndLeave(open, cell, '1')
    await clock.pass(pause)
    expect(open.saving.value).toEqual({ state: 'refused', kept: 1, detail: 'refused: notEditable' })
    expect(open.editable.value).toBe(false)
    expect(open.cell(cell).value.text).toBe('')
    expect(window.store.names()).toEqual([cell])
  })

  it('for a while: it is tried again', async () => {
    const { server, clock, sit } = office()
    const { open } = await sit()
    server.refuse(() => refusedAs('gateway', {}, [], 503))
    typeAndLeave(open, cell, '1')
    await clock.pass(10_000)
    expect(open.saving.value.state).toBe('offline')
    server.refuse(undefined)
    await clock.pass(30_000)
    expect(server.cells()[cell]).toBe(1)
  })

  it('because it was set back to an earlier state: what waits is sent over that', async () => {
    const { server, clock, sit } = office()
    const { open } = await sit()
    typeAndLeave(open, cell, '1')
    await clock.pass(0)
    server.reset()
    typeAndLeave(open, other, '2')
    await clock.pass(0)
    expect(server.cells()).toEqual({ [other]: 2 })
  })
})

describe('filling a section with one click', () => {
  it('saves what waits first, shows what was filled, and can be taken back', async () => {
    const { server, clock, sit } = office()
    const { open } = await sit()
    open.type(cell, '5')
    expect(await open.fill('publications', 'zero')).toBeUndefined()
    expect(open.cell(other).value).toEqual({ text: '0', value: 0, filled: 'zero' })
    expect(server.cells()[cell]).toBe(5)
    open.undo()
    await clock.pass(0)
    expect(server.cells()).toEqual({ [cell]: 5 })
    expect(await open.fill('publications', 'nil')).toEqual({ detail: 'refused: nilWouldOverwrite' })
  })
})

describe('taking back', () => {
  it('is one step for what was typed into a cell until it was left', async () => {
    const { server, clock, sit } = office()
    const { open } = await sit()
    open.type(cell, '1')
    open.type(cell, '12')
    open.leave(cell)
    typeAndLeave(open, cell, '3')
    open.undo()
    expect(open.cell(cell).value.text).toBe('12')
    open.undo()
    expect(open.cell(cell).value.text).toBe('')
    expect(open.canUndo.value).toBe(false)
    open.redo()
    await clock.pass(0)
    expect(server.cells()).toEqual({ [cell]: 12 })
    expect(open.canRedo.value).toBe(true)
  })

  it('leaves alone what a colleague has changed since', async () => {
    const { server, clock, sit } = office()
    const { open } = await sit()
    open.put({ [cell]: 1, [other]: 2 })
    await clock.pass(0)
    server.changeBy('bob', { [cell]: 9 })
    await open.refresh()
    open.undo()
    await clock.pass(0)
    expect(server.cells()).toEqual({ [cell]: 9 })
  })
})
