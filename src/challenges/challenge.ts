/** The IRO challenges that something is not done: manager by manager, until the IRO says how it ended. */
import type { Day } from '../calendar/day.ts'
import type { Answered } from '../display/answered.ts'
import type { DutyKind } from '../duties/duty.ts'
import type { ChallengeId, ChildId, DutyId, PersonId } from '../ids.ts'
import type { ChallengeStage } from '../partnership/challenge-stages.ts'

export const managerAnswers = ['done', 'by-date', 'not-agreed'] as const
export type ManagerAnswer = (typeof managerAnswers)[number]

export const outcomes = ['accepted', 'another-way', 'cafcass', 'withdrawn'] as const
export type Outcome = (typeof outcomes)[number]

export type Challenge = {
  readonly id: ChallengeId
  readonly child: ChildId
  readonly duty: DutyId
  /** As it stood when it was challenged. */
  readonly kind: DutyKind
  readonly due: Day
  /** The reference of the child, and who their IRO is today: a new one has the challenge. */
  readonly ref: string
  readonly iro?: PersonId
  readonly by: PersonId
  readonly at: Date
  /** Frozen when it was opened; never empty. */
  readonly stages: readonly ChallengeStage[]
  /** Which of them, from 0. */
  readonly stage: number
  /** `asked`: its manager is. `answered`: the IRO says what comes next. */
  readonly state: 'asked' | 'answered' | 'ended'
  /** What the manager of this stage has answered. */
  readonly answer?: ManagerAnswer | undefined
  /** By which day it was agreed. */
  readonly agreedBy?: Day | undefined
  readonly outcome?: Outcome
}

export type ChallengeWords = {
  readonly kind: 'opened' | 'answered' | 'moved' | 'ended'
  readonly stage: number
  readonly by: PersonId
  readonly at: Date
  /** What was chosen, as it is read. */
  readonly chosen: string
  readonly words: readonly Answered[]
}

export function stageOf({ stages, stage }: Pick<Challenge, 'stages' | 'stage'>): ChallengeStage {
  const one = stages[stage]
  if (!one) throw new Error('a challenge stands at a stage that it does not have')
  return one
}

export const nextStage = ({ stages, stage }: Pick<Challenge, 'stages' | 'stage'>): ChallengeStage | undefined =>
  stages[stage + 1]

export const outcomeInWords: Readonly<Record<Outcome, string>> = {
  accepted: 'what was agreed is done',
  'another-way': 'it was resolved another way',
  cafcass: 'it was referred to Cafcass',
  withdrawn: 'it was withdrawn',
}

export const answerInWords: Readonly<Record<ManagerAnswer, string>> = {
  done: 'agreed and done',
  'by-date': 'agreed, by a date',
  'not-agreed': 'not agreed',
}
