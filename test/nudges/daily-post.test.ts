import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Action } from '../../src/actions/action.ts'
import { completeAction } from '../../src/actions/complete-action.ts'
import { acceptAction } from '../../src/actions/offer-action.ts'
import { handOverAction } from '../../src/actions/hand-over-action.ts'
import { moveAction } from '../../src/actions/move-action.ts'
import { showActions } from '../../src/actions/show-actions.ts'
import { asDay } from '../../src/calendar/day.ts'
import { done } from '../../src/display/answer.ts'
import { PersonId } from '../../src/ids.ts'
import { formOf } from '../support/builders.ts'
import { startRooms, type Rooms } from './rooms.ts'

let rooms: Rooms
beforeAll(async () => (rooms = await startRooms({ at: '2026-09-28T10:00:00Z' })))
afterAll(() => rooms.close())

const start = (at: string): Promise<void> => rooms.startOver(at)

async function away(who: string, from: string, until: string): Promise<void> {
  await rooms.as(who, async ({ tx }) => {
    await tx.saveAway(PersonId.parse(who), asDay(from), asDay(until))
    return done('')
  })
}

const days = async () => (await rooms.posts()).map(({ to, at, card }) => [at.toISOString(), to, card.title])

describe('around Christmas 2026, an action due on Wednesday 23 December', () => {
  it('is never reminded of between the years on a day off', async () => {
    await start('2026-12-01T10:00:00Z')
    const action = await rooms.agreed({ owner: 'health-colleague', due: '2026-12-23' })
    rooms.call(action.id, 'action')

    await rooms.until('2027-01-12T00:00:00Z')

    expect(await rooms.table()).toEqual([
      '2026-12-16 health-colleague action coming',
      '2026-12-23 health-colleague action due',
      '2026-12-29 chair action overdue',
      '2026-12-29 health-colleague action overdue',
      '2026-12-29 health-lead action overdue',
      '2027-01-11 chair action iro',
      '2027-01-11 health-colleague action iro',
      '2027-01-11 health-lead action iro',
      '2027-01-11 iro action iro',
    ])
  })

  it('is reminded of on Christmas Eve, if the date itself is a day off', async () => {
    await start('2026-12-14T10:00:00Z')
    const { ref } = await rooms.agreed({ owner: 'health-colleague', due: '2026-12-27' })

    await rooms.until('2026-12-29T00:00:00Z')

    expect(await days()).toEqual([
      ['2026-12-18T09:00:00.000Z', 'health-colleague', `Case ${ref}: your action is due Sunday 27 December 2026`],
      ['2026-12-24T09:00:00.000Z', 'health-colleague', `Case ${ref}: your action is due Sunday 27 December 2026`],
    ])
  })
})

it.each([
  ['one reminder is about its thing, and goes no further once that is done', 1, 'action'],
  ['several reminders are about their person', 2, 'person'],
])('%s', async (_, count, about) => {
  await start('2026-09-28T10:00:00Z')
  for (let made = 0; made < count; made += 1) await rooms.agreed({ owner: 'health-colleague', due: '2026-10-13' })
  await rooms.until('2026-10-06T12:00:00Z')

  const posts = rooms.db.selectFrom('outbox').select('subject').where('key', 'like', 'post-%')
  expect((await posts.execute()).map(({ subject }) => subject)).toEqual([about])
})

describe('what its owner reads of an action', () => {
  const said = async (owner: string, until: string, change?: (action: Action) => Promise<unknown>) => {
    await start('2026-10-05T10:00:00Z')
    const action = await rooms.agreed({ owner, due: '2026-10-12' })
    await change?.(action)
    await rooms.until(until)
    const [post] = (await rooms.posts()).filter(({ to }) => to === owner).slice(-1)
    return JSON.stringify(post?.card)
  }

  it('names who else is told once it is overdue', async () => {
    const words = await said('health-colleague', '2026-10-15T00:00:00Z')
    expect(words).toContain('Hanna Oyelaran and Cosmo Verity are being told too. If it is done, say so.')
    expect(words).toContain('give a new date')
  })

  it('says nothing of others where nobody else is told', async () => {
    const words = await said('health-lead', '2026-10-13T00:00:00Z')
    expect(words).not.toContain('told too')
    expect(words).toContain('"If it is done, say so.') // as the first words of its line
  })

  it('offers no new date that only the chair can give', async () => {
    const moved = await said('health-colleague', '2026-10-20T00:00:00Z', ({ id }) =>
      rooms.as('health-colleague', (world, by) =>
        moveAction(world, by, id, formOf({ due: '2026-10-16', reason: 'The clinic is closed.', danger: 'no' })),
      ),
    )
    expect(moved).toContain('tell the chair. Only the chair can change the date again')
    expect(moved).not.toContain('give a new date')
  })
})

