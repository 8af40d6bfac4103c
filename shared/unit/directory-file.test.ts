import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directoryPlan } from './directory-changes.ts'
import { columnOf, rolesIn } from './directory-columns.ts'
import { directoryEntries } from './directory-entries.ts'
import { asCsv, exportedRows } from './directory-export.ts'
import type { DirectoryNow } from './directory-now.ts'
import { directoryRows, type FileCell, type FileSheet, mostRows } from './directory-rows.ts'
import { type Person, roles, type Unit } from './unit.ts'

/** A table as somebody types it; the first line is the headings. */
const sheetOf = (lines: readonly (readonly string[])[], more: Partial<FileSheet> = {}): FileSheet => ({
  cells: lines.flatMap((line, row) =>
    line.flatMap((text, column): readonly FileCell[] =>
      text === '' ? [] : [{ row: row + 1, column: column + 1, kind: 'text', text }],
    ),
  ),
  merged: [],
  ...more,
})

const unitOf = (id: string, parent?: Unit, hasBelow = false): Unit => ({
  id,
  name: { zh: `${id}公安局`, en: `${id} bureau` },
  shortName: { zh: `${id}简`, en: `${id} short` },
  path: [...(parent?.path ?? []), id],
  hasBelow,
  ...(parent === undefined ? {} : { parent: parent.id }),
})
const province = unitOf('province', undefined, true)
const city = unitOf('city', province, true)
const ledu = unitOf('ledu', city)
const minhe = unitOf('minhe', city)
const xining = unitOf('xining', province)
const wang: Person = {
  id: 'wang',
  name: '王芳',
  email: 'Wang@ledu.example',
  phone: '0972-1',
  language: 'zh',
  posts: [{ unit: 'ledu', role: 'reporter' }],
}

const nowWith = (more: Partial<DirectoryNow> = {}): DirectoryNow => ({
  units: new Map([province, city, ledu, minhe, xining].map((unit) => [unit.id, unit])),
  people: new Map([[wang.email.toLowerCase(), wang]]),
  mayKeep: ({ path }) => path.includes('city'),
  isAdministrator: false,
  heldBy: () => undefined,
  ...more,
})

const planOf = (sheets: readonly FileSheet[], now: DirectoryNow = nowWith()) => {
  const read = directoryRows(sheets)
  const entries = directoryEntries(read.rows)
  return directoryPlan({ ...entries, problems: [...read.problems, ...entries.problems] }, now)
}
const unitHeads = ['单位编码', '单位名称', '上级单位编码'] as const
const heads = [...unitHeads, '联系人', '邮箱', '手机', '角色', '语言'] as const
const plan = (rows: readonly (readonly string[])[], now?: DirectoryNow) => planOf([sheetOf([heads, ...rows])], now)
const problemsIn = (found: ReturnType<typeof planOf>) =>
  found.problems.map(({ row, column, message }) => `${row ?? ''}${column ?? ''} ${message.zh}`)

