import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dutyLadder } from '../../src/climbs/ladder.ts'
import { asDay } from '../../src/calendar/day.ts'
import { confirmChildren, showFirstLookForm } from '../../src/duties/confirm-children.ts'
import { childrenNotMine, takeBackChild } from '../../src/duties/not-mine.ts'
import { showDuty } from '../../src/duties/show-duty.ts'
import { showPlan } from '../../src/duties/show-plan.ts'
import type { Answer } from '../../src/display/answer.ts'
import type { Form } from '../../src/display/form.ts'
import type { ChildId, DutyId } from '../../src/ids.ts'
import { startRooms, type Rooms } from '../nudges/rooms.ts'
import { formOf, type Given } from '../support/builders.ts'
import type { GivenChild } from '../support/children.ts'

let rooms: Rooms
beforeAll(async () => (rooms = await startRooms({ at: '2026-09-14T09:00:00Z' })))
beforeEach(() => rooms.startOver())
afterAll(() => rooms.close())

const confirm = (given: Given, by = 'social-worker', how: { asksHealth?: true } = {}): Promise<Answer> =>
  rooms.as(by, (world, whose) => confirmChildren(world, whose, formOf(given), how))

const notMine = (children: readonly ChildId[], by = 'social-worker'): Promise<Answer> =>
  rooms.as(by, (world, whose) => childrenNotMine(world, whose, formOf({ notMine: [...children] })))

async function opened(by = 'social-worker'): Promise<Form> {
  const form = await rooms.as(by, showFirstLookForm)
  if (form.kind !== 'form') throw new Error(`no form but ${form.kind}`)
  return form
}

const reviewed = (child: ChildId, ...days: string[]) =>
  rooms.db
    .insertInto('reviews_held')
    .values(days.map((held_on) => ({ child, held_on })))
    .execute()

/** The review that follows an assessment is tested by itself. */
const dutiesOf = async (child: ChildId) =>
  (await rooms.look((tx) => tx.dutiesOf(child))).filter(({ kind }) => kind !== 'review-health-assessment')

async function put(count: number, given: Pick<GivenChild, 'careFrom' | 'began'> = {}): Promise<readonly ChildId[]> {
  const children: ChildId[] = []
  for (let made = 0; made < count; made += 1)
    children.push(await rooms.put({ identifier: `LK${100 + made}`, ...given }))
  return children
}

