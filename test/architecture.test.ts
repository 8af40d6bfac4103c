/*
 * What the compiler cannot keep, read from the files as text (ARCHITECTURE.md, invariants). Every exception stands
 * here with its reason, and an exception that is no longer needed fails as well.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { functions } from '../functions/manifest.ts'
import { type RouteSpec, routes } from '../shared/api.ts'
import { refusals } from '../shared/refusal.ts'

const root = join(import.meta.dirname, '..')
const topFolders = ['shared', 'functions', 'infra', 'web', 'local', 'test', 'bench']

interface Source {
  /** From the root of the project: shared/round/plan.ts */
  readonly path: string
  readonly text: string
  /** The text without comments. */
  readonly code: string
  /** What it imports: packages by name, files by their path from the root. */
  readonly imports: readonly string[]
}

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')

const importsOf = (path: string, code: string): readonly string[] =>
  [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^'\n]+)'/g)].map(([, name = '']) =>
    name.startsWith('.') ? relative(root, join(root, dirname(path), name)) : name,
  )

const read = (path: string): Source => {
  const text = readFileSync(join(root, path), 'utf8')
  const code = withoutComments(text)
  return { path, text, code, imports: importsOf(path, code) }
}

const files: readonly Source[] = topFolders
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !/node_modules|\/dist\//.test(path))
  .toSorted()
  .map(read)

const isTest = ({ path }: Source): boolean => /\.test\.tsx?$/.test(path)
const isIn =
  (...folders: readonly string[]) =>
  ({ path }: Source): boolean =>
    folders.some((folder) => path.startsWith(`${folder}/`))
const sources = files.filter((file) => !isTest(file))
const tests = files.filter(isTest)
const shared = sources.filter(isIn('shared'))
const pathsOf = (found: readonly Source[]): readonly string[] => found.map(({ path }) => path)
const thatSay = (given: readonly Source[], pattern: RegExp) => pathsOf(given.filter(({ code }) => pattern.test(code)))
const isPackage = (name: string): boolean => !/^[a-z]+\//.test(name) || !topFolders.includes(name.split('/')[0] ?? '')

describe('the files', () => {
  it('are all found', () => {
    expect(sources.length).toBeGreaterThan(150)
    expect(tests.length).toBeGreaterThan(40)
  })

  it('have names in kebab-case', () => {
    const strange = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*\.(ts|tsx|mjs)$/
    expect(pathsOf(files).filter((path) => !strange.test(basename(path)))).toEqual([])
  })

  it('have no barrel among them', () => {
    expect(pathsOf(files).filter((path) => /^index\./.test(basename(path)))).toEqual([])
  })

  it('are named after the office, not after nothing', () => {
    const empty = /^(utils?|helpers?|common|misc|lib|shared-utils|managers?)(\.|$)/
    expect(pathsOf(files).filter((path) => path.split('/').some((part) => empty.test(part)))).toEqual([])
  })

  it('export nothing by default', () => {
    /* Vite and Vitest read their settings so. */
    expect(thatSay(files, /^export default\b/m)).toEqual(['web/vite.config.ts'])
  })

  it('stay below 250 lines, data and these apart', () => {
    const reasons: Readonly<Record<string, string>> = {
      'shared/api.ts': 'the whole contract is one table, read from top to bottom',
      'shared/refusal.ts': 'the whole catalogue is one table',
    }
    const isData = isIn('shared/form/editions', 'shared/reminder/words')
    const long = sources.filter((file) => !isData(file) && file.text.trimEnd().split('\n').length > 250)
    expect(pathsOf(long)).toEqual(Object.keys(reasons))
  })
})

