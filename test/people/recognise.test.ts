import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AgencyId, PersonId } from '../../src/ids.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { admissions, stillHolds } from '../../src/people/admission.ts'
import type { Evidence } from '../../src/ports/recognise-account.ts'
import { linked, takenAway } from '../support/accounts.ts'
import type { Bot } from '../support/bot.ts'
import { demonstration } from '../support/builders.ts'
import {
  account,
  council,
  doors,
  health,
  memberWith,
  ofHouses,
  police,
  startInHouses,
  stateOf,
} from './one-partnership.ts'

let bot: Bot
beforeAll(async () => (bot = await startInHouses()))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const never = () => Promise.reject(new Error('nobody has to ask the platform'))
const known = account(council)

describe('an account', () => {
  it('is linked by its address once, whatever the case of its letters, and known from then on', async () => {
    const { recognise } = doors(bot)
    const evidence = () => Promise.resolve({ fullMember: true, address: 'Social.Worker@Demo.Example' })
    const [one, two] = await Promise.all([recognise(known, evidence), recognise(known, evidence)])

    expect([one, two]).toEqual(['social-worker', 'social-worker'])
    expect(await recognise(known, never)).toBe('social-worker')
    expect(await bot.facts()).toMatchObject([
      { fact: 'account-linked', by: 'social-worker', person: 'social-worker', platform: 'slack', how: 'address' },
    ])
  })

  it.each<[string, Evidence | undefined]>([
    ['of a guest', { fullMember: false, address: 'social.worker@demo.example' }],
    ['without a confirmed address', { fullMember: true }],
    ['with the address of another agency', { fullMember: true, address: 'police.lead@demo.example' }],
    [
      'with an address outside the domains of its workspace',
      { fullMember: true, address: 'social.worker@other.example' },
    ],
    ['with an address that nobody has', { fullMember: true, address: 'nobody@demo.example' }],
    ['of which its platform says nothing', undefined],
  ])('%s is nobody, and nothing is changed', async (_, evidence) => {
    const before = await stateOf(bot)

    expect(await doors(bot).recognise(known, () => Promise.resolve(evidence))).toBe('nobody-we-know')
    expect(await stateOf(bot)).toBe(before)
  })

  it('that was removed a moment ago is refused, and no address links it again', async () => {
    const { recognise } = doors(bot)
    const id = await linked(bot.db, known, 'social-worker')
    expect(await recognise(known, never)).toBe('social-worker')

    await takenAway(bot, id)

    const before = await stateOf(bot)
    expect(await recognise(known, memberWith('social-worker'))).toBe('nobody-we-know')
    expect(await doors(bot).find(known, await memberWith('social-worker')(), PersonId.parse('social-worker'))).toBe(
      false,
    )
    expect(await stateOf(bot)).toBe(before)
  })

  it('that was taken away while its platform was asked is refused', async () => {
    const meanwhile = async () => {
      const id = await linked(bot.db, known, 'social-worker')
      await takenAway(bot, id)
      return memberWith('social-worker')()
    }

    expect(await doors(bot).recognise(known, meanwhile)).toBe('nobody-we-know')
  })

  it('that became somebody else’s while its platform was asked is not theirs', async () => {
    const meanwhile = async () => {
      await linked(bot.db, known, 'iro')
      return memberWith('social-worker')()
    }

    expect(await doors(bot).recognise(known, meanwhile)).toBe('nobody-we-know')
    expect(await doors(bot).accounts.holdingOf(known)).toMatchObject({ person: 'iro' })
  })

  it('of a workspace that is not admitted is told so, and its platform is not asked', async () => {
    const before = await stateOf(bot)
    await expect(doors(bot).recognise(account({ ...council, workspace: 'TOTHER' }), never)).resolves.toBe(
      'not-admitted',
    )
    await expect(doors(bot).recognise(account({ ...council, platform: 'teams' }), never)).resolves.toBe('not-admitted')
    expect(await stateOf(bot)).toBe(before)
  })
})

