import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/display/answer.ts'
import { AgencyId, type CaseId } from '../../src/ids.ts'
import { aView, demonstration } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { asking, closes, offered, viewsClose, went } from '../support/stages.ts'

let bot: Bot
let stuck: CaseId
beforeAll(async () => (bot = await startBot()))
beforeEach(async () => {
  await bot.startOver()
  stuck = (await offered(bot)).case
})
afterAll(() => bot.close())

const wordsIn = (shown: Answer): readonly string[] =>
  shown.kind === 'reading' ? shown.body.flatMap((part) => (part.block === 'words' ? [part.words.reveal()] : [])) : []
const labelsIn = (shown: Answer): readonly string[] =>
  shown.kind === 'reading' ? shown.buttons.map(({ label }) => label) : []

describe('what the agencies say', () => {
  it.each(['iro', 'chair'])('is opened by the %s from the case', async (who) => {
    expect(labelsIn(await bot.ask(who, { ask: 'open-case', case: stuck }))).toContain('What the agencies say')
    const shown = wordsIn(await bot.ask(who, { ask: 'open-views', case: stuck }))

    expect(shown.filter((words) => words === aView['keepsStuck'])).toHaveLength(2)
  })

  it.each(['social-worker', 'health-lead', 'practitioner', 'police-lead'])('is not for the %s', async (who) => {
    const { request } = await bot.last('input-given')

    expect(labelsIn(await bot.ask(who, { ask: 'open-case', case: stuck }))).not.toContain('What the agencies say')
    expect(await bot.ask(who, { ask: 'open-views', case: stuck })).toMatchObject({ reason: 'not-for-you' })
    expect(await bot.ask(who, { ask: 'open-view', request })).toMatchObject({ reason: 'not-for-you' })
  })

  it('waits until inputs are closed', async () => {
    await bot.startOver()
    const { case: open } = await asking(bot)

    expect(await bot.ask('iro', { ask: 'open-views', case: open })).toMatchObject({ reason: 'inputs-still-open' })
  })
})

describe('where many agencies are asked', () => {
  const schools = Array.from({ length: 7 }, (_, count) => ({
    id: AgencyId.parse(`school-${count}`),
    name: `School ${count}`,
    kind: 'school' as const,
    lead: demonstration.people.find(({ id }) => id === 'school-lead')?.id,
  }))
  const partnership = { ...demonstration, agencies: [...demonstration.agencies, ...schools] } as typeof demonstration

  it('each view opens by itself, from the run sheet and from the case', async () => {
    const large = await startBot({ partnership })
    const given = {
      agencies: schools.map(({ id }) => id),
      ...Object.fromEntries(schools.map(({ id }) => [`why-${id}`, 'She is there.'])),
    }
    const asked = await asking(large, given)
    for (const request of Object.values(asked.request))
      went(await large.fillIn('school-lead', { ask: 'open-input', request }, aView))
    await viewsClose(large)
    const { meeting } = await large.last('times-offered')

    const sheet = await large.ask('chair', { ask: 'open-run-sheet', meeting })
    expect(wordsIn(sheet)).not.toContain(aView['keepsStuck'])
    expect(labelsIn(sheet)).toContain('School 6')
    const views = await large.ask('iro', { ask: 'open-views', case: asked.case })
    const one = views.kind === 'reading' && views.buttons[6]
    if (!one) throw new Error('no button')
    expect(wordsIn(await large.ask('iro', one.ask))).toContain(aView['keepsStuck'])
    await large.close()
  })
})

describe('reasons', () => {
  const why = { notTold: 'The father must not learn of it.', parents: 'not-told' }

  it.each([
    ['social-worker', true],
    ['iro', true],
    ['chair', true],
    ['health-lead', false],
    ['practitioner', false],
  ])('why the family is not told and why the case was closed: the %s reads them: %s', async (who, reads) => {
    await bot.startOver()
    const { case: one } = await asking(bot, why)
    await closes(bot, one)

    const shown = wordsIn(await bot.ask(who, { ask: 'open-case', case: one }))
    expect([shown.includes(why.notTold), shown.includes('The panel has met, and Kayleigh stays.')]).toEqual([
      reads,
      reads,
    ])
  })

  it('why the family is not told stands in the run sheet', async () => {
    await bot.startOver()
    await asking(bot, why)
    await bot.until('2026-09-15T12:00:00Z')
    const { meeting } = await bot.last('times-offered')

    expect(wordsIn(await bot.ask('chair', { ask: 'open-run-sheet', meeting }))).toContain(why.notTold)
  })
})
