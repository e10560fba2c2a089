/** What is routine and no nudge of a ladder joins its receiver's one post of the day. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { workingCalendar } from '../../src/calendar/working-days.ts'
import { done } from '../../src/display/answer.ts'
import { button, card, text } from '../../src/display/card.ts'
import { ActionId, PersonId } from '../../src/ids.ts'
import { kindOf, kindsOfMessage, type MessageKey } from '../../src/people/kinds-of-message.ts'
import { setOverviewDay } from '../../src/people/choose-overview.ts'
import { overviewOnOrAfter } from '../../src/people/overview-day.ts'
import { tell, type Telling } from '../../src/people/tell.ts'
import { formOf } from '../support/builders.ts'
import { startRooms, type Rooms } from './rooms.ts'

let rooms: Rooms
beforeAll(async () => (rooms = await startRooms({ at: '2026-10-05T18:00:00Z' })))
beforeEach(() => rooms.startOver())
afterAll(() => rooms.close())

/** A Monday evening, after working hours. */
const says = (key: MessageKey, given: Partial<Telling> = {}): Promise<unknown> =>
  rooms.as('chair', async (world) => {
    const to = PersonId.parse('health-colleague')
    const words = card(`Of ${key}`, [text('What it says.')], [button('Open my cases', { ask: 'open-mine' })])
    await tell(world, { key, to, card: words, about: { subject: 'person', id: to }, ...given })
    return done('')
  })

const rows = async () =>
  (await rooms.db.selectFrom('outbox').selectAll().orderBy('not_before').orderBy('seq').execute()).map(
    ({ key, person, state, not_before }) =>
      `${key.replace(/(post)-.*/, '$1')} ${person} ${state} ${not_before.toISOString().slice(5, 16)}`,
  )

describe('a reminder and news of the evening', () => {
  it('go with the reminders of the morning, in one message, with their buttons', async () => {
    await rooms.agreed({ owner: 'health-colleague', due: '2026-10-13' })
    await rooms.db.deleteFrom('outbox').execute()
    await says('input-reminder-1')
    await says('convened-1')

    await rooms.until('2026-10-06T12:00:00Z')

    const [post, ...others] = await rooms.posts()
    expect(others).toEqual([])
    expect(post?.card.title).toBe('3 things for today')
    const drawn = JSON.stringify(post?.card)
    expect(drawn.indexOf('Of input-reminder-1')).toBeLessThan(drawn.indexOf('your action'))
    expect(drawn.indexOf('Of convened-1')).toBeGreaterThan(drawn.indexOf('your action'))
    expect(drawn).toContain('"open-mine"')
    expect((await rows()).filter((one) => !one.startsWith('post'))).toEqual([
      'input-reminder-1 health-colleague joined 10-06T08:00',
      'convened-1 health-colleague joined 10-06T08:00',
    ])
  })

  it('goes as itself where it is alone, as its day opens', async () => {
    await says('input-reminder-1')
    await rooms.until('2026-10-06T12:00:00Z')
    expect(await rows()).toEqual(['input-reminder-1 health-colleague waiting 10-06T08:00'])
  })

  it('waits for no post where it is for its receiver themselves: a deputy could receive the post', async () => {
    await says('matched-1', { themselves: true })
    expect(await rows()).toEqual(['matched-1 health-colleague waiting 10-06T08:00'])
  })

  it('shows three in full, and says how many more there are', async () => {
    for (const which of [1, 2, 3, 4, 5]) await says(`closed-${which}`)
    await rooms.until('2026-10-06T12:00:00Z')
    const drawn = JSON.stringify((await rooms.posts())[0]?.card)
    expect(drawn.match(/Of closed-/g)).toHaveLength(3)
    expect(drawn).toContain('There are 2 more. Open them all below.')
  })

  it('waits again where its post did not arrive on its day', async () => {
    rooms.settings.arrives = false
    await says('input-reminder-1')
    await says('convened-1')
    await rooms.until('2026-10-07T06:00:00Z')
    rooms.settings.arrives = true
    await rooms.until('2026-10-07T12:00:00Z')
    expect(await rows()).toEqual([
      'input-reminder-1 health-colleague joined 10-06T08:00',
      'convened-1 health-colleague joined 10-06T08:00',
      'post health-colleague waiting 10-06T08:00',
      'post health-colleague sent 10-07T08:00',
    ])
  })

  it('goes to the deputy with what is theirs', async () => {
    await rooms.as('social-worker', async ({ tx }, { id }) => {
      await tx.saveAway(PersonId.parse(id), asDay('2026-10-06'), asDay('2026-10-08'))
      return done('')
    })
    const deputy = PersonId.parse('deputy-social-worker')
    await says('input-reminder-1', { to: PersonId.parse('social-worker') })
    await says('input-reminder-2', { to: deputy, about: { subject: 'person', id: deputy } })
    await rooms.until('2026-10-06T12:00:00Z')
    expect((await rooms.posts()).map(({ to }) => to)).toEqual(['deputy-social-worker'])
  })

  it('is not said where it is no longer true', async () => {
    const action = ActionId.parse('5f0c6e0e-7d57-4c0a-9a54-0f3f4f0c1a2b')
    await says('input-reminder-1', { about: { subject: 'action', id: action } })
    await rooms.until('2026-10-06T12:00:00Z')
    expect(await rows()).toEqual(['input-reminder-1 health-colleague withdrawn 10-06T08:00'])
  })
})