describe('the first look', () => {
  it('asks of all children in one table, each row with the same questions', async () => {
    await put(23)

    const form = await opened()
    expect(JSON.stringify(form.intro)).toContain('these 23 children')
    expect(form.table?.rows).toHaveLength(23)
    expect(new Set(form.table?.rows.map(({ fields }) => fields.map((name) => name.split('-', 1)[0]).join()))).toEqual(
      new Set(['mine,permanence,health']),
    )
    expect(Object.keys(form.fields)).toEqual(['allMine', ...(form.table?.rows ?? []).flatMap(({ fields }) => fields)])
    expect(JSON.stringify(form)).not.toMatch(/LK1\d\d|2014/) // Only ever as Typed.
  })

  it('asks of one child alone without asking of all', async () => {
    await put(1)
    expect(Object.keys((await opened()).fields)).toHaveLength(3)
  })

  it('takes all that came with it for theirs, but for those of whom they say otherwise', async () => {
    const [one, other, third, notDrawn] = (await put(4)) as [ChildId, ChildId, ChildId, ChildId]
    const drawn = Object.fromEntries([one, other, third].map((child) => [`permanence-${child}`, 'not-recorded']))

    const asked = await confirm({ allMine: 'yes', ...drawn, [`mine-${one}`]: '', [`mine-${other}`]: 'no' })

    expect(asked).toMatchObject({ kind: 'form', submit: { ask: { ask: 'children-not-mine' } } })
    const confirmed = (await rooms.facts()).flatMap((fact) => (fact.fact === 'child-confirmed' ? [fact.child] : []))
    expect(confirmed.toSorted()).toEqual([one, third].toSorted())
    expect(confirmed).not.toContain(notDrawn)
  })

  it('goes on in steps with those after the last that came, also where nothing was said of these', async () => {
    const [one, ...later] = (await put(3)) as [ChildId, ChildId, ChildId]
    const step = (child: unknown, given: Given = {}) =>
      rooms.as('social-worker', (world, by) =>
        confirmChildren(world, by, formOf({ [`permanence-${String(child)}`]: 'not-recorded', ...given }), {
          inSteps: true,
        }),
      )
    const children = (await opened()).table?.rows.map(({ fields }) => fields[0]?.replace('mine-', '')) ?? []
    expect(children.toSorted()).toEqual([one, ...later].toSorted())
    const [first, second, last] = children

    const next = await step(first, { [`mine-${first ?? ''}`]: 'yes' })
    expect(JSON.stringify(next)).toContain('1 child is confirmed. Please say what already exists for these 2 children.')
    const another = await step(second)
    expect(another.kind === 'form' && another.table?.rows.map(({ fields }) => fields[0])).toEqual([`mine-${last}`])
    expect(await step(last)).toMatchObject({ says: 'You did not answer for any child, so nothing was changed.' })
  })

  it('is of own children alone', async () => {
    await put(1)
    await rooms.put({ identifier: 'LK900', socialWorker: 'deputy-social-worker' })

    expect(Object.keys((await opened()).fields)).toHaveLength(3)
    expect(await rooms.as('practitioner', showFirstLookForm)).toMatchObject({ kind: 'done' })
  })

  it('starts nothing for a child who is left out', async () => {
    const [one, other] = await put(2)

    expect(await confirm({ [`mine-${one}`]: 'yes', [`permanence-${other}`]: 'not-recorded' })).toMatchObject({
      says: '1 child is confirmed. 1 is waiting. Open the first look again, or type /stuck-case plan.',
    })

    expect((await dutiesOf(one as ChildId)).map(({ kind }) => kind).toSorted()).toEqual([
      'health-assessment',
      'permanence-plan',
    ])
    expect(await dutiesOf(other as ChildId)).toEqual([])
  })

  it.each(['', ' ', '\u200b'])(
    'leaves for later a child whose question came back as %j, as pages send it',
    async (blank) => {
      const [one, other] = await put(2)
      const asPagesSend = (child: unknown, mine: string) => ({
        [`mine-${String(child)}`]: mine,
        [`permanence-${String(child)}`]: 'not-recorded',
        [`health-${String(child)}`]: blank,
      })

      expect(await confirm({ ...asPagesSend(one, 'yes'), ...asPagesSend(other, blank) })).toMatchObject({
        says: '1 child is confirmed. 1 is waiting. Open the first look again, or type /stuck-case plan.',
      })
      expect(await confirm(asPagesSend(other, blank))).toMatchObject({
        says: 'You did not answer for any child, so nothing was changed.',
      })

      expect((await rooms.look((tx) => tx.childById(other as ChildId)))?.socialWorker).toBe('social-worker')
      expect((await rooms.facts()).map(({ fact }) => fact)).not.toContain('child-not-mine')
    },
  )

  it('asks whether a child is theirs where only the rest was answered, and keeps what was given', async () => {
    const [child] = await put(1)

    expect(await confirm({ [`mine-${child}`]: '', [`health-${child}`]: '2025-02-20' })).toMatchObject({
      fields: { [`mine-${child}`]: 'Say whether this child is yours.' },
    })
    expect(await rooms.facts()).toEqual([])
  })

  it('starts both duties with their days and reasons, in the care of the social worker', async () => {
    const [child] = (await put(1, { careFrom: '2026-06-08' })) as [ChildId]
    await reviewed(child, '2026-07-03')

    await confirm({ [`mine-${child}`]: 'yes', [`permanence-${child}`]: 'not-recorded' })

    expect(await dutiesOf(child)).toMatchObject([
      { kind: 'health-assessment', due: '2026-07-03', owner: 'social-worker', state: 'open' },
      {
        kind: 'permanence-plan',
        due: '2026-10-03',
        because: '3 months after the first review on Friday 3 July 2026',
        iro: 'iro',
        chased: true,
      },
    ])
    expect((await rooms.facts()).map(({ fact }) => fact)).toEqual(['child-confirmed', 'duty-started', 'duty-started'])
  })

  it('records at once what exists already, and chases none of it', async () => {
    const [child] = (await put(1, { careFrom: '2026-06-08' })) as [ChildId]
    await reviewed(child, '2026-07-03', '2026-09-01')

    await confirm({
      [`mine-${child}`]: 'yes',
      [`permanence-${child}`]: '2026-09-01',
      [`health-${child}`]: '2026-06-20',
    })

    expect(await dutiesOf(child)).toMatchObject([
      { kind: 'health-assessment', state: 'recorded', recordedOn: '2026-06-20' },
      { kind: 'permanence-plan', state: 'recorded', recordedOn: '2026-09-01' },
    ])
    const [health, plan] = await dutiesOf(child)
    const keys = (await rooms.db.selectFrom('wakes').select('key').execute()).map(({ key }) => key).join()
    expect(keys).not.toMatch(new RegExp(`${health?.id ?? ''}|${plan?.id ?? ''}`))
  })

  it('gives back a child who is not theirs, and the coordinator hears of it', async () => {
    const [child] = (await put(1)) as [ChildId]

    const asked = await confirm({ [`mine-${child}`]: 'no' })
    expect(asked).toMatchObject({ kind: 'form', submit: { ask: { ask: 'children-not-mine' } } })
    expect((await rooms.look((tx) => tx.childById(child)))?.socialWorker).toBe('social-worker')
    expect(await rooms.facts()).toEqual([])
    expect(await notMine([child])).toMatchObject({ kind: 'done' })

    expect((await rooms.look((tx) => tx.childById(child)))?.socialWorker).toBeUndefined()
    expect((await rooms.facts()).map(({ fact }) => fact)).toEqual(['child-not-mine'])
    expect(await rooms.said()).toMatchObject([
      { to: 'chair', title: 'A child has no social worker' },
      { to: 'social-worker', title: 'You said that a child is not yours' },
    ])
  })

  it('confirms those that are theirs before it asks of the others, and gives back only whom they choose', async () => {
    const [one, other, third] = (await put(3)) as [ChildId, ChildId, ChildId]
    await confirm({ [`mine-${one}`]: 'yes', [`mine-${other}`]: 'no', [`mine-${third}`]: 'no' })
    await notMine([other])

    const stands = async (child: ChildId) => {
      const { confirmedAt, socialWorker } = (await rooms.look((tx) => tx.childById(child))) ?? {}
      return [confirmedAt !== undefined, socialWorker]
    }
    expect(await stands(one)).toEqual([true, 'social-worker'])
    expect(await stands(other)).toEqual([false, undefined])
    expect(await stands(third)).toEqual([false, 'social-worker'])
    expect(await notMine([])).toMatchObject({ fields: { notMine: 'Choose at least one.' } })
    expect(await notMine([third], 'practitioner')).toMatchObject({ reason: 'already-done' })
  })

  it('takes "not mine" back for the one who said it, until somebody else has the child', async () => {
    const [child, other] = (await put(2)) as [ChildId, ChildId]
    await notMine([child, other])
    const takeBack = (by: string, id = child) => rooms.as(by, (world, whose) => takeBackChild(world, whose, id))
    expect(JSON.stringify(await rooms.as('social-worker', showPlan))).toContain('"ask":"take-back-child"')

    expect(await takeBack('practitioner')).toMatchObject({ reason: 'not-for-you' })
    expect(await takeBack('social-worker')).toMatchObject({ kind: 'done' })
    expect((await rooms.look((tx) => tx.childById(child)))?.socialWorker).toBe('social-worker')
    expect((await rooms.facts()).at(-1)).toMatchObject({ fact: 'child-taken-back', to: 'social-worker' })
    expect(Object.keys((await opened()).fields)).toHaveLength(3)
    expect(await takeBack('social-worker')).toMatchObject({ reason: 'child-has-somebody' })

    await rooms.db.updateTable('children').set({ social_worker: 'practitioner' }).where('id', '=', other).execute()
    expect(await takeBack('social-worker', other)).toMatchObject({ reason: 'child-has-somebody' })
  })

  it('leaves what was due of a child given back with nobody, and the lead and the IRO hear on', async () => {
    const [child] = (await put(1)) as [ChildId]
    await confirm({ [`mine-${child}`]: 'yes', [`health-${child}`]: '2026-09-10' })
    await rooms.until('2026-10-06T20:00:00Z')
    await rooms.db.updateTable('children').set({ confirmed_at: null }).execute()
    await notMine([child])
    await rooms.until('2026-10-13T20:00:00Z')

    const posts = (await rooms.posts()).filter(({ at }) => at > new Date('2026-10-07'))
    expect(posts.map(({ to }) => to).toSorted()).toEqual(['iro', 'team-manager'])
    expect(JSON.stringify(posts[0]?.card)).toContain('Nobody is responsible for this.')
  })

  it.each([
    ['a review that was never held', { permanence: '2026-07-04' }, 'Choose from the list.'],
    ['an assessment of tomorrow', { health: '2026-09-15' }, 'Give a date on or before Monday 14 September 2026.'],
    ['an assessment long before care', { health: '2019-01-01' }, 'Give a date on or after Sunday 3 November 2024.'],
  ])('refuses %s at its field, and confirms nobody', async (_, given, words) => {
    const [child] = (await put(1)) as [ChildId]
    const [[name, value]] = Object.entries(given) as [[string, string]]

    expect(await confirm({ [`mine-${child}`]: 'yes', [`${name}-${child}`]: value })).toMatchObject({
      fields: { [`${name}-${child}`]: words },
    })
    expect(await rooms.facts()).toEqual([])
  })

  it('is done once', async () => {
    const [child] = (await put(1)) as [ChildId]
    await confirm({ [`mine-${child}`]: 'yes' })

    expect(await confirm({ [`mine-${child}`]: 'yes' })).toMatchObject({ reason: 'already-done' })
  })

  it('cannot be done for a child of another', async () => {
    const [child] = (await put(1)) as [ChildId]

    expect(await confirm({ [`mine-${child}`]: 'yes' }, 'practitioner')).toMatchObject({ reason: 'already-done' })
    expect(await dutiesOf(child)).toEqual([])
  })
})

