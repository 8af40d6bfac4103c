/* Why something was not done, in place; what was typed stays, and the return can be read again. */
import type { Problem } from '../api/problem.ts'
import { say } from './words.ts'

interface RefusalProps {
  readonly problem: Problem
  readonly again: () => void
}

/* What somebody else did meanwhile: reading again shows it. */
const isNews = ({ status }: Problem): boolean => status === 409

export const Refusal = ({ problem, again }: RefusalProps) => {
  const words = say()
  return (
    <div class="notice bad" role="alert">
      <p>
        <b>{words.refused}</b> {problem.detail}
      </p>
      {problem.errors.length > 0 && (
        <ul>
          {problem.errors.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
      {isNews(problem) && (
        <p>
          <button type="button" onClick={again}>
            {words.again}
          </button>
        </p>
      )}
    </div>
  )
}
