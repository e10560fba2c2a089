/**
 * From the episodes of a return: is this child in our scope on a day, and since when? What the return says of later
 * days has not happened yet on that day.
 */
import { asDay, type Day } from '../calendar/day.ts'
import { addDays } from '../calendar/months.ts'
import type { Began, Care, InCare } from './child.ts'
import { returnedOtherwise } from './care-began.ts'
import { isRemand, isShortBreaks, longestShortBreakDays, type LegalStatus } from './legal-status.ts'
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
  notes.push(...afterThen(distinct, asOf))
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
  if (isShortBreaks(current.legalStatus)) {
    if (addDays(current.from, longestShortBreakDays) < asOf) notes.push(note(current, 'LS', 'long-for-short-breaks'))
    return { care: { scope: 'short-breaks' }, notes }
  }

  const seen = walked.period.slice(walked.period.findIndex(({ legalStatus }) => !isShortBreaks(legalStatus)))
  const [first = current] = seen
  if (first !== walked.start) notes.push(note(first, 'LS', 'short-breaks-before'))
  const began = beganIn(first, walked.start, known, asOf, walked.start === begun[0])
  const care: InCare = {
    ...{ scope: 'in', ...began, legalStatus: current.legalStatus },
    ...(seen.every(({ legalStatus }) => isRemand(legalStatus)) && { remandAlone: true }),
  }
  const doubted = doubtOfBeginning(care, first)
  if (doubted) notes.push(note(first, ...doubted))
  return { care, notes }
}

/** `opens`: nothing of this child lies before it in the return. */
function beganIn(
  first: Episode,
  start: Episode,
  known: Care | undefined,
  asOf: Day,
  opens: boolean,
): Pick<InCare, 'careFrom' | 'began'> {
  const shown = first.startsCare || first !== start ? first.from : undefined
  const midway = opens && shown === undefined
  const same = known?.scope === 'in' && isSamePeriod(known.careFrom, start.from, asOf, midway)
  if (!same) return { careFrom: first.from, began: shown ? { returned: shown } : {} }
  const { said, returned, assumed } = known.began
  const kept = shown ?? (assumed ? undefined : returned)
  const began: Began = { ...(kept && { returned: kept }), ...(said && { said }) }
  return { careFrom: known.careFrom, began }
}

/** A return that begins midway says nothing of the days before it; one that reaches further back tells more of the same period. */
const isSamePeriod = (careFrom: Day, from: Day, asOf: Day, midway: boolean): boolean =>
  careFrom < from ? midway : careFrom <= asOf

function doubtOfBeginning(care: InCare, first: Episode): [string, RowReason] | undefined {
  const { returned, said } = care.began
  if (returnedOtherwise(care) === first.from) return ['DECOM', 'began-otherwise']
  if (returned === first.from || first.startsCare) return undefined
  return ['RNE', (returned ?? said) ? 'starts-midway' : 'began-earlier']
}

/** An episode that ends after the day is still open on it. */
function asOfThen({ to, ...episode }: Episode, asOf: Day): Episode {
  return to !== undefined && to <= asOf ? { ...episode, to } : episode
}

/** No return knows what comes after the day of which it speaks. */
function afterThen(episodes: readonly Episode[], asOf: Day): readonly RowNote[] {
  return episodes.flatMap((episode) => {
    if (episode.from > asOf) return [note(episode, 'DECOM', 'begins-later')]
    return episode.to !== undefined && episode.to > asOf ? [note(episode, 'DEC', 'ends-later')] : []
  })
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

/**
 * Through the episodes by their start: a day out of care between two of them begins a new period, where a row says so. Between
 * one that ends without leaving care and one that does not start it, a row is missing, and nothing was said of those days.
 */
function walk(episodes: readonly Episode[]): Walked {
  const notes: RowNote[] = []
  let period: Episode[] = []
  /** The furthest day that care reaches so far; undefined once an episode is open. */
  let reach: Day | undefined = asDay('0001-01-01')
  for (const episode of episodes) {
    if (reach && period.length > 0 && episode.from < reach) notes.push(note(episode, 'DECOM', 'overlaps'))
    if (reach && episode.from > reach) {
      const ended = period.at(-1)?.leavesCare !== false || episode.startsCare
      if (period.at(-1)?.leavesCare && !episode.startsCare) notes.push(note(episode, 'DECOM', 'begins-after-end'))
      if (ended) period = []
      else notes.push(note(episode, 'DECOM', 'row-missing-before'))
    }
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
