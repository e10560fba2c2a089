/**
 * What waits for a person climbs: stage by stage, each said to more people than the last, until somebody answers or the
 * policy ends.
 */
import { z } from 'zod'
import type { Day } from '../calendar/day.ts'

/** How long silence lasts: until the opening of the nth working day, or so many minutes at whatever hour. */
const Wait = z.union([z.object({ workingDays: z.int().min(1) }), z.object({ minutes: z.int().min(1) })])
export type Wait = z.infer<typeof Wait>

/** Of that day, by the clocks of England; absent: its opening. A digest has its own moment. */
const at = z.enum(['opening', 'closing']).optional()

/**
 * Counted from the date that the climb is for, or from the first one that was agreed, however often it was moved since;
 * 0 is that day itself, and a negative count lies before.
 */
const OnDay = z.union([
  z.object({ workingDaysFromDue: z.int(), at }),
  z.object({ workingDaysFromFirstDue: z.int(), at }),
])
export type OnDay = z.infer<typeof OnDay>

/** What a person is to the thing that climbs. Each room knows who that is today. */
const Hearer = z.enum([
  'owner',
  'social-worker',
  'lead',
  'iro',
  'chair',
  'coordinator',
  'asked',
  'told',
  'challenged',
  'deputy',
  'contact',
])
export type Hearer = z.infer<typeof Hearer>

const Stage = z.object({
  stage: z.string(),
  /** A wait is counted from when the stage before was said: silence of somebody who was not asked is no silence. */
  when: z.union([Wait, OnDay]),
  /** Whose answer ends it. */
  answers: z.array(Hearer),
  tells: z.array(Hearer),
  /**
   * In a message of its own, or with everything else in a person's one post of the day: that is worked out before a
   * working day opens, rather on the one before than too late. A row that is older than digests has none.
   */
  by: z.enum(['direct', 'digest']).default('direct'),
})
export type Stage = z.infer<typeof Stage>

/** Frozen when the climb starts. Each stage but the last leads to the next; `end` is what silence does after the last. */
export const Policy = z
  .object({
    stages: z.array(Stage).min(1),
    end: z.union([z.object({ repeats: Wait }), z.object({ stops: z.string() })]),
  })
  .refine(({ stages }) => new Set(stages.map(({ stage }) => stage)).size === stages.length, 'a stage is named twice')
export type Policy = z.infer<typeof Policy>

/** `times`: how often this stage was said since the climb last began. */
export type Reached = { readonly stage: string; readonly at: Date; readonly times: number }
export type Next = { readonly stage: string; readonly at: Date }

/** The date that stages count from, where they count from one, and the first, where that was another. */
export type Dates = { readonly due?: Day; readonly firstDue?: Day }

/** What is known of a climb in every state. */
export type Counted = Dates & {
  /** When the person who answers was told: days that had passed then are not owed. Absent: all of them are. */
  readonly toldAt?: Date
  readonly reached?: Reached
}

export type Climb = Counted &
  ({ readonly state: 'open'; readonly next: Next } | { readonly state: 'stopped' | 'answered' })

/** `from`: nobody was told; nothing is said before this moment, and what has come by then is owed. */
export type ClimbEvent =
  | ({ readonly event: 'started'; readonly from?: Date } & Dates)
  /** The wake of its next stage rang, perhaps late or early. Its dates are what they are now. */
  | ({ readonly event: 'rang' } & Dates)
  | { readonly event: 'answered' }
  /** Somebody else answers now, or by another date: it begins again, but for a stage that counts from the first date. */
  | ({ readonly event: 'changed' } & Dates)
  /** Somebody else answers by the same date. What was reached stays reached: others know of it. */
  | { readonly event: 'passed-on' }
  /** It had been answered, and waits again. */
  | ({ readonly event: 'reopened' } & Dates)
  /** Nobody heard of what was reached, or it counts for nothing now: it begins again, whatever became of it. */
  | ({ readonly event: 'restarted'; readonly from: Date } & Dates)
