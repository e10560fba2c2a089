/** A challenge from its opening to its end, through silence, an answer, the next manager, and those who leave. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { ChallengeId, DutyId } from '../../src/ids.ts'
import { PersonId } from '../../src/ids.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { aChallenge, type Given } from '../support/builders.ts'
import { staffed, without } from '../support/leaving.ts'
import { reach } from '../support/reach.ts'
import { went } from '../support/stages.ts'

const stages = [
  { name: 'Team manager', who: PersonId.parse('team-manager'), workingDays: 5 },
  { name: 'Director', who: PersonId.parse('health-lead'), workingDays: 5 },
]
const partnership = { ...staffed, challenge: { stages } }

let bot: Bot
let challenge: ChallengeId
let duty: DutyId
beforeAll(async () => (bot = await startBot({ partnership })))
beforeEach(async () => {
  await bot.startOver()
  bot.applies(partnership)
  const reached = await reach.challenged(bot)
  ;[challenge, duty] = [reached['challenge'] as ChallengeId, reached['duty'] as DutyId]
})
afterAll(() => bot.close())

const answers = (by: string, given: Given) =>
  bot.fillIn(by, { ask: 'open-answer-challenge', challenge }, { because: 'It is booked.', danger: 'no', ...given })
const moves = (move: string) =>
  bot.fillIn('iro', { ask: 'open-move-challenge', challenge }, { move, why: 'No answer came.', danger: 'no' })
const ends = (by: string) =>
  bot.fillIn(by, { ask: 'open-end-challenge', challenge }, { outcome: 'accepted', why: 'It was held.', danger: 'no' })
const shown = async (by: string) => JSON.stringify(await bot.ask(by, { ask: 'open-challenge', challenge }))
const about = async (who: string) => (await bot.titles(who)).filter((title) => /challenge/.test(title))
const draftOf = async () => {
  const form = await bot.ask('iro', { ask: 'open-raise-challenge', duty })
  return form.kind === 'form' ? (form.values['challenge']?.[0]?.reveal() ?? '') : form.kind
}

const onDuty = async (by: string) => {
  const page = await bot.ask(by, { ask: 'open-duty', duty })
  return page.kind === 'reading' ? page.buttons.map(({ label }) => label).filter((one) => /challenge/.test(one)) : []
}

it('starts from what is recorded, is read by its manager, and is raised once', async () => {
  expect(await draftOf()).toBe('refusal')
  expect(await onDuty('iro')).toEqual(['Open the challenge'])
  expect(await onDuty('social-worker')).toEqual([])
  expect(await about('team-manager')).toEqual([expect.stringMatching(/^Child .{7}: .*, challenged$/)])
  const form = await bot.ask('team-manager', { ask: 'open-answer-challenge', challenge })
  expect(form.kind).toBe('form')
  expect(await shown('team-manager')).toContain('Has an advocate been offered to the child? Yes.')
  went(await ends('iro'))
  expect(await onDuty('iro')).toEqual(['Raise a challenge'])
  expect(await draftOf()).toMatch(
    /^The .* was to be there by .* 2025\. .* is responsible for it\. .*not recorded as done\.$/,
  )
})

it('says nothing that was written in a message', async () => {
  await answers('team-manager', { answer: 'not-agreed' })
  const said = JSON.stringify(await bot.said())
  for (const words of [aChallenge.challenge, aChallenge.childsWords, 'It is booked.']) expect(said).not.toContain(words)
})

it('climbs in silence, to the next manager by the press of the IRO alone', async () => {
  await bot.until('2026-09-30T12:00:00Z')
  expect(await about('team-manager')).toContainEqual(expect.stringMatching(/your answer is awaited$/))
  expect(await about('iro')).toContainEqual(expect.stringMatching(/challenge not answered$/))
  expect(await about('coordinator')).toContainEqual(expect.stringMatching(/a challenge waits for an answer$/))
  expect(await about('health-lead')).toEqual([])

  went(await moves('next'))
  expect(await about('health-lead')).toHaveLength(1)
  expect(await answers('team-manager', { answer: 'done' })).toMatchObject({ kind: 'refusal' })
  went(await answers('health-lead', { answer: 'done' }))
})

it('comes back to the IRO on the day by which it was agreed, and not before', async () => {
  expect(await answers('team-manager', { answer: 'by-date' })).toMatchObject({
    fields: { agreedBy: 'Say by when it is agreed.' },
  })
  went(await answers('team-manager', { answer: 'by-date', agreedBy: '2026-10-05' }))
  await bot.until('2026-10-02T16:00:00Z')
  expect(await about('iro')).toHaveLength(1)
  await bot.until('2026-10-05T12:00:00Z')
  expect((await about('iro')).length).toBeGreaterThan(1)
})

it('asks the IRO to end what is agreed once it is done, and speaks of what comes next where it is not', async () => {
  const newest = async () => (await bot.said('iro')).findLast(({ card }) => card.title.includes('challenge answered'))
  went(await answers('team-manager', { answer: 'by-date', agreedBy: '2026-09-21' }))
  const agreed = (await newest())?.card
  expect(agreed?.buttons.map(({ label }) => label)).toEqual(['End the challenge', 'Open the challenge'])
  expect(JSON.stringify(agreed)).toContain('by Monday 21 September 2026. End it once that is done.')

  went(await moves('next'))
  went(await answers('health-lead', { answer: 'not-agreed' }))
  expect(JSON.stringify((await newest())?.card)).toContain('There is no further stage. Think of Cafcass.')
})

it('ends by its IRO alone, although the duty is recorded, and those who were asked are told', async () => {
  for (const by of ['coordinator', 'team-manager', 'chair']) expect(await ends(by)).toMatchObject({ kind: 'refusal' })
  await bot.db.updateTable('duties').set({ state: 'recorded' }).where('id', '=', duty).execute()
  expect(await shown('iro')).toContain('is asked')
  went(await moves('next'))
  went(await ends('iro'))
  for (const who of ['team-manager', 'health-lead'])
    expect(await about(who)).toContainEqual(expect.stringMatching(/challenge ended$/))
  await bot.until('2026-12-01T12:00:00Z')
  expect((await bot.wakes()).filter(({ wake }) => JSON.stringify(wake).includes(challenge))).toEqual([])
})

it('falls to the next in line where its manager has left, and to the new IRO', async () => {
  went(await moves('next'))
  bot.applies(without(partnership, 'health-lead'))
  await bot.until('2026-09-30T12:00:00Z')
  expect(await about('team-manager')).toContainEqual(expect.stringMatching(/your answer is awaited$/))
  went(await answers('team-manager', { answer: 'done' }))
  await bot.db.updateTable('children').set({ iro: 'other-iro' }).execute()
  expect(await ends('iro')).toMatchObject({ kind: 'refusal' })
})
