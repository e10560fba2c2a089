import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Typed } from '../../src/display/typed.ts'
import { PersonId } from '../../src/ids.ts'
import { readLinkCode } from '../../src/people/read-link-code.ts'
import { linked, takenAway } from '../support/accounts.ts'
import type { Bot } from '../support/bot.ts'
import { account, council, doors, health, ofHouses, police, startInHouses, stateOf } from './one-partnership.ts'

let bot: Bot
beforeAll(async () => (bot = await startInHouses()))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

/** A guest of the police, whom no address proves. */
const guest = account(police, 'UGUEST')
const asGuest = () => Promise.resolve({ fullMember: false })

/** As it is shown: what is to be typed. */
async function codeOf(person: string): Promise<Typed> {
  const shown = await bot.ask(person, { ask: 'open-link-code' })
  if (shown.kind !== 'reading') throw new Error(shown.kind)
  expect(JSON.stringify(shown)).toContain('[withheld]')
  const line = shown.body.find((part) => part.block === 'words')?.words.reveal() ?? ''
  return readLinkCode(line) ?? new Typed(line)
}

const linkNow = (code: Typed, into = guest, partnership = ofHouses) => doors(bot, partnership).link(into, code)
const refusal = (reason: string) => ({ kind: 'refusal', reason })
const notGood = refusal('code-not-good')

describe('a code', () => {
  it('makes an account its person’s that no address could, and is on record', async () => {
    const { recognise } = doors(bot)
    expect(await recognise(guest, asGuest)).toBe('nobody-we-know')

    expect(await linkNow(await codeOf('iro'))).toMatchObject({ kind: 'done' })

    expect(await recognise(guest, asGuest)).toBe('iro')
    expect(await bot.facts()).toMatchObject([{ fact: 'account-linked', by: 'iro', person: 'iro', how: 'code' }])
  })

  it.each([
    ['in small letters', (code: string) => code.toLowerCase()],
    ['without its hyphen', (code: string) => code.replace('-', '')],
    ['with a space', (code: string) => code.replace('-', ' ')],
  ])('is read as it was copied: %s', async (_, copied) => {
    const code = (await codeOf('iro')).reveal()
    expect(code).toMatch(/^[2346789CDFGHJKMNPQRTWXYZ]{4}-[2346789CDFGHJKMNPQRTWXYZ]{4}$/)
    const typed = readLinkCode(`/stuck-case link ${copied(code)}`)
    expect(typed && (await linkNow(typed))).toMatchObject({ kind: 'done' })
  })

  it('works once', async () => {
    const code = await codeOf('iro')
    const both = await Promise.all([linkNow(code), linkNow(code, account(health, 'other'))])

    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refusal'])
    expect(await linkNow(code, account(council, 'third'))).toMatchObject(notGood)
    expect(await bot.factNames()).toEqual(['account-linked'])
  })

  it('is used up by itself alone: not by an older one, nor by somebody else’s, nor too late', async () => {
    const spend = (code: Typed, person = 'iro') =>
      bot.store.transact({ at: bot.clock.now() }, (tx) => tx.spendLinkCode(PersonId.parse(person), code))
    const [older, newer] = [await codeOf('iro'), await codeOf('iro')]

    expect([await spend(older), await spend(newer, 'police-lead')]).toEqual([false, false])
    expect(await linkNow(newer)).toMatchObject({ kind: 'done' })
    const late = await codeOf('iro')
    bot.clock.pass(10 * 60_000)
    expect(await spend(late)).toBe(false)
  })

  it.each<[string, () => Promise<void>]>([
    [
      'ten minutes later',
      () => {
        bot.clock.pass(10 * 60_000)
        return Promise.resolve()
      },
    ],
    [
      'once there is a newer one',
      async () => {
        await codeOf('iro')
      },
    ],
  ])('is worth nothing %s', async (_, meanwhile) => {
    const code = await codeOf('iro')
    await meanwhile()
    const before = await stateOf(bot)

    expect(await linkNow(code)).toMatchObject(notGood)
    expect(await stateOf(bot)).toBe(before)
  })

  it('is worth nothing in a workspace that is not admitted, and of somebody who has left', async () => {
    const code = await codeOf('iro')
    const before = await stateOf(bot)
    const without = { ...ofHouses, people: ofHouses.people.filter(({ id }) => id !== 'iro') }

    expect(await linkNow(code, account({ platform: 'teams', workspace: 'TPOLICE' }))).toMatchObject(
      refusal('not-admitted'),
    )
    expect(await linkNow(code, guest, without)).toMatchObject(notGood)
    expect(await stateOf(bot)).toBe(before)
  })

  it('takes no account over that somebody else holds', async () => {
    await linked(bot.db, guest, 'police-lead')
    const code = await codeOf('iro')
    const before = await stateOf(bot)

    expect(await linkNow(code)).toMatchObject(refusal('account-is-anothers'))
    expect(await stateOf(bot)).toBe(before)
    expect(await linkNow(code, account(police, 'another'))).toMatchObject({ kind: 'done' })
  })

  it('gives back an account that was taken away, as nothing else does', async () => {
    const id = await linked(bot.db, guest, 'iro')
    await takenAway(bot, id)
    expect(await doors(bot).recognise(guest, asGuest)).toBe('nobody-we-know')

    await linkNow(await codeOf('iro'))
    expect(await doors(bot).recognise(guest, asGuest)).toBe('iro')
  })

  it('is kept as a hash alone', async () => {
    const code = (await codeOf('iro')).reveal().replace('-', '')
    expect(JSON.stringify(await bot.db.selectFrom('link_codes').selectAll().execute())).not.toContain(code)
  })
})

