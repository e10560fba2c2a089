import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { CaseId } from '../../src/ids.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { approved, offered, recorded, went } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot()))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

async function page(who: string, id: CaseId) {
  const answer = await bot.ask(who, { ask: 'open-case', case: id })
  if (answer.kind !== 'reading') throw new Error(`${who} reads nothing: ${JSON.stringify(answer)}`)
  return answer
}
const buttons = async (who: string, id: CaseId) => (await page(who, id)).buttons.map(({ label }) => label)
const meets = /^Meet on /

it('offers the chair the times, then the run sheet and the link, and the record once it has begun', async () => {
  const { case: stuck } = await offered(bot)
  const offer = (await page('chair', stuck)).buttons.filter(({ label }) => meets.test(label))
  expect(offer).toHaveLength(3)
  expect((await buttons('iro', stuck)).filter((label) => meets.test(label))).toEqual([])

  const [first] = offer
  if (!first) throw new Error('no time is offered')
  went(await bot.ask('chair', first.ask))
  await bot.deliver()
  const before = await buttons('chair', stuck)
  expect(before).toEqual(expect.arrayContaining(['Run sheet', 'Say where it is']))
  for (const label of ['Record the meeting', 'Draft the summary']) expect(before).not.toContain(label)

  await bot.until((await bot.last('time-picked')).start)
  expect(await buttons('chair', stuck)).toEqual(
    expect.arrayContaining(['Run sheet', 'Record the meeting', 'Add an action']),
  )
  for (const who of ['social-worker', 'iro', 'health-lead', 'practitioner'])
    for (const label of ['Run sheet', 'Record the meeting', 'Add an action', 'Say where it is'])
      expect(await buttons(who, stuck)).not.toContain(label)
})

it('offers the draft once it is recorded', async () => {
  const { case: stuck } = await recorded(bot)
  expect(await buttons('chair', stuck)).toContain('Draft the summary')
})

it('lists what was agreed for those who may see it, and then offers nothing of the meeting', async () => {
  const { case: stuck } = await approved(bot)
  const ofTheMeeting = /meeting|Run sheet|Draft|Add an action/i
  expect((await buttons('chair', stuck)).filter((label) => ofTheMeeting.test(label))).toEqual([])
  const listed = async (who: string) => {
    const { body } = await page(who, stuck)
    const at = body.findIndex((block) => block.block === 'heading' && block.text === 'Actions')
    const list = body[at + 1]
    return list?.block === 'list' ? list.items : []
  }

  expect(await listed('chair')).toEqual([expect.stringMatching(/^Hanna Oyelaran, due .* 2026\. /)])
  expect(await listed('health-lead')).toEqual(await listed('chair'))
  expect(await bot.ask('police-lead', { ask: 'open-case', case: stuck })).toMatchObject({ reason: 'not-for-you' })
})