describe('the headings of a directory file', () => {
  it.each([
    ['单位编码', 'unit'],
    ['Unit  Code', 'unit'],
    ['邮　箱（必填）', 'email'],
    ['Ｅ－ｍａｉｌ*', 'email'],
    ['手机/电话', 'phone'],
    ['备注', 'own'],
    ['constructor', undefined],
  ])('%s', (said, column) => {
    expect(columnOf(said)).toBe(column)
  })

  it('may stand in any order below a title, in either language', () => {
    const found = planOf([
      sheetOf([
        ['海东市公安局单位名录'],
        ['Parent code', '备注', 'Unit name', 'Unit code'],
        ['city', '新设', '循化县公安局', '630225'],
      ]),
    ])
    expect(found.problems).toEqual([])
    expect(found.units).toMatchObject([{ next: { id: '630225', path: ['province', 'city', '630225'] }, row: 3 }])
  })

  it('are missed by name, and nothing below them is read', () => {
    const found = directoryRows([
      sheetOf([
        ['单位编码', '联系人'],
        ['ledu', '李四'],
      ]),
    ])
    expect(found.rows).toEqual([])
    expect(found.problems.map(({ message }) => message.zh)).toEqual(['缺少“邮箱”一列。', '缺少“角色”一列。'])
  })

  it.each([
    [
      'nobody knows',
      [
        ['单位编码', '单位名称', '编制数'],
        ['a', 'b', '3'],
      ],
      '1C 不认识“编制数”',
    ],
    ['stand there twice', [['单位编码', '手机', '电话', '邮箱', '联系人', '角色']], '1C “手机”有两列'],
    [
      'are not there',
      [
        ['甲', '乙'],
        ['a', 'b'],
      ],
      ' 没有找到名录的表头',
    ],
  ])('that %s are a problem', (_, lines, said) => {
    const { problems } = directoryRows([sheetOf(lines)])
    expect(problems.map(({ row, column, message }) => `${row ?? ''}${column ?? ''} ${message.zh}`)[0]).toContain(said)
  })

  it('that are merged are a problem', () => {
    const merged = [{ from: { row: 1, column: 1 }, to: { row: 1, column: 2 } }]
    expect(problemsIn(planOf([sheetOf([unitHeads, ['a', 'b', 'city']], { merged })]))[0]).toContain('表头有合并单元格')
  })
})

describe('a row of a directory file', () => {
  it('trims blanks and full-width characters, and knows an address in capitals', () => {
    const found = plan([['ｌｅｄｕ　', '', '', ' 王　芳 ', 'ＷＡＮＧ@LEDU.EXAMPLE', '0972-1', '填报人', '中文']])
    expect(found.problems).toEqual([])
    expect(found).toMatchObject({ people: [], counts: { unchanged: 2 } })
  })

  it.each([
    [['', '', '', '李四', 'li@a.example', '', '填报人'], '2A 这一行没有单位编码'],
    [['海东市公安局', '630200'], '2A “单位编码”一格的内容像是名称'],
    [['ledu', '', '', '李四', '13800000000', 'li@a.example', '填报人'], '2E “邮箱”一格的内容像是电话号码'],
    [['ledu', '', '', '李四', '李四@公安.中国', '', '填报人'], '2E 应为一个电子邮箱地址'],
    [['ledu', '', '', '李四', '', '', '填报人'], '2E 请填写“邮箱”'],
    [['ledu', '', '', '', 'li@a.example', '', '填报人'], '2E 请填写“联系人”'],
    [['ledu', '', '', '李四', 'li@a.example', '', '局长'], '2G 没有“局长”这种角色'],
    [['ledu', '', '', '李四', 'li@a.example', '', '填报人', '法文'], '2H 不认识语言“法文”'],
    [['ledu', '', '', '=A1', 'li@a.example', '', '填报人'], '2D 此格是公式'],
    [['ledu', '', '', '\ufffd\ufffd', 'li@a.example', '', '填报人'], '2D 此格含有无法辨认的字符'],
    [['ledu', '', '', '李'.repeat(61), 'li@a.example', '', '填报人'], '2D 此格超过 60 个字符'],
    [['nowhere', '', '', '李四', 'li@a.example', '', '填报人'], '2A 单位“nowhere”尚未登记'],
    [['new', '新局'], '2A 新增单位须填写上级单位编码'],
    [['new', '新局', 'nowhere'], '2C 上级单位“nowhere”没有登记'],
    [['xining', '改名'], '2A 单位“xining”不在您可以管理的范围内'],
    [['new', '新局', 'xining'], '2C 单位“xining”不在您可以管理的范围内'],
    [['ledu', '', 'ledu'], '2C 单位的上下级绕成了一圈：ledu → ledu'],
    [['ledu', '', '', '李四', 'li@a.example', '', '管理员'], '2G 只有管理员可以任命'],
  ])('%j is refused in words', (row, said) => {
    const found = plan([row])
    expect(problemsIn(found).join('\n')).toContain(said)
    expect(found.problems.every(({ row }) => row === 2)).toBe(true)
  })

  it.each(['formula', 'date', 'error', 'truth'] as const)('with a cell of kind %s is refused', (kind) => {
    const sheet = sheetOf([unitHeads, ['ledu', '改名', 'city']])
    const cells = sheet.cells.map((cell) => (cell.row === 2 && cell.column === 2 ? { ...cell, kind } : cell))
    expect(planOf([{ ...sheet, cells }]).problems).toMatchObject([{ row: 2, column: 'B' }])
  })

  it('that stands under a cell merged downwards says the same', () => {
    const sheet = sheetOf(
      [heads, ['ledu', '', '', '甲', 'a@a.example', '', '填报人'], ['', '', '', '乙', 'b@a.example', '', '领导']],
      { merged: [{ from: { row: 2, column: 1 }, to: { row: 3, column: 1 } }] },
    )
    expect(planOf([sheet])).toMatchObject({
      problems: [],
      people: [{ next: { posts: [{ unit: 'ledu' }] } }, { next: { posts: [{ unit: 'ledu', role: 'leader' }] } }],
    })
  })

  it('may come from a second sheet', () => {
    const found = planOf([
      sheetOf([unitHeads, ['new', '新局', 'city']], { name: '单位' }),
      sheetOf(
        [
          ['单位编码', '联系人', '邮箱', '角色'],
          ['new', '甲', 'a@a.example', '填报人'],
        ],
        { name: '人员' },
      ),
      sheetOf([['每行一个岗位']], { name: '说明' }),
    ])
    expect(found).toMatchObject({ problems: [], counts: { unitsNew: 1, peopleNew: 1 } })
  })
})

