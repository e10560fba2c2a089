/** Where a case is: six steps, what each has come to, and the one that it is at. */
import type { RequestState } from '../cases/case.ts'
import { inWords, instantInWords, timeInWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import { facts, type FactsBlock } from '../display/card.ts'
import { whileItLasts, type Meeting } from '../meetings/meeting.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { nameOf } from '../people/name-of.ts'
import type { Way } from './way.ts'

type Moment = { readonly now: Date; readonly partnership: Partnership }

const notReached = 'Not reached'

/** "Not ours" is an answer; "not sure yet" is none. */
export const hasAnswered = (request: RequestState): boolean => request === 'given' || request === 'not-ours'

/** The number of the step that it is at, from 1; none once it is closed. */
export function stepOf({ stuck, meeting }: Way): number | undefined {
  switch (stuck.state) {
    case 'raised':
      return 2
    case 'asking':
      return 3
    case 'convening':
      return meeting && meeting.state !== 'offered' ? 5 : 4
    case 'following-up':
      return 6
    case 'closed':
      return undefined
  }
}

const stepsOf = (way: Way, moment: Moment): readonly (readonly [step: string, says: string])[] => [
  ['Raised', inWords(dayOf(way.stuck.raisedAt))],
  ['Confirmed', confirmed(way, moment)],
  ['Views', views(way, moment)],
  ['A time for the meeting', time(way, moment)],
  ['The meeting', held(way, moment)],
  ['What was agreed is done', followedUp(way)],
]

/** Where it is, in one sentence that stays true until something is done: no word of what passes by the clock alone. */
export function whereItIs(way: Way, moment: Moment): string {
  const steps = stepsOf(way, moment)
  const at = stepOf(way)
  const closed = way.stuck.closedAt
  const [step, says] = steps[(at ?? 0) - 1] ?? []
  if (step === undefined || says === undefined) return closed ? `Closed on ${inWords(dayOf(closed))}.` : 'Closed.'
  const more = at === 5 && way.meeting?.state === 'convened' ? time(way, moment) : says
  return `Step ${at} of ${steps.length}: ${step.toLowerCase()}.${more === notReached ? '' : ` ${more}.`}`
}

export function stepFacts(way: Way, moment: Moment): FactsBlock {
  const here = stepOf(way)
  const closed = way.stuck.closedAt
  return facts(
    ...stepsOf(way, moment).map(
      ([step, says], at) => [`${at + 1}. ${step}${at + 1 === here ? ' (it is here)' : ''}`, says] as const,
    ),
    ...(closed ? [['Closed', inWords(dayOf(closed))] as const] : []),
  )
}

function confirmed({ stuck, askedOn }: Way, { partnership }: Moment): string {
  if (askedOn) return inWords(askedOn)
  if (stuck.state === 'closed') return notReached
  return stuck.disagreement
    ? 'Waits for somebody who chairs cases, or a coordinator'
    : `Waits for ${nameOf(partnership, stuck.socialWorker)}, the social worker`
}

function views({ stuck, askedOn }: Way, { partnership: { workingHours } }: Moment): string {
  if (!askedOn) return notReached
  const asked = stuck.asked.flatMap(({ request }) => (request === undefined ? [] : [request]))
  const answered = `${asked.filter(hasAnswered).length} of ${asked.length} answered`
  return stuck.state === 'asking' && stuck.inputsClose
    ? `${answered}. Views close on ${inWords(stuck.inputsClose)}, ${workingHours.closes}`
    : answered
}

function time({ stuck, meeting }: Way, { partnership }: Moment): string {
  if (meeting?.startsAt)
    return `${instantInWords(meeting.startsAt)} to ${timeInWords(endOf(meeting, meeting.startsAt))}`
  const chair = meeting?.chair ?? stuck.chair
  if (stuck.state === 'convening')
    return chair ? `Waits for ${nameOf(partnership, chair, 'the chair')}` : 'Waits for a chair to be named'
  return notReached
}

function held({ stuck, meeting }: Way, { now, partnership }: Moment): string {
  if (!meeting?.startsAt) return notReached
  const chair = nameOf(partnership, meeting.chair, 'the chair')
  if (meeting.state === 'approved') return 'Held, and what was agreed was posted'
  if (stuck.state === 'closed') return 'Closed before anything was posted'
  if (meeting.state === 'recorded') return `Recorded. ${chair} has yet to approve what was agreed`
  if (now < meeting.startsAt) return 'Still to come'
  return now < endOf(meeting, meeting.startsAt) ? 'It is being held now' : `It is over. ${chair} has yet to record it`
}

function followedUp({ stuck, meeting, actions }: Way): string {
  if (meeting?.state !== 'approved') return notReached
  if (actions.length === 0) return 'No action was agreed'
  const open = actions.filter(({ state }) => state === 'open').length
  const done = actions.filter(({ state }) => state === 'done').length
  const ended = actions.length - open - done
  return [
    `${done} of ${actions.length} done`,
    ...(ended > 0 ? [`${ended} no longer needed`] : []),
    ...(stuck.state !== 'closed' && open === 0 ? ['the case can be closed'] : []),
  ].join(', ')
}

const endOf = (meeting: Meeting, startsAt: Date): Date => whileItLasts(meeting).holdsUntil ?? startsAt