describe('guessing', () => {
  const wrong = new Typed('2222-2222')

  it('ends after five wrong codes from one account, even many at once, and begins again an hour later', async () => {
    const { link } = doors(bot)
    const answers = await Promise.all(Array.from({ length: 8 }, () => link(guest, wrong)))
    const reasons = answers.map((answer) => answer.kind === 'refusal' && answer.reason)
    expect(reasons.filter((reason) => reason === 'code-not-good')).toHaveLength(5)

    const code = await codeOf('iro')
    expect(await link(guest, code)).toMatchObject(refusal('too-many-codes'))
    expect(await link(account(police, 'another'), wrong)).toMatchObject(notGood)
    bot.clock.pass(3_600_000)
    expect(await link(guest, wrong)).toMatchObject(notGood)
    expect(await link(guest, await codeOf('iro'))).toMatchObject({ kind: 'done' })
  })
})

describe('what was typed', () => {
  it.each(['link K7M2-QD9X', '/stuck-case link k7m2qd9x', ' Link K7M2 QD9X '])('%j holds a code', (typed) => {
    expect(readLinkCode(typed)).toBeInstanceOf(Typed)
  })

  it.each(['link', 'linkage', 'link him to his mother', 'link K7M2-QD9X-and-more-than-that', 'K7M2-QD9X'])(
    '%j holds none',
    (typed) => {
      expect(readLinkCode(typed)).toBeUndefined()
    },
  )
})

describe('own accounts', () => {
  const inSlack = account(council)
  const inTeams = account(health)
  const both = async () => {
    const slack = await linked(bot.db, inSlack, 'iro', { at: bot.clock.now() })
    bot.clock.pass(1)
    return { slack, teams: await linked(bot.db, inTeams, 'iro', { at: bot.clock.now(), linkedBy: 'code' }) }
  }
  const writtenTo = async () =>
    (await doors(bot).accounts.reachableOf(PersonId.parse('iro'))).map(({ platform }) => platform)

  it('are shown with where their person is written to', async () => {
    const { slack } = await both()
    const sections = async () => {
      const shown = await bot.ask('iro', { ask: 'open-accounts' })
      return shown.kind === 'home' ? shown.sections.map((section) => JSON.stringify(section)) : []
    }
    const lines = [
      'Your accounts: 2',
      'You get your messages here, because you used it last.',
      'by your work email address.',
    ]
    expect(await sections()).toEqual(lines.map((line) => expect.stringContaining(line) as string))

    await bot.ask('iro', { ask: 'prefer-account', account: slack })
    const [, teams, chosen] = await sections()
    expect(teams).toContain('Microsoft Teams: Larkshire NHS Trust')
    expect(chosen).toContain('Slack: Larkshire Council')
    expect(chosen).toContain('You chose to get your messages here.')
  })

  it('say so where the bot was removed or its workspace is no longer admitted, and are not offered for messages', async () => {
    const { slack, teams } = await both()
    const removed = bot.db.updateTable('accounts').set({ unreachable_since: bot.clock.now() })
    await removed.where('id', '=', slack).execute()
    const shown = async () => {
      const home = await bot.ask('iro', { ask: 'open-accounts' })
      return home.kind === 'home' ? home.sections.map((section) => JSON.stringify(section)) : []
    }

    const [, inTeamsNow, inSlackNow] = await shown()
    expect(inSlackNow).toContain('Unstuck was removed there, so nothing can be sent to it.')
    expect(inSlackNow).not.toContain('prefer-account')
    expect(inTeamsNow).toContain(`"ask":"prefer-account","account":"${teams}"`)
    bot.applies({ ...ofHouses, workspaces: ofHouses.workspaces.filter(({ platform }) => platform !== 'teams') })
    const [, noLongerAdmitted] = await shown()
    expect(noLongerAdmitted).toContain('You can no longer use this account. Link it again with a code.')
    expect(noLongerAdmitted).not.toContain('prefer-account')
  })

  it('are preferred and taken away, each once, and never the last one', async () => {
    const { slack, teams } = await both()
    expect(await writtenTo()).toEqual(['teams', 'slack'])
    await bot.ask('iro', { ask: 'prefer-account', account: slack })
    expect(await writtenTo()).toEqual(['slack', 'teams'])
    expect(await bot.ask('iro', { ask: 'prefer-account', account: slack })).toMatchObject(refusal('already-done'))

    expect(await bot.ask('iro', { ask: 'remove-account', account: slack })).toMatchObject({ kind: 'done' })
    expect(await writtenTo()).toEqual(['teams'])
    expect(await bot.ask('iro', { ask: 'remove-account', account: slack })).toMatchObject(refusal('already-done'))
    expect(await bot.ask('iro', { ask: 'remove-account', account: teams })).toMatchObject(refusal('last-account'))
    expect(await writtenTo()).toEqual(['teams'])
    const page = JSON.stringify(await bot.ask('iro', { ask: 'open-accounts' }))
    expect(page).toContain('so you cannot remove it')
    expect(page).not.toContain('remove-account')
    expect(await bot.factNames()).toEqual(['account-preferred', 'account-removed'])
  })
})