describe('rows that speak of the same', () => {
  it('make one person with several posts', () => {
    const found = plan([
      ['ledu', '', '', '李四', 'li@a.example', '', '填报人、汇总联系人'],
      ['minhe', '', '', '李四', 'LI@a.example', '', '填报人'],
    ])
    const posts = [
      { unit: 'ledu', role: 'reporter' },
      { unit: 'ledu', role: 'coordinator' },
      { unit: 'minhe', role: 'reporter' },
    ]
    expect(found).toMatchObject({ problems: [], people: [{ next: { email: 'li@a.example', posts } }] })
  })

  it('must not name two people for one address', () => {
    const found = plan([
      ['ledu', '', '', '李四', 'li@a.example', '', '填报人'],
      ['minhe', '', '', '王五', 'li@a.example', '', '填报人'],
    ])
    expect(problemsIn(found)).toEqual([expect.stringContaining('3D 第 2 行用同一邮箱登记了另一个姓名')])
  })

  it('must not use one code for two units', () => {
    const found = plan([
      ['new', '甲局', 'city'],
      ['new', '乙局', 'city'],
    ])
    expect(problemsIn(found)).toEqual(['3B “单位名称”与第 2 行所写的不一致，请改为一致。'])
  })
})

describe('the place of a unit', () => {
  it('is never in a ring', () => {
    const found = plan([
      ['a', '甲', 'b'],
      ['b', '乙', 'c'],
      ['c', '丙', 'a'],
    ])
    expect(found.problems.map(({ row }) => row)).toEqual([2, 3, 4])
    expect(found.problems[0]?.message.zh).toContain('a → b → c → a')
  })

  it('is at most ten levels deep', () => {
    const rows = Array.from({ length: 9 }, (_, n) => [`u${n}`, '局', n === 0 ? 'city' : `u${n - 1}`])
    expect(problemsIn(plan(rows))).toEqual(['10C 单位的层级超过 10 级。'])
  })

  it('may be below one that the same file adds, further down', () => {
    const found = plan([
      ['town', '镇', 'county'],
      ['county', '县', 'city'],
    ])
    expect(found.problems).toEqual([])
    expect(found.units.map(({ next }) => next.path)).toEqual([
      ['province', 'city', 'county'],
      ['province', 'city', 'county', 'town'],
    ])
  })

  it('stays under an open round, and so does a parent without units below it', () => {
    const heldBy = (unit: Unit) => (unit.id === 'ledu' ? '2020 年度' : undefined)
    const found = plan(
      [
        ['ledu', '', 'minhe'],
        ['new', '新局', 'ledu'],
      ],
      nowWith({ heldBy }),
    )
    expect(found.problems.map(({ row, message }) => [row, message.zh.includes('「2020 年度」')])).toEqual([
      [2, true],
      [3, true],
    ])
  })

  it('stays where units stand below it', () => {
    const under = unitOf('office', city, true)
    const now = nowWith()
    const units = new Map([...now.units, ['office', under] as const])
    expect(problemsIn(plan([['office', '', 'ledu']], { ...now, units }))).toEqual([
      '2C 该单位有下级单位，不能改变其上级。',
    ])
  })
})

