/** Where a meeting is, as its chair says: who sees it, and what does not become a room or a link. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { MeetingId } from '../../src/ids.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { convened, offered, recorded, went } from '../support/stages.ts'
import { addressesOf } from '../contract/words-of.ts'
import { textOf } from '../simulation/words.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot()))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const meet = 'https://meet.google.com/abc-defg-hij'
const teams = 'https://teams.microsoft.com/meet/38712345678901?p=aBcDeFg'
const everybody = ['chair', 'health-lead', 'iro', 'practitioner', 'school-lead', 'social-worker']

const give = (meeting: MeetingId, address: string, by = 'chair') =>
  bot.fillIn(by, { ask: 'open-meeting-link', meeting }, { held: 'online', address })
const place = (meeting: MeetingId, held: 'online' | 'room' | 'both', given: Record<string, string>) =>
  bot.fillIn('chair', { ask: 'open-meeting-link', meeting }, { held, ...given })
const said = async (start: string) => (await bot.said()).filter(({ key }) => key.startsWith(start))
const offersLink = ({ card }: Awaited<ReturnType<typeof said>>[number]) =>
  card.buttons.some(({ ask }) => ask.ask === 'open-meeting-link')

describe('the chair', () => {
  it('alone is asked for a link when a time is picked', async () => {
    await convened(bot)

    expect((await said('convened-')).filter(offersLink).map(({ to }) => to)).toEqual(['chair'])
  })

  it('gives one, and everybody is told of it once', async () => {
    const { meeting } = await convened(bot)
    expect(went(await give(meeting, ` ${meet} `))).toBe('Everybody in the case will be told where the meeting is.')
    expect(await give(meeting, meet)).toMatchObject({ reason: 'already-done' })

    const told = await said('link-')
    expect(told.map(({ to }) => to).toSorted()).toEqual(everybody)
    expect(told.map(({ card }) => addressesOf(card))).toEqual(everybody.map(() => [meet]))
    expect(told.filter(offersLink).map(({ to }) => to)).toEqual(['chair'])
    expect(JSON.stringify(await bot.facts())).not.toContain('meet.google.com')
  })

  it('gives another, and everybody is told which one to use', async () => {
    const { meeting } = await convened(bot)
    went(await give(meeting, meet))
    went(await give(meeting, teams))

    const told = (await said('link-')).slice(everybody.length)
    expect(told.map(({ card }) => addressesOf(card))).toEqual(everybody.map(() => [teams]))
    expect(JSON.stringify(told[0]?.card.body)).toContain('Please use this one, not the old one.')
  })

  it('gives a room, which everybody reads on each card of the meeting and on the page of the case', async () => {
    const { meeting, case: stuck } = await convened(bot)
    went(await place(meeting, 'room', { room: ' Room 4, Shire Hall ' }))

    expect((await said('link-')).map(({ card }) => card.title.slice(-20))).toEqual(
      everybody.map(() => 'where the meeting is'),
    )
    expect(textOf(await bot.ask('health-lead', { ask: 'open-case', case: stuck }))).toContain('Room 4, Shire Hall')
    await bot.until('2026-09-11T12:00:00Z')
    for (const start of ['link-', 'tomorrow-', 'opens-'])
      for (const { card } of await said(start)) expect(textOf(card)).toContain('Room 4, Shire Hall')
    expect(JSON.stringify(await bot.facts())).not.toContain('Shire')
  })

  it('gives both, and takes one away: everybody is told what has changed', async () => {
    const { meeting } = await convened(bot)
    const newest = async () => textOf((await said('link-')).at(-1)?.card)
    went(await place(meeting, 'both', { room: 'Room 4', address: meet }))
    expect(await newest()).toMatch(/Room 4[^]*meet.google.com/)
    expect(await place(meeting, 'both', { room: 'Room 4', address: meet })).toMatchObject({ reason: 'already-done' })
    went(await place(meeting, 'both', { room: 'Room 5', address: meet }))
    expect(await newest()).toContain('The meeting has moved to another room.')
    went(await place(meeting, 'online', { room: '', address: meet }))
    expect(await newest()).toContain('no longer has a room')
    went(await place(meeting, 'room', { room: 'Room 5', address: '' }))
    expect(await newest()).toContain('no longer online')
    expect(await newest()).not.toContain('meet.google.com')
    const before = await bot.facts()
    expect(await place(meeting, 'both', { room: '', address: ' ' })).toMatchObject({
      fields: { room: 'Say which room.', address: 'Give the link.' },
    })
    const both = { room: 'Room 5', address: meet }
    expect(await place(meeting, 'online', both)).toMatchObject({
      fields: { room: expect.stringContaining('You chose "Online"') as string },
    })
    expect(await place(meeting, 'room', both)).toMatchObject({
      fields: { address: expect.stringContaining('You chose "In a room"') as string },
    })
    expect(await place(meeting, 'both', { room: "Kayleigh's home", address: 'evil.example/x' })).toMatchObject({
      fields: {
        room: expect.stringContaining('a name of the child') as string,
        address: expect.stringContaining('Paste the whole link') as string,
      },
    })
    expect(await bot.facts()).toEqual(before)
  })

  it('waits for a time, and gives none once the meeting was held', async () => {
    const { meeting } = await offered(bot)
    expect(await give(meeting, meet)).toMatchObject({ reason: 'no-time-yet' })

    await bot.startOver()
    const held = await recorded(bot)
    expect(await give(held.meeting, meet)).toMatchObject({ reason: 'meeting-was-held' })
  })
})

it('the link is shown the day before, at the opening, and whenever the case is opened until the meeting is recorded', async () => {
  const { meeting, case: stuck } = await convened(bot)
  went(await give(meeting, meet))
  const inCase = async (who: string) => {
    const answer = await bot.ask(who, { ask: 'open-case', case: stuck })
    return answer.kind === 'reading' ? addressesOf(answer) : answer
  }
  expect(await inCase('practitioner')).toEqual([meet])
  await bot.until('2026-09-11T12:00:00Z')

  for (const start of ['tomorrow-', 'opens-']) {
    const cards = await said(start)
    expect(cards.map(({ card }) => addressesOf(card))).toEqual(everybody.map(() => [meet]))
  }
  expect(await inCase('health-lead')).toEqual([meet])
  went(
    await bot.fillIn('chair', { ask: 'open-record', meeting }, { attended: 'chair', reflection: 'So.', danger: 'no' }),
  )
  expect(await inCase('health-lead')).toEqual([])
})

it.each([
  ['that leads elsewhere', 'https://evil.example/j/12345678901', 'Paste the whole link'],
  ['that names the child', 'https://council.webex.com/meet/kayleigh-plan', 'a name of the child'],
])('an address %s is marked, and nothing is changed', async (_, address, error) => {
  const { meeting } = await convened(bot)
  const before = [await bot.facts(), await bot.said()]
  const answer = await give(meeting, address)

  expect(answer).toMatchObject({ fields: { address: expect.stringContaining(error) as string } })
  expect(JSON.stringify(answer)).not.toMatch(/evil|kayleigh/)
  expect([await bot.facts(), await bot.said()]).toEqual(before)
})