describe('an account that was linked', () => {
  const changed = (change: Partial<Partnership>) => doors(bot, { ...ofHouses, ...change }).recognise(known, never)
  const [, ...others] = ofHouses.workspaces
  const believedForPolice = { ...council, agencies: [AgencyId.parse('larkshire-police')], domains: ['demo.example'] }
  const moved = ofHouses.people.map((one) =>
    one.id === 'social-worker' ? { ...one, agency: AgencyId.parse('larkshire-police') } : one,
  )
  const renamed = ofHouses.people.map((one) =>
    one.id === 'social-worker' ? { ...one, email: 'social.worker@other.example' } : one,
  )

  it.each<[string, Partial<Partnership>, string]>([
    ['its workspace is no longer admitted', { workspaces: others }, 'not-admitted'],
    ['its person works for another agency', { people: moved }, 'nobody-we-know'],
    ['its person has an address elsewhere', { people: renamed }, 'nobody-we-know'],
    ['its person has left', { people: ofHouses.people.filter(({ id }) => id !== 'social-worker') }, 'nobody-we-know'],
    ['its workspace is believed for another agency', { workspaces: [believedForPolice] }, 'nobody-we-know'],
  ])('by its address is worth what the partnership says now: %s', async (_, change, expected) => {
    await linked(bot.db, known, 'social-worker')
    expect(await changed(change)).toBe(expected)
  })

  it.each<[string, Partial<Partnership>, string]>([
    ['its workspace is no longer admitted', { workspaces: others }, 'not-admitted'],
    ['its person works for another agency', { people: moved }, 'social-worker'],
    ['its person has left', { people: ofHouses.people.filter(({ id }) => id !== 'social-worker') }, 'nobody-we-know'],
  ])('by a code takes an admitted workspace and a person alone: %s', async (_, change, expected) => {
    await linked(bot.db, known, 'social-worker', { linkedBy: 'code' })
    expect(await changed(change)).toBe(expected)
  })

  it('is noted as used once an hour, at once where another was used since or the bot was out', async () => {
    const { recognise, accounts, left } = doors(bot)
    await linked(bot.db, known, 'social-worker', { at: bot.clock.now() })
    const at = async () => (await accounts.holdingOf(known))?.usedAt.toISOString()
    const start = bot.clock.now().toISOString()

    bot.clock.pass(60_000)
    await recognise(known, never)
    expect(await at()).toBe(start)

    await left({ ...council, user: known.user })
    expect(await accounts.reachableOf(PersonId.parse('social-worker'))).toEqual([])
    await recognise(known, never)
    expect(await at()).toBe(bot.clock.now().toISOString())
    expect(await accounts.reachableOf(PersonId.parse('social-worker'))).toHaveLength(1)

    bot.clock.pass(3_600_001)
    await recognise(known, never)
    expect(await at()).toBe(bot.clock.now().toISOString())
  })
})

it('a platform that found an account links it by the same rule, and nobody has used it', async () => {
  const { find, accounts } = doors(bot)
  const theirs = account(health)
  const lead = PersonId.parse('health-lead')

  expect(await find(account(police), await memberWith('health-lead')(), lead)).toBe(false)
  expect(await find(theirs, await memberWith('health-lead')(), lead)).toBe(true)
  expect(await find(theirs, await memberWith('health-lead')(), PersonId.parse('chair'))).toBe(false)
  expect(await accounts.holdingOf(theirs)).toMatchObject({ person: 'health-lead', linkedBy: 'address' })
})

it('any workspace is admitted in the demonstration alone', () => {
  const where = { platform: 'slack', workspace: 'TANY' } as const
  expect(admissions(demonstration, where)).toHaveLength(1)
  expect(admissions({ ...ofHouses, workspaces: demonstration.workspaces }, where)).toEqual([])
})

it('an email opens the browser until it is taken away', async () => {
  const { arrive, accounts } = doors(bot)
  const browser = { platform: 'web', workspace: 'web', user: 'iro' } as const
  const iro = PersonId.parse('iro')
  expect([await arrive(iro), await arrive(iro), await arrive(PersonId.parse('nobody'))]).toEqual([true, true, false])
  const holding = await accounts.holdingOf(browser)
  expect(holding && stillHolds(ofHouses, holding)).toBe(true)

  await takenAway(bot, holding?.id as never)
  expect(await arrive(iro)).toBe(false)
  expect(await bot.factNames()).toEqual(['account-linked', 'account-removed'])
})
