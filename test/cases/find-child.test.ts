import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RaisingId } from '../../src/ids.ts'
import { aRaising } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
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

    expect(await bot.factNames()).toEqual(['raising-unmatched', 'case-raised', 'iro-told', 'raising-matched'])
    expect((await bot.titles('social-worker'))[0]).toMatch(/please confirm$/)
    expect(await bot.ask('school-lead', { ask: 'open-mine' })).toMatchObject({
      sections: [{ title: 'Your open cases: 1' }],
    })
  })

  it('joins the case that the child has already', async () => {
    const stuck = await raised(bot)

    went(await bot.fillIn('chair', open(), { identifier: 'LK104', danger: 'no' }))

    expect(await bot.last('raising-matched')).toMatchObject({ case: stuck })
  })

  it('needs an identifier that a child has', async () => {
    expect(await bot.fillIn('chair', open(), { identifier: 'LK999', danger: 'no' })).toMatchObject({
      fields: { identifier: "No child in the authority's care has this identifier." },
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

  it('takes back the message that asked for the child', async () => {
    went(await bot.fillIn('chair', open(), { identifier: 'LK104', danger: 'no' }))

    expect((await bot.said('chair'))[0]).toMatchObject({ state: 'withdrawn' })
  })
})
