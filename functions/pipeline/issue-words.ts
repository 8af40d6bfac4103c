/*
 * What a schema of shared/api.ts found wrong, in both languages. Its own sentences are written there as `zh\nen`;
 * the rest follows from the kind of the issue.
 */
import type * as z from 'zod/mini'
import type { Words } from '../../shared/words.ts'

type Issue = z.core.$ZodIssue

const words = (zh: string, en: string): Words => ({ zh, en })

const kinds: Readonly<Record<string, Words>> = {
  string: words('文字', 'text'),
  int: words('整数', 'a whole number'),
  number: words('数字', 'a number'),
  boolean: words('true 或 false', 'true or false'),
  array: words('列表', 'a list'),
  object: words('对象', 'an object'),
  record: words('对象', 'an object'),
}

const bounded = (issue: Extract<Issue, { code: 'too_big' | 'too_small' }>): Words => {
  const most = issue.code === 'too_big'
  const limit = String(most ? issue.maximum : issue.minimum)
  const [zhOf, enOf] =
    issue.origin === 'string' ? [' 个字符', ' characters'] : issue.origin === 'array' ? [' 项', ' items'] : ['', '']
  return most
    ? words(`不能超过 ${limit}${zhOf}。`, `At most ${limit}${enOf}.`)
    : words(`不能少于 ${limit}${zhOf}。`, `At least ${limit}${enOf}.`)
}

/** One sentence for one issue. */
export const wordsOfIssue = (issue: Issue): Words => {
  const [zh, en] = issue.message.split('\n')
  if (zh !== undefined && en !== undefined) return words(zh, en)
  switch (issue.code) {
    case 'unrecognized_keys':
      return words(`含有不认识的项目：${issue.keys.join('、')}。`, `Unknown key: ${issue.keys.join(', ')}.`)
    case 'invalid_type': {
      const kind = kinds[issue.expected] ?? words(issue.expected, issue.expected)
      return words(`此项必填，应为${kind.zh}。`, `This is required and takes ${kind.en}.`)
    }
    case 'too_big':
    case 'too_small':
      return bounded(issue)
    case 'invalid_value': {
      const values = issue.values.map(String)
      return words(`只能是 ${values.join('、')}。`, `This is one of ${values.join(', ')}.`)
    }
    case 'invalid_key':
      return words('这一项的名称不符合要求。', 'The name of this entry is not as required.')
    default:
      return words('内容不符合要求。', 'Not as required.')
  }
}
