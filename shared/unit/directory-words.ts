/* A change of the directory in words, for who is to confirm it. */
import { headings, roleWords } from './directory-columns.ts'
import type { DirectoryChange, PersonChange, UnitChange } from './directory-now.ts'
import { personCells } from './directory-people.ts'
import type { FilePlace } from './directory-problems.ts'
import { unitCells } from './directory-units.ts'
import type { Post } from './unit.ts'

const differing = (was: Readonly<Record<string, string>>, is: Readonly<Record<string, string>>) => {
  const keys = Object.keys({ ...was, ...is }).filter((key) => was[key] !== is[key])
  const of = (all: Readonly<Record<string, string>>) =>
    Object.fromEntries(keys.flatMap((key) => (all[key] === undefined ? [] : [[key, all[key]]])))
  return { was: of(was), is: of(is), keys }
}

const said = (was: Readonly<Record<string, string>>, is: Readonly<Record<string, string>>, language: 'zh' | 'en') =>
  differing(was, is)
    .keys.map((key) => {
      const heading = Object.entries(headings).find(([column]) => column === key)?.[1][language] ?? key
      return `${heading}${language === 'zh' ? '：' : ': '}${was[key] ?? '—'} → ${is[key] ?? '—'}`
    })
    .join(language === 'zh' ? '；' : '; ')

const postsIn = (posts: readonly Post[], language: 'zh' | 'en'): string =>
  posts.map(({ unit, role }) => `${unit} ${roleWords[role][language]}`).join(language === 'zh' ? '、' : ', ')

export const unitInWords = (
  { next, before }: UnitChange,
  place: FilePlace & { readonly row: number },
): DirectoryChange => {
  const { id, name, parent } = next
  const is = unitCells(next)
  if (before === undefined)
    return {
      ...place,
      kind: 'unitNew',
      unit: id,
      is,
      words: {
        zh: `新增单位 ${name.zh}（${id}）${parent === undefined ? '' : `，上级 ${parent}`}`,
        en: `New unit ${name.en} (${id})${parent === undefined ? '' : `, under ${parent}`}`,
      },
    }
  const was = unitCells(before)
  const { keys: _keys, ...facts } = differing(was, is)
  return {
    ...place,
    kind: 'unitChanged',
    unit: id,
    ...facts,
    words: { zh: `修改单位 ${id}：${said(was, is, 'zh')}`, en: `Unit ${id} changes: ${said(was, is, 'en')}` },
  }
}

export const personInWords = (
  { next, before }: PersonChange,
  place: FilePlace & { readonly row: number },
): DirectoryChange => {
  const { name, email, posts } = next
  const is = personCells(next)
  if (before === undefined)
    return {
      ...place,
      kind: 'personNew',
      person: email,
      is,
      words: {
        zh: `新增人员 ${name}（${email}）：${postsIn(posts, 'zh')}`,
        en: `New person ${name} (${email}): ${postsIn(posts, 'en')}`,
      },
    }
  const was = personCells(before)
  const { keys: _keys, ...facts } = differing(was, is)
  return {
    ...place,
    kind: 'personChanged',
    person: email,
    ...facts,
    words: {
      zh: `修改人员 ${name}（${email}）：${said(was, is, 'zh')}`,
      en: `${name} (${email}) changes: ${said(personCells(before, 'en'), personCells(next, 'en'), 'en')}`,
    },
  }
}
