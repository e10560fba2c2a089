import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { done } from '../../src/display/answer.ts'
import { decideNudges, nudgesMode } from '../../src/nudges/decide-nudges.ts'
import { reportShadow } from '../../src/nudges/shadow-report.ts'
import { startRooms, type Rooms } from './rooms.ts'

let rooms: Rooms
beforeAll(async () => (rooms = await startRooms({ at: '2026-09-14T09:00:00Z', mode: 'shadow' })))
afterAll(() => rooms.close())

async function inShadow(): Promise<void> {
  await rooms.startOver()
  const duties = await rooms.confirmed()
  for (const [kind, id] of Object.entries(duties)) rooms.call(id, kind)
}

describe('in shadow', () => {
  it('works everything out, sends nothing, and reports before closing what would have gone to whom', async () => {
    await inShadow()

    await rooms.until('2026-09-15T20:00:00Z')

    const said = await rooms.said()
    expect(said.map(({ to, title }) => [to, title])).toEqual([
      ['chair', 'Reminders in shadow, Tuesday 15 September 2026'],
    ])
    expect(said[0]?.card).toMatch(
      /"items":\["Samira Holt: Child .{7} \(before it is due\), Child .{7} \(before it is due\)"\]/,
    )
    expect((await rooms.facts()).find(({ fact }) => fact === 'post-sent')).toMatchObject({
      person: 'social-worker',
      day: '2026-09-15',
      nudges: 2,
      shadow: true,
    })
    const [row] = await rooms.db.selectFrom('outbox').select('not_before').execute()
    expect(row?.not_before).toEqual(new Date('2026-09-15T15:45:00Z'))
  })

  it('says how nudges go live', async () => {
    await inShadow()
    await rooms.until('2026-09-15T20:00:00Z')

    const [report] = await rooms.said()
    expect(report?.card).toContain('Nothing was sent. One person would have had one message each.')
    expect(report?.card).toContain('npm run nudges -- live --by EMAIL')
  })

  it('reports every thing of everybody, in as many messages as that takes', async () => {
    await rooms.startOver()
    const day = '2026-09-15'
    const people = Array.from({ length: 120 }, (_, count) => `person-${count}`)
    const posts = people.map((person) => ({ person, day, shadow: true, nudges: 6, at: rooms.clock.now() }))
    const things = { subject: 'action', rung: 'coming', day, posted_on: day }
    const nudges = people.flatMap((person) =>
      Array.from({ length: 6 }, () => ({
        ...things,
        id: randomUUID(),
        subject_id: randomUUID(),
        person,
        posted_to: person,
      })),
    )
    await rooms.db.insertInto('posts').values(posts).execute()
    await rooms.db.insertInto('nudges').values(nudges).execute()

    await rooms.as('chair', async (world) => (await reportShadow(world, { day }), done('')))

    const reports = await rooms.said('chair')
    expect(reports.map(({ title }) => title)).toEqual([
      'Reminders in shadow, Tuesday 15 September 2026 (1 of 3)',
      'Reminders in shadow, Tuesday 15 September 2026 (2 of 3)',
      'Reminders in shadow, Tuesday 15 September 2026 (3 of 3)',
    ])
    expect(reports.every(({ card }) => card.includes('120 people would have had one message each'))).toBe(true)
    expect(reports.flatMap(({ card }) => card.match(/\(before it is due\)/g) ?? [])).toHaveLength(720)
    await rooms.as('chair', async (world) => (await reportShadow(world, { day }), done('')))
    expect(await rooms.said('chair')).toHaveLength(3)
  })

  it('reports what is posted in the last quarter of an hour too, once', async () => {
    await inShadow()
    const { id } = await rooms.agreed({ owner: 'health-colleague', due: '2026-09-15' })
    const late = rooms.db.updateTable('wakes').set({ due: new Date('2026-09-15T15:50:00Z') })
    await late.where('key', 'like', `%${id}%`).execute()
    await rooms.until('2026-09-15T15:50:00Z')

    await rooms.until('2026-09-15T20:00:00Z')

    const reports = (await rooms.said('chair')).filter(({ key }) => key.startsWith('shadow-report'))
    expect(reports.map(({ card }) => [card.includes('Samira Holt'), card.includes('(due today)')])).toEqual([
      [true, false],
      [false, true],
    ])
  })

  it('reports nothing on a day without anything to say', async () => {
    await inShadow()

    await rooms.until('2026-09-16T20:00:00Z')

    expect(await rooms.said()).toHaveLength(1)
  })
})

describe('the decision', () => {
  it('needs the machine and somebody of the partnership to agree', () => {
    expect(nudgesMode('live', 'live')).toBe('live')
    expect(nudgesMode('live', undefined)).toBe('shadow')
    expect(nudgesMode('live', 'shadow')).toBe('shadow')
    expect(nudgesMode('shadow', 'live')).toBe('shadow')
  })

  it('is on record, and begins every ladder again', async () => {
    await inShadow()
    await rooms.until('2026-10-07T10:00:00Z') // The IRO's rung has been reached in shadow.

    const answer = await rooms.as('chair', (world, by) => decideNudges(world, by, 'live'))
    rooms.settings.mode = 'live'
    await rooms.until('2026-10-08T20:00:00Z')

    expect(answer.kind).toBe('done')
    expect((await rooms.facts()).filter(({ fact }) => fact === 'nudges-decided')).toEqual([
      { fact: 'nudges-decided', nudges: 'live' },
    ])
    expect((await rooms.posts()).map(({ to }) => to)).toEqual(['social-worker'])
    expect((await rooms.table()).filter((line) => line.startsWith('2026-10-08')).toSorted()).toEqual([
      '2026-10-08 social-worker health-assessment coming',
      '2026-10-08 social-worker permanence-plan coming',
    ])
  })

  it('begins the ladder of an action again as well, however long it is overdue', async () => {
    await inShadow()
    const { id } = await rooms.agreed({ owner: 'health-colleague', due: '2026-09-21' })
    rooms.call(id, 'action')
    await rooms.until('2026-10-07T10:00:00Z') // The IRO's rung has been reached in shadow.

    await rooms.as('chair', (world, by) => decideNudges(world, by, 'live'))
    rooms.settings.mode = 'live'
    await rooms.until('2026-10-16T20:00:00Z')

    const since = (await rooms.table()).filter((line) => line >= '2026-10-08' && line.includes(' action '))
    expect(since).toEqual([
      '2026-10-08 health-colleague action coming',
      '2026-10-14 health-colleague action due',
      '2026-10-16 chair action overdue',
      '2026-10-16 health-colleague action overdue',
      '2026-10-16 health-lead action overdue',
    ])
  })

  it('is not for everybody, and is not made twice', async () => {
    await inShadow()

    expect(await rooms.as('practitioner', (world, by) => decideNudges(world, by, 'live'))).toMatchObject({
      reason: 'not-for-you',
    })
    await rooms.as('chair', (world, by) => decideNudges(world, by, 'live'))
    expect(await rooms.as('chair', (world, by) => decideNudges(world, by, 'live'))).toMatchObject({
      reason: 'already-done',
    })
  })
})