describe('a child of whom no return shows when care began', () => {
  const midway = { careFrom: '2026-04-01', began: null }

  it('is asked for it in its own row, and other rows are not', async () => {
    const [one] = (await put(1, midway)) as [ChildId]
    const other = await rooms.put({ identifier: 'LK200' })

    const { table, fields } = await opened()
    expect(table?.columns.map(({ label }) => label)).toEqual([
      'Is this child yours?',
      'When did care begin?',
      'Which review recorded the permanence plan?',
      'When was the last health assessment held?',
    ])
    const began = table?.rows.map((row) => [row.known.join(), row.fields[1]])
    expect(began?.toSorted()).toEqual([
      ['1 Apr 2026 or earlier', `began-${one}`],
      ['3 Feb 2025', ''],
    ])
    expect(fields).not.toHaveProperty(`began-${other}`)
  })

  it('has no duty before, and both from the day that is given, under the same period of care', async () => {
    const [child] = (await put(1, midway)) as [ChildId]
    await reviewed(child, '2026-07-03')

    expect(await confirm({ [`mine-${child}`]: 'yes' })).toMatchObject({
      fields: { [`began-${child}`]: 'Give the day on which care began.' },
    })
    expect(await dutiesOf(child)).toEqual([])

    await confirm({ [`mine-${child}`]: 'yes', [`began-${child}`]: '2026-02-16' })
    expect(await dutiesOf(child)).toMatchObject([
      { kind: 'health-assessment', due: '2026-03-16', careFrom: '2026-04-01', chased: true },
      { kind: 'permanence-plan', due: '2026-06-16', careFrom: '2026-04-01', chased: true },
    ])
    expect(await rooms.look((tx) => tx.childById(child))).toMatchObject({
      careFrom: '2026-04-01',
      began: { said: '2026-02-16' },
    })
    expect((await rooms.facts())[0]).toMatchObject({ fact: 'child-confirmed', began: '2026-02-16' })
  })

  it('is left for later where only all were said to be theirs', async () => {
    const [child] = (await put(1, midway)) as [ChildId]
    const other = await rooms.put({ identifier: 'LK200' })
    const drawn = { [`permanence-${child}`]: 'not-recorded', [`permanence-${other}`]: 'not-recorded' }

    const says =
      '1 child is not confirmed yet: give the day on which care began. 1 is waiting. Open the first look again, or type /stuck-case plan.'
    expect(await confirm({ allMine: 'yes', ...drawn })).toMatchObject({ says: `1 child is confirmed. ${says}` })
    expect(await confirm({ allMine: 'yes', ...drawn })).toMatchObject({ says })
    expect(await dutiesOf(child)).toEqual([])
    await confirm({ allMine: 'yes', [`began-${child}`]: '2026-02-16' })
    expect(await dutiesOf(child)).toHaveLength(2)
  })

  it('may have had the plan recorded at a review that the return does not show', async () => {
    const [child] = (await put(1, midway)) as [ChildId]
    const given = { [`mine-${child}`]: 'yes', [`began-${child}`]: '2016-02-15' }

    await confirm({ ...given, [`permanence-${child}`]: 'earlier', [`health-${child}`]: '2016-03-01' })

    const [plan] = await dutiesOf(child)
    expect(plan).toMatchObject({ state: 'recorded', kind: 'permanence-plan' })
    expect(plan?.recordedOn).toBeUndefined()
    const read = await rooms.as('social-worker', (world, by) => showDuty(world, by, plan?.id ?? ('' as DutyId)))
    expect(JSON.stringify(read)).toContain('an earlier day than the returns show')
  })

  it.each([
    ['before the child was born', { began: '2013-01-07' }, { began: 'The child was not born then.' }],
    [
      'after the first day that the return shows',
      { began: '2026-04-02' },
      { began: 'Give a date on or before Wednesday 1 April 2026.' },
    ],
    [
      'long after the assessment',
      { began: '2026-02-16', health: '2025-11-15' },
      { health: 'Give a date on or after Sunday 16 November 2025.' },
    ],
  ])('is not confirmed with a day %s', async (_, given, wrong) => {
    const [child] = (await put(1, midway)) as [ChildId]
    const named = (of: object) =>
      Object.fromEntries(Object.entries(of).map(([name, one]) => [`${name}-${child}`, one as string]))

    expect(await confirm({ [`mine-${child}`]: 'yes', ...named(given) })).toMatchObject({ fields: named(wrong) })
    expect(await dutiesOf(child)).toEqual([])
  })

  it('is asked again where a return has another day, and chased by theirs meanwhile', async () => {
    const [child] = (await put(1, midway)) as [ChildId]
    await confirm({ [`mine-${child}`]: 'yes', [`began-${child}`]: '2026-02-16', [`health-${child}`]: '2026-03-01' })
    await rooms.db.updateTable('children').set({ began_returned: '2026-02-18', confirmed_at: null }).execute()

    expect((await dutiesOf(child)).at(-1)).toMatchObject({ due: '2026-06-16', chased: true })
    expect((await opened()).table?.rows[0]?.known).toEqual(['16 Feb 2026, by a return 18 Feb 2026'])
    expect(await confirm({ [`mine-${child}`]: 'yes' })).toMatchObject({
      fields: { [`began-${child}`]: 'Give the day on which care began.' },
    })
    await confirm({ [`mine-${child}`]: 'yes', [`began-${child}`]: '2026-02-18' })
    expect((await dutiesOf(child)).at(-1)).toMatchObject({ due: '2026-06-18', chased: true })
  })

  it('has no plan for permanence to make while on remand alone', async () => {
    const [child] = (await put(1)) as [ChildId]
    await rooms.db.updateTable('children').set({ legal_status: 'J1', remand_alone: true }).execute()

    await confirm({ [`mine-${child}`]: 'yes' })

    expect((await dutiesOf(child)).map(({ kind }) => kind)).toEqual(['health-assessment'])
  })
})

