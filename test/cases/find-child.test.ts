import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RaisingId } from '../../src/ids.ts'
import { aRaising, demonstration } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { sendNow } from '../support/send-now.ts'
import { raised, went } from '../support/stages.ts'

let bot: Bot
let raising: RaisingId
beforeAll(async () => (bot = await startBot()))
beforeEach(async () => {
  await bot.startOver()
  went(await bot.ask('school-lead', { ask: 'raise-case' }, { ...aRaising, identifier: 'the boy from 4B' }))
  raising = (await bot.last('raising-unmatched')).raising
})
afterAll(() => bot.close())

const open = () => ({ ask: 'open-match-raising', raising }) as const

describe('a raising that names no known child', () => {
  it('shows the coordinator what was given, and nothing of what was written', async () => {
    const form = await bot.ask('chair', open())
    if (form.kind !== 'form') throw new Error('no form')

    const shown = form.intro.flatMap((part) => (part.block === 'words' ? [part.words.reveal()] : []))
    expect(shown).toEqual(['the boy from 4B'])
  })

  it.each(['social-worker', 'iro', 'school-lead', 'health-lead'])('is not open to the %s', async (who) => {
    expect(await bot.ask(who, open())).toMatchObject({ reason: 'not-for-you' })
  })

  it('becomes a case once the coordinator names the child', async () => {
    went(await bot.fillIn('chair', open(), { identifier: 'lk104', danger: 'no' }))

    expect(await bot.factNames()).toEqual([
      'raising-unmatched',
      'unmatched-opened',
      'case-raised',
      'iro-told',
      'raising-matched',
    ])
    expect((await bot.titles('social-worker'))[0]).toMatch(/please confirm$/)
    expect(await bot.ask('school-lead', { ask: 'open-mine' })).toMatchObject({
      sections: expect.arrayContaining([expect.objectContaining({ title: 'Your open cases: 1' })]) as unknown,
    })
  })

  it('joins the case that the child has already', async () => {
    const stuck = await raised(bot)

    went(await bot.fillIn('chair', open(), { identifier: 'LK104', danger: 'no' }))

    expect(await bot.last('raising-matched')).toMatchObject({ case: stuck })
  })

  it('needs an identifier that a child has', async () => {
    expect(await bot.fillIn('chair', open(), { identifier: 'LK999', danger: 'no' })).toMatchObject({
      fields: { identifier: "No child in the authority's care has this number." },
    })
  })

  it('is matched once', async () => {
    went(await bot.fillIn('chair', open(), { identifier: 'LK104', danger: 'no' }))
    const before = await bot.facts()

    expect(await bot.ask('chair', open())).toMatchObject({ reason: 'already-done' })
    expect(
      await bot.ask('chair', { ask: 'match-raising', raising }, { identifier: 'LK104', danger: 'no' }),
    ).toMatchObject({
      reason: 'already-done',
    })
    expect(await bot.facts()).toEqual(before)
  })

  it('shows who raised it where it is about no child in care, and asks whether they are sure', async () => {
    const form = await bot.ask('chair', { ask: 'open-not-in-care', raising })

    expect(JSON.stringify(form)).toMatch(/Are you sure\?.*cannot be taken back.*Raised by/)
  })

  it('takes back the message that asked for the child', async () => {
    went(await bot.fillIn('chair', open(), { identifier: 'LK104', danger: 'no' }))

    expect((await bot.said('chair'))[0]).toMatchObject({ state: 'withdrawn' })
  })
})

describe('a raising that is about no child in care', () => {
  const not = () => ({ ask: 'open-not-in-care', raising }) as const
  const why = { why: 'The duty team knows no such boy.', danger: 'no' }

  it('ends, and its raiser is told whom to telephone by the file of the partnership', async () => {
    went(await bot.fillIn('chair', not(), why))

    expect(await bot.factNames()).toEqual(['raising-unmatched', 'raising-not-in-care'])
    expect((await bot.said('chair'))[0]).toMatchObject({ state: 'withdrawn' })
    const told = (await bot.said('school-lead')).at(-1)
    expect(JSON.stringify(told?.card)).toContain(demonstration.urgent.daytimeReferral)
    expect(await sendNow(bot, `not-in-care-${raising}`)).toBe('sent')
  })

  it('says nothing to its raiser of how the coordinator knows, and nothing of the identifier', async () => {
    went(await bot.fillIn('chair', not(), why))

    expect(JSON.stringify(await bot.said())).not.toMatch(/duty team|boy/)
  })

  it('keeps how the coordinator knows, sealed', async () => {
    went(await bot.fillIn('chair', not(), why))
    const kept = await bot.db.selectFrom('raisings').selectAll().executeTakeFirstOrThrow()

    expect(kept).toMatchObject({ not_in_care_by: 'chair', not_in_care_at: bot.clock.now() })
    expect(kept.not_in_care?.toString()).not.toContain('duty team')
    expect(kept.not_in_care?.length).toBeGreaterThan(0)
  })

  it('is not ended without a reason', async () => {
    expect(await bot.fillIn('chair', not(), { danger: 'no' })).toMatchObject({ reason: 'form-not-complete' })
    expect(await bot.factNames()).toEqual(['raising-unmatched'])
  })

  it('is said to nobody again, and no longer stands in the list of its raiser', async () => {
    went(await bot.fillIn('chair', not(), why))
    await bot.until('2026-10-05T16:00:00Z')

    expect((await bot.said()).filter(({ key }) => key.startsWith('still-unmatched-'))).toEqual([])
    expect(await bot.ask('school-lead', { ask: 'open-mine' })).toMatchObject({
      sections: expect.arrayContaining([expect.objectContaining({ title: 'You have no open cases' })]) as unknown,
    })
  })

  it('is ended once, and not found afterwards', async () => {
    went(await bot.fillIn('chair', not(), why))

    for (const ask of ['open-not-in-care', 'not-in-care', 'open-match-raising', 'match-raising'] as const)
      expect(await bot.ask('chair', { ask, raising }, { identifier: 'LK104', ...why })).toMatchObject({
        reason: 'already-done',
      })
  })

  it.each(['social-worker', 'iro', 'school-lead', 'health-lead'])('is not for the %s to end', async (who) => {
    expect(await bot.ask(who, { ask: 'not-in-care', raising }, why)).toMatchObject({ reason: 'not-for-you' })
  })
})
