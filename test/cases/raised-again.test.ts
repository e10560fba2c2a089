/** One person, one case, two numbers of the child: those of the case have one raising, and its raiser is not told why. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Raising } from '../../src/cases/case.ts'
import { raisedBefore } from '../../src/cases/raised-again.ts'
import type { Ask } from '../../src/vocabulary.ts'
import { wordsOf } from '../contract/words-of.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { aConfirmation, aRaising } from '../support/builders.ts'
import { closes, raised, went } from '../support/stages.ts'

describe('what somebody raised before', () => {
  const now = { id: 'second', by: 'health-lead', theme: 'permanence' } as Raising
  const earlier = { ...now, id: 'first' } as Raising

  it.each([
    ['by the same person', {}, {}, true],
    ['by another', { by: 'school-lead' }, {}, false],
    ['that was withdrawn', { withdrawnAt: new Date(1) }, {}, false],
    ['under a name, and now to the IRO alone', {}, { namedTo: 'iro' }, false],
    ['to the IRO alone, as now', { namedTo: 'iro' }, { namedTo: 'iro' }, true],
    ['as something else than the disagreement that it is now', {}, { theme: 'disagreement' }, false],
    ['as a disagreement, as now', { theme: 'disagreement' }, { theme: 'disagreement' }, true],
    ['as a disagreement, and now as something else', { theme: 'disagreement' }, {}, true],
    ['about another thing that is stuck', { theme: 'health-plan' }, {}, true],
  ])('%s', (_, before, since, counts) => {
    const all = [{ ...earlier, ...before } as Raising, { ...now, ...since } as Raising]
    expect(raisedBefore(all, { ...now, ...since } as Raising)?.id).toBe(counts ? 'first' : undefined)
    expect(raisedBefore(all, { ...earlier, ...before } as Raising)).toBeUndefined()
  })
})

describe('somebody from outside who gives another number of the same child', () => {
  let bot: Bot
  beforeAll(async () => (bot = await startBot()))
  afterAll(() => bot.close())
  const raise = (identifier: string, given = {}) =>
    bot.ask('health-lead', { ask: 'raise-case' }, { ...aRaising, identifier, ...given })
  const read = async (who: string, ask: Ask): Promise<string> => {
    const shown = await bot.ask(who, ask)
    return shown.kind === 'reading' ? wordsOf(shown).join('\n') : shown.kind
  }

  it('joins the case once, and is answered as if it were another', async () => {
    const known = await raised(bot)
    const who = { name: 'Kayleigh Marsden', nhsNumber: '943 476 5919', upn: 'H801200001001' }
    went(await bot.fillIn('social-worker', { ask: 'open-confirm-case', case: known }, { ...aConfirmation, ...who }))
    await closes(bot, known)
    const first = went(await raise('9434765919'))
    const { case: stuck, raising } = await bot.last('case-raised')
    expect(went(await raise('H801200001001', { wouldHelp: 'A date for the panel.' }))).toBe(first)

    expect(await bot.factNames()).not.toContain('case-joined')
    const added = await bot.last('raising-added-to')
    expect(added).toMatchObject({ case: stuck, raising, by: 'health-lead' })
    expect((await bot.titles('social-worker')).at(-1)).toMatch(/: something was added$/)
    expect((await bot.said('social-worker')).filter(({ card }) => card.title.endsWith('raised again'))).toEqual([])
    const page = await read('social-worker', { ask: 'open-case', case: stuck })
    expect(page.match(/Raised on|Added on/g)).toEqual(['Raised on', 'Added on'])
    expect(page).toContain('A date for the panel.')

    expect(await read('health-lead', { ask: 'open-raising', raising })).not.toContain('A date for the panel.')
    went(
      await bot.fillIn(
        'social-worker',
        { ask: 'open-confirm-case', case: stuck },
        { ...aConfirmation, ...who, raisers: [] },
      ),
    )
    const confirmed = await read('social-worker', { ask: 'open-case', case: stuck })
    expect(confirmed.match(/Let them take part$/gm)).toHaveLength(1)
    went(await bot.ask('social-worker', { ask: 'admit-raiser', raising }))
    expect((await bot.look(({ tx }) => tx.raisingsOf(stuck))).map(({ takesPart }) => takesPart)).toEqual([true, true])
  })
})