describe('the core', () => {
  it('has no clock and no dice', () => {
    expect(thatSay(shared, /\bDate\b\s*(\.|\()|\bMath\.random\b|\bTemporal\.Now\b|\bcrypto\b/)).toEqual([])
  })

  it('imports three packages and itself', () => {
    const allowed = [
      'zod/mini',
      'big.js',
      ...['Calendar', 'Instant', 'PlainDate', 'PlainTime', 'ZonedDateTime'].map(
        (type) => `temporal-polyfill/fns/${type}`,
      ),
    ]
    const strange = shared.flatMap(({ path, imports }) =>
      imports.filter((name) => !name.startsWith('shared/') && !allowed.includes(name)).map((name) => [path, name]),
    )
    expect(strange).toEqual([])
  })

  /* Each may import itself and what stands before it. */
  const layers = [
    'page-headers',
    'once',
    'words',
    'time',
    'canonical',
    'refusal',
    'form',
    'unit',
    'round',
    'return',
    'reminder',
    'report',
    'workbook',
    'api',
    'access',
  ]
  /* Neither of a pair knows the other. */
  const strangers: readonly (readonly [string, string])[] = [
    ['words', 'time'],
    ['refusal', 'form'],
    ['reminder', 'report'],
    ['report', 'api'],
    ['reminder', 'api'],
  ]
  const layerOf = (path: string): string => (path.split('/')[1] ?? '').replace(/\.ts$/, '')
  const steps = shared.flatMap(({ path, imports }) =>
    imports
      .filter((name) => name.startsWith('shared/') && layerOf(name) !== layerOf(path))
      .map((name) => ({ path, name, from: layerOf(path), to: layerOf(name) })),
  )

  it('has a place in the order for everything in it', () => {
    expect([...new Set(shared.map(({ path }) => layerOf(path)))].toSorted()).toEqual(layers.toSorted())
  })

  it('imports in one direction', () => {
    expect(steps.filter(({ from, to }) => layers.indexOf(to) >= layers.indexOf(from))).toEqual([])
  })

  it('keeps apart what need not know each other', () => {
    const known = steps.filter(({ from, to }) =>
      strangers.some(([a, b]) => (from === a && to === b) || (from === b && to === a)),
    )
    expect(known).toEqual([])
  })

  it('has no refusal that nobody gives', () => {
    const given = sources.map(({ code }) => code).join('\n')
    const idle = Object.keys(refusals).filter((code) => !new RegExp(`refuse\\(\\s*'${code}'`).test(given))
    expect(idle).toEqual([])
  })
})

describe('the folders', () => {
  const mayImport: Readonly<Record<string, readonly string[]>> = {
    shared: ['shared'],
    functions: ['functions', 'shared'],
    infra: ['infra', 'functions', 'shared'],
    web: ['web', 'shared'],
    local: ['local', 'functions', 'shared'],
  }

  it('import one way', () => {
    const wrong = sources.flatMap(({ path, imports }) => {
      const allowed = mayImport[path.split('/')[0] ?? '']
      const over = imports.filter((name) => !isPackage(name) && !allowed?.includes(name.split('/')[0] ?? ''))
      return allowed === undefined ? [] : over.map((name) => [path, name])
    })
    expect(wrong).toEqual([])
  })

  it('of the infrastructure see the data of the functions and none of their code', () => {
    const seen = files
      .filter(isIn('infra'))
      .flatMap(({ imports }) => imports.filter((name) => name.startsWith('functions/')))
    expect([...new Set(seen)].toSorted()).toEqual([
      'functions/bundle-options.ts',
      'functions/manifest.ts',
      'functions/store/table.ts',
    ])
  })

  it('keep the environment in one file of the functions', () => {
    const elsewhere = sources.filter((file) => !isIn('local', 'bench', 'test')(file))
    expect(thatSay(elsewhere, /\bprocess\.env\b/)).toEqual(['functions/config.ts'])
  })

  it('keep the heavy libraries in the one bundle that needs them', () => {
    const heavy = /^(docx|exceljs|@embedpdf\/|@myriaddreamin\/|echarts|@resvg\/)/
    const users = sources
      .filter(isIn('shared', 'functions'))
      .filter(({ imports }) => imports.some((name) => heavy.test(name)))
    /* exceljs is named by its types and by the file that is loaded with the first download. */
    const bundled = /^functions\/(documents|workbooks)\//
    expect(pathsOf(users).filter((path) => !bundled.test(path))).toEqual([])
  })
})

describe('the user pool', () => {
  it('is known to the function that makes accounts and to no other bundle', () => {
    const users = sources
      .filter(isIn('shared', 'functions'))
      .filter(({ imports }) => imports.some((name) => /cognito/.test(name) || name.startsWith('functions/accounts/')))
    expect(pathsOf(users).filter((path) => !path.startsWith('functions/accounts/'))).toEqual([])
  })
})

describe('the store', () => {
  const others = sources.filter(isIn('functions')).filter(({ path }) => path !== 'functions/store/keys.ts')

  it('builds every key in one file', () => {
    expect(thatSay(others, /['"`][A-Z]+#|\b[ps]k: *['"`]/)).toEqual([])
  })

  it('never scans', () => {
    expect(thatSay(others, /\bScan(Command)?\b/)).toEqual([])
  })
})

describe('the functions', () => {
  const handlers = pathsOf(sources.filter(isIn('functions'))).filter((path) => basename(path) === 'handler.ts')

  it('are those of the manifest', () => {
    const entries = Object.values(functions).map(({ entry }) => `functions/${entry}`)
    expect(handlers).toEqual(entries.toSorted())
  })

  it('do not import one another’s handler', () => {
    const users = sources
      .filter(isIn('functions', 'infra'))
      .filter(({ imports }) => imports.some((name) => handlers.includes(name)))
    expect(pathsOf(users)).toEqual([])
  })

  /** Use cases that a handler makes its Lambda of, by the route they answer. */
  const answeredBy = (path: string): readonly string[] => {
    const { code, imports } = read(path)
    const names = [...code.matchAll(/\blambda\(([^)]*)\)/g)].flatMap(([, list = '']) => list.match(/\w+/g) ?? [])
    const around = imports.filter((name) => name.startsWith(`${dirname(path)}/`)).map((name) => read(name).code)
    return names.map((name) => {
      const useCase = around
        .flatMap((text) => text.split(/^(?=export const )/m))
        .find((part) => part.startsWith(`export const ${name} `))
      return /\bhttp\(\s*\w+,\s*'(\w+)'/.exec(useCase ?? '')?.[1] ?? `${name} answers no route`
    })
  }
  const answered = handlers.map((path) => [basename(dirname(path)), answeredBy(path)] as const)

  it('answer every route of the contract, each in the function that the contract names', () => {
    const contract: readonly (readonly [string, RouteSpec])[] = Object.entries(routes)
    for (const [name, found] of answered) {
      const own = contract.filter(([, route]) => route.function === name).map(([id]) => id)
      expect(found.toSorted()).toEqual(own.toSorted())
    }
    expect(answered.flatMap(([, found]) => found)).toHaveLength(contract.length)
  })

  it('answer nothing that belongs to one machine only', () => {
    const contract: readonly RouteSpec[] = Object.values(routes)
    expect(contract.filter(({ path }) => /^\/?local\b/.test(path))).toEqual([])
    expect(thatSay(sources.filter(isIn('functions', 'infra', 'shared')), /['"`]\/local\b/)).toEqual([])
  })
})

describe('the tests', () => {
  it('all run', () => {
    expect(thatSay(tests, /\b(it|test|describe|suite)(\.\w+)*\.(only|skip|todo)\b/)).toEqual([])
  })

  it('imitate no module and no clock', () => {
    expect(thatSay(tests, /\bvi\.(mock|doMock|hoisted|stubGlobal|useFakeTimers|spyOn)\b/)).toEqual([])
  })

  it('say what is, not what ought to be', () => {
    expect(thatSay(tests, /\b(it|test)(\.each\([\s\S]*?\))?\(\s*['"`][^'"`\n]*\bshould\b/)).toEqual([])
  })
})