describe('in working hours', () => {
  beforeEach(async () => {
    await says('input-reminder-1')
    await rooms.until('2026-10-06T10:00:00Z')
  })

  it('a reminder waits for the next working day where the post of today has gone', async () => {
    await says('input-reminder-2')
    await rooms.until('2026-10-07T12:00:00Z')
    expect((await rows()).at(-1)).toBe('input-reminder-2 health-colleague waiting 10-07T08:00')
  })

  it('one that would be over by then goes by itself', async () => {
    await says('tomorrow-1', { holdsUntil: new Date('2026-10-06T23:00:00Z') })
    await rooms.ring()
    expect((await rows()).at(-1)).toBe('tomorrow-1 health-colleague waiting 10-06T10:00')
  })

  it('news waits as well, and whoever is asked waits for nothing', async () => {
    await says('convened-1')
    await says('asked-1')
    expect((await rows()).slice(-2)).toEqual([
      'convened-1 health-colleague for-post 10-06T10:00',
      'asked-1 health-colleague waiting 10-06T10:00',
    ])
    await rooms.until('2026-10-07T12:00:00Z')
    expect(await rows()).toContainEqual('convened-1 health-colleague waiting 10-07T08:00')
  })

  it('news that is needed before the next post goes by itself', async () => {
    await says('convened-1', { neededBy: new Date('2026-10-06T23:00:00Z') })
    await says('convened-2', { neededBy: new Date('2026-10-07T23:00:00Z') })
    expect((await rows()).slice(-2).map((one) => one.split(' ')[2])).toEqual(['waiting', 'for-post'])
  })

  it('newer news of the same takes the place of what was not said yet', async () => {
    await says('views-close-1')
    await says('convened-1')
    await says('views-close-2')
    expect((await rows()).slice(-3).map((one) => one.split(' ').slice(0, 3).join(' '))).toEqual([
      'views-close-1 health-colleague withdrawn',
      'convened-1 health-colleague for-post',
      'views-close-2 health-colleague for-post',
    ])
  })
})

it('news is the post of the day where nothing else was, and what comes later waits', async () => {
  await rooms.startOver('2026-10-06T10:00:00Z')
  await says('convened-1')
  await says('confirmed-1')
  await rooms.ring()
  await says('closed-1')
  await rooms.ring()
  expect((await rows()).map((one) => one.split(' ').slice(0, 3).join(' '))).toEqual([
    'convened-1 health-colleague joined',
    'confirmed-1 health-colleague joined',
    expect.stringMatching(/^post .* sent$/),
    'closed-1 health-colleague for-post',
  ])
})

