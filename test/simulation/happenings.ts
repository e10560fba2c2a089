/** What comes upon a life from outside, drawn at its start: outages, people who leave or cannot be reached, kills. */
import type { PersonId } from '../../src/ids.ts'
import { staffed } from '../support/leaving.ts'
import type { Chance } from './chance.ts'

export type Happening =
  | { readonly what: 'acts' | 'raises'; readonly person: PersonId }
  | {
      readonly what: 'weather'
      readonly where: 'slack' | 'teams' | 'email'
      readonly weather: 'fair' | 'rough' | 'away'
    }
  | { readonly what: 'unreachable' | 'reachable' | 'leaves' | 'returns' | 'loses-role'; readonly person: PersonId }
  | { readonly what: 'reallocated'; readonly socialWorker: PersonId; readonly iro: PersonId }
  | { readonly what: 'queue-away' | 'queue-back' | 'queue-emptied' | 'killed' }

export type Timed = { readonly at: Date; readonly happening: Happening }

const hourMs = 3_600_000
const dayMs = 24 * hourMs

export const everybody: readonly PersonId[] = staffed.people.map(({ id }) => id)

/** Who raises, and who is asked most. */
const busy = [
  'social-worker',
  'chair',
  'health-lead',
  'school-lead',
  'iro',
  'practitioner',
  'police-lead',
] as PersonId[]

export function happeningsOf(chance: Chance, start: Date, days: number, acts: number): readonly Timed[] {
  const found: Timed[] = []
  const add = (ms: number, happening: Happening) => found.push({ at: new Date(start.getTime() + ms), happening })
  const anyTime = () => chance.between(0, days * dayMs)
  /** Mostly in the day, on whichever day. */
  const daytime = () => chance.between(0, days - 1) * dayMs + chance.between(8, 17) * hourMs + chance.between(0, hourMs)
  add(1_000, { what: 'raises', person: chance.oneOf(busy) })
  for (let count = 0; count < acts; count++)
    add(chance.percent(85) ? daytime() : anyTime(), {
      what: chance.percent(8) ? 'raises' : 'acts',
      person: chance.percent(75) ? chance.oneOf(busy) : chance.oneOf(everybody),
    })
  for (let count = chance.between(0, 3); count > 0; count--) {
    const [from, where] = [anyTime(), chance.oneOf(['slack', 'teams', 'email'] as const)]
    add(from, { what: 'weather', where, weather: chance.oneOf(['rough', 'away']) })
    add(from + chance.between(hourMs / 4, 20 * hourMs), { what: 'weather', where, weather: 'fair' })
  }
  if (chance.percent(40)) {
    const [from, person] = [anyTime(), chance.oneOf(everybody)]
    const goes = chance.oneOf(['leaves', 'loses-role', 'unreachable'] as const)
    add(from, { what: goes, person })
    if (chance.percent(60))
      add(from + chance.between(hourMs, 5 * dayMs), { what: goes === 'unreachable' ? 'reachable' : 'returns', person })
  }
  if (chance.percent(25))
    add(anyTime(), {
      what: 'reallocated',
      socialWorker: chance.oneOf(['social-worker', 'deputy-social-worker', 'deputy-social-worker'] as PersonId[]),
      iro: chance.oneOf(['iro', 'other-iro'] as PersonId[]),
    })
  if (chance.percent(30)) {
    const from = anyTime()
    add(from, { what: 'queue-away' })
    add(from + chance.between(60_000, 18 * hourMs), { what: 'queue-back' })
  }
  if (chance.percent(20)) add(anyTime(), { what: 'queue-emptied' })
  for (let count = chance.between(0, 2); count > 0; count--) add(anyTime(), { what: 'killed' })
  return found.toSorted((a, b) => a.at.getTime() - b.at.getTime())
}