describe('the plan', () => {
  it('shows what waits for a first look, then every duty with its day and reason', async () => {
    const [one] = (await put(2)) as [ChildId]
    await confirm({ [`mine-${one}`]: 'yes' })

    const plan = await rooms.as('social-worker', showPlan)
    expect(plan).toMatchObject({
      kind: 'home',
      sections: [
        { title: 'First look: 1 child is waiting' },
        { title: 'Which children are these?' },
        {
          title: expect.stringMatching(
            /^Child .{7}: initial health assessment and health plan overdue since/,
          ) as string,
        },
        { title: expect.stringMatching(/^Child .{7}: permanence plan overdue since/) as string },
      ],
    })
    const text = JSON.stringify(plan)
    expect(text).toContain('20 working days after care began on Monday 3 February 2025')
    expect(text).toContain(`{"ask":"open-raise-case","child":"${one}","stuck":"health-plan"}`)
    expect(text).not.toMatch(/LK1/)
  })

  it('shows the IRO what is due for the children of theirs', async () => {
    const [one] = (await put(1)) as [ChildId]
    await confirm({ [`mine-${one}`]: 'yes' })

    expect(await rooms.as('iro', showPlan)).toMatchObject({
      sections: [
        { title: 'Which children are these?' },
        {
          title: 'With your agency, or for children you are the IRO for',
          body: [{ block: 'row' }, { block: 'row' }],
        },
      ],
    })
    expect(await rooms.as('police-lead', showPlan)).toMatchObject({ sections: [{ title: 'Nothing is open' }] })
  })
})

