/**
 * From the episodes of a return: is this child in our scope on a day, and since when? What the return says of later
 * days has not happened yet on that day.
 */
import { asDay, type Day } from '../calendar/day.ts'
import type { Care } from './child.ts'
import { isShortBreaks, type LegalStatus } from './legal-status.ts'
import type { RowNote, RowReason } from './row-notes.ts'

export type Episode = {
  readonly row: number
  readonly from: Day
  /** Absent while the episode is open. */
  readonly to?: Day
  readonly legalStatus: LegalStatus
  /** The child came into care with it (RNE `S`), rather than changing status or placement. */
  readonly startsCare: boolean
  /** The child left care at its end (REC other than `X1`). */
  readonly leavesCare: boolean
}

export type CareAsOf = { readonly care: Care; readonly notes: readonly RowNote[] }

/** `ofAge`: eighteen by that day. `known`: what an earlier return said. */
export function careAsOf(asOf: Day, episodes: readonly Episode[], ofAge: boolean, known?: Care): CareAsOf {
  const { distinct, notes } = withoutDuplicates(episodes)
  const begun = distinct.filter(({ from }) => from <= asOf).map((episode) => asOfThen(episode, asOf))
  const walked = walk(begun)
  notes.push(...walked.notes)
  const latest = begun.at(-1)
  if (!latest || !walked.start) return { care: { scope: 'no-episodes' }, notes }

  const current = begun.findLast(({ to }) => to === undefined)
  if (!current) {
    if (!latest.leavesCare) notes.push(note(latest, 'REC', 'nothing-follows'))
    return { care: { scope: 'ended' }, notes }
  }
  if (ofAge) return { care: { scope: 'of-age' }, notes }
  if (isShortBreaks(current.legalStatus)) return { care: { scope: 'short-breaks' }, notes }

  if (walked.period.some(({ legalStatus }) => isShortBreaks(legalStatus)))
    notes.push(note(current, 'LS', 'short-breaks-before'))
  const startedEarlier = walked.start === begun[0] && !walked.start.startsCare && knownEarlier(known, walked.start.from)
  if (startedEarlier) notes.push(note(walked.start, 'DECOM', 'starts-midway'))
  const careFrom = startedEarlier || walked.start.from
  return { care: { scope: 'in', careFrom, legalStatus: current.legalStatus }, notes }
}

/** An episode that ends after the day is still open on it. */
function asOfThen({ to, ...episode }: Episode, asOf: Day): Episode {
  return to !== undefined && to <= asOf ? { ...episode, to } : episode
}

function knownEarlier(known: Care | undefined, from: Day): Day | undefined {
  return known?.scope === 'in' && known.careFrom < from ? known.careFrom : undefined
}

function withoutDuplicates(episodes: readonly Episode[]): { distinct: readonly Episode[]; notes: RowNote[] } {
  const seen = new Set<string>()
  const notes: RowNote[] = []
  const distinct = episodes.filter((episode) => {
    const said = JSON.stringify({ ...episode, row: undefined })
    if (seen.has(said)) notes.push(note(episode, 'CHILD', 'duplicate-row'))
    return !seen.has(said) && seen.add(said)
  })
  return { distinct: distinct.sort(byStart), notes }
}

const byStart = (a: Episode, b: Episode): number => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.row - b.row)

type Walked = { readonly start?: Episode; readonly period: readonly Episode[]; readonly notes: readonly RowNote[] }

/** Through the episodes by their start: a day out of care between two of them begins a new period. */
function walk(episodes: readonly Episode[]): Walked {
  const notes: RowNote[] = []
  let period: Episode[] = []
  /** The furthest day that care reaches so far; undefined once an episode is open. */
  let reach: Day | undefined = asDay('0001-01-01')
  for (const episode of episodes) {
    if (reach && period.length > 0 && episode.from < reach) notes.push(note(episode, 'DECOM', 'overlaps'))
    if (reach && episode.from > reach) period = []
    period.push(episode)
    if (reach && (episode.to === undefined || episode.to > reach)) reach = episode.to
  }
  const [start] = period
  return { ...(start && { start }), period, notes: [...notes, ...openTooLong(episodes)] }
}

function openTooLong(episodes: readonly Episode[]): readonly RowNote[] {
  const last = episodes.findLastIndex(({ to }) => to === undefined)
  const earlier = episodes.slice(0, Math.max(last, 0)).filter(({ to }) => to === undefined)
  const notes = earlier.map((episode) => note(episode, 'DEC', 'two-open'))
  const current = episodes[last]
  if (current && last < episodes.length - 1) notes.push(note(current, 'DEC', 'open-before-later'))
  return notes
}

const note = ({ row }: Episode, column: string, reason: RowReason): RowNote => ({
  file: 'episodes',
  row,
  column,
  reason,
})
