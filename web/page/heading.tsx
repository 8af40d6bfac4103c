/*
 * The heading of a page: names the document, and takes the focus when somebody has come here from another page, so
 * that a screen reader says where they are. The first page opened leaves the focus where the browser puts it.
 */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { say } from './words.ts'

let isFirst = true

interface HeadingProps {
  /** For the title of the window. */
  readonly title: string
  /** Another place than before: focus again. */
  readonly place: string
  readonly children?: ComponentChildren
}

export const Heading = ({ title, place, children }: HeadingProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  const words = say()
  useEffect(() => {
    document.title = `${title} · ${words.huibao}`
  }, [title, words])
  useEffect(() => {
    if (!isFirst) heading.current?.focus()
    isFirst = false
  }, [place])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? title}
    </h1>
  )
}
