/*
 * Keys of the one table; nothing outside this file builds one. Keys are added on write and stripped on read.
 * Decision 0001.
 *
 *   pk                        sk                              what
 *   UNIT#u                    SELF                            a unit with the way from the root
 *                             BELOW#v                         v, which stands right below u, and the people in it
 *                             ROUND#r                         a round that u owns
 *                             LOG#…                           who changed the unit
 *   ROOTS                     BELOW#u                         the same for u that stands below nobody
 *   PERSON#p                  SELF · LOG#…                    a person with posts; who changed them
 *   ADMINISTRATORS            p                               who is administrator somewhere: never nobody
 *   EMAIL#address             SELF · ACCOUNT                  whose address this is; its account is to be looked at
 *   LOGIN#subject             SELF                            whose sign-in this is
 *   ADDRESSES                 address                         a mail address that letters did not reach
 *   ROUND#r                   SELF · LOG#… · EDITION#n[#…]    a round, its log, its published editions
 *   ROUNDS                    r                               every round with its stage, for the sweep
 *   RETURN#r#u                DRAFT#HEAD, #CELLS, #TEXT#s, #LIST#s, #REASONS, #EXTENSION
 *                                                             a return with its draft: one query
 *                             DRAFT#REVIEW                    comments of a review that is not sent yet
 *                             REVISION#n[#TEXT#s]             a submission, its narratives apart
 *                             REVIEW#n                        what was said when revision n was sent back, and answered
 *                             LOG#…                           its log
 *   BOARD#r#c                 u · u#EXTENSION · u#STEPS · u#MUTE · u#REVIEW
 *                                                             the board of round r under collector c: one query
 *   FIGURES#r#c               u#own · u#below                 members of the report of c: one query
 *   REPORT#r#c                SELF · TEXT · HANDIN#hash       the report of c, its own narratives, what was handed in
 *   CLAIM#r#c                 u#due#step                      reminders posted, never twice
 *   DIGEST#r#c                day                             digests posted, one a day
 *   LETTERS#r#c               key                             letters of the round under c
 *   ARCHIVE#u                 REPORT#year#v#r                 a report of v, which is u or stands below it (decision 0036)
 *   HISTORY#u                 year#own · year#report          accepted or imported figures of a year
 *                             LOG#…                           the log of imports
 *
 * A collector is the unit whose report counts a return: the unit itself where units stand below it, else its parent
 * (shared/unit/collector.ts). No partition takes the writes of all units.
 * Index `waiting` (sparse): waits = LETTER#carrier#shard | ROUND | UNIT | ACCOUNT, until = the moment.
 */
import type { Instant } from '../../shared/time.ts'

export interface Key {
  readonly pk: string
  readonly sk: string
}

/** Zero-padded, so that revisions and editions sort as text. */
const ordinal = (n: number): string => String(n).padStart(5, '0')

const self = (pk: string): Key => ({ pk, sk: 'SELF' })