describe('what a file does not say', () => {
  it('stays as it is', () => {
    const found = plan([['ledu', '乐都分局', '', '', 'wang@ledu.example', '', '领导']])
    expect(found.units).toMatchObject([{ next: { name: { zh: '乐都分局', en: 'ledu bureau' }, parent: 'city' } }])
    expect(found.people).toMatchObject([
      {
        next: { name: '王芳', email: 'Wang@ledu.example', phone: '0972-1', posts: [wang.posts[0], { role: 'leader' }] },
      },
    ])
  })

  it('is not asked for: a unit may be named without those above it', () => {
    const units = new Map([city, ledu].map((unit) => [unit.id, unit]))
    const found = plan(
      [
        ['city', '新市局', 'province'],
        ['ledu', '新局'],
      ],
      nowWith({ units: new Map([...units, ['province', province]]) }),
    )
    expect(found).toMatchObject({ problems: [], counts: { unitsChanged: 2 } })
    const alone = plan([['ledu', '新局']], nowWith({ units: new Map([['ledu', ledu]]) }))
    expect(alone).toMatchObject({ problems: [], units: [{ next: { path: ledu.path, parent: 'city' } }] })
  })

  it('in English is the Chinese name, for as long as no other is given', () => {
    const [added] = plan([['new', '新局', 'city']]).units
    expect(added?.next).toMatchObject({ name: { zh: '新局', en: '新局' }, shortName: { zh: '新局', en: '新局' } })
    const units = new Map([...nowWith().units, ['new', { ...unitOf('new', city), ...added?.next }] as const])
    const [renamed] = plan([['new', '新分局']], nowWith({ units })).units
    expect(renamed?.next.name).toEqual({ zh: '新分局', en: '新分局' })
  })
})

describe('somebody with a post outside the keeper’s units', () => {
  const elsewhere = { ...wang, posts: [...wang.posts, { unit: 'xining', role: 'leader' as const }] }
  const now = nowWith({ people: new Map([[wang.email.toLowerCase(), elsewhere]]) })

  it('is not changed', () => {
    const row = ['ledu', '', '', '王小芳', 'wang@ledu.example', '', '填报人']
    expect(problemsIn(plan([row], now))).toEqual([expect.stringContaining('在您管理的范围之外另有岗位')])
  })

  it('may be named as they are', () => {
    expect(plan([['ledu', '', '', '王芳', 'wang@ledu.example', '', '填报人']], now).problems).toEqual([])
  })
})

describe('too many rows', () => {
  it('are refused with the limit', () => {
    const rows = Array.from({ length: mostRows + 1 }, (_, n) => [`u${n}`, '局', 'city'])
    expect(problemsIn(plan(rows))).toEqual([expect.stringContaining(`一次最多导入 ${mostRows} 行`)])
    expect(plan(rows.slice(1)).units).toHaveLength(mostRows)
  })
})