describe('the plan of many', () => {
  it('shows a lead what the staff answer for, and what people left behind', async () => {
    const [one] = (await put(1)) as [ChildId]
    await confirm({ [`mine-${one}`]: 'yes', [`health-${one}`]: '2025-02-20' })
    const ofTheStaff = {
      title: 'With your agency, or for children you are the IRO for',
      body: [{ block: 'row' }, { block: 'row' }],
    }

    expect(await rooms.as('team-manager', showPlan)).toMatchObject({ sections: [ofTheStaff] })
    await rooms.db.updateTable('duties').set({ owner: 'somebody-who-left' }).execute()
    expect(await rooms.as('team-manager', showPlan)).toMatchObject({ sections: [ofTheStaff] })
    expect(await rooms.as('health-lead', showPlan)).toMatchObject({ sections: [{ title: 'Nothing is open' }] })
  })

  it('has a way on to whatever does not fit', async () => {
    const children = await put(26)
    await confirm(Object.fromEntries(children.map((child) => [`mine-${child}`, 'yes'])))

    const seen = new Set<string>()
    const pages = [undefined, 40]
    for (const from of pages) {
      const page = await rooms.as('social-worker', (world, by) => showPlan(world, by, from))
      for (const [, duty] of JSON.stringify(page).matchAll(/"ask":"open-duty","duty":"([^"]+)"/g))
        if (duty) seen.add(duty)
      expect(page.kind === 'home' && page.sections.at(-1)?.buttons).toEqual(
        from === undefined ? [{ label: 'Show more', ask: { ask: 'open-plan', from: 40 } }] : expect.anything(),
      )
    }
    expect(seen.size).toBe(52)
    expect(JSON.stringify(await rooms.as('social-worker', showPlan))).toContain('12 more')
  })
})

