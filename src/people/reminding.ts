/** For whom a reminder is made: what they are to the thing that is chased, and why they hear of it. */
import type { Day } from '../calendar/day.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import type { Rung } from '../partnership/policies.ts'

type RemindedAs = 'owner' | 'lead' | 'iro' | 'chair' | 'coordinator'

export type Reminding = {
  readonly rung: Rung
  readonly as: RemindedAs
  readonly ownerName: string
  /** The name of the person to whom the owner has handed it, who has not accepted. */
  readonly offeredTo?: string
  /** The name of the person who is away and for whom this is received. */
  readonly inPlaceOf?: string
  /** Whether the person who hears it may open the thing: the next in line hears its reference alone. */
  readonly opens: boolean
  /** The names of the others who are told of the same, where the owner reads it. */
  readonly othersTold: readonly string[]
  readonly today: Day
  readonly calendar: WorkingCalendar
}

/** Undefined where the owner alone is told. `until`: it is done, or recorded. */
export function toldToo({ othersTold, rung }: Reminding, until: string): string | undefined {
  if (othersTold.length === 0) return undefined
  const [names, are] = [new Intl.ListFormat('en-GB').format(othersTold), othersTold.length === 1 ? 'is' : 'are']
  const too = `${names} ${are} being told too`
  return rung === 'iro' ? `${too}, and again in a weekly overview until ${until}.` : `${too}.`
}

export const whyTold = {
  lead: 'You are getting this because you are the lead of their agency.',
  iro: "You are getting this because you are the child's Independent Reviewing Officer.",
  chair: 'You are getting this because you chair the case.',
  coordinator:
    'You are getting this because the person who should get it is not named, has left, or does not get our messages.',
} as const satisfies Record<Exclude<RemindedAs, 'owner'>, string>
