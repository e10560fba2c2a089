/**
 * What a partnership may change, each with its default, its unit and the reason for the default. A case keeps the
 * policies that it started with, a duty and an action their ladder; a row that is older than a policy reads its default.
 */
import { z } from 'zod'
import { clockTime } from './clock-time.ts'

const workingDays = (least: number, most: number) => z.int().min(least).max(most)

export const Policies = z.strictObject({
  /** Working days after which a case that nobody has confirmed is said again. Two: a day's leave is no alarm yet. */
  unconfirmedWorkingDays: workingDays(1, 10).default(2),

  /** Working days from the social worker's confirmation until inputs close. Five: everybody has each weekday once. */
  inputWorkingDays: workingDays(1, 20).default(5),

  /** Working days before inputs close on which who has not answered is reminded. Two: one to see it, one to answer. */
  inputReminderWorkingDays: workingDays(1, 10).default(2),

  /** Protected length of a meeting, in minutes. 90: to hear every view and to think before anything is decided. */
  meetingMinutes: z.int().min(30).max(240).default(90),

  /** Working days between the offer of times and the first of them. Three: enough to move another appointment. */
  meetingNoticeWorkingDays: workingDays(1, 20).default(3),

  /**
   * The time of day that is offered on each of three working days running, within working hours. Morning, afternoon,
   * morning, so that one of them suits part-time and school hours.
   */
  meetingTimes: z.tuple([clockTime, clockTime, clockTime]).default(['10:00', '14:00', '10:00']),

  /** Working days after which the chair hears again of what waits for them. Two: as for a case that is not confirmed. */
  chairReminderWorkingDays: workingDays(1, 10).default(2),

  /** Working days after the due day (before it, if negative) at which each rung of the ladder is reached. */
  ladder: z
    .strictObject({
      /** Five before: a week of work in which it can still be done. */
      coming: z.int().max(-1).default(-5),
      /** On the day itself, whatever the partnership. */
      due: z.literal(0).default(0),
      /** Two after: a day for it to be done late and not recorded yet. The owner's lead hears from here on. */
      overdue: z.int().min(1).default(2),
      /** Ten after, counted from the first date that was promised: two weeks of work in which nothing moved. */
      iro: z.int().min(1).default(10),
      /** Working days between reminders once the IRO has been told. Five: a week of work is enough for a plan to move. */
      repeat: workingDays(1, 20).default(5),
    })
    .refine(({ overdue, iro }) => overdue < iro, 'expected `iro` to come later than `overdue`')
    .prefault({}),

  /** When a person's one post of the day goes, HH:MM, within working hours. Absent: as they open, before visits begin. */
  digestAt: clockTime.optional(),

  /**
   * Minutes for which nobody may leave it unreported that a child is at risk, before it is said again, at whatever
   * hour. 30: a duty team answers within it. It can be made shorter and no longer: nothing that a partnership decides
   * makes a child wait.
   */
  riskRepeatMinutes: z.int().min(5).max(30).default(30),
})
export type Policies = z.infer<typeof Policies>

/** Frozen in what it chases when the chasing starts. */
export type Ladder = Policies['ladder']

/** A step of the ladder of nudges, lowest first. */
export const Rung = z.enum(['coming', 'due', 'overdue', 'iro'])
export type Rung = z.infer<typeof Rung>

/** How often it is said again once the IRO has been told. */
export const repeatInWords = ({ repeat }: Ladder): string =>
  repeat === 5 ? 'every working week' : repeat === 1 ? 'every working day' : `every ${repeat} working days`
