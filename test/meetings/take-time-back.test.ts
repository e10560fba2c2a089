/** A time that was chosen is taken back: nobody comes to it, and another is found. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { settledIn } from '../../adapters/postgres/outbox/settled-in.ts'
import { PersonId, type MeetingId } from '../../src/ids.ts'
import { textOf } from '../simulation/words.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { convened, recorded, went } from '../support/stages.ts'

let bot: Bot
let meeting: MeetingId
let starts: string
beforeAll(async () => (bot = await startBot()))
beforeEach(async () => {
  await bot.startOver()
  meeting = (await convened(bot)).meeting
  starts = (await bot.last('time-picked')).start
  await bot.until('2026-09-09T09:30:00Z')
})
afterAll(() => bot.close())

const takeBack = (by = 'chair', at = starts) => bot.ask(by, { ask: 'take-time-back', meeting, starts: at })
const said = async (start: string) => (await bot.said()).filter(({ key }) => key.startsWith(start))
const others = ['health-lead', 'iro', 'practitioner', 'school-lead', 'social-worker']

describe('a time that is taken back', () => {
  it('is said to everybody who was told of it, and the chair is offered others', async () => {
    expect(went(await takeBack())).toContain('Everybody who knew of it will be told.')

    const told = await said('taken-back-')
    expect(told.map(({ to }) => to).toSorted()).toEqual(others)
    expect(told[0]?.card.title).toMatch(/: the meeting does not take place then$/)
    const { slots } = await bot.last('times-offered')
    expect(slots).toHaveLength(3)
    expect(slots).not.toContain(starts)
    expect((await bot.titles('chair')).at(-1)).toMatch(/: choose a time for the meeting$/)
    expect(await bot.last('time-taken-back')).toMatchObject({ meeting, start: starts, by: 'chair' })
  })

  it('is asked for on the page of the case, where the chair is asked first whether they mean it', async () => {
    const { case: stuck } = await bot.last('time-picked')
    const page = await bot.ask('chair', { ask: 'open-case', case: stuck })
    const press = page.kind === 'reading' ? page.buttons.find(({ ask }) => ask.ask === 'take-time-back') : undefined

    expect(press).toMatchObject({
      label: 'Take this time back',
      ask: { starts },
      confirm: { yes: 'Yes, take it back' },
    })
  })

  it('is announced no more, and what waits for the chair rings from now on', async () => {
    await bot.fillIn('chair', { ask: 'open-meeting-link', meeting }, { held: 'room', room: 'Room 4, Shire Hall' })
    went(await takeBack())
    await bot.until(new Date(Date.parse(starts) + 86_400_000).toISOString())

    expect([...(await said('tomorrow-')), ...(await said('opens-')), ...(await said('chair-'))]).toEqual([])
    expect((await bot.titles('chair')).at(-1)).toMatch(/: (no time has been chosen|choose a time for the meeting)$/)
    const page = textOf(await bot.ask('health-lead', { ask: 'open-meeting', meeting }))
    expect(page).toContain('No time is chosen at the moment.')
    expect(page).not.toContain('Shire Hall')
  })

  it('is rung for no more, however far it had come: what rings is that the chair chooses another', async () => {
    const rings = async () => {
      const rows = await bot.db.selectFrom('wakes').select('wake').execute()
      return rows
        .map(({ wake }) => wake as { wake: string; climb?: string; meeting?: string })
        .map((one) => one.climb ?? one.wake)
        .filter((one) => /^(times-not-picked|meeting-(?!redraw))/.test(one))
        .toSorted()
    }
    expect(await rings()).toEqual(['meeting-opens', 'meeting-tomorrow'])
    went(await takeBack())
    expect(await rings()).toEqual(['times-not-picked'])

    const next = (await bot.last('times-offered')).slots[0] ?? ''
    went(await bot.ask('chair', { ask: 'pick-slot', meeting, starts: next }))
    await bot.until(new Date(Date.parse(next) + 60_000).toISOString())
    expect(await rings()).toEqual(['meeting-unfinished'])
    went(await takeBack('chair', next))
    expect(await rings()).toEqual(['times-not-picked'])
  })

  it('is followed by another, of which everybody is told, reminded and called', async () => {
    went(await takeBack())
    const next = (await bot.last('times-offered')).slots[0] ?? ''
    went(await bot.ask('chair', { ask: 'pick-slot', meeting, starts: next }))
    await bot.until(new Date(Date.parse(next) + 3_600_000).toISOString())

    expect(await said('convened-')).toHaveLength(2 * (others.length + 1))
    for (const start of ['tomorrow-', 'opens-']) expect(await said(start)).toHaveLength(others.length + 1)
    expect((await said('opens-')).every(({ card }) => !textOf(card).includes('Shire Hall'))).toBe(true)
  })

  it('can be taken back again, and each time is said', async () => {
    went(await takeBack())
    const next = (await bot.last('times-offered')).slots[0] ?? ''
    went(await bot.ask('chair', { ask: 'pick-slot', meeting, starts: next }))
    await bot.deliver()
    went(await takeBack('chair', next))

    expect(await said('taken-back-')).toHaveLength(2 * others.length)
  })

  it('is not said to somebody who had not been told of it', async () => {
    await bot.startOver()
    meeting = (await convened(bot)).meeting
    went(await takeBack('chair', (await bot.last('time-picked')).start))

    expect(await said('taken-back-')).toEqual([])
    expect((await said('convened-')).every(({ state }) => state === 'withdrawn')).toBe(true)
  })

  it('did not take place, if its start has passed', async () => {
    await bot.until(new Date(Date.parse(starts) + 4_000_000).toISOString())
    await bot.deliver()
    went(await takeBack())

    expect((await said('taken-back-'))[0]?.card.title).toMatch(/: the meeting did not take place$/)
    const slots = (await bot.last('times-offered')).slots.map((slot) => Date.parse(slot))
    expect(Math.min(...slots)).toBeGreaterThan(Date.parse(starts))
  })

  const cardThatSaidIt = async () => {
    const [set] = await said('convened-')
    if (!set) throw new Error('nobody was told')
    const { settled } = await bot.db
      .selectFrom('outbox')
      .select('settled')
      .where('key', '=', set.key)
      .executeTakeFirstOrThrow()
    return textOf(await bot.asItStands({ to: PersonId.parse(set.to), card: set.card, settled: settledIn(settled) }))
  }

  it('stands on the card that said it', async () => {
    went(await takeBack())

    expect(await cardThatSaidIt()).toMatch(/The meeting of .* does not take place: its time was taken back on /)
  })

  it('has no room beside it that was given for the next one: the card points to what stands today', async () => {
    went(await takeBack())
    const next = (await bot.last('times-offered')).slots[0] ?? ''
    went(await bot.ask('chair', { ask: 'pick-slot', meeting, starts: next }))
    bot.clock.moveTo(new Date('2026-09-09T09:40:00Z'))
    await bot.fillIn('chair', { ask: 'open-meeting-link', meeting }, { held: 'room', room: 'Room 4, Shire Hall' })

    const card = await cardThatSaidIt()
    expect(card).toContain('"When and where" says what stands today.')
    expect(card).not.toContain('Room 4')
  })
})

it.each(['social-worker', 'iro', 'health-lead', 'practitioner'])("is not the %s's to take back", async (who) => {
  expect(await takeBack(who)).toMatchObject({ reason: 'not-for-you' })
})

it('is only the time that the button says, and only until the meeting is recorded', async () => {
  expect(await takeBack('chair', '2026-09-30T09:00:00.000Z')).toMatchObject({ reason: 'time-already-picked' })
  went(await takeBack())
  expect(await takeBack()).toMatchObject({ reason: 'no-time-yet' })
  await bot.startOver()
  meeting = (await recorded(bot)).meeting
  expect(await takeBack('chair', (await bot.last('time-picked')).start)).toMatchObject({ reason: 'meeting-was-held' })
})