export const keys = {
  unit: (unit: string): Key => self(`UNIT#${unit}`),
  staffed: (parent: string | undefined, unit: string): Key => ({
    pk: parent === undefined ? 'ROOTS' : `UNIT#${parent}`,
    sk: `BELOW#${unit}`,
  }),
  roundOfUnit: (unit: string, round: string): Key => ({ pk: `UNIT#${unit}`, sk: `ROUND#${round}` }),
  unitLog: (unit: string, at: Instant, version: number): Key => ({
    pk: `UNIT#${unit}`,
    sk: `LOG#${at}#${ordinal(version)}`,
  }),
  person: (person: string): Key => self(`PERSON#${person}`),
  personLog: (person: string, at: Instant, version: number): Key => ({
    pk: `PERSON#${person}`,
    sk: `LOG#${at}#${ordinal(version)}`,
  }),
  administrator: (person: string): Key => ({ pk: 'ADMINISTRATORS', sk: person }),
  email: (email: string): Key => self(`EMAIL#${email.toLowerCase()}`),
  account: (email: string): Key => ({ pk: `EMAIL#${email.toLowerCase()}`, sk: 'ACCOUNT' }),
  login: (subject: string): Key => self(`LOGIN#${subject}`),
  addresses: 'ADDRESSES',
  address: (email: string): Key => ({ pk: 'ADDRESSES', sk: email.toLowerCase() }),
  round: (round: string): Key => self(`ROUND#${round}`),
  everyRound: (round: string): Key => ({ pk: 'ROUNDS', sk: round }),
  roundLog: (round: string, at: Instant, version: number): Key => ({
    pk: `ROUND#${round}`,
    sk: `LOG#${at}#${ordinal(version)}`,
  }),
  edition: (round: string, edition: number): Key => ({ pk: `ROUND#${round}`, sk: `EDITION#${ordinal(edition)}` }),
  editionPart: (round: string, edition: number, part: string): Key => ({
    pk: `ROUND#${round}`,
    sk: `EDITION#${ordinal(edition)}#${part}`,
  }),
  head: (round: string, unit: string): Key => ({ pk: `RETURN#${round}#${unit}`, sk: 'DRAFT#HEAD' }),
  draftPart: (round: string, unit: string, part: string): Key => ({
    pk: `RETURN#${round}#${unit}`,
    sk: `DRAFT#${part}`,
  }),
  revision: (round: string, unit: string, n: number): Key => ({
    pk: `RETURN#${round}#${unit}`,
    sk: `REVISION#${ordinal(n)}`,
  }),
  revisionText: (round: string, unit: string, n: number, section: string): Key => ({
    pk: `RETURN#${round}#${unit}`,
    sk: `REVISION#${ordinal(n)}#TEXT#${section}`,
  }),
  review: (round: string, unit: string, n: number): Key => ({
    pk: `RETURN#${round}#${unit}`,
    sk: `REVIEW#${ordinal(n)}`,
  }),
  returnLog: (round: string, unit: string, at: Instant, version: number): Key => ({
    pk: `RETURN#${round}#${unit}`,
    sk: `LOG#${at}#${ordinal(version)}`,
  }),
  status: (round: string, collector: string, unit: string): Key => ({ pk: `BOARD#${round}#${collector}`, sk: unit }),
  extension: (round: string, collector: string, unit: string): Key => ({
    pk: `BOARD#${round}#${collector}`,
    sk: `${unit}#EXTENSION`,
  }),
  mute: (round: string, collector: string, unit: string): Key => ({
    pk: `BOARD#${round}#${collector}`,
    sk: `${unit}#MUTE`,
  }),
  reportReview: (round: string, collector: string, unit: string): Key => ({
    pk: `BOARD#${round}#${collector}`,
    sk: `${unit}#REVIEW`,
  }),
  ownSteps: (round: string, collector: string, unit: string): Key => ({
    pk: `BOARD#${round}#${collector}`,
    sk: `${unit}#STEPS`,
  }),
  figures: (round: string, collector: string, unit: string, scope: 'own' | 'below'): Key => ({
    pk: `FIGURES#${round}#${collector}`,
    sk: `${unit}#${scope}`,
  }),
  report: (round: string, collector: string): Key => self(`REPORT#${round}#${collector}`),
  reportText: (round: string, collector: string): Key => ({ pk: `REPORT#${round}#${collector}`, sk: 'TEXT' }),
  handedIn: (round: string, collector: string, hash: string): Key => ({
    pk: `REPORT#${round}#${collector}`,
    sk: `HANDIN#${hash}`,
  }),
  claims: (round: string, collector: string) => `CLAIM#${round}#${collector}`,
  letters: (round: string, collector: string) => `LETTERS#${round}#${collector}`,
  claim: (round: string, collector: string, unit: string, dueAt: Instant, step: string): Key => ({
    pk: `CLAIM#${round}#${collector}`,
    sk: `${unit}#${dueAt}#${step}`,
  }),
  digests: (round: string, collector: string) => `DIGEST#${round}#${collector}`,
  digest: (round: string, collector: string, day: string): Key => ({ pk: `DIGEST#${round}#${collector}`, sk: day }),
  letter: (round: string, collector: string, key: string): Key => ({ pk: `LETTERS#${round}#${collector}`, sk: key }),
  history: (unit: string, year: number, scope: 'own' | 'report'): Key => ({
    pk: `HISTORY#${unit}`,
    sk: `${year}#${scope}`,
  }),
  /** `round` is empty for a report that was imported. */
  archived: (unit: string, year: number, owner: string, round: string): Key => ({
    pk: `ARCHIVE#${unit}`,
    sk: `REPORT#${year}#${owner}#${round}`,
  }),
  archive: (unit: string) => `ARCHIVE#${unit}`,
  editionTexts: (round: string, edition: number): Key => ({
    pk: `ROUND#${round}`,
    sk: `EDITION#${ordinal(edition)}#text#`,
  }),
  historyOf: (unit: string) => `HISTORY#${unit}`,
  historyLog: (unit: string, at: Instant, year: number, scope: 'own' | 'report'): Key => ({
    pk: `HISTORY#${unit}`,
    sk: `LOG#${at}#${year}#${scope}`,
  }),
}

/** Beginnings of sort keys, for queries over a kind of item in a partition. */
export const prefixes = {
  staffed: 'BELOW#',
  rounds: 'ROUND#',
  draft: 'DRAFT#',
  revisions: 'REVISION#',
  reviews: 'REVIEW#',
  log: 'LOG#',
  editions: 'EDITION#',
  archived: 'REPORT#',
  /** Years, and not the log of their imports. */
  years: '2',
} as const

/** Items that wait for a moment carry these two; the index holds no others. */
export const waiting = {
  letters: (carrier: string, shard: number) => `LETTER#${carrier}#${shard}`,
  rounds: 'ROUND',
  units: 'UNIT',
  accounts: 'ACCOUNT',
} as const

/** The letters of a carrier are spread over this many partitions of the index. */
export const letterShards = 4
