import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { done } from '../../src/display/answer.ts'
import { PersonId } from '../../src/ids.ts'
import { demonstration } from '../support/builders.ts'
import { startRooms, type Rooms } from './rooms.ts'

const afternoon = { ...demonstration, policies: { ...demonstration.policies, digestAt: '14:00' } }

let rooms: Rooms
beforeAll(async () => (rooms = await startRooms({ at: '2026-09-28T10:00:00Z', partnership: afternoon })))
afterAll(() => rooms.close())

/** When each post went, by the clocks of England, and to whom. */
const went = async () =>
  (await rooms.posts()).map(({ to, at }) => `${at.toLocaleString('sv', { timeZone: 'Europe/London' })} ${to}`)

describe('a partnership whose digest goes at two in the afternoon', () => {
  it('posts once a day at that hour, and nothing as the day opens', async () => {
    await rooms.startOver('2026-09-28T10:00:00Z')
    await rooms.agreed({ owner: 'health-colleague', due: '2026-10-13' })
    await rooms.agreed({ owner: 'health-colleague', due: '2026-10-15' })

    await rooms.until('2026-10-13T20:00:00Z')

    expect(await went()).toEqual([
      '2026-10-06 14:00:00 health-colleague',
      '2026-10-08 14:00:00 health-colleague',
      '2026-10-13 14:00:00 health-colleague',
    ])
  })

  it('holds in one post what was reached before it and between opening and the hour', async () => {
    await rooms.startOver('2026-09-28T10:00:00Z')
    await rooms.agreed({ owner: 'health-colleague', due: '2026-10-13' })
    await rooms.until('2026-10-06T08:00:00Z')
    rooms.clock.moveTo(new Date('2026-10-06T10:00:00Z'))
    await rooms.agreed({ owner: 'health-colleague', due: '2026-10-06' })

    await rooms.until('2026-10-07T08:00:00Z')

    expect(await went()).toEqual(['2026-10-06 14:00:00 health-colleague'])
  })

  it('posts at once after an outage past the hour, and once', async () => {
    await rooms.startOver('2026-09-28T10:00:00Z')
    await rooms.agreed({ owner: 'health-colleague', due: '2026-10-13' })
    await rooms.until('2026-10-06T06:00:00Z')
    rooms.clock.moveTo(new Date('2026-10-06T14:30:00Z'))

    await rooms.until('2026-10-06T20:00:00Z')

    expect(await went()).toEqual(['2026-10-06 15:30:00 health-colleague'])
  })

  it('waits for the hour of the next working day after an outage until the evening', async () => {
    await rooms.startOver('2026-09-28T10:00:00Z')
    await rooms.agreed({ owner: 'health-colleague', due: '2026-10-16' })
    await rooms.until('2026-10-09T06:00:00Z')
    rooms.clock.moveTo(new Date('2026-10-09T19:00:00Z')) // A Friday evening.

    await rooms.until('2026-10-12T20:00:00Z')

    expect(await went()).toEqual(['2026-10-12 14:00:00 health-colleague'])
  })

  it('gives a deputy one post with what is theirs and what they receive', async () => {
    await rooms.startOver('2026-09-28T10:00:00Z')
    await rooms.as('health-lead', async ({ tx }) => {
      await tx.saveAway(PersonId.parse('health-lead'), asDay('2026-10-13'), asDay('2026-10-13'))
      return done('')
    })
    await rooms.agreed({ owner: 'health-lead', due: '2026-10-13' })
    await rooms.agreed({ owner: 'health-colleague', due: '2026-10-13' })

    await rooms.until('2026-10-13T20:00:00Z')

    expect((await went()).filter((one) => one.startsWith('2026-10-13'))).toEqual([
      '2026-10-13 14:00:00 health-colleague',
    ])
  })
})

describe('a partnership that changes the hour', () => {
  it('does not post twice on that day: a post that waits for the opening waits on, one that went has gone', async () => {
    const early = await startRooms({ at: '2026-09-28T10:00:00Z' })
    await early.agreed({ owner: 'health-colleague', due: '2026-10-13' })
    await early.until('2026-10-06T06:00:00Z')
    early.settings.partnership = afternoon

    await early.until('2026-10-06T12:00:00Z')
    expect(await early.posts()).toEqual([])

    await early.until('2026-10-06T16:00:00Z')
    early.settings.partnership = demonstration
    await early.agreed({ owner: 'health-colleague', due: '2026-10-06' })
    await early.until('2026-10-07T20:00:00Z')

    expect((await early.posts()).map(({ at }) => at.toISOString())).toEqual(['2026-10-06T13:00:00.000Z'])
    await early.close()
  })
})
