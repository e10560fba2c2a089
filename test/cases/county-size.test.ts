/** Lists of a county, drawn on every platform: three hundred agencies, two thousand people, five hundred children of one person. */
import { expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { workingCalendar } from '../../src/calendar/working-days.ts'
import { confirmFields, whyFields, type Confirming } from '../../src/cases/confirm-case.form.ts'
import { raiseForm } from '../../src/cases/raise-case.form.ts'
import type { Child } from '../../src/children/child.ts'
import { form, optionsAtMost, type Form } from '../../src/display/form.ts'
import { Typed } from '../../src/display/typed.ts'
import { AgencyId, ChildId, PersonId } from '../../src/ids.ts'
import { problemsOf } from '../../src/partnership/cross-checks.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { colleagueField } from '../../src/people/colleague-field.ts'
import type { World } from '../../src/ports/world.ts'
import { demonstration } from '../support/builders.ts'
import { slackDrawing } from '../slack/drawing.ts'
import { teamsDrawing } from '../teams/drawing.ts'
import { webDrawing } from '../web/drawing.ts'

const like = demonstration.agencies.find(({ id }) => id === 'hazel-school')
const [somebody] = demonstration.people
const times = <Thing>(count: number, make: (at: number) => Thing) => Array.from({ length: count }, (_, at) => make(at))

const county = (agencies: number): Partnership =>
  ({
    ...demonstration,
    agencies: [
      ...demonstration.agencies,
      ...times(agencies, (at) => ({
        ...like,
        id: AgencyId.parse(`a-school-with-a-long-id-${at}`),
        name: `St Bartholomew and All Saints Church of England Academy ${at}`.slice(0, 60),
      })),
    ],
  }) as Partnership

const world = (partnership: Partnership) =>
  ({ partnership, calendar: workingCalendar([]) }) as unknown as World<unknown>
const today = asDay('2026-09-07')
const confirming = { today, stuck: { socialWorker: 'nobody' }, raisings: [] } as unknown as Confirming
const submit = { label: 'Send', ask: { ask: 'open-mine' } } as never

const platforms = [slackDrawing, teamsDrawing, webDrawing]

function drawnOn(platform: (typeof platforms)[number], what: Form): string {
  const drawn = platform.render(what)
  expect(platform.refusedIn(drawn)).toEqual([])
  return JSON.stringify(drawn)
}

it.each(platforms)('three hundred agencies are offered in $platform', (platform) => {
  const partnership = county(300)
  const fields = { ...confirmFields(world(partnership), confirming), ...whyFields(partnership) }
  const drawn = drawnOn(platform, form('Confirm the case', { fields, submit }))
  for (const at of [0, 99, 100, 299]) expect(drawn).toContain(`a-school-with-a-long-id-${at}`)
})

const child = (at: number) =>
  ({
    id: ChildId.parse(`0b9f5c1e-3f0e-4d2b-9a55-${String(at).padStart(12, '0')}`),
    ref: `REF${at}`,
    identifier: new Typed(`LK${1000 + at}`),
    birthday: new Typed('2015-02-03'),
    scope: 'in',
  }) as unknown as Child

it.each(platforms)('five hundred children of one person are offered in $platform', (platform) => {
  const drawn = drawnOn(platform, raiseForm({ own: times(500, child), today, partnership: demonstration }))
  for (const at of [0, 100, 499]) expect(drawn).toContain(child(at).id)
})

it.each(platforms)('two thousand people are found by their address in $platform', (platform) => {
  const people = times(2_000, (at) => ({ ...somebody, id: PersonId.parse(`person-${at}`) })) as never
  const field = colleagueField(demonstration, people, 'Who will take it on?')
  expect(field.field).toBe('words')
  drawnOn(platform, form('Give it to …', { fields: { to: field }, submit }))
})

it('what no platform can draw is found when the file is read', () => {
  const says = `expected no more than ${optionsAtMost} beside the authority`
  const found = (agencies: number) => problemsOf(county(agencies), true).filter((one) => one.says === says)
  expect(found(300)).toEqual([])
  expect(found(optionsAtMost + 1)).toEqual([{ path: ['agencies'], says }])
})