describe('a child who is allocated to another social worker', () => {
  it('is chased on, and no lower than where it stood, before and after the new one has confirmed', async () => {
    const [child] = (await put(1)) as [ChildId]
    await confirm({ [`mine-${child}`]: 'yes', [`health-${child}`]: '2026-09-10' })
    const before = await dutiesOf(child)
    await rooms.until('2026-10-06T20:00:00Z')
    await rooms.db
      .updateTable('children')
      .set({ social_worker: 'deputy-social-worker', confirmed_at: null })
      .where('id', '=', child)
      .execute()
    await rooms.db.updateTable('duties').set({ owner: 'deputy-social-worker' }).execute()
    await rooms.until('2026-10-13T20:00:00Z')
    const hearing = async (day: string) =>
      (await rooms.table()).filter((line) => line.startsWith(day)).map((line) => line.split(' ')[1])
    expect(await hearing('2026-10-12')).toEqual(['deputy-social-worker', 'iro', 'team-manager'])

    await confirm({ [`mine-${child}`]: 'yes' }, 'deputy-social-worker')
    await rooms.until('2026-10-19T20:00:00Z')

    const after = await dutiesOf(child)
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    expect(after.at(-1)).toMatchObject({ owner: 'deputy-social-worker', startedOn: asDay('2026-09-14') })
    const plan = after.at(-1)
    const known = plan && (await rooms.look((tx) => tx.climbAsItStands(dutyLadder(plan.id))))
    expect(known?.climb.reached).toMatchObject({ stage: 'iro' })
    expect(await hearing('2026-10-19')).toEqual(['deputy-social-worker', 'iro', 'team-manager'])
  })
})

