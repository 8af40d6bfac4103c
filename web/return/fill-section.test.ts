import { describe, expect, it } from 'vitest'
import { office, typeAndLeave } from './stand-in/office.ts'

const pause = 400
const cell = 'publications.website.published'
const other = 'publications.wechat.published'

describe('filling the rest of a section', () => {
  it('is held up by what cannot be read in it, and leads there', async () => {
    const { sit, server } = office()
    const { open } = await sit()
    typeAndLeave(open, cell, '很多')
    expect(await open.fill('publications', 'zero')).toMatchObject({ cell })
    expect(server.cells()).toEqual({})
  })

  it('is not held up by what cannot be read elsewhere', async () => {
    const { sit, server } = office()
    const { open } = await sit()
    typeAndLeave(open, 'requests.received.naturalPerson', '很多')
    expect(await open.fill('publications', 'zero')).toBeUndefined()
    expect(server.cells()[cell]).toBe(0)
  })

  it('leaves a colleague’s zeros alone when it is taken back', async () => {
    const { sit, server, clock } = office()
    const { open } = await sit()
    typeAndLeave(open, 'overview.text', '平稳')
    await clock.pass(pause)
    const colleague = await sit('bob')
    await colleague.open.fill('requests', 'zero')
    await open.fill('publications', 'zero')
    open.undo()
    await clock.pass(pause)
    expect(server.cells()[other]).toBeUndefined()
    expect(server.cells()['requests.received.naturalPerson']).toBe(0)
  })

  it('leaves a colleague’s zeros of the same section alone', async () => {
    const { sit, server, clock } = office()
    const { open } = await sit()
    const colleague = await sit('bob')
    await colleague.open.fill('publications', 'zero')
    await open.fill('publications', 'zero')
    open.undo()
    await clock.pass(pause)
    expect(server.cells()[cell]).toBe(0)
  })
})
