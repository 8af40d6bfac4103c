import { describe, expect, it } from 'vitest'
import { matchRoute } from './routes.ts'

const routes = [
  { method: 'GET', path: '/api/rounds/{round}', function: 'param' },
  { method: 'GET', path: '/api/rounds/new', function: 'word' },
]
const answers = (method: string, path: string) => matchRoute(routes, method, path)?.route.function

describe('matching a path', () => {
  it('prefers a word to a parameter', () => expect(answers('GET', '/api/rounds/new')).toBe('word'))
  it('decodes parameters', () =>
    expect(matchRoute(routes, 'GET', '/api/rounds/%E4%B9%90')?.parameters).toEqual({ round: '乐' }))
  it('finds nothing for another method, length or a broken escape', () => {
    expect(answers('POST', '/api/rounds/new')).toBeUndefined()
    expect(answers('GET', '/api/rounds/a/b')).toBeUndefined()
    expect(answers('GET', '/api/rounds/%E4')).toBeUndefined()
  })
})
