/** The top of a person's own page: what waits for them, each thing once, and nothing that is done or somebody else's. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answeringAsks } from '../src/asks-for-answer.ts'
import type { Card } from '../src/display/card.ts'
import { settledBy } from '../src/settled-by.ts'
import { aConfirmation, aView, risk } from './support/builders.ts'
import { startBot, type Bot } from './support/bot.ts'
import { staffed } from './support/leaving.ts'
import { approved, asking, convened, offered, raised, recorded, requestTo, went } from './support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership: staffed })))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

async function topOf(person: string): Promise<Card> {
  const page = await bot.ask(person, { ask: 'open-mine' })
  const first = page.kind === 'home' ? page.sections[0] : undefined
  if (!first) throw new Error(`${person} has no page: ${page.kind}`)
  return first
}

const waits = async (person: string) =>
  (await topOf(person)).body.map((block) => (block.block === 'row' ? `${block.text} → ${block.button.label}` : block))

describe('what waits', () => {
  it('is said to be nothing where nothing waits', async () => {
    expect(await topOf('school-lead')).toMatchObject({ title: 'Nothing waits for an answer from you', body: [] })
  })

  it('is a case to confirm, until it is confirmed', async () => {
    const stuck = await raised(bot)
    expect((await topOf('social-worker')).title).toBe('Waiting for you: 1')
    expect(await waits('social-worker')).toEqual([expect.stringMatching(/ → Read and confirm$/)])

    went(await bot.fillIn('social-worker', { ask: 'open-confirm-case', case: stuck }, aConfirmation))
    expect(await waits('social-worker')).toEqual([])
  })

  it('is a view to give, once however often it was asked for, and none that was given', async () => {
    const request = requestTo(await asking(bot), 'larkshire-nhs-trust')
    await bot.until('2026-09-11T10:00:00Z')
    expect((await bot.titles('health-lead')).length).toBeGreaterThan(1)
    expect(await waits('health-lead')).toEqual([expect.stringMatching(/ → Give our view$/)])

    went(await bot.fillIn('health-lead', { ask: 'open-input', request }, aView))
    expect(await waits('health-lead')).toEqual([])
  })

  it('is no view that was given, also where views close sooner since then', async () => {
    const all = await asking(bot)
    for (const [agency, lead] of [
      ['larkshire-nhs-trust', 'health-lead'],
      ['hazel-school', 'school-lead'],
    ] as const)
      went(await bot.fillIn(lead, { ask: 'open-input', request: requestTo(all, agency) }, aView))

    expect(await bot.factNames()).toContain('inputs-close-moved')
    expect([...(await waits('health-lead')), ...(await waits('school-lead'))]).toEqual([])
  })

  it('is a view again after "not ours" was taken back', async () => {
    const request = requestTo(await asking(bot), 'larkshire-nhs-trust')
    bot.clock.pass(60_000)
    went(await bot.ask('health-lead', { ask: 'not-ours', request }))
    expect(await waits('health-lead')).toEqual([])

    bot.clock.pass(60_000)
    went(await bot.ask('health-lead', { ask: 'take-back-not-ours', request }))
    expect(await waits('health-lead')).toHaveLength(1)
  })

  it('is a time to choose, of which none is chosen by it; then the record, then the summary', async () => {
    const { meeting } = await offered(bot)
    const [row] = (await topOf('chair')).body
    expect(row).toMatchObject({ button: { label: 'Choose a time', ask: { ask: 'open-run-sheet', meeting } } })
    const sheet = await bot.ask('chair', { ask: 'open-run-sheet', meeting })
    expect(sheet.kind === 'reading' && sheet.buttons.map(({ ask }) => ask.ask)).toContain('pick-slot')

    await bot.startOver()
    await convened(bot)
    expect(await waits('chair')).toEqual([])
    await bot.until((await bot.last('time-picked')).start)
    expect(await waits('chair')).toEqual([expect.stringMatching(/ → Record the meeting$/)])

    await bot.startOver()
    await recorded(bot, undefined, undefined, 'health-lead')
    expect(await waits('health-lead')).toEqual([])
    expect(await waits('chair')).toEqual([expect.stringMatching(/ → Draft the summary$/)])
  })

  it('is an action to do, for its owner alone', async () => {
    await approved(bot)
    expect(await waits('health-lead')).toEqual([expect.stringMatching(/ → Done$/)])
    expect(await waits('school-lead')).toEqual([])
  })

  it('is an action that somebody has taken on, and no longer with who handed it over', async () => {
    await approved(bot)
    const { action } = await bot.last('action-promised')
    const given = { to: 'school-lead', reason: 'They see the child.', danger: 'no' }
    went(await bot.fillIn('health-lead', { ask: 'open-hand-over-action', action }, given))
    expect(await waits('school-lead')).toEqual([expect.stringMatching(/ → I have it$/)])
    went(await bot.ask('school-lead', { ask: 'accept-action', action }))

    expect(await waits('school-lead')).toEqual([expect.stringMatching(/your action, due .* → Done$/)])
    expect(await waits('health-lead')).toEqual([])
  })

  it('is a duty from its first reminder on, however many reminders were one message', async () => {
    const { id } = await bot.db.selectFrom('children').select('id').executeTakeFirstOrThrow()
    went(await bot.ask('social-worker', { ask: 'confirm-children' }, { [`mine-${id}`]: 'yes' }))
    const due = (await bot.db.selectFrom('duties').select('due').orderBy('due').execute()).map((one) => one.due)
    const [first = ''] = due
    await bot.until(new Date(Date.parse(first) - 10 * 24 * 3_600_000).toISOString())
    expect(await waits('social-worker')).toEqual([])
    await bot.until(new Date(Date.parse(first) + 5 * 24 * 3_600_000).toISOString())

    expect(await waits('social-worker')).toContainEqual(
      expect.stringMatching(/overdue .* → (It is recorded|What came of it)$/),
    )
  })

  it('is on the page of both while a deputy receives it, and no longer on theirs', async () => {
    went(await bot.fillIn('social-worker', { ask: 'open-away' }, { from: '2026-09-07', until: '2026-09-08' }))
    await raised(bot)
    expect(await waits('deputy-social-worker')).toEqual([expect.stringMatching(/ → Read and confirm$/)])
    expect(await waits('social-worker')).toHaveLength(1)

    bot.clock.moveTo(new Date('2026-09-09T09:30:00Z'))
    expect(await waits('deputy-social-worker')).toEqual([])
    expect(await waits('social-worker')).toHaveLength(1)
  })

  it('begins with a danger', async () => {
    const asked = await asking(bot)
    const request = requestTo(asked, 'larkshire-nhs-trust')
    await bot.fillIn('health-lead', { ask: 'open-input', request }, { ...aView, ...risk })

    const [first, second] = await waits('health-lead')
    expect(first).toMatch(/ → I have reported it$/)
    expect(second).toMatch(/ → Give our view$/)
  })
})

it('each button that can be settled answers something, or only opens or changes it', () => {
  const settled = Object.entries(settledBy).flatMap(([ask, settling]) => ('by' in settling ? [ask] : []))

  expect(settled.filter((ask) => !answeringAsks.has(ask)).toSorted()).toEqual([
    ...['admit-raiser', 'decline-action', 'decline-duty'],
    ...[
      'open-action',
      'open-add-action',
      'open-add-to-raising',
      'open-ask-another',
      'open-cannot-tell',
      'open-case',
      'open-challenge',
    ],
    ...['open-concern-child', 'open-duty', 'open-expect-duty', 'open-give-held', 'open-give-several'],
    ...[
      'open-hand-over-action',
      'open-identity',
      'open-meeting',
      'open-meeting-link',
      'open-move-action',
      'open-not-in-care',
    ],
    ...['open-not-ours', 'open-note-taker', 'open-object', 'open-pass-duty', 'open-pass-on', 'open-raiser'],
    ...['open-raising', 'open-reflection', 'open-replace-chair', 'open-run-sheet', 'open-summary'],
    ...['open-take-back-concern', 'open-view', 'open-views', 'open-who', 'open-withdraw-raising'],
    ...['take-back-child', 'take-held', 'take-time-back'],
  ])
})

it('a page that does not begin at the beginning has no such part', async () => {
  await raised(bot)
  const page = await bot.ask('social-worker', { ask: 'open-mine', from: 1 })

  expect(page.kind === 'home' && page.sections.map(({ title }) => title)).not.toContain('Waiting for you: 1')
})
