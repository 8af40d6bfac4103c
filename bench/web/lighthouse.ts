/*
 * Lighthouse, mobile preset, on the open return and on a page of one heading and one paragraph, in turn and in the same
 * browser. The return is open to somebody signed in: the sign-in of a real page is put into the tab that is measured.
 */
import { createRequire } from 'node:module'
import lighthouse from 'lighthouse'
import { median, pairsInTurn } from '../ratio.ts'
import type { OpenOffice } from './open-office.ts'

const parts = [
  'performance',
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
  'speed-index',
] as const
export type Part = (typeof parts)[number]

const mustBeWhole = ['accessibility', 'best-practices'] as const
const categories = ['performance', ...mustBeWhole] as const

/* The package with which Lighthouse itself drives the browser: its page is of no other make. */
type Tab = NonNullable<Parameters<typeof lighthouse>[3]>
interface Puppeteer {
  readonly connect: (to: { readonly browserURL: string; readonly defaultViewport: null }) => Promise<{
    readonly newPage: () => Promise<Tab>
    readonly disconnect: () => Promise<void>
  }>
}
const puppeteer: Puppeteer = createRequire(import.meta.resolve('lighthouse'))('puppeteer-core')

interface Seen {
  /** Scores from 0 to 100, by category or audit. */
  readonly scores: ReadonlyMap<string, number>
  /** Audits that were not passed. */
  readonly failed: readonly string[]
}

type Result = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr']

const points = (score: number | null | undefined, name: string): number => {
  if (score === null || score === undefined) throw new Error(`Lighthouse did not score ${name}`)
  return Math.round(score * 100)
}

const seenIn = ({ categories: found, audits, runtimeError }: Result): Seen => {
  if (runtimeError !== undefined) throw new Error(`Lighthouse: ${runtimeError.message}`)
  const score = (name: string) => (found[name] ?? audits[name])?.score
  return {
    scores: new Map([...parts, ...mustBeWhole].map((name) => [name, points(score(name), name)])),
    failed: mustBeWhole
      .flatMap((name) => found[name]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => id),
  }
}

/* As web/sign-in/kept-sign-in.ts keeps it. */
const keptAs = 'huibao.sign-in'

const visit = async (office: OpenOffice, url: string, signIn: string | undefined): Promise<Seen> => {
  const browser = await puppeteer.connect({
    browserURL: `http://127.0.0.1:${office.debuggingPort}`,
    defaultViewport: null,
  })
  try {
    const page = await browser.newPage()
    await page.goto(`${new URL(url).origin}/config.json`)
    if (signIn !== undefined) await page.evaluate(`sessionStorage.setItem('${keptAs}', ${JSON.stringify(signIn)})`)
    const result = await lighthouse(url, { onlyCategories: [...categories], logLevel: 'error' }, undefined, page)
    /* What was measured must be the return, and not the way to sign in. */
    if (signIn !== undefined && (await page.$('[data-saving]')) === null) throw new Error('the return was not open')
    await page.close()
    if (result === undefined) throw new Error('Lighthouse answered nothing')
    return seenIn(result.lhr)
  } finally {
    await browser.disconnect()
  }
}

export interface Scored {
  readonly part: Part
  /** Medians over the pairs. */
  readonly ours: number
  readonly bare: number
  /** By how many points the bare page is ahead in a pair: the median. */
  readonly behind: number
}

export interface LighthouseFound {
  readonly parts: readonly Scored[]
  /** The least that our page had in any run, and what it failed. */
  readonly accessibility: number
  readonly bestPractices: number
  readonly failed: readonly string[]
}

export const measureLighthouse = async (office: OpenOffice, pairs: number): Promise<LighthouseFound> => {
  const clerk = await office.signedIn(`${office.system.url}/`)
  const signIn: unknown = await clerk.evaluate(`sessionStorage.getItem('${keptAs}')`)
  await clerk.context().close()
  if (typeof signIn !== 'string') throw new Error('nobody is signed in')
  const seen = await pairsInTurn(
    pairs,
    () => visit(office, office.returnAt(), signIn),
    () => visit(office, office.others.plain, undefined),
  )
  const of = ({ scores }: Seen, name: string): number => scores.get(name) ?? Number.NaN
  const least = (name: string): number => Math.min(...seen.map(([ours]) => of(ours, name)))
  return {
    parts: parts.map((part) => ({
      part,
      ours: median(seen.map(([ours]) => of(ours, part))),
      bare: median(seen.map(([, bare]) => of(bare, part))),
      behind: median(seen.map(([ours, bare]) => of(bare, part) - of(ours, part))),
    })),
    accessibility: least('accessibility'),
    bestPractices: least('best-practices'),
    failed: [...new Set(seen.flatMap(([ours]) => ours.failed))],
  }
}
