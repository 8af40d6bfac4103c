import { describe, expect, it } from 'vitest'
import { office, typeAndLeave } from './stand-in/office.ts'

const pause = 400
const cell = 'publications.website.published'
const total = 'publications.total.published'
const narrative = 'overview.text'

/** Ann has typed over what the server holds, and a colleague has handed in meanwhile. */
const handedInMeanwhile = async () => {
  const all = office()
  const { open, window } = await all.sit()
  typeAndLeave(open, cell, '1')
  typeAndLeave(open, narrative, '旧文')
  await all.clock.pass(pause)
  all.server.submit()
  open.type(narrative, '新文')
  open.type(cell, '12')
  await all.clock.pass(pause)
  return { ...all, open, window }
}

describe('what a return no longer takes', () => {
  it('is not shown as its content: cells, totals and the bar are those of the server', async () => {
    const { open } = await handedInMeanwhile()
    expect(open.editable.value).toBe(false)
    expect(open.cell(narrative).value.text).toBe('旧文')
    expect(open.cell(cell).value).toEqual({ text: '1', value: 1 })
    expect(open.computed(total).value.text).toBe('1')
    expect(open.untaken.value).toEqual([
      { cell: narrative, yours: '新文', theirs: '旧文' },
      { cell, yours: 12, theirs: 1 },
    ])
  })

  it('stands apart in the next window as well', async () => {
    const { window, sit } = await handedInMeanwhile()
    window.kill()
    const { open } = await sit('ann', window.store)
    expect(open.cell(narrative).value.text).toBe('旧文')
    expect(open.untaken.value).toHaveLength(2)
  })

  it('cannot be taken back into the cells', async () => {
    const { open } = await handedInMeanwhile()
    open.undo()
    expect(open.untaken.value).toHaveLength(2)
    expect(open.cell(cell).value.text).toBe('1')
  })

  it('is sent when the return takes changes again', async () => {
    const { open, server, clock } = await handedInMeanwhile()
    server.reopen()
    await open.refresh()
    expect(open.cell(narrative).value.text).toBe('新文')
    await clock.pass(pause)
    expect(open.untaken.value).toEqual([])
    expect(server.cells()).toEqual({ [narrative]: '新文', [cell]: 12 })
  })

  it('is given up on request, in this browser too', async () => {
    const { open, window, server } = await handedInMeanwhile()
    open.forget()
    expect(open.untaken.value).toEqual([])
    server.reopen()
    await open.refresh()
    expect(window.store.names()).toEqual([])
    expect(open.cell(cell).value.text).toBe('1')
  })
})
