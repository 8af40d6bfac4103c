/* The posts of a person: unit and role, several if need be (product I0). */
import { holds } from '../collecting/collects.ts'
import { language } from '../language.ts'
import { me } from '../page/me.ts'
import { unitNamed } from './known-units.ts'
import { say } from './words.ts'

export const roles = ['reporter', 'coordinator', 'leader', 'administrator'] as const
type Role = (typeof roles)[number]
export interface TypedPost {
  readonly unit: string
  readonly role: Role
}

const roleOf = (text: string): Role => roles.find((role) => role === text) ?? 'reporter'

/** Name of a unit whose code is typed; says so where there is none. */
export const UnitSaid = ({ code }: { readonly code: string }) => {
  const unit = unitNamed(code.trim())
  return code.trim() === '' ? null : (
    <span class={unit === undefined ? 'warn' : 'sub'}>{unit?.name[language.value] ?? say().unknownUnit}</span>
  )
}

interface PostsFieldProps {
  readonly id: string
  readonly posts: readonly TypedPost[]
  readonly problem: string | undefined
  readonly change: (posts: readonly TypedPost[]) => void
}

export const PostsField = ({ id, posts, problem, change }: PostsFieldProps) => {
  const words = say()
  const person = me.value?.person
  const isAdministrator = person !== undefined && holds(person, 'administrator')
  const put = (index: number, part: Partial<TypedPost>) =>
    change(posts.map((post, i) => (i === index ? { ...post, ...part } : post)))
  return (
    <fieldset class="field posts" id={`${id}-posts`} tabIndex={-1}>
      <legend>{words.posts}</legend>
      {problem !== undefined && <p class="problem">{problem}</p>}
      {posts.map((post, i) => (
        <div class="post" key={i}>
          <input
            type="text"
            autoComplete="off"
            list="unit-codes"
            value={post.unit}
            aria-label={words.nthUnit(i + 1)}
            onInput={({ currentTarget }) => put(i, { unit: currentTarget.value })}
          />
          <select
            value={post.role}
            aria-label={words.nthRole(i + 1)}
            onChange={({ currentTarget }) => put(i, { role: roleOf(currentTarget.value) })}
          >
            {roles
              .filter((role) => isAdministrator || role !== 'administrator' || post.role === role)
              .map((role) => (
                <option key={role} value={role}>
                  {words[role]}
                </option>
              ))}
          </select>
          <UnitSaid code={post.unit} />
          {posts.length > 1 && (
            <button type="button" class="plain" onClick={() => change(posts.filter((_, at) => at !== i))}>
              {words.removePost(i + 1)}
            </button>
          )}
        </div>
      ))}
      <button
        type="button"
        onClick={() => change([...posts, { unit: posts.slice(-1)[0]?.unit ?? '', role: 'reporter' }])}
      >
        {words.addPost}
      </button>
    </fieldset>
  )
}
