/**
 * What waits for a person climbs: stage by stage, each said to more people than the last, until somebody answers or the
 * policy ends.
 */
import { z } from 'zod'
import type { Day } from '../calendar/day.ts'

/** How long silence lasts: until the opening of the nth working day, or so many minutes at whatever hour. */
const Wait = z.union([z.object({ workingDays: z.int().min(1) }), z.object({ minutes: z.int().min(1) })])
export type Wait = z.infer<typeof Wait>

/** Counted from the date that the climb is for; 0 is that day itself, working or not, and a negative count lies before. */
const OnDay = z.object({ workingDaysFromDue: z.int(), at: z.enum(['opening', 'closing']) })
export type OnDay = z.infer<typeof OnDay>

/** What a person is to the thing that climbs. Each room knows who that is today. */
const Hearer = z.enum(['owner', 'social-worker', 'lead', 'iro', 'chair', 'coordinator', 'asked', 'told'])
export type Hearer = z.infer<typeof Hearer>

const Stage = z.object({
  stage: z.string(),
  /** A wait is counted from when the stage before was said: silence of somebody who was not asked is no silence. */
  when: z.union([Wait, OnDay]),
  /** Whose answer ends it. */
  answers: z.array(Hearer),
  tells: z.array(Hearer),
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

export type Climb = {
  /** The date that its stages count from, where they count from one. */
  readonly due?: Day
  readonly reached?: Reached
} & ({ readonly state: 'open'; readonly next: Next } | { readonly state: 'stopped' | 'answered' })

export type ClimbEvent =
  | { readonly event: 'started'; readonly due?: Day }
  /** The wake of its next stage rang, perhaps late. */
  | { readonly event: 'rang' }
  | { readonly event: 'answered' }
  /** Somebody else answers now, or by another date: it begins again. */
  | { readonly event: 'changed'; readonly due?: Day }
  /** It had been answered, and waits again. */
  | { readonly event: 'reopened'; readonly due?: Day }