it('shows the day of a review that a later return tells of to anybody who looks', async () => {
  const [child] = (await put(1, { careFrom: '2026-06-08' })) as [ChildId]
  await reviewed(child, '2026-07-03')
  await confirm({ [`mine-${child}`]: 'yes', [`health-${child}`]: '2026-06-20' })
  const plan = (await dutiesOf(child)).at(-1)
  if (!plan) throw new Error('nothing was started')
  await reviewed(child, '2026-09-11')

  const seen = await rooms.as('social-worker', showPlan)
  expect(JSON.stringify(seen)).toContain('the day of the second review, Friday 11 September 2026')
  const read = await rooms.as('social-worker', (world, by) => showDuty(world, by, plan.id))
  expect(JSON.stringify(read)).toContain('overdue by 1 working day')
  expect((await rooms.facts()).filter(({ fact }) => fact === 'duty-redated')).toHaveLength(1)
})

it('follows a review that a later return tells of, when it is next looked at', async () => {
  const [child] = (await put(1, { careFrom: '2026-06-08' })) as [ChildId]
  await reviewed(child, '2026-07-03')
  await confirm({ [`mine-${child}`]: 'yes', [`health-${child}`]: '2026-06-20' })
  await reviewed(child, '2026-09-18')

  await rooms.until('2026-09-28T10:00:00Z')

  expect((await dutiesOf(child)).at(-1)).toMatchObject({
    due: '2026-09-18',
    because: 'the day of the second review, Friday 18 September 2026',
  })
  expect((await rooms.facts()).filter(({ fact }) => fact === 'duty-redated')).toMatchObject([
    { from: '2026-10-03', to: '2026-09-18' },
  ])
})

it('asks health when the last assessment of a child long in care was held, who never has an initial one overdue by years', async () => {
  await rooms.put({ careFrom: '2022-09-07' })
  const { values, submit } = await opened()
  expect(submit.ask).toEqual({ ask: 'confirm-children', asksHealth: true })
  expect(await confirm({ ...values, allMine: ['yes'] }, 'social-worker', { asksHealth: true })).toMatchObject({
    kind: 'done',
  })

  const duties = await rooms.db.selectFrom('duties').select(['kind', 'due', 'because']).orderBy('kind').execute()
  expect(duties.map(({ kind, due }) => [kind, due])).toEqual([
    ['permanence-plan', '2023-01-06'],
    ['review-health-assessment', '2026-09-28'],
  ])
  expect(duties[1]?.because).toContain('Ask health')
})
