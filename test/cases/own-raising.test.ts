/** Who raised a case: they read it, add to it and withdraw it, are named to those who settle it, and let in by them. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aConfirmation, aRaising } from '../support/builders.ts'
import { textOf } from '../simulation/words.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { staffed } from '../support/leaving.ts'
import { asking, closes, raised, went } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership: staffed })))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const raising = async () => (await bot.last('case-raised')).raising
const more = { more: 'She has asked again today.', danger: 'no' }
const why = { why: 'Her plan moves now.', danger: 'no' }

describe('what somebody raised', () => {
  it.each(['practitioner', 'school-lead'])('is read by the %s who did, and by nobody else here', async (who) => {
    await raised(bot, {}, who)
    const ask = { ask: 'open-raising', raising: await raising() } as const

    expect(textOf(await bot.ask(who, ask))).toContain(aRaising['tried'])
    for (const other of ['social-worker', 'iro', 'chair', 'health-lead'])
      expect(await bot.ask(other, ask)).toMatchObject({ reason: 'not-for-you' })
  })

  it('is added to, and the social worker and the IRO are told', async () => {
    const stuck = await raised(bot)
    went(await bot.fillIn('practitioner', { ask: 'open-add-to-raising', raising: await raising() }, more))

    expect(textOf(await bot.ask('social-worker', { ask: 'open-confirm-case', case: stuck }))).toContain(more.more)
    for (const who of ['social-worker', 'iro']) expect((await bot.titles(who)).at(-1)).toMatch(/: something was added$/)
    expect(JSON.stringify(await bot.said())).not.toContain(more.more)
  })

  it('is withdrawn, and the social worker and the IRO read why: the case goes on', async () => {
    const { case: stuck } = await asking(bot)
    went(await bot.fillIn('practitioner', { ask: 'open-withdraw-raising', raising: await raising() }, why))

    for (const who of ['social-worker', 'iro']) {
      expect((await bot.titles(who)).at(-1)).toMatch(/: a person who raised it has withdrawn it$/)
      expect(textOf(await bot.ask(who, { ask: 'open-case', case: stuck }))).toContain(why.why)
    }
    expect(await bot.factNames()).not.toContain('case-closed')
    expect(await bot.ask('practitioner', { ask: 'open-case', case: stuck })).toMatchObject({ reason: 'not-for-you' })
  })

  it('is not changed once it was withdrawn, or its case is closed', async () => {
    const stuck = await raised(bot)
    const id = await raising()
    await closes(bot, stuck)
    for (const ask of ['open-add-to-raising', 'open-withdraw-raising'] as const)
      expect(await bot.ask('practitioner', { ask, raising: id })).toMatchObject({ reason: 'case-closed' })

    await raised(bot)
    const next = { raising: await raising() }
    went(await bot.fillIn('practitioner', { ask: 'open-withdraw-raising', ...next }, why))
    for (const ask of ['open-add-to-raising', 'open-withdraw-raising'] as const)
      expect(await bot.ask('practitioner', { ask, ...next })).toMatchObject({ reason: 'withdrawn' })
  })
})

describe('a colleague who types the identifier of a child', () => {
  it('takes no part in the case by that', async () => {
    const stuck = await raised(bot)

    expect(await bot.ask('practitioner', { ask: 'open-case', case: stuck })).toMatchObject({ reason: 'not-for-you' })
    expect(JSON.stringify(await bot.ask('practitioner', { ask: 'open-mine' }))).not.toContain(stuck)
  })

  it('is named to the person who confirms it, and joins where they say so', async () => {
    const stuck = await raised(bot)
    const form = await bot.ask('social-worker', { ask: 'open-confirm-case', case: stuck })
    expect(textOf(form)).toContain('Robin Ashdown, Larkshire Council, practitioner@demo.example')
    went(await bot.fillIn('social-worker', { ask: 'open-confirm-case', case: stuck }, aConfirmation))

    expect(await bot.ask('practitioner', { ask: 'open-case', case: stuck })).toMatchObject({ kind: 'reading' })
  })

  it('does not join where they say nothing', async () => {
    const stuck = await raised(bot)
    const nobody = { ...aConfirmation, raisers: [] }
    went(await bot.fillIn('social-worker', { ask: 'open-confirm-case', case: stuck }, nobody))

    expect(await bot.ask('practitioner', { ask: 'open-case', case: stuck })).toMatchObject({ reason: 'not-for-you' })
    expect(await bot.titles('practitioner')).toEqual([])
  })

  it.each(['social-worker', 'chair'])('joins a confirmed case when the %s says so', async (who) => {
    const { case: stuck } = await asking(bot)
    went(await bot.ask('other-iro', { ask: 'raise-case' }, aRaising))
    const joined = (await bot.last('case-joined')).raising
    expect(await bot.ask('other-iro', { ask: 'open-case', case: stuck })).toMatchObject({ reason: 'not-for-you' })
    expect(JSON.stringify((await bot.said('social-worker')).at(-1)?.card)).toContain('Osric Fenwick, Larkshire Council')
    went(await bot.ask(who, { ask: 'admit-raiser', raising: joined }))

    expect(await bot.ask('other-iro', { ask: 'open-case', case: stuck })).toMatchObject({ kind: 'reading' })
  })
})

describe('a case that an IRO raises', () => {
  it('says so, and the form offers the children whose IRO they are', async () => {
    const form = await bot.ask('iro', { ask: 'open-raise-case' })
    const field = form.kind === 'form' ? form.fields['child'] : undefined
    expect(field?.field === 'choice' && field.options.map(({ value }) => value)).toEqual([
      (await bot.db.selectFrom('children').select('id').executeTakeFirstOrThrow()).id,
      'another',
    ])
    await raised(bot, {}, 'iro')

    expect(JSON.stringify((await bot.said('social-worker')).at(-1)?.card)).toContain(
      'An Independent Reviewing Officer has raised',
    )
    expect(await bot.titles('iro')).toEqual([])
  })
})

describe('a case that waits for its confirmation while somebody has withdrawn it', () => {
  const withdraw = async (by: string, id: Awaited<ReturnType<typeof raising>>) =>
    went(await bot.fillIn(by, { ask: 'open-withdraw-raising', raising: id }, why))
  const chased = async (who: string) =>
    (await bot.said(who)).filter(({ key }) => key.startsWith('unconfirmed-')).map(({ card }) => JSON.stringify(card))
  const asks = (card = '') => [...card.matchAll(/"ask":"([a-z-]+)"/g)].map(([, ask]) => ask)

  it('says so when it is reminded of, by whom, and is ended by one press of a person who can confirm it', async () => {
    const stuck = await raised(bot)
    await withdraw('practitioner', await raising())
    const end = { ask: 'end-withdrawn', case: stuck } as const
    expect(asks(JSON.stringify((await bot.said('social-worker')).at(-1)?.card))).toContain('end-withdrawn')
    expect(asks(JSON.stringify((await bot.said('iro')).at(-1)?.card))).not.toContain('end-withdrawn')

    await bot.until('2026-09-09T16:00:00Z')
    for (const who of ['social-worker', 'chair']) {
      const [card] = await chased(who)
      expect(card).toContain('has withdrawn it: Robin Ashdown')
      expect(asks(card)).toContain('end-withdrawn')
    }
    for (const who of ['iro', 'practitioner', 'health-lead'])
      expect(await bot.ask(who, end)).toMatchObject({ reason: 'not-for-you' })
    went(await bot.ask('chair', end))
    expect(await bot.last('case-closed')).toMatchObject({ case: stuck, by: 'chair' })
    for (const who of ['social-worker', 'iro']) expect((await bot.titles(who)).at(-1)).toMatch(/: closed$/)
    expect(await bot.ask('social-worker', end)).toMatchObject({ reason: 'already-done' })
    const before = (await bot.said()).length
    await bot.until('2026-09-25T16:00:00Z')
    expect((await bot.said()).length).toBe(before)
  })

  it('is not ended while somebody still asks for it', async () => {
    const stuck = await raised(bot)
    const first = await raising()
    went(await bot.ask('school-lead', { ask: 'raise-case' }, aRaising))
    await withdraw('practitioner', first)
    await bot.until('2026-09-09T16:00:00Z')

    const [card] = await chased('social-worker')
    expect(card).toContain('Others have not.')
    expect(asks(card)).toContain('open-close-case')
    expect(asks(card)).not.toContain('end-withdrawn')
    expect(asks((await chased('chair'))[0])).not.toContain('open-close-case')
    expect(await bot.ask('social-worker', { ask: 'end-withdrawn', case: stuck })).toMatchObject({
      reason: 'still-raised',
    })
  })
})
