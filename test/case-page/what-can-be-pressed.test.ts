/** What the page of a case offers each person who has a part in it, from raising to its end: nothing that would be refused. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { CaseId } from '../../src/ids.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { approved, asking, begun, closes, offered, raised } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot()))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const people = ['practitioner', 'social-worker', 'iro', 'chair', 'health-lead', 'school-lead'] as const

/** `person: button · button`; what is chosen of several times stands once. */
async function offers(stuck: CaseId): Promise<readonly string[]> {
  const lines: string[] = []
  for (const who of people) {
    const answer = await bot.ask(who, { ask: 'open-case', case: stuck })
    const labels =
      answer.kind === 'reading'
        ? answer.buttons.map(({ label }) => label.replace(/^Meet on .*/, 'Meet on …'))
        : [answer.kind]
    lines.push(`${who}: ${[...new Set(labels)].join(' · ')}`)
  }
  return lines
}

it('raised: it waits for the social worker', async () => {
  expect(await offers(await raised(bot))).toEqual([
    'practitioner: refusal',
    'social-worker: Confirm the case · Propose to close',
    'iro: ',
    ...['chair: refusal', 'health-lead: refusal', 'school-lead: refusal'],
  ])
})

const child = 'Who is this child?'

it('asking: somebody else can be asked', async () => {
  const settles = `${child} · Ask somebody else · Change the chair · Propose to close`
  expect(await offers((await asking(bot)).case)).toEqual([
    'practitioner: What I raised',
    ...[`social-worker: ${settles}`, `iro: ${child}`, `chair: ${settles}`],
    ...[`health-lead: ${child}`, `school-lead: ${child}`],
  ])
})

it('views are closed: the chair picks a time', async () => {
  expect(await offers((await offered(bot)).case)).toEqual([
    'practitioner: What I raised',
    `social-worker: ${child} · Change the chair · Propose to close`,
    `iro: ${child} · What the agencies say`,
    `chair: Meet on … · Run sheet · ${child} · What the agencies say · Change the chair · Propose to close`,
    ...[`health-lead: ${child}`, `school-lead: ${child}`],
  ])
})

it('the meeting has begun: the chair records it', async () => {
  const ofMeeting =
    'Run sheet · Say where it is · Take this time back · Name the note-taker · Record the meeting · Add an action'
  expect(await offers((await begun(bot)).case)).toEqual([
    'practitioner: What I raised',
    `social-worker: ${child} · Change the chair · Propose to close`,
    `iro: ${child} · What the agencies say`,
    `chair: ${ofMeeting} · ${child} · What the agencies say · Change the chair · Propose to close`,
    ...[`health-lead: ${child}`, `school-lead: ${child}`],
  ])
})

it('followed up, and closed: what was agreed can be read from then on', async () => {
  const { case: stuck } = await approved(bot)
  const agreed = 'What was agreed'
  expect(await offers(stuck)).toEqual([
    `practitioner: ${agreed} · What I raised`,
    `social-worker: ${child} · ${agreed} · Change the chair · Propose to close`,
    `iro: ${child} · What the agencies say · ${agreed}`,
    `chair: ${child} · What the agencies say · ${agreed} · Change the chair · Propose to close`,
    ...[`health-lead: ${child} · ${agreed}`, `school-lead: ${child} · ${agreed}`],
  ])

  await closes(bot, stuck)
  expect(await offers(stuck)).toEqual([
    `practitioner: ${agreed} · What I raised`,
    `social-worker: ${child} · ${agreed}`,
    ...['iro', 'chair'].map((who) => `${who}: ${child} · What the agencies say · ${agreed}`),
    ...[`health-lead: ${agreed}`, `school-lead: ${agreed}`],
  ])
  for (const who of people)
    expect(await bot.ask(who, { ask: 'open-summary', case: stuck })).toMatchObject({ kind: 'reading' })
})
