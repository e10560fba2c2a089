/** Takes a step of a climb that is kept: its row and its wake follow, and who asked learns what to say. */
import type { World } from '../ports/world.ts'
import type { Climb, ClimbEvent, Dates, Policy, Reached, Stage } from './climb.ts'
import type { ClimbKey, ClimbsNeeds, KnownClimb } from './needs.ts'
import { step } from './step.ts'

type Stepping = World<ClimbsNeeds>

/** Somebody is waited for from now on, who was told; a climb that is open goes on as it was. */
export async function startClimb(world: Stepping, key: ClimbKey, policy: Policy, dates: Dates = {}): Promise<void> {
  const known = await world.tx.climbOf(key)
  await take(world, key, known, policy, { event: known ? 'reopened' : 'started', ...dates })
}

/** It begins, or begins again, and nothing is said before this moment. */
export async function startClimbFrom(
  world: Stepping,
  key: ClimbKey,
  policy: Policy,
  dates: Dates & { readonly from: Date },
): Promise<void> {
  const known = await world.tx.climbOf(key)
  await take(world, key, known, policy, { event: known ? 'restarted' : 'started', ...dates })
}

/** Somebody else is waited for now, or by another date: they have as long as the person who was waited for before. */
export async function changeClimb(world: Stepping, key: ClimbKey, policy: Policy, dates: Dates = {}): Promise<void> {
  const known = await world.tx.climbOf(key)
  await take(world, key, known, policy, { event: known ? 'changed' : 'started', ...dates })
}

/** Somebody else is waited for by the same date; others have heard already what was reached. */
export async function passClimbOn(world: Stepping, key: ClimbKey): Promise<void> {
  const known = await world.tx.climbOf(key)
  if (known) await take(world, key, known, known.policy, { event: 'passed-on' })
}

export async function endClimb(world: Stepping, key: ClimbKey): Promise<void> {
  const known = await world.tx.climbOf(key)
  if (known) await take(world, key, known, known.policy, { event: 'answered' })
}

export type Rung = Reached & Pick<Stage, 'tells'>

type Before = Dates & {
  /** The stage that is due now. */
  readonly stage?: string
}

/**
 * What is to be said now; undefined where nothing is. Its dates are as they are now. A wake of a process that kept no climb
 * rings here too: `before` is where it stood, and without it a thing of which nothing is kept stands at its first stage.
 */
export async function ringClimb(
  world: Stepping,
  key: ClimbKey,
  policy: Policy,
  { stage, ...dates }: Before = {},
): Promise<Rung | undefined> {
  const known = (await world.tx.climbOf(key)) ?? takenUp(world, policy, { ...dates, ...(stage && { stage }) })
  return take(world, key, known, known.policy, { event: 'rang', ...dates })
}

/** The same, by the policy as it stands today and not as it stood when the climb started. */
export async function ringClimbAsItStands(
  world: Stepping,
  key: ClimbKey,
  policy: Policy,
  before: Before = {},
): Promise<Rung | undefined> {
  const known = (await world.tx.climbOf(key)) ?? takenUp(world, policy, before)
  return take(world, key, known, policy, { event: 'rang' })
}

function takenUp({ now }: World<unknown>, policy: Policy, { stage, ...dates }: Before): KnownClimb {
  const said = policy.stages[policy.stages.findIndex((one) => one.stage === stage) - 1]
  const reached = said && { stage: said.stage, at: now, times: 1 }
  const next = { stage: stage ?? policy.stages[0]?.stage ?? '', at: now }
  return { policy, climb: { state: 'open', next, ...dates, ...(reached && { reached }) } }
}

async function take(
  world: Stepping,
  key: ClimbKey,
  known: KnownClimb | undefined,
  policy: Policy,
  event: ClimbEvent,
): Promise<Rung | undefined> {
  const { tx, now, calendar, partnership } = world
  const { climb, say } = step(policy, known?.climb, event, { now, calendar, hours: partnership.workingHours })
  if (!climb) return undefined
  if (climb !== known?.climb) await tx.saveStep(key, event.event, { climb, policy })
  const [was, wakes] = [wakeOf(key, known?.climb), wakeOf(key, climb)]
  if (was && was.wake.stage !== wakes?.wake.stage) await tx.clearWake(was.wake)
  if (wakes) await tx.setWake(wakes.wake, wakes.at)
  return say && climb.reached && { ...climb.reached, tells: say.tells }
}

const wakeOf = (key: ClimbKey, climb: Climb | undefined) =>
  climb?.state === 'open'
    ? { wake: { wake: 'climb-due', ...key, stage: climb.next.stage } as const, at: climb.next.at }
    : undefined
