/** People who are away, have left, or no longer have anything to do with a case. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ActionId } from '../../src/ids.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { stillTrue } from '../../src/still-true.ts'
import { aConfirmation, aRaising, demonstration, risk } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { sendNow } from '../support/send-now.ts'
import { approved, asking, closes, convened, raised, recorded, requestTo, went } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot()))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const away = async (...people: readonly string[]) => {
  for (const who of people) went(await bot.ask(who, { ask: 'set-away' }, { from: '2026-09-07', until: '2026-09-11' }))
}

describe('the deputy of a deputy', () => {
  it('can answer what came to them, while both are away', async () => {
    await away('social-worker', 'deputy-social-worker')
    const stuck = await raised(bot)

    expect((await bot.said()).map(({ to }) => to)).toEqual(['team-manager', 'iro'])
    went(await bot.fillIn('team-manager', { ask: 'open-confirm-case', case: stuck }, aConfirmation))
  })

  it('can still answer what they were told when somebody is back, and only that', async () => {
    await away('social-worker')
    const stuck = await raised(bot)
    await bot.deliver()
    went(await bot.fillIn('social-worker', { ask: 'open-away' }, { back: 'back' }))
    const is = async (ask: Parameters<Bot['ask']>[1], kind: string) =>
      expect(await bot.ask('deputy-social-worker', ask)).toMatchObject({ kind })

    await is({ ask: 'open-confirm-case', case: stuck }, 'form')
    went(await bot.fillIn('social-worker', { ask: 'open-confirm-case', case: stuck }, aConfirmation))
    const late = await bot.ask('deputy-social-worker', { ask: 'open-confirm-case', case: stuck })
    expect(late).toMatchObject({ reason: 'already-done' })
    await is({ ask: 'open-case', case: stuck }, 'refusal')
  })

  it('loses what waited for them to the person who is back before it was sent', async () => {
    await away('social-worker')
    await raised(bot)
    went(await bot.fillIn('social-worker', { ask: 'open-away' }, { back: 'back' }))
    const [{ key } = { key: '' }] = await bot.said('deputy-social-worker')

    expect(await sendNow(bot, key)).toBe('withdrawn')
    expect(await bot.titles('social-worker')).toEqual([(await bot.said('deputy-social-worker'))[0]?.card.title])
  })

  it('has no part in the case while one of them is there', async () => {
    await away('social-worker')
    const stuck = await raised(bot)

    expect(await bot.ask('team-manager', { ask: 'open-case', case: stuck })).toMatchObject({ reason: 'is-here-again' })
  })

  it('can record a report of a risk that they were told of', async () => {
    await away('social-worker', 'deputy-social-worker')
    await bot.ask('practitioner', { ask: 'raise-case' }, { ...aRaising, ...risk })
    const { concern } = await bot.last('risk-unreported')

    expect(await bot.ask('team-manager', { ask: 'open-report-concern', concern })).toMatchObject({ kind: 'form' })
  })
})

describe('somebody who has left the partnership', () => {
  const without = (gone: string): Partnership => ({
    ...demonstration,
    people: demonstration.people.filter(({ id }) => id !== gone),
  })

  it('is not asked to confirm: the lead of the authority is', async () => {
    const later = await startBot({ partnership: without('social-worker') })
    went(await later.ask('practitioner', { ask: 'raise-case' }, aRaising))

    expect((await later.said()).map(({ to }) => to)).toEqual(['team-manager', 'iro'])
    await later.close()
  })

  it('does not leave a risk untold: the coordinator hears where nobody else is left', async () => {
    const gone = without('social-worker')
    const later = await startBot({
      partnership: { ...gone, people: gone.people.filter(({ id }) => id !== 'iro') },
    })
    await later.ask('practitioner', { ask: 'raise-case' }, { ...aRaising, ...risk })

    expect(await later.last('risk-unreported')).toMatchObject({ told: ['chair'] })
    expect((await later.said()).map(({ to, urgent }) => [to, urgent])).toEqual([
      ['chair', true],
      ['practitioner', true],
    ])
    await later.close()
  })
})

describe('a closed case', () => {
  const close = async (stuck: Awaited<ReturnType<typeof raised>>) => closes(bot, stuck)

  it('no longer shows who the child is to those who were asked', async () => {
    const { case: stuck } = await asking(bot)
    await close(stuck)

    for (const who of ['health-lead', 'school-lead', 'practitioner'])
      expect(await bot.ask(who, { ask: 'open-identity', case: stuck })).toMatchObject({ reason: 'not-for-you' })
    for (const who of ['social-worker', 'iro', 'chair'])
      expect(await bot.ask(who, { ask: 'open-identity', case: stuck })).toMatchObject({ kind: 'reading' })
    const shown = await bot.ask('health-lead', { ask: 'open-case', case: stuck })
    expect(shown.kind === 'reading' && shown.buttons).toEqual([])
  })

  it('is not opened again by a summary, a record or a time', async () => {
    const { case: stuck, meeting } = await recorded(bot)
    await close(stuck)
    const before = await bot.facts()

    for (const ask of ['open-record', 'open-add-action', 'open-summary-draft'] as const)
      expect(await bot.ask('chair', { ask, meeting })).toMatchObject({ reason: 'case-closed' })
    expect(await bot.ask('chair', { ask: 'approve-summary', meeting }, { danger: 'no' })).toMatchObject({
      reason: 'case-closed',
    })
    expect(await bot.facts()).toEqual(before)
  })

  it('no longer has a meeting: nobody is reminded of it, and it does not open', async () => {
    const { case: stuck, meeting } = await convened(bot)
    await close(stuck)
    await bot.deliver()
    const before = (await bot.said()).length

    await bot.until('2026-10-30T12:00:00Z')

    expect((await bot.said()).length).toBe(before)
    expect(await bot.ask('chair', { ask: 'pick-slot', meeting, slot: 0 })).toMatchObject({ kind: 'refusal' })
  })

  it('takes back what was about to be sent about its meeting', async () => {
    const { case: stuck, meeting } = await convened(bot)
    const about = { subject: 'meeting', id: meeting } as const
    const to = demonstration.reportsTo
    const asked = () => bot.look((moment) => stillTrue(moment, { to, about }))

    expect(await asked()).toBe(true)
    await close(stuck)
    expect(await asked()).toBe(false)
  })
})

describe('a note-taker', () => {
  it('records, and cannot name another', async () => {
    const { meeting } = await recorded(bot, {}, {}, 'health-lead')
    const name = { ask: 'name-note-taker', meeting } as const

    expect(await bot.ask('health-lead', { ask: 'open-note-taker', meeting })).toMatchObject({ reason: 'not-for-you' })
    expect(await bot.ask('health-lead', name, { noteTaker: 'school-lead' })).toMatchObject({ reason: 'not-for-you' })
    expect(await bot.ask('school-lead', { ask: 'open-record', meeting })).toMatchObject({ reason: 'not-for-you' })
    expect(await bot.ask('health-lead', { ask: 'open-record', meeting })).toMatchObject({ kind: 'form' })
  })

  it('drafts no summary', async () => {
    const { meeting } = await recorded(bot, {}, {}, 'health-lead')

    expect(await bot.ask('health-lead', { ask: 'open-summary-draft', meeting })).toMatchObject({
      reason: 'not-for-you',
    })
  })
})

describe('passing a request on', () => {
  it('asks the colleague again, for any earlier answer', async () => {
    const asked = await asking(bot)
    const request = requestTo(asked, 'larkshire-nhs-trust')
    went(await bot.ask('health-lead', { ask: 'cannot-tell', request }))
    went(await bot.fillIn('health-lead', { ask: 'open-pass-on', request }, { to: 'health-colleague' }))
    await bot.deliver()

    const message = (await bot.said('health-colleague')).at(-1)
    expect(message).toMatchObject({ state: 'sent' })
    const about = { subject: 'request', id: request } as const
    const to = demonstration.people.find(({ id }) => id === 'health-colleague')?.id ?? demonstration.reportsTo
    expect(await bot.look((moment) => stillTrue(moment, { to, about }))).toBe(true)
  })

  it('asks a second time the person who gets it back', async () => {
    const request = requestTo(await asking(bot), 'larkshire-nhs-trust')
    const pass = async (by: string, to: string) => went(await bot.fillIn(by, { ask: 'open-pass-on', request }, { to }))
    await pass('health-lead', 'health-colleague')
    await pass('health-colleague', 'health-lead')
    await pass('health-lead', 'health-colleague')

    const told = (await bot.said('health-colleague')).filter(({ state }) => state === 'waiting')
    expect(told).toHaveLength(1)
  })
})

describe('a chair before the confirmation', () => {
  it('may confirm, and the look at the form is on record', async () => {
    const stuck = await raised(bot)
    const form = await bot.ask('chair', { ask: 'open-confirm-case', case: stuck })

    expect(form).toMatchObject({ kind: 'form' })
    expect(await bot.last('identity-opened')).toMatchObject({ by: 'chair', case: stuck })
  })

  it.each(['open-case', 'open-identity', 'open-close-case'] as const)('has no %s', async (ask) => {
    const stuck = await raised(bot)

    expect(await bot.ask('chair', { ask, case: stuck })).toMatchObject({ reason: 'not-for-you' })
  })
})

it('an action of a closed case is chased no more', async () => {
  const { case: stuck } = await approved(bot)
  await closes(bot, stuck)
  // What is said of its end is said with the post, and no weekend lasts so long.
  await bot.until(new Date(bot.clock.now().getTime() + 4 * 86_400_000).toISOString())
  const before = (await bot.said()).length

  await bot.until('2026-11-30T12:00:00Z')

  expect((await bot.said()).length).toBe(before)
})

it('an action says to its owner which child it is, on record, until its case is closed', async () => {
  const { case: stuck } = await approved(bot)
  const { id, owner } = await bot.db
    .selectFrom('actions')
    .select(['id', 'owner'])
    .orderBy('due')
    .executeTakeFirstOrThrow()
  const ask = { ask: 'open-action', action: ActionId.parse(id) } as const
  const birthdayRead = async () => JSON.stringify(await bot.ask(owner, ask)).includes('Date of birth')

  expect(await birthdayRead()).toBe(true)
  expect(await bot.last('identity-opened')).toMatchObject({ by: owner, case: stuck })
  expect(await bot.ask(owner, { ask: 'open-which-children' })).toMatchObject({
    title: 'Which children?',
    body: [{}, { label: expect.stringContaining('action') as string }],
  })
  await closes(bot, stuck)
  expect(await birthdayRead()).toBe(false)
})