it('what was to go with a post that its deputy has had already goes by itself, where it would be over by the next', async () => {
  await rooms.startOver('2026-10-06T06:00:00Z')
  await says('tomorrow-1', { to: PersonId.parse('social-worker'), holdsUntil: new Date('2026-10-06T23:00:00Z') })
  await says('input-reminder-1', { to: PersonId.parse('deputy-social-worker') })
  // Its wake is late, and meanwhile its person is away.
  await rooms.db
    .updateTable('wakes')
    .set({ due: new Date('2026-10-06T09:00:00Z') })
    .where('key', 'like', '%"social-worker"%')
    .execute()
  await rooms.until('2026-10-06T08:30:00Z')
  await rooms.as('social-worker', async ({ tx }, { id }) => {
    await tx.saveAway(PersonId.parse(id), asDay('2026-10-06'), asDay('2026-10-08'))
    return done('')
  })
  await rooms.until('2026-10-06T12:00:00Z')
  expect(await rows()).toContainEqual('tomorrow-1 deputy-social-worker waiting 10-06T09:00')
})

describe('what is said again until somebody acts', () => {
  const again = (which: number) => says(`unfinished-1-${which}`, { card: card('The same.', []) })
  const states = async () =>
    (await rows()).map((one) =>
      one
        .split(' ')
        .filter((_, at) => at !== 1)
        .join(' '),
    )

  it('goes by itself the first time, and from then on with the overview, once', async () => {
    await rooms.startOver('2026-10-06T10:00:00Z')
    await again(1)
    await rooms.until('2026-10-08T10:00:00Z')
    await again(2)
    await rooms.until('2026-10-09T10:00:00Z')
    await again(3)
    expect(await states()).toEqual([
      'unfinished-1-1 waiting 10-06T10:00',
      'unfinished-1-2 withdrawn 10-08T10:00',
      'unfinished-1-3 for-post 10-09T10:00',
    ])
    await rooms.until('2026-10-12T12:00:00Z')
    expect(await states()).toContainEqual('unfinished-1-3 waiting 10-12T08:00')
  })

  it('goes by itself again where it says something else', async () => {
    await rooms.startOver('2026-10-06T10:00:00Z')
    await again(1)
    await says('unfinished-1-2')
    expect((await states()).at(-1)).toBe('unfinished-1-2 waiting 10-06T10:00')
  })

  it('goes by itself again where it was silent for more than two weeks', async () => {
    await rooms.startOver('2026-10-06T10:00:00Z')
    await again(1)
    await rooms.until('2026-10-22T10:00:00Z')
    await again(2)
    expect((await states()).at(-1)).toBe('unfinished-1-2 waiting 10-22T10:00')
  })

  it('moves with the day that its person chooses', async () => {
    await rooms.startOver('2026-10-06T10:00:00Z')
    await again(1)
    await again(2)
    await rooms.as('health-colleague', (world, by) => setOverviewDay(world, by, formOf({ weekday: '4' })))
    await rooms.until('2026-10-08T12:00:00Z')
    expect(await states()).toContainEqual('unfinished-1-2 waiting 10-08T08:00')
  })
})

it.each([
  ['2026-10-05', 1, '2026-10-05'],
  ['2026-10-06', 1, '2026-10-12'],
  ['2026-12-28', 1, '2026-12-29'], // a bank holiday
  ['2026-12-29', 1, '2026-12-29'],
  ['2026-12-30', 1, '2027-01-04'],
  ['2026-10-05', 5, '2026-10-09'],
] as const)('from %s on, the overview of weekday %s is on %s', (day, weekday, on) => {
  expect(overviewOnOrAfter(asDay(day), weekday, workingCalendar([]))).toBe(on)
})

it('in shadow what is no reminder of a ladder is sent all the same', async () => {
  await rooms.startOver('2026-10-05T18:00:00Z', 'shadow')
  await rooms.agreed({ owner: 'health-colleague', due: '2026-10-13' })
  await rooms.db.deleteFrom('outbox').execute()
  await says('input-reminder-1')
  await rooms.until('2026-10-06T12:00:00Z')
  expect(await rows()).toEqual(['input-reminder-1 health-colleague waiting 10-06T08:00'])
})

it('knows a message by the longest start of its key', () => {
  expect(kindOf('notes-opens-1')).toBe('starts')
  expect(kindOf('notes-1')).toBe('asks')
  expect(kindOf('asked-too-1')).toBe('news')
  expect(Object.keys(kindsOfMessage).length).toBeGreaterThan(60)
})
