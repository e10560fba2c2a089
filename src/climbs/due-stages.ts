/** Which stages of a climb may still be said, and when the next of them is. */
import type { Counted, Next, Policy, Stage } from './climb.ts'
import { momentOf, type Moment } from './moment-of.ts'

export const isOnDay = ({ when }: Pick<Stage, 'when'>): boolean =>
  'workingDaysFromDue' in when || isFromFirstDue({ when })

export const isFromFirstDue = ({ when }: Pick<Stage, 'when'>): boolean => 'workingDaysFromFirstDue' in when

/** Those after what was reached: nothing is said twice but what the policy repeats, and nothing below it. */
export const following = ({ stages }: Policy, { reached }: Counted): readonly Stage[] =>
  stages.slice(stages.findIndex(({ stage }) => stage === reached?.stage) + 1)

/** Never in the past, and not before `from`: what should have been said already is said then. */
export function nextOf(policy: Policy, counted: Counted, moment: Moment, from: Date = moment.now): Next {
  const [first] = ahead(policy, counted, moment).toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const next = first ?? again(policy, counted, moment)
  return { stage: next.stage.stage, at: next.at < from ? from : next.at }
}

/** What is said at a wake that rings now: the highest that has come. */
export function reachedNow(policy: Policy, counted: Counted, moment: Moment): Stage | undefined {
  const [silence, ...later] = following(policy, counted)
  if (!silence) return again(policy, counted, moment).stage
  const days = isOnDay(silence) ? ahead(policy, counted, moment) : timed(leadingDays(later), counted, moment)
  const come = days.findLast(({ at }) => at <= moment.now)?.stage
  return come ?? (isOnDay(silence) ? undefined : silence)
}

type At = { readonly stage: Stage; readonly at: Date }

/** The silence that is next, or the days that are: of them, those that had passed when somebody was told are not owed. */
function ahead(policy: Policy, counted: Counted, moment: Moment): readonly At[] {
  const stages = following(policy, counted)
  const days = timed(leadingDays(stages), counted, moment)
  if (days.length === 0) return timed(stages.slice(0, 1), counted, moment)
  const { toldAt } = counted
  // What the others lead to is owed in any case: else nobody would ever hear.
  return days.filter((one, place) => !toldAt || one.at > toldAt || place === days.length - 1)
}

/** The last stage once more, but never before its own day has come: its date may have been moved since. */
function again(policy: Policy, counted: Counted, moment: Moment): At {
  const last = policy.stages.at(-1)
  if (!last || !('repeats' in policy.end)) throw new Error('a climb waits for a stage that its policy does not have')
  const at = momentOf({ ...last, when: policy.end.repeats }, counted, moment)
  const own = isOnDay(last) ? momentOf(last, counted, moment) : at
  return { stage: last, at: own > at ? own : at }
}

function leadingDays(stages: readonly Stage[]): readonly Stage[] {
  const firstWait = stages.findIndex((stage) => !isOnDay(stage))
  return firstWait === -1 ? stages : stages.slice(0, firstWait)
}

const timed = (stages: readonly Stage[], counted: Counted, moment: Moment): readonly At[] =>
  stages.map((stage) => ({ stage, at: momentOf(stage, counted, moment) }))
