/** One step of a climb: what is said now, and when it wakes next. */
import type { Climb, ClimbEvent, Counted, Dates, Policy, Stage } from './climb.ts'
import { following, isFromFirstDue, nextOf, reachedNow } from './due-stages.ts'
import type { Moment } from './moment-of.ts'

export type Stepped = {
  /** An open climb wakes at its `next`, any other never. Undefined where nothing has started. */
  readonly climb: Climb | undefined
  /** The stage that is said now. */
  readonly say?: Stage
}

export function step(policy: Policy, climb: Climb | undefined, event: ClimbEvent, moment: Moment): Stepped {
  const open = (counted: Counted, from?: Date): Climb => opened(policy, counted, moment, from)
  switch (event.event) {
    case 'started':
      return { climb: climb ?? open({ ...datesOf(event), ...(!event.from && toldAt(moment)) }, event.from) }
    case 'reopened':
      return { climb: climb?.state === 'open' ? climb : open({ ...datesOf(event), ...toldAt(moment) }) }
    case 'restarted':
      return { climb: open({ ...datesOf(event), ...(climb?.toldAt && { toldAt: climb.toldAt }) }, event.from) }
    case 'changed':
      if (!climb || climb.state === 'answered') return { climb }
      return { climb: open({ ...datesOf(climb), ...datesOf(event), ...toldAt(moment), ...stays(policy, climb) }) }
    case 'passed-on':
      return { climb: climb?.state === 'open' ? open({ ...countedBy(climb), ...toldAt(moment) }) : climb }
    case 'answered':
      return { climb: climb && (climb.state === 'answered' ? climb : { ...countedBy(climb), state: 'answered' }) }
    case 'rang':
      return climb?.state === 'open' ? rang(policy, redated(policy, climb, event, moment), moment) : { climb }
  }
}

type Open = Climb & { readonly state: 'open' }

/** However late it rings, one stage is said: the highest that was reached. */
function rang(policy: Policy, climb: Open, moment: Moment): Stepped {
  if (climb.next.at > moment.now) return { climb }
  const say = reachedNow(policy, climb, moment)
  if (!say) return { climb: opened(policy, countedBy(climb), moment) }
  const times = climb.reached?.stage === say.stage ? climb.reached.times + 1 : 1
  const reached = { stage: say.stage, at: moment.now, times }
  return { say, climb: opened(policy, { ...countedBy(climb), reached }, moment) }
}

/** Waits for its next stage, or has come to the end of its policy. */
function opened(policy: Policy, counted: Counted, moment: Moment, from?: Date): Climb {
  if (following(policy, counted).length === 0 && 'stops' in policy.end) return { ...counted, state: 'stopped' }
  return { ...counted, state: 'open', next: nextOf(policy, counted, moment, from) }
}

/** By another date it waits for another moment, and what was reached stays reached. */
function redated(policy: Policy, climb: Open, dates: Dates, moment: Moment): Open {
  const { due = climb.due, firstDue = climb.firstDue } = dates
  if (due === climb.due && firstDue === climb.firstDue) return climb
  const counted = { ...countedBy(climb), ...datesOf(dates) }
  return { ...counted, state: 'open', next: nextOf(policy, counted, moment) }
}

const toldAt = ({ now }: Moment) => ({ toldAt: now })

const datesOf = ({ due, firstDue }: Dates): Dates => ({ ...(due && { due }), ...(firstDue && { firstDue }) })

const countedBy = ({ due, firstDue, toldAt: told, reached }: Climb): Counted => ({
  ...datesOf({ ...(due && { due }), ...(firstDue && { firstDue }) }),
  ...(told && { toldAt: told }),
  ...(reached && { reached }),
})

const stays = ({ stages }: Policy, { reached }: Climb): Pick<Counted, 'reached'> =>
  reached && stages.some((stage) => stage.stage === reached.stage && isFromFirstDue(stage)) ? { reached } : {}
