import { describe, expect, it } from 'vitest'
import { office, typeAndLeave } from './stand-in/office.ts'

const row = {
  'accounts.r1.name': '海东公安',
  'accounts.r1.platform': '微信',
  'accounts.r1.supervised': true,
}
const name = 'accounts.r1.name'
const removed = { 'accounts.r1.name': null, 'accounts.r1.platform': null, 'accounts.r1.supervised': null }

const withRow = async () => {
  const { server, clock, sit } = office()
  server.changeBy('bob', row)
  return { server, clock, ...(await sit()) }
}

describe('a row of a list that one removes while the other writes into it', () => {
  it('comes back whole when the writer keeps what they wrote', async () => {
    const { server, clock, open } = await withRow()
    server.changeBy('bob', removed)
    typeAndLeave(open, name, '平安海东')
    await clock.pass(0)
    expect(open.conflict(name).value).toMatchObject({ theirs: null, yours: '平安海东' })
    open.resolve(name, 'yours')
    await clock.pass(0)
    expect(server.cells()).toEqual({ ...row, [name]: '平安海东' })
  })

  it('comes back whole when whoever removed it takes what the other wrote', async () => {
    const { server, clock, open } = await withRow()
    server.changeBy('bob', { [name]: '平安海东' })
    open.put({ 'accounts.r1': null })
    await clock.pass(0)
    expect(open.conflict(name).value).toMatchObject({ theirs: '平安海东', yours: null })
    open.resolve(name, 'theirs')
    await clock.pass(0)
    expect(server.cells()).toEqual({ ...row, [name]: '平安海东' })
  })

  it('comes back whole where the page had read the removal before', async () => {
    const { server, clock, open } = await withRow()
    open.type(name, '平安海东')
    server.changeBy('bob', removed)
    await open.refresh()
    await clock.pass(400)
    open.resolve(name, 'yours')
    await clock.pass(0)
    expect(server.cells()).toEqual({ ...row, [name]: '平安海东' })
  })

  it('stays away when the removal is kept, and a cell that was blank before stays blank', async () => {
    const { server, clock, open } = await withRow()
    server.changeBy('bob', { 'accounts.r1.platform': null })
    await open.refresh()
    server.changeBy('bob', removed)
    typeAndLeave(open, name, '平安海东')
    await clock.pass(0)
    open.resolve(name, 'yours')
    await clock.pass(0)
    expect(server.cells()).toEqual({ 'accounts.r1.name': '平安海东', 'accounts.r1.supervised': true })
    server.changeBy('bob', removed)
    typeAndLeave(open, name, '海东')
    await clock.pass(0)
    open.resolve(name, 'theirs')
    await clock.pass(0)
    expect(server.cells()).toEqual({})
  })
})
