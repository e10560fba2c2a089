/** The same press or sending twice: a platform's honest retry, a double click, a form sent from two tabs. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { aClosing, aConfirmation, aRaising, risk } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { raised } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot()))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const raise = { ask: 'raise-case' } as const

it('raises one case and gets the same answer', async () => {
  const first = await bot.ask('practitioner', raise, aRaising, 'drawn-1')
  const second = await bot.ask('practitioner', raise, aRaising, 'drawn-1')

  expect(first.kind).toBe('done')
  expect(second).toEqual(first)
  expect(await bot.factNames()).toEqual(['case-raised', 'iro-told'])
})

it('raises one case also when both arrive at the same moment', async () => {
  const both = await Promise.all([1, 2, 3].map(() => bot.ask('practitioner', raise, aRaising, 'drawn-1')))

  for (const answer of both) expect(answer).toEqual(both[0])
  expect(await bot.factNames()).toEqual(['case-raised', 'iro-told'])
})

it('takes the corrected form of one that was not complete', async () => {
  expect(await bot.ask('practitioner', raise, { ...aRaising, tried: '' }, 'drawn-1')).toMatchObject({ kind: 'refusal' })
  expect(await bot.ask('practitioner', raise, aRaising, 'drawn-1')).toMatchObject({ kind: 'done' })
})

it('takes the form of somebody who has reported a risk meanwhile', async () => {
  expect(await bot.ask('practitioner', raise, { ...aRaising, ...risk }, 'drawn-1')).toMatchObject({ kind: 'form' })
  expect(await bot.ask('practitioner', raise, { ...aRaising, ...risk }, 'drawn-1')).toMatchObject({ kind: 'form' })
  expect(await bot.ask('practitioner', raise, aRaising, 'drawn-1')).toMatchObject({ kind: 'done' })

  expect((await bot.factNames()).filter((fact) => fact === 'risk-unreported')).toHaveLength(1)
})

it('closes once and gets the same answer, which nobody else gets', async () => {
  const stuck = await raised(bot)
  const close = (who: string) => bot.ask(who, { ask: 'close-case', case: stuck }, aClosing, 'drawn-2')

  const sent = await close('social-worker')

  expect(sent.kind).toBe('done')
  expect(await close('social-worker')).toEqual(sent)
  expect(await close('practitioner')).toMatchObject({ kind: 'refusal', reason: 'not-for-you' })
  expect((await bot.factNames()).filter((fact) => fact === 'closing-proposed')).toHaveLength(1)
})

it('opens again what is only opened, since it may show something else by now', async () => {
  const stuck = await raised(bot)
  const looked = await bot.ask('social-worker', { ask: 'open-case', case: stuck }, {}, 'press-1')
  await bot.fillIn('social-worker', { ask: 'open-confirm-case', case: stuck }, aConfirmation)

  expect(await bot.ask('social-worker', { ask: 'open-case', case: stuck }, {}, 'press-1')).not.toEqual(looked)
})
