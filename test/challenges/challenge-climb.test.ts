/** The rules of a challenge that need no database: how long each has, and that it is never silent. */
import { describe, expect, it } from 'vitest'
import { workingCalendar } from '../../src/calendar/working-days.ts'
import { iroPolicy, managerPolicy } from '../../src/challenges/challenge-climb.ts'
import type { Climb } from '../../src/climbs/climb.ts'
import { step } from '../../src/climbs/step.ts'
import { challengeStages, ChallengeStages } from '../../src/partnership/challenge-stages.ts'
import { demonstration } from '../support/builders.ts'

const stage = (workingDays: number) => ({ name: 'Manager', who: 'team-manager', workingDays })
const calendar = workingCalendar([])
const hours = { opens: '09:00', closes: '17:00' }

/** Whom it tells on which day, while nobody says anything. */
function silence(policy: ReturnType<typeof managerPolicy>, times: number): readonly string[] {
  let now = new Date('2026-09-07T10:00:00Z')
  let climb: Climb | undefined = step(policy, undefined, { event: 'started' }, { now, calendar, hours }).climb
  const said: string[] = []
  while (said.length < times && climb?.state === 'open') {
    now = climb.next.at
    const stepped = step(policy, climb, { event: 'rang' }, { now, calendar, hours })
    if (stepped.say) said.push(`${now.toISOString().slice(0, 10)} ${stepped.say.tells.join('+')}`)
    climb = stepped.climb
  }
  return said
}

describe('a manager who is silent', () => {
  it('is reminded at half of five days, then the IRO is asked, then coordinators hear, and again', () => {
    expect(silence(managerPolicy(5), 5)).toEqual([
      '2026-09-09 challenged',
      '2026-09-14 iro',
      '2026-09-16 iro+coordinator',
      '2026-09-18 iro+coordinator',
      '2026-09-22 iro+coordinator',
    ])
  })

  it('who has one day is not reminded: the IRO is asked', () => {
    expect(silence(managerPolicy(1), 1)).toEqual(['2026-09-08 iro'])
  })

  it('and an IRO who is silent after the answer hears again, and others with them', () => {
    expect(silence(iroPolicy, 2)).toEqual(['2026-09-09 iro', '2026-09-11 iro+coordinator'])
  })
})

describe('the stages of the file', () => {
  it('may have twenty working days together', () => {
    expect(ChallengeStages.safeParse({ stages: [stage(10), stage(10)] }).success).toBe(true)
  })

  it('are refused with more, in a sentence', () => {
    const read = ChallengeStages.safeParse({ stages: [stage(10), stage(11)] })
    expect(read.error?.issues[0]?.message).toBe('expected stages of no more than 20 working days together')
  })

  it('are the lead of the authority for five days where it names none', () => {
    expect(challengeStages(demonstration)).toEqual([
      { name: 'Lead of the authority', who: 'team-manager', workingDays: 5 },
    ])
  })
})
