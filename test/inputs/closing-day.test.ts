/** On which day views close, and who is told when it moves. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CaseId, RequestId } from '../../src/ids.ts'
import { aView } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { asking, requestTo, viewsClose, went } from '../support/stages.ts'

let bot: Bot
let stuck: CaseId
let health: RequestId
let school: RequestId
beforeAll(async () => (bot = await startBot()))
beforeEach(async () => {
  await bot.startOver()
  const asked = await asking(bot) // on Monday 7 September, by Monday 14
  stuck = asked.case
  health = requestTo(asked, 'larkshire-nhs-trust')
  school = requestTo(asked, 'hazel-school')
})
afterAll(() => bot.close())

const give = (by: string, request: RequestId) => bot.fillIn(by, { ask: 'open-input', request }, aView)
const notOurs = () => bot.fillIn('school-lead', { ask: 'open-not-ours', request: school }, {})
const takeBack = (by = 'school-lead') => bot.ask(by, { ask: 'take-back-not-ours', request: school })
const closingOf = async () => (await bot.look(({ tx }) => tx.caseById(stuck)))?.inputsClose
const toldOfClosing = async () =>
  (await bot.said()).filter(({ key }) => key.startsWith('views-close-')).map(({ to, card }) => `${to}: ${card.title}`)

describe('when every agency has answered', () => {
  it('views close a working day later, and everybody in the case is told, the last to answer at once', async () => {
    went(await give('health-lead', health))
    const says = went(await give('school-lead', school))

    expect(says).toBe('Thank you. Every agency has now answered, so views close on Tuesday 8 September 2026.')
    expect(await closingOf()).toBe('2026-09-08')
    expect((await toldOfClosing()).toSorted()).toEqual([
      expect.stringMatching(/^chair: .*: views close on Tuesday 8 September 2026$/),
      expect.stringMatching(/^health-lead: /),
      expect.stringMatching(/^iro: /),
      expect.stringMatching(/^practitioner: /),
      expect.stringMatching(/^school-lead: /),
      expect.stringMatching(/^social-worker: /),
    ])
  })

  it('a view can still be changed, which moves nothing', async () => {
    went(await give('health-lead', health))
    went(await give('school-lead', school))
    await bot.until('2026-09-08T10:00:00Z')
    went(await give('health-lead', health))

    expect(await closingOf()).toBe('2026-09-08')
  })

  it('on a Friday they close on the Monday', async () => {
    await bot.until('2026-09-11T10:00:00Z')
    await bot.db.updateTable('cases').set({ inputs_close: '2026-09-25' }).execute()
    went(await give('health-lead', health))
    went(await give('school-lead', school))

    expect(await closingOf()).toBe('2026-09-14')
  })

  it('on the last day, or the one before, nothing moves', async () => {
    await bot.until('2026-09-11T10:00:00Z')
    went(await give('health-lead', health))
    went(await give('school-lead', school))

    expect(await closingOf()).toBe('2026-09-14')
    expect(await toldOfClosing()).toEqual([])
  })
})

describe('"Not ours"', () => {
  it('that is taken back before anybody was told of it is said to nobody', async () => {
    bot.clock.moveTo(new Date('2026-09-07T20:00:00Z'))
    went(await notOurs())
    went(await takeBack())

    const said = (await bot.said('social-worker')).filter(({ card }) => /an answer from/.test(card.title))
    expect(said.map(({ state }) => state)).toEqual(['withdrawn'])
  })

  it('can be taken back until views close: they are asked again, and have the day that was given to them', async () => {
    went(await give('health-lead', health))
    went(await notOurs())
    await bot.deliver()
    expect(await closingOf()).toBe('2026-09-08')

    expect(went(await takeBack())).toContain('You are asked for your view again, by Monday 14 September 2026.')

    expect(await bot.last('child-not-ours-taken-back')).toMatchObject({ request: school, by: 'school-lead' })
    expect(await closingOf()).toBe('2026-09-14')
    expect(
      (await bot.titles('social-worker')).filter((title) => /an answer from Hazel School$/.test(title)),
    ).toHaveLength(2)
    await bot.until('2026-09-10T11:00:00Z')
    expect((await bot.titles('school-lead')).at(-1)).toMatch(/your view is still needed$/)
    expect(await bot.factNames()).not.toContain('inputs-closed')
    went(await give('school-lead', school))
  })

  it('is not taken back once views are closed, by another person, or where nobody said it', async () => {
    expect(await takeBack()).toMatchObject({ reason: 'already-done' })
    went(await notOurs())
    expect(await takeBack('police-lead')).toMatchObject({ reason: 'not-for-you' })
    went(await give('health-lead', health))
    await viewsClose(bot)
    expect(await takeBack()).toMatchObject({ reason: 'inputs-closed' })
  })

  it('said twice, with a change of mind in between, tells the social worker each time', async () => {
    went(await notOurs())
    await bot.deliver()
    went(await takeBack())
    went(await notOurs())

    expect(
      (await bot.titles('social-worker')).filter((title) => /an answer from Hazel School$/.test(title)),
    ).toHaveLength(3)
  })
})
