/* The pages as they are built: what every browser of an office must be able to read, and what may not be in them. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ownNamesIn, youngInScript, youngInStyle } from './browser/too-young.ts'

let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huibao-built-'))
  const configFile = fileURLToPath(new URL('../web/vite.config.ts', import.meta.url))
  await build({ configFile, logLevel: 'error', build: { outDir: folder } })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const files = (ending: string): readonly (readonly [string, string])[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const)

describe('the reader of built files', () => {
  it.each([
    ['list.at(-1)', '.at()'],
    ['Object.hasOwn({}, "a")', 'Object.hasOwn()'],
    ['structuredClone({})', 'structuredClone'],
    ['[].findLast(f)', '.findLast()'],
    ['crypto.randomUUID()', 'crypto.randomUUID()'],
    ['[].toSorted()', '.toSorted()'],
    ['class A { static { f() } }', 'static { } (94)'],
    ['/a/v.test(b)', 'flag d or v of a RegExp (90, 112)'],
    ['Object.groupBy([], f)', 'Object.groupBy()'],
  ])('finds what is too young in %s', (script, name) => {
    expect(youngInScript(script).some((found) => found.endsWith(name.replace(/^\./, '')))).toBe(true)
  })
  it('lets through what Chromium 86 has', () => {
    expect(
      youngInScript('"a".replaceAll("b", "c"); x ??= 1; Object.fromEntries([]); a?.b; receipt.at; class A { #x = 1 }'),
    ).toEqual([])
  })
  it('finds what is too young in a style sheet', () => {
    const found = youngInStyle(
      'a:has(b){inset:0} .x{& .y{color:red}} @layer z{} b{aspect-ratio:1;height:1dvh;color:color-mix(in srgb,red,blue)} a:is(b){accent-color:red}',
    )
    expect(found).toEqual(
      expect.arrayContaining([
        ':has',
        'inset',
        'nesting (112)',
        '@layer',
        'aspect-ratio',
        'dvh',
        ':is',
        'accent-color',
        'color-mix()',
      ]),
    )
  })
  it('lets through a style sheet that Chromium 86 has', () => {
    expect(
      youngInStyle(':root{--a:1px} a:focus-visible{gap:var(--a);position:sticky;display:grid} @media print{b{top:0}}'),
    ).toEqual([])
  })
})

/*
 * Preact asks for `moveBefore` before it uses it, and moves nodes in the older way without; `randomUUID` is for a kind
 * of token (DPoP) that we do not ask for.
 */
const guarded = /\.(moveBefore|randomUUID)\(\)$/

describe('the built pages', () => {
  it('hold no syntax and no function younger than Chromium 86', () => {
    const own = new Set(files('.js').flatMap(([, text]) => ownNamesIn(text)))
    const youngIn = (text: string) => youngInScript(text, own).filter((one) => !guarded.test(one))
    const found = files('.js').map(([name, text]) => [name, youngIn(text)])
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter(([, young]) => young?.length)).toEqual([])
  })
  it('hold no style younger than Chromium 86', () => {
    const found = files('.css').map(([name, text]) => [name, youngInStyle(text)])
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter(([, young]) => young?.length)).toEqual([])
  })
  it('load nothing from another host and hold no script or style in the page itself', () => {
    for (const [name, text] of [...files('.html'), ...files('.css')])
      expect(text.match(/(?:src|href)="(?:https?:)?\/\/|@import|url\((?!data:)/g) ?? [], name).toEqual([])
    for (const [name, text] of files('.html')) {
      expect(text, name).not.toMatch(/<style|style="|\son\w+=/)
      expect(text.match(/<script[^>]*>[^<]/g) ?? [], name).toEqual([])
    }
  })
  it('hold no zod, no Temporal and no calendar', () => {
    const all = files('.js').map(([, text]) => text)
    for (const mark of [/ZodMini|safeParse/, /temporal-polyfill|PlainDateTime/, /春节假期数据|chinese-days/])
      expect(
        all.some((text) => mark.test(text)),
        String(mark),
      ).toBe(false)
  })
})
