import type { Unit, UnitId } from './unit.ts'

/**
 * The unit whose report counts this unit's own return: itself where units stand below it (its own figures, 本级, are
 * one member beside those of the units below), otherwise its parent. The owner of a round collects for itself.
 * One collector each, so nobody is counted twice.
 */
export const collectorOf = (unit: Pick<Unit, 'id' | 'parent' | 'hasBelow'>, owner: UnitId): UnitId =>
  unit.hasBelow || unit.id === owner || unit.parent === undefined ? unit.id : unit.parent

/** Where the report of a collector counts one level up; undefined at the owner, where the way ends. */
export const collectorAbove = (collector: Pick<Unit, 'id' | 'parent'>, owner: UnitId): UnitId | undefined =>
  collector.id === owner ? undefined : collector.parent
