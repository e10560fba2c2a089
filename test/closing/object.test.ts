/** Everybody who raised a case is told that it is closed, and why, and can object: that goes to the IRO. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ReadingBlock } from '../../src/display/reading.ts'
import { aClosing, aRaising } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { staffed } from '../support/leaving.ts'
import { asking, closes, raised, went } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership: staffed })))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const told = async (who: string) => (await bot.said(who)).filter(({ key }) => key.startsWith('closed-raiser-'))

const objects = async (by = 'practitioner') => {
  const { raising } = await bot.last('case-raised')
  went(await bot.fillIn(by, { ask: 'open-object', raising }, { objection: 'She waits still.', danger: 'no' }))
  return raising
}

const wordsOf = (one: ReadingBlock): string => ('words' in one ? one.words.reveal() : '')

const answers = (by: string, raising: Awaited<ReturnType<typeof objects>>, given = {}) =>
  bot.fillIn(
    by,
    { ask: 'open-answer-objection', raising },
    { outcome: 'closed', toRaiser: 'The panel has met.', danger: 'no', ...given },
  )

describe('those who raised it', () => {
  it('are told in words that somebody cleared, also from outside and without a part in it', async () => {
    const { case: stuck } = await asking(bot)
    went(await bot.ask('police-lead', { ask: 'raise-case' }, aRaising))
    await closes(bot, stuck)

    for (const who of ['practitioner', 'police-lead']) {
      const [message, ...more] = await told(who)
      expect(more).toEqual([])
      expect(JSON.stringify(message?.card)).toContain('The panel has met and decided.')
      expect(message?.card.buttons.map(({ ask }) => ask.ask)).toEqual(['open-object', 'open-raising'])
    }
    const ref = (await bot.titles('chair')).at(-1)?.slice(5, 12) ?? ''
    expect(JSON.stringify(await told('police-lead'))).not.toContain(ref)
  })

  it('are told what the person wrote who agreed, and not what the guard found', async () => {
    const { case: stuck } = await asking(bot)
    const named = { ...aClosing, toRaisers: 'Kayleigh stays where she is.' }
    expect(await bot.fillIn('social-worker', { ask: 'open-close-case', case: stuck }, named)).toMatchObject({
      fields: { toRaisers: expect.stringContaining('a name of the child') as string },
    })
    went(await bot.fillIn('social-worker', { ask: 'open-close-case', case: stuck }, aClosing))
    const { closing } = await bot.last('closing-proposed')
    const better = { answer: 'close', toRaisers: 'The panel met on Monday.', danger: 'no' }
    went(await bot.fillIn('iro', { ask: 'open-answer-closing', closing }, better))

    expect(JSON.stringify(await told('practitioner'))).toContain('The panel met on Monday.')
    expect(JSON.stringify(await bot.said())).not.toContain('and decided')
  })

  it('are told as well before it was confirmed, and find it in their list', async () => {
    went(await bot.ask('school-lead', { ask: 'raise-case' }, aRaising))
    const { case: stuck, raising } = await bot.last('case-raised')
    await closes(bot, stuck)

    expect(await told('school-lead')).toHaveLength(1)
    expect(JSON.stringify(await bot.ask('school-lead', { ask: 'open-mine' }))).toContain('Closed on Monday 7 September')
    const mine = await bot.ask('school-lead', { ask: 'open-raising', raising })
    expect(
      mine.kind === 'reading' &&
        mine.body.some((one) => 'words' in one && one.words.reveal() === 'The panel has met and decided.'),
    ).toBe(true)
  })
})

describe('an objection', () => {
  it("goes to today's IRO of the child, who can read it, and stands on its raiser's own page", async () => {
    await closes(bot, await raised(bot), 'iro')
    await bot.db.updateTable('children').set({ iro: 'other-iro' }).execute()
    const raising = await objects()
    const own = async () => {
      const shown = await bot.ask('practitioner', { ask: 'open-raising', raising })
      return shown.kind === 'reading' ? JSON.stringify(shown) + shown.body.map(wordsOf).join() : ''
    }

    const waiting = (await bot.said()).filter(({ key }) => key.startsWith('objection-'))
    expect(waiting.map(({ to }) => to)).toEqual(['other-iro'])
    expect(await answers('iro', raising)).toMatchObject({ reason: 'not-for-you' })
    expect(await own()).toContain('who will answer you')
    expect(await own()).toContain('She waits still.')
    went(await answers('other-iro', raising))
    expect(await own()).toContain('The IRO answered on')
    expect(await own()).toContain('The panel has met.')
  })

  it('goes to the IRO, and its words to nobody else', async () => {
    await closes(bot, await raised(bot), 'iro')
    const raising = await objects()

    const waiting = (await bot.said()).filter(({ key }) => key.startsWith('objection-'))
    expect(waiting.map(({ to }) => to)).toEqual(['iro'])
    expect(JSON.stringify(waiting)).not.toContain('waits still')
    for (const who of ['social-worker', 'chair', 'coordinator', 'practitioner'])
      expect(await bot.ask(who, { ask: 'open-answer-objection', raising })).toMatchObject({ reason: 'not-for-you' })
  })

  it('is answered in words that its writer is told', async () => {
    await closes(bot, await raised(bot))
    went(await answers('iro', await objects()))

    const message = (await bot.said('practitioner')).at(-1)
    expect(message?.card.title).toBe('An answer: you did not agree that a case was closed')
    expect(JSON.stringify(message?.card)).toContain('The panel has met.')
  })

  it('can bring what was raised back, as a new case that waits to be confirmed', async () => {
    const stuck = await raised(bot)
    await closes(bot, stuck)
    went(await answers('iro', await objects(), { outcome: 'raised-again' }))

    const again = await bot.last('case-raised')
    expect(again.case).not.toBe(stuck)
    const form = await bot.ask('social-worker', { ask: 'open-confirm-case', case: again.case })
    const above = form.kind === 'form' ? form.intro.flatMap((one) => (one.block === 'fold' ? one.blocks : [one])) : []
    expect(above.flatMap((one) => ('words' in one ? [one.words.reveal()] : []))).toContain(aRaising['tried'])
  })

  it('is made once, of a case that is closed, by the person who raised it', async () => {
    const stuck = await raised(bot)
    const { raising } = await bot.last('case-raised')
    expect(await bot.ask('practitioner', { ask: 'open-object', raising })).toMatchObject({ reason: 'case-not-closed' })
    await closes(bot, stuck)
    expect(await bot.ask('school-lead', { ask: 'open-object', raising })).toMatchObject({ reason: 'not-for-you' })
    await objects()

    expect(await bot.ask('practitioner', { ask: 'open-object', raising })).toMatchObject({ reason: 'already-done' })
  })

  const saidAgain = async () =>
    (await bot.said())
      .filter(({ key }) => key.startsWith('objection-waits-'))
      .map(
        ({ to, notBefore, card }) =>
          `${notBefore.toISOString().slice(5, 10)} ${to}${card.title.replace(/^Case .{7}/, '')}`,
      )
  const asks = ': somebody does not agree that it is closed'

  it('that nobody answers is said again, and to the coordinators', async () => {
    await closes(bot, await raised(bot))
    await objects()
    await bot.until('2026-09-12T12:00:00Z')

    const stillWaits = '09-11 coordinator: an objection to its closing has no answer'
    expect(await saidAgain()).toEqual([`09-09 iro${asks}`, `09-11 iro${asks}`, stillWaits])
  })

  it('goes to a coordinator where the case has no IRO', async () => {
    await bot.put({ identifier: 'LK300', iro: undefined })
    const stuck = await raised(bot, { identifier: 'LK300' })
    await closes(bot, stuck, 'coordinator')
    const objection = await objects()
    await bot.until('2026-09-12T12:00:00Z')
    expect(await saidAgain()).toEqual([`09-09 coordinator${asks}`, `09-11 coordinator${asks}`])

    went(await answers('coordinator', objection))
  })
})