/* Whatever stands in the directory, exported and imported, changes nothing. */
const textOf = fc.stringMatching(/^[A-Za-z\u4e00-\u9fa5][A-Za-z\u4e00-\u9fa5 ,;'"=@-]{0,12}[A-Za-z\u4e00-\u9fa5]$/)
const plainText = fc
  .tuple(fc.constantFrom('', '', '=', "'=", '+', '-', "''-"), textOf)
  .map((parts) => parts.join(''))
  .filter((text) => !/ {2}|[\u4e00-\u9fa5] [\u4e00-\u9fa5]|@/.test(text))
const officeOf = fc
  .array(fc.record({ under: fc.nat(), zh: plainText, en: plainText }), { minLength: 1, maxLength: 12 })
  .map((given) => {
    const units: Unit[] = [city]
    for (const [n, { under, zh, en }] of given.entries()) {
      const possible = units.filter(({ path }) => path.length < 9)
      const parent = possible[under % possible.length] ?? city
      units.push({ ...unitOf(`u${n}`, parent), name: { zh, en }, shortName: { zh: en, en: zh } })
    }
    return units.map((unit) => ({ ...unit, hasBelow: units.some(({ parent }) => parent === unit.id) }))
  })
const staffOf = fc.array(
  fc.record({
    name: plainText,
    phone: fc.option(fc.constantFrom('+86 138', '0972-8600000', "'1"), { nil: undefined }),
    language: fc.constantFrom('zh' as const, 'en' as const),
    posts: fc.uniqueArray(fc.record({ at: fc.nat(), role: fc.constantFrom(...roles) }), { minLength: 1, maxLength: 4 }),
  }),
  { maxLength: 8 },
)

/** A csv as a program reads it: the round trip is through text. */
const csvSheet = (text: string): FileSheet => {
  const rows: string[][] = [[]]
  const pattern = /(?:"((?:[^"]|"")*)"|([^,\r]*))(,|\r\n)/gy
  for (const [, inQuotes, bare = '', end] of text.replace('\ufeff', '').matchAll(pattern)) {
    rows.at(-1)?.push(inQuotes?.replaceAll('""', '"') ?? bare)
    if (end !== ',') rows.push([])
  }
  return sheetOf(rows)
}

describe('an export', () => {
  it('changes nothing when it comes back', () => {
    fc.assert(
      fc.property(officeOf, staffOf, fc.constantFrom('zh' as const, 'en' as const), (units, staff, language) => {
        const people = staff.map(({ posts, phone, ...one }, n): Person => {
          const held = posts.map(({ at, role }) => ({ unit: units[at % units.length]?.id ?? 'city', role }))
          const unique = [...new Map(held.map((post) => [`${post.unit} ${post.role}`, post])).values()]
          return { ...one, id: `p${n}`, email: `P${n}@a.example`, posts: unique, ...(phone ? { phone } : {}) }
        })
        const rows = exportedRows(
          units.map((unit) => ({
            unit,
            people: people.filter(({ posts }) => posts.some((post) => post.unit === unit.id)),
          })),
          language,
        )
        const now = nowWith({
          units: new Map([province, ...units].map((unit) => [unit.id, unit])),
          people: new Map(people.map((person) => [person.email.toLowerCase(), person])),
        })
        const found = planOf([csvSheet(asCsv(rows))], now)
        expect(found).toMatchObject({ problems: [], changes: [], counts: { unchanged: units.length + people.length } })
      }),
      { numRuns: 60 },
    )
  })

  it('to csv holds nothing that a program would run', () => {
    const people = [{ ...wang, name: '=HYPERLINK("x")', phone: '+86 1' }]
    expect(asCsv(exportedRows([{ unit: ledu, people }], 'zh'))).toContain(
      `,"'=HYPERLINK(""x"")",Wang@ledu.example,'+86 1,`,
    )
  })
})

describe('any file', () => {
  it('is answered with a plan or with problems, never with a failure', () => {
    const cell = fc.oneof(fc.constantFrom(...heads, 'ledu', 'city', '填报人', 'a@a.example', '王芳'), fc.string())
    const line = fc.array(cell, { maxLength: 10 })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const { units, people, problems } = planOf([sheetOf([heads, ...lines])])
        for (const { next } of units) expect(new Set(next.path).size).toBe(next.path.length)
        for (const { next } of people) expect(next.name === '' && problems.length === 0).toBe(false)
      }),
      { numRuns: 200 },
    )
  })
})

describe('roles in a cell', () => {
  it('may be several', () => {
    expect(rolesIn('填报人、分管领导')).toEqual(['reporter', 'leader'])
    expect(rolesIn('Reporter; leader')).toEqual(['reporter', 'leader'])
    expect(rolesIn('填报人、局长')).toBeUndefined()
  })
})
