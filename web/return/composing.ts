/*
 * A text box under an input method: what is still being put together (pinyin) is drawn, so that the box is not written
 * over, and is not the entry yet.
 */
import type { TargetedEvent } from 'preact'
import { useState } from 'preact/hooks'

type Box = HTMLInputElement | HTMLTextAreaElement

/** What the box shows and hears. @param text the entry as it is known @param take is told every other entry */
export const useComposing = (text: string, take: (typed: string) => void) => {
  const [composing, compose] = useState<string | undefined>(undefined)
  const entered = (typed: string): void => {
    compose(undefined)
    take(typed)
  }
  return {
    value: composing ?? text,
    onInput: (event: TargetedEvent<Box, Event>): void => {
      const { value } = event.currentTarget
      if (event instanceof InputEvent && event.isComposing) compose(value)
      else entered(value)
    },
    onCompositionEnd: ({ currentTarget }: TargetedEvent<Box, Event>): void => entered(currentTarget.value),
  }
}