describe('after an outage', () => {
  it('of a week, there is one reminder, of the highest rung, at once in working hours', async () => {
    await start('2026-09-28T10:00:00Z')
    const { ref } = await rooms.agreed({ owner: 'health-colleague', due: '2026-10-13' })
    await rooms.until('2026-10-12T12:00:00Z')
    rooms.clock.moveTo(new Date('2026-10-21T10:00:00Z'))

    await rooms.until('2026-10-22T12:00:00Z')

    const later = (await days()).slice(1).toSorted((one, other) => (String(one[1]) < String(other[1]) ? -1 : 1))
    expect(later).toEqual([
      ['2026-10-21T10:00:00.000Z', 'chair', `Case ${ref}: an action is overdue by 6 working days`],
      ['2026-10-21T10:00:00.000Z', 'health-colleague', `Case ${ref}: your action is overdue by 6 working days`],
      ['2026-10-21T10:00:00.000Z', 'health-lead', `Case ${ref}: an action is overdue by 6 working days`],
    ])
  })

  it('of a platform, a reminder that did not arrive on its day comes in the words of the next one, once', async () => {
    await start('2026-11-30T10:00:00Z')
    const { ref } = await rooms.agreed({ owner: 'health-colleague', due: '2026-12-04' })
    await rooms.until('2026-12-03T12:00:00Z')
    rooms.settings.arrives = false
    await rooms.until('2026-12-05T12:00:00Z') // A Saturday.
    rooms.settings.arrives = true

    await rooms.until('2026-12-07T12:00:00Z')

    expect(await days()).toEqual([
      ['2026-12-04T09:00:00.000Z', 'health-colleague', `Case ${ref}: your action is due today`],
      ['2026-12-07T09:00:00.000Z', 'health-colleague', `Case ${ref}: your action is overdue by 1 working day`],
    ])
    const posts = await rooms.db.selectFrom('outbox').select('holds_until').where('key', 'like', 'post-%').execute()
    expect(posts.map(({ holds_until }) => holds_until?.toISOString())).toContain('2026-12-05T00:00:00.000Z')
  })

  it('between the rung and its post, the post holds everything that was reached meanwhile, once', async () => {
    await start('2026-09-28T10:00:00Z')
    const one = await rooms.agreed({ owner: 'health-colleague', due: '2026-10-13' })
    const other = await rooms.agreed({ owner: 'health-colleague', due: '2026-10-15' })
    await rooms.until('2026-10-06T06:00:00Z')
    rooms.clock.moveTo(new Date('2026-10-16T19:30:00Z')) // A Friday evening.

    await rooms.until('2026-10-19T12:00:00Z')

    const [mine, ...rest] = (await rooms.posts()).filter(({ to }) => to === 'health-colleague')
    expect(rest).toEqual([])
    expect(mine?.at).toEqual(new Date('2026-10-19T08:00:00Z'))
    expect(mine?.card).toMatchObject({
      title: '2 reminders for today',
      body: [
        { text: expect.stringContaining(`Case ${one.ref}: your action is overdue by 4 working days`) as string },
        { text: expect.stringContaining(`Case ${other.ref}: your action is overdue by 2 working days`) as string },
      ],
    })
  })
})

describe('while somebody is away', () => {
  it('the deputy gets one message with what is theirs and what they receive', async () => {
    await start('2026-09-28T10:00:00Z')
    await away('health-lead', '2026-10-13', '2026-10-14')
    const theirs = await rooms.agreed({ owner: 'health-lead', due: '2026-10-13' })
    const own = await rooms.agreed({ owner: 'health-colleague', due: '2026-10-13' })

    await rooms.until('2026-10-13T20:00:00Z')

    const onTheDay = (await rooms.posts()).filter(({ at }) => at >= new Date('2026-10-13'))
    expect(onTheDay.map(({ to }) => to)).toEqual(['health-colleague'])
    const lines = JSON.stringify(onTheDay)
    expect(lines).toContain(`Case ${theirs.ref}: Hanna Oyelaran's action is due today`)
    expect(lines).toContain(`Case ${own.ref}: your action is due today`)
  })

  it('the deputy is told for whom a single reminder is', async () => {
    await start('2026-09-28T10:00:00Z')
    await away('health-lead', '2026-10-13', '2026-10-14')
    await rooms.agreed({ owner: 'health-lead', due: '2026-10-13' })

    await rooms.until('2026-10-13T20:00:00Z')

    expect((await rooms.said('health-colleague')).at(-1)?.card).toContain(
      'You are getting this because Hanna Oyelaran is away.',
    )
  })
})

