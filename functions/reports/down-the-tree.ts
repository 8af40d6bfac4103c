/*
 * Down the tree from a collector: every own return behind its figures, and every unit that owes one and is not in. A
 * report that grows is read where it stands; what was handed in is read as it was handed in, by its hash, so that
 * returns, lists and the recount (R10) are those behind the frozen figures and not what came after.
 */
import type { CountedReturn, Figures, NamedMember } from '../../shared/report/report.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Unit, UnitId } from '../../shared/unit/unit.ts'
import { type Participants, participantsUnder } from '../rounds/participants.ts'
import type { Services } from '../services.ts'
import { type Missing, missingMembers, missingRow, silentCollectors } from './missing.ts'

export interface ReturnBehind extends CountedReturn {
  readonly state: Figures['state']
  /** Where they were read with it. */
  readonly lists?: Figures['lists']
}

export interface Down {
  readonly returns: readonly ReturnBehind[]
  readonly missing: readonly Missing[]
  readonly units: readonly Unit[]
}

/** One collector's own level. */
export interface Level {
  readonly collector: Unit
  readonly participants: Participants
  readonly members: readonly Figures[]
}

const returnOf = (member: NamedMember & Partial<Pick<Figures, 'lists'>>): ReturnBehind => ({
  unit: member.unit,
  revision: member.revision ?? 0,
  hash: member.hash,
  state: member.state,
  ...(member.timeliness === undefined ? {} : { timeliness: member.timeliness }),
  ...(member.lists === undefined ? {} : { lists: member.lists }),
})

const ownReturns = (members: readonly (NamedMember & Partial<Pick<Figures, 'lists'>>)[]): readonly ReturnBehind[] =>
  members.filter(({ scope }) => scope === 'own').map(returnOf)

export const levelOf = async (services: Services, round: Round, collector: Unit): Promise<Level> => {
  const [participants, members] = await Promise.all([
    participantsUnder(services, round, collector),
    services.reports.members(round.id, collector.id),
  ])
  return { collector, participants, members }
}

const missingHere = async (services: Services, round: Round, level: Level): Promise<readonly Missing[]> => {
  const { heads, extensions } = await services.rounds.board(round.id, level.collector.id)
  return missingMembers(level.participants, level.members).map((unit) => {
    const head = heads.find((one) => one.unit === unit.id)
    const extension = extensions[unit.id]
    const stored = { ...(head === undefined ? {} : { head }), ...(extension === undefined ? {} : { extension }) }
    return missingRow(round, unit, stored, services.now())
  })
}

const unitsOf = ({ collector, participants: { own, collectors } }: Level): readonly Unit[] => [
  collector,
  ...own,
  ...collectors,
]

const handedInReturns = async (
  services: Services,
  round: Round,
  unit: UnitId,
  hash: string,
): Promise<{ readonly returns: readonly ReturnBehind[]; readonly missing: readonly UnitId[] }> => {
  const { members, missing } = (await services.reports.handedIn(round.id, unit, hash)) ?? { members: [], missing: [] }
  const below = members.filter(({ scope }) => scope === 'below')
  const deeper = await Promise.all(below.map((one) => handedInReturns(services, round, one.unit, one.hash)))
  /* Who was missing at any level was written down when this report was handed in. */
  return { returns: [...ownReturns(members), ...deeper.flatMap(({ returns }) => returns)], missing }
}

const handedInDown = async (services: Services, round: Round, unit: UnitId, hash: string): Promise<Down> => {
  const { returns, missing } = await handedInReturns(services, round, unit, hash)
  const units = await services.units.units([...returns.map((one) => one.unit), ...missing])
  const owing = units.filter(({ id }) => missing.includes(id))
  const rows = owing.map(async (one) =>
    missingRow(round, one, await services.returns.load(round.id, one.id), services.now()),
  )
  return { returns, missing: await Promise.all(rows), units }
}

const readLevel = async (services: Services, round: Round, level: Level): Promise<Down> => {
  const { participants, members } = level
  const stands = (unit: UnitId) => members.find((one) => one.unit === unit && one.scope === 'below')
  const gone = members.filter(
    ({ unit, scope }) => scope === 'below' && !participants.collectors.some(({ id }) => id === unit),
  )
  const collectors = [...participants.collectors, ...(await services.units.units(gone.map(({ unit }) => unit)))]
  const [missing, deeper] = await Promise.all([
    missingHere(services, round, level),
    Promise.all(
      collectors.map(async (unit) => {
        const member = stands(unit.id)
        return member?.state === 'handedIn'
          ? handedInDown(services, round, unit.id, member.hash)
          : readLevel(services, round, await levelOf(services, round, unit))
      }),
    ),
  ])
  return {
    returns: [...ownReturns(members), ...deeper.flatMap((one) => one.returns)],
    missing: [...missing, ...deeper.flatMap((one) => one.missing)],
    units: [...unitsOf(level), ...deeper.flatMap((one) => one.units)],
  }
}

/** Everything below, to the last unit. A unit that is in anywhere is missing nowhere (decision 0013). */
export const readDown = async (services: Services, round: Round, level: Level): Promise<Down> => {
  const down = await readLevel(services, round, level)
  const known = new Set(down.returns.map(({ unit }) => unit))
  return { ...down, missing: down.missing.filter(({ unit }) => !known.has(unit)) }
}

/** One level only: a collector from which nothing has come stands for all its units. */
export const readRightBelow = async (services: Services, round: Round, level: Level): Promise<Down> => {
  const silent = silentCollectors(level.participants, level.members)
  return {
    returns: ownReturns(level.members),
    missing: [
      ...(await missingHere(services, round, level)),
      ...silent.map((unit) => missingRow(round, unit, {}, services.now())),
    ],
    units: unitsOf(level),
  }
}
