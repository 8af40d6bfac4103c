/* Headings that span what they hold: the chain of groups over each row or column, and runs of equal neighbours. */
import type { Group } from '../form/form.ts'

/** The groups over an item, outermost first; throws RangeError when groups hold each other in a ring. */
export const chainOf = (groups: readonly Group[], id: string | undefined): readonly Group[] => {
  const chain: Group[] = []
  let next = id
  while (next !== undefined) {
    const group = groups.find((candidate) => candidate.id === next)
    if (!group) break
    if (chain.includes(group)) throw new RangeError(`Group "${group.id}" holds itself.`)
    chain.unshift(group)
    next = group.in
  }
  return chain
}

/** How many neighbours from `start` on stand under the same group at `level`, those of the outer levels included. */
export const runLength = (chains: readonly (readonly Group[])[], start: number, level: number): number => {
  const outer = chains[start]?.slice(0, level + 1) ?? []
  const isSame = (chain: readonly Group[]): boolean => outer.every((group, index) => chain[index] === group)
  let end = start + 1
  while (end < chains.length && isSame(chains[end] ?? [])) end += 1
  return end - start
}

/** Does the run of the group at `level` begin here, and not at the neighbour before? */
export const startsRun = (chains: readonly (readonly Group[])[], index: number, level: number): boolean =>
  index === 0 || (chains[index]?.slice(0, level + 1) ?? []).some((group, at) => chains[index - 1]?.[at] !== group)

/** Levels of grouping over the items: 0 when none is grouped. */
export const depthOf = (chains: readonly (readonly Group[])[]): number =>
  Math.max(0, ...chains.map((chain) => chain.length))
