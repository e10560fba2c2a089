/**
 * What a partnership may change, each with its default, its unit and the reason for the default. A case keeps the
 * policies that it started with, a duty and an action their ladder; a row that is older than a policy reads its default.
 */
import { z } from 'zod'
import { clockTime } from './clock-time.ts'

const workingDays = (least: number, most: number) => z.int().min(least).max(most)

export const Policies = z.strictObject({
  /**
   * Working days after which a case that nobody has confirmed, a raising without a known child, or a handover that nobody
   * has taken up is said again. Two: a day's leave is no alarm yet.
   */
  unconfirmedWorkingDays: workingDays(1, 10).default(2),

  /** Working days from the social worker's confirmation until inputs close. Five: everybody has each weekday once. */
  inputWorkingDays: workingDays(1, 20).default(5),

  /** Working days before inputs close when people who have not answered are reminded. Two: one to see it, one to answer. */
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

  /** Working days after which the chair is reminded of what is waiting. Two: as for a case that is not confirmed. */
  chairReminderWorkingDays: workingDays(1, 10).default(2),

  /** Working days after the due day (before it, if negative) at which each rung of the ladder is reached. */
  ladder: z
    .strictObject({
      /** Five before: a week of work in which it can still be done. */
      coming: z.int().max(-1).default(-5),
      /** On the day itself, in every partnership. */
      due: z.literal(0).default(0),
      /** Two after: a day for it to be done late and not recorded yet. The owner's lead hears from here on. */
      overdue: z.int().min(1).default(2),
      /** Ten after, counted from the first agreed date: two working weeks without progress. */
      iro: z.int().min(1).default(10),
      /**
       * Working days between reminders once the IRO has been told, and between others that go on until something is done.
       * Five: a week of work is enough for a plan to move, a list to be checked or a return to be corrected.
       */
      repeat: workingDays(1, 20).default(5),
    })
    .refine(({ overdue, iro }) => overdue < iro, 'expected `iro` to come later than `overdue`')
    .prefault({}),

  /**
   * Days for which the dates of a child count, from the day of the newest return or of the social worker's own word. Nobody is
   * reminded of a date that is older: the social worker is asked whether it is still right. 31: returns come once a month.
   */
  datesCountDays: z.int().min(7).max(366).default(31),

  /** When a person's one post of the day goes, HH:MM, within working hours. Absent: as they open, before visits begin. */
  digestAt: clockTime.optional(),

  /**
   * Minutes until a risk to a child that nobody has reported is said to the lead and the deputy, and as many later to the
   * coordinators and `urgent.contacts`, at any hour. 30: a duty team answers within it. It can be made shorter, never
   * longer: nothing that a partnership decides makes a child wait.
   */
  riskRepeatMinutes: z.int().min(5).max(30).default(30),
})
export type Policies = z.infer<typeof Policies>

/**
 * For which cases and duties a new value counts. Those that are open keep their own, except `at-once`: that is read
 * whenever it is needed.
 */
type CountsFor = 'new-cases' | 'new-cases-and-duties' | 'at-once'

/** `absent`: what an optional policy means where it is not given. */
export type PolicyInWords = { readonly inWords: string; readonly counts: CountsFor; readonly absent?: string }

const ladderInWords: Readonly<Record<keyof Ladder, PolicyInWords>> = {
  coming: { inWords: 'Reminder before the due day, in working days', counts: 'new-cases-and-duties' },
  due: { inWords: 'Reminder on the due day, in working days', counts: 'new-cases-and-duties' },
  overdue: { inWords: 'Reminder after the due day, in working days', counts: 'new-cases-and-duties' },
  iro: { inWords: 'The IRO is told after the due day, in working days', counts: 'new-cases-and-duties' },
  repeat: {
    inWords: 'Working days between reminders that go on until something is done',
    counts: 'new-cases-and-duties',
  },
}

const othersInWords: Readonly<Record<Exclude<keyof Policies, 'ladder'>, PolicyInWords>> = {
  unconfirmedWorkingDays: {
    inWords: 'Working days after which people are told again of a case or a handover that is waiting',
    counts: 'new-cases',
  },
  inputWorkingDays: { inWords: 'Working days for giving a view', counts: 'new-cases' },
  inputReminderWorkingDays: {
    inWords: 'Reminder to give a view, in working days before views close',
    counts: 'new-cases',
  },
  meetingMinutes: { inWords: 'Minutes of a meeting', counts: 'new-cases' },
  meetingNoticeWorkingDays: {
    inWords: 'Working days between the offer of times and the first of them',
    counts: 'new-cases',
  },
  meetingTimes: { inWords: 'Times of day that are offered for a meeting', counts: 'new-cases' },
  chairReminderWorkingDays: {
    inWords: 'Working days after which the chair is reminded of what is waiting',
    counts: 'new-cases',
  },
  datesCountDays: {
    inWords: 'Days after which the dates of a child are asked about',
    counts: 'at-once',
  },
  digestAt: {
    inWords: 'Time of day of the daily message of reminders',
    counts: 'at-once',
    absent: 'as working hours begin',
  },
  riskRepeatMinutes: {
    inWords: 'Minutes until more people are told that a risk to a child has not been reported',
    counts: 'at-once',
  },
}

/** By their place in the file, such as `inputWorkingDays` and `ladder.iro`. A policy without words does not compile. */
export const policiesInWords: ReadonlyMap<string, PolicyInWords> = new Map([
  ...Object.entries(othersInWords),
  ...Object.entries(ladderInWords).map(([name, words]) => [`ladder.${name}`, words] as const),
])

/** Copied into an action or duty when its reminders start. */
export type Ladder = Policies['ladder']

/** A step of the ladder of nudges, lowest first. */
export const Rung = z.enum(['coming', 'due', 'overdue', 'iro'])
export type Rung = z.infer<typeof Rung>
