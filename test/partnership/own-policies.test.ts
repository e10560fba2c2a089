import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Policies } from '../../src/partnership/policies.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { aRaising, demonstration } from '../support/builders.ts'
import { offered, raised } from '../support/stages.ts'

/** The partnership that the bot knows: its policies may change while it runs. */
const partnership = { ...demonstration }
const decide = (changed: Partial<Policies>): void =>
  void Object.assign(partnership, { policies: { ...demonstration.policies, ...changed } })

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership })))
beforeEach(() => bot.startOver())
afterEach(() => decide({}))
afterAll(() => bot.close())

const toldAt = async (who: string, title: string): Promise<readonly string[]> =>
  (await bot.said(who))
    .filter(({ card }) => card.title.includes(title))
    .map(({ notBefore }) => notBefore.toISOString().slice(0, 10))

describe('a partnership of its own mind', () => {
  it('lets a case that nobody confirms wait as long as it said when the case was raised', async () => {
    decide({ unconfirmedWorkingDays: 4 })
    await raised(bot)
    decide({ unconfirmedWorkingDays: 1 })

    await bot.until('2026-09-18T16:00:00Z')

    expect(await toldAt('social-worker', 'still waiting for you')).toEqual(['2026-09-11', '2026-09-17'])
  })

  it('offers times and reminds its chair as it said when the case was raised', async () => {
    decide({ meetingNoticeWorkingDays: 6, meetingTimes: ['11:00', '11:00', '11:00'], chairReminderWorkingDays: 3 })
    await offered(bot)
    decide({ chairReminderWorkingDays: 1 })

    expect((await bot.last('times-offered')).slots).toEqual([
      '2026-09-16T10:00:00.000Z',
      '2026-09-17T10:00:00.000Z',
      '2026-09-18T10:00:00.000Z',
    ])
    await bot.until('2026-09-14T16:00:00Z')
    expect(await toldAt('chair', 'no time has been chosen')).toEqual(['2026-09-11'])
  })

  it('says a raising without a known child again as it said when it was raised', async () => {
    decide({ unconfirmedWorkingDays: 3, ladder: { ...demonstration.policies.ladder, repeat: 4 } })
    await bot.ask('school-lead', { ask: 'raise-case' }, { ...aRaising, identifier: 'ZZ999' })
    decide({})
    await bot.until('2026-09-25T16:00:00Z')

    expect(await toldAt('chair', 'still')).toEqual(['2026-09-10', '2026-09-15', '2026-09-21', '2026-09-25'])
  })

  it('has a child at risk said again sooner', async () => {
    decide({ riskRepeatMinutes: 10 })
    await bot.fillIn('practitioner', { ask: 'open-raise-case' }, { ...aRaising, danger: 'risk-unreported' })

    await bot.until('2026-09-07T10:05:00Z')

    expect((await bot.factNames()).filter((fact) => fact === 'risk-repeated')).toHaveLength(2)
  })
})