describe('what is no longer true at the opening is not said:', () => {
  const form = (given: Record<string, string>) => formOf({ danger: 'no', ...given })

  async function reached() {
    await start('2026-09-28T10:00:00Z')
    const action = await rooms.agreed({ owner: 'health-colleague', due: '2026-10-13' })
    await rooms.until('2026-10-13T06:00:00Z')
    return action
  }
  const postsOfTheDay = async () => (await rooms.posts()).filter(({ at }) => at >= new Date('2026-10-13'))

  /** Of what waits for a post: what is no longer true may not lie there until it seems true again. */
  const waiting = () => rooms.db.selectFrom('nudges').select('rung').where('posted_on', 'is', null).execute()

  it('done at six in the morning', async () => {
    const { id } = await reached()
    await rooms.as('health-colleague', (world, by) => completeAction(world, by, id, form({ evidence: 'It is there' })))

    await rooms.until('2026-11-30T12:00:00Z')

    expect(await postsOfTheDay()).toEqual([])
    expect(await waiting()).toEqual([])
  })

  it('moved at six in the morning', async () => {
    const { id } = await reached()
    await rooms.as('health-colleague', (world, by) =>
      moveAction(world, by, id, form({ due: '2026-10-30', reason: 'The panel was put off' })),
    )

    await rooms.until('2026-10-14T12:00:00Z')

    expect(await postsOfTheDay()).toEqual([])
    expect(await waiting()).toEqual([])
  })

  it('handed over at six in the morning', async () => {
    const { id } = await reached()
    await rooms.as('health-colleague', (world, by) =>
      handOverAction(world, by, id, form({ to: 'health-lead', reason: 'She has the papers' })),
    )
    await rooms.as('health-lead', (world, by) => acceptAction(world, by, id))

    await rooms.until('2026-10-14T12:00:00Z')

    expect(await postsOfTheDay()).toEqual([])
    expect(await waiting()).toEqual([])
  })
})

it('says three of many reminders in full, says how many more there are, and opens all', async () => {
  await start('2026-09-28T10:00:00Z')
  const stuck = await rooms.inCase()
  for (let count = 0; count < 23; count += 1)
    await rooms.agreed({ owner: 'health-colleague', due: '2026-10-13', case: stuck })

  await rooms.until('2026-10-06T12:00:00Z')

  const [message, ...others] = await rooms.posts()
  expect(others).toEqual([])
  expect(message?.card).toMatchObject({
    title: '23 reminders for today',
    buttons: [
      { label: 'Which children?', ask: { ask: 'open-which-children' } },
      { label: 'Open all actions', ask: { ask: 'open-actions' } },
    ],
  })
  expect((message?.card as unknown as { body: readonly unknown[] }).body).toHaveLength(4)
  const page = await rooms.as('health-colleague', showActions)
  expect(JSON.stringify(page)).not.toContain('Show more')
  for (let count = 0; count < 20; count += 1)
    await rooms.agreed({ owner: 'health-colleague', due: '2026-10-13', case: stuck })
  const longer = await rooms.as('health-colleague', showActions)
  expect(longer).toMatchObject({
    sections: expect.arrayContaining([expect.objectContaining({ title: '3 more' })]) as unknown,
  })
  const rest = await rooms.as('health-colleague', (world, by) => showActions(world, by, 40))
  expect(rest.kind === 'home' && rest.sections).toHaveLength(3)
})

it('goes to the next in line where a case has no IRO, and the log says so', async () => {
  await start('2026-09-28T10:00:00Z')
  const stuck = await rooms.inCase({}, false)
  await rooms.agreed({ owner: 'health-colleague', due: '2026-10-01', case: stuck })

  await rooms.until('2026-10-15T12:00:00Z')

  expect((await rooms.facts()).findLast(({ fact }) => fact === 'rung-reached')).toMatchObject({
    rung: 'iro',
    to: ['health-colleague', 'health-lead', 'chair'],
    missing: ['iro'],
  })
})

it('stops with the case', async () => {
  await start('2026-09-28T10:00:00Z')
  const stuck = await rooms.inCase()
  await rooms.agreed({ owner: 'health-colleague', due: '2026-10-13', case: stuck })
  await rooms.as('chair', async ({ tx, now }) => {
    await tx.saveCase({ ...stuck, state: 'closed', closedAt: now })
    return done('')
  })

  await rooms.until('2026-11-30T12:00:00Z')

  expect(await rooms.posts()).toEqual([])
})
