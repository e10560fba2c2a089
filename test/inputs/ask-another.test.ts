/** Somebody else is asked for a view once the case is confirmed. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/display/answer.ts'
import type { CaseId, RequestId } from '../../src/ids.ts'
import { aView, demonstration } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { asking, requestTo, viewsClose, went } from '../support/stages.ts'

let bot: Bot
let stuck: CaseId
let health: RequestId
let school: RequestId
beforeAll(async () => (bot = await startBot()))
beforeEach(async () => {
  await bot.startOver()
  const asked = await asking(bot)
  stuck = asked.case
  health = requestTo(asked, 'larkshire-nhs-trust')
  school = requestTo(asked, 'hazel-school')
})
afterAll(() => bot.close())

const because = 'They were at the last strategy discussion.'
const askFor = (to: string, by = 'social-worker') =>
  bot.fillIn(by, { ask: 'open-ask-another', case: stuck }, { to, because, danger: 'no' })
const give = (by: string, request: RequestId) => bot.fillIn(by, { ask: 'open-input', request }, aView)
const wordsOf = (answer: Answer) =>
  answer.kind === 'reading' ? answer.body.flatMap((one) => (one.block === 'words' ? [one.words.reveal()] : [])) : []
const closingOf = async () => (await bot.look(({ tx }) => tx.caseById(stuck)))?.inputsClose

it('another agency is asked, reads why, gives its view and is told what the others are told', async () => {
  expect(went(await askFor('police-lead'))).toMatch(/, Larkshire Police, is being asked now\.$/)

  expect((await bot.titles('police-lead')).at(-1)).toMatch(/: please give your view$/)
  const { request } = await bot.last('input-asked')
  expect(JSON.stringify(await bot.ask('police-lead', { ask: 'open-case', case: stuck }))).toContain('Larkshire Police')
  const who = await bot.ask('police-lead', { ask: 'open-who', request })
  expect(
    who.kind === 'reading' && who.body.some((one) => one.block === 'words' && one.words.reveal() === because),
  ).toBe(true)
  went(await give('police-lead', request))
  await bot.until('2026-09-14T16:00:00Z')
  expect((await bot.last('inputs-closed')).given).toEqual([request])
})

it('is told to the chair, the IRO and those who raised it, and to nobody who asked', async () => {
  went(await askFor('police-lead', 'chair'))

  const told = (await bot.said()).filter(({ key }) => key.startsWith('asked-too-'))
  expect(told.map(({ to }) => to)).toEqual(['practitioner', 'iro'])
  expect(told[0]?.card.title).toMatch(/: Larkshire Police is asked for its view too$/)
  expect(JSON.stringify(told)).not.toContain(because)
})

it('says when they will be asked, if that is not now', async () => {
  bot.clock.moveTo(new Date('2026-09-07T20:00:00Z'))
  expect(went(await askFor('police-lead'))).toMatch(
    /, is going to be asked on Tuesday 8 September 2026, when working hours open\.$/,
  )
})

it('is waited for: views do not close sooner without it, and are open for two working days at least', async () => {
  went(await give('health-lead', health))
  went(await give('school-lead', school))
  expect(await closingOf()).toBe('2026-09-08')

  went(await askFor('police-lead'))
  expect(await closingOf()).toBe('2026-09-14')
})

it('on the last day has two working days, and everybody is told', async () => {
  await bot.until('2026-09-14T09:00:00Z')
  went(await askFor('police-lead'))

  expect(await closingOf()).toBe('2026-09-16')
  const told = (await bot.said()).filter(({ card }) =>
    card.title.endsWith('views close on Wednesday 16 September 2026'),
  )
  expect(told.map(({ to }) => to).toSorted()).toEqual([
    'chair',
    'health-lead',
    'iro',
    'practitioner',
    'school-lead',
    'social-worker',
  ])
  await bot.until('2026-09-16T15:59:59Z')
  expect(await bot.factNames()).not.toContain('inputs-closed')
})

it('another person of an agency that was asked is asked instead, and the first is told', async () => {
  went(await askFor('health-colleague'))

  expect(await bot.last('request-passed-on')).toMatchObject({ request: health, to: 'health-colleague' })
  expect((await bot.titles('health-lead')).at(-1)).toMatch(/: you are no longer asked$/)
  const who = await bot.ask('health-colleague', { ask: 'open-who', request: health })
  expect(wordsOf(who)).toContain(because)
  went(await give('health-colleague', health))
})

it('before the others have been asked leaves nobody out', async () => {
  await bot.db.deleteFrom('requests').execute()
  await bot.db
    .insertInto('wakes')
    .values({ key: 'again', wake: JSON.stringify({ wake: 'inputs-ask', case: stuck }), due: bot.clock.now() })
    .execute()
  went(await askFor('police-lead'))
  await bot.ring()

  const { rows } = await sql<{ agency: string }>`select agency from requests order by agency`.execute(bot.db)
  expect(rows.map(({ agency }) => agency)).toEqual(['hazel-school', 'larkshire-nhs-trust', 'larkshire-police'])
})

it('of two people of one agency each is reminded', async () => {
  const policies = { ...demonstration.policies, inputReminderWorkingDays: 1 }
  const other = await startBot({ partnership: { ...demonstration, policies } })
  const { case: id } = await asking(other)
  await other.until('2026-09-14T08:30:00Z')
  const given = { to: 'health-colleague', because, danger: 'no' }
  went(await other.fillIn('social-worker', { ask: 'open-ask-another', case: id }, given))
  await other.until('2026-09-15T11:00:00Z')

  for (const who of ['health-lead', 'health-colleague'])
    expect((await other.titles(who)).filter((title) => /your view is still needed$/.test(title))).toHaveLength(1)
  await other.close()
})

it('an agency that said "not ours" by mistake is asked again', async () => {
  went(await bot.fillIn('school-lead', { ask: 'open-not-ours', request: school }, {}))
  went(await askFor('school-lead'))

  expect((await bot.titles('school-lead')).at(-1)).toMatch(/: please give your view$/)
  went(await give('school-lead', school))
})

describe('is refused, and nothing changes', () => {
  it.each([
    ['somebody who has been asked', 'health-lead', 'They have already been asked.'],
    ['somebody of the authority itself', 'team-manager', 'Choose from the list.'],
  ])('for %s', async (_, to, says) => {
    const before = await bot.facts()

    expect(await askFor(to)).toMatchObject({ fields: { to: says } })
    expect(await bot.facts()).toEqual(before)
  })

  it('for an agency that has given its view', async () => {
    went(await give('health-lead', health))

    expect(await askFor('health-colleague')).toMatchObject({
      fields: { to: 'Their agency has already given its view.' },
    })
  })

  it('says that together with what else is wrong', async () => {
    went(await give('health-lead', health))
    const sent = { to: 'health-colleague', because: '', danger: '' }

    const answer = await bot.fillIn('social-worker', { ask: 'open-ask-another', case: stuck }, sent)
    expect(Object.keys(answer.kind === 'refusal' ? (answer.fields ?? {}) : {}).toSorted()).toEqual([
      'because',
      'danger',
      'to',
    ])
  })

  it('once views are closed, and to anybody but the social worker and the chair', async () => {
    expect(await askFor('police-lead', 'iro')).toMatchObject({ reason: 'not-for-you' })
    expect(await askFor('police-lead', 'health-lead')).toMatchObject({ reason: 'not-for-you' })
    went(await give('health-lead', health))
    went(await give('school-lead', school))
    await viewsClose(bot)
    expect(await askFor('police-lead', 'chair')).toMatchObject({ reason: 'inputs-closed' })
  })
})
