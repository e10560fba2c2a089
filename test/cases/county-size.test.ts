/**
 * Lists of a county, drawn on every platform: for each form with a list, what stands in it at 5, 150 and 2,000 options. The
 * table is `test/golden/lists.txt`.
 */
import { describe, expect, it } from 'vitest'
import { handOverFields } from '../../src/actions/hand-over-action.form.ts'
import { asDay, type Day } from '../../src/calendar/day.ts'
import { workingCalendar } from '../../src/calendar/working-days.ts'
import { confirmFields, whyFields, type Confirming } from '../../src/cases/confirm-case.form.ts'
import { raiseFields } from '../../src/cases/raise-case.form.ts'
import type { Child } from '../../src/children/child.ts'
import { filled, form, type Fields, type Form } from '../../src/display/form.ts'
import { longestList } from '../../src/display/form-limits.ts'
import { Typed } from '../../src/display/typed.ts'
import { firstLookForm, notMineFields, type Unconfirmed } from '../../src/duties/first-look.form.ts'
import type { Duty } from '../../src/duties/duty.ts'
import { passFields as passDutyFields } from '../../src/duties/pass-duty.form.ts'
import { giveFields, severalFields } from '../../src/handovers/give-held.form.ts'
import type { Held } from '../../src/handovers/held.ts'
import { AgencyId, ChildId, PersonId } from '../../src/ids.ts'
import { anotherFields } from '../../src/inputs/ask-another.form.ts'
import { passFields } from '../../src/inputs/pass-on.form.ts'
import { actionFields } from '../../src/meetings/add-action.form.ts'
import type { OwnMeeting } from '../../src/meetings/own-meeting.ts'
import { recordFields } from '../../src/meetings/record-meeting.form.ts'
import { problemsOf } from '../../src/partnership/cross-checks.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import type { World } from '../../src/ports/world.ts'
import { partsOf } from '../support/adaptive-cards/walk.ts'
import { demonstration } from '../support/builders.ts'
import { slackDrawing } from '../slack/drawing.ts'
import { teamsDrawing } from '../teams/drawing.ts'
import { webDrawing } from '../web/drawing.ts'

const times = <Thing>(count: number, make: (at: number) => Thing) => Array.from({ length: count }, (_, at) => make(at))
const today = asDay('2026-09-07')
const submit = { label: 'Send', ask: { ask: 'open-mine' } } as never
const uuid = (at: number) => `0b9f5c1e-3f0e-4d2b-9a55-${String(at).padStart(12, '0')}`

const made = new Map<number, Partnership>()
const county = (size: number): Partnership => {
  const known = made.get(size) ?? makeCounty(size)
  made.set(size, known)
  return known
}

/** So many people of the authority, each of whom chairs, and as many schools with one person each. */
function makeCounty(size: number): Partnership {
  const [somebody] = demonstration.people
  const like = demonstration.agencies.find(({ id }) => id === 'hazel-school')
  const staff = times(size, (at) => ({
    ...{ ...somebody, id: PersonId.parse(`person-${at}`), name: `Bartholomew Featherstonehaugh ${at}` },
    ...{ email: `person-${at}@demo.example`, agency: demonstration.authority, roles: ['chair'] },
  }))
  const heads = times(size, (at) => ({
    ...{ ...somebody, id: PersonId.parse(`head-${at}`), name: `Head ${at}`, email: `head-${at}@demo.example` },
    agency: AgencyId.parse(`a-school-with-a-long-id-${at}`),
  }))
  const schools = times(size, (at) => ({
    ...{ ...like, id: AgencyId.parse(`a-school-with-a-long-id-${at}`), lead: PersonId.parse(`head-${at}`) },
    name: `${at} St Bartholomew and All Saints Church of England Academy`.slice(0, 60),
  }))
  const [authority] = demonstration.agencies.filter(({ id }) => id === demonstration.authority)
  return { ...demonstration, agencies: [authority, ...schools], people: [...staff, ...heads] } as unknown as Partnership
}

const child = (at: number) =>
  ({
    ...{ id: ChildId.parse(uuid(at)), ref: `REF${at}`, identifier: new Typed(`LK${1000 + at}`), scope: 'in' },
    ...{
      birthday: new Typed('2015-02-03'),
      careFrom: asDay('2025-03-02'),
      began: { returned: asDay('2025-03-02') },
      reviewsHeld: [] as Day[],
    },
  }) as unknown as Child & Unconfirmed

const nobody = { socialWorker: 'nobody' }

/** Each form with a list that grows with the partnership or with the children, by the name of its file. */
const forms: Readonly<Record<string, (size: number) => Fields>> = {
  'raise-case': (size) => raiseFields(times(size, child), today, demonstration),
  'confirm-case': (size) => {
    const partnership = county(size)
    const raisings = times(size, (at) => ({ by: `head-${at}`, words: [] }))
    return {
      ...confirmFields(worldOf(partnership), { today, stuck: nobody, raisings } as unknown as Confirming),
      ...whyFields(partnership),
    }
  },
  'first-look': (size) => {
    const reviewsHeld = times(size, (at) => asDay(new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10)))
    return firstLookForm([{ ...child(1), reviewsHeld }], today).fields
  },
  'not-mine': (size) => notMineFields(times(size, child)),
  'hand-over-action': (size) => handOverFields(county(size), staffOf(size)),
  'pass-duty': (size) => passDutyFields(county(size), { kind: 'permanence-plan' } as Duty),
  'give-held': (size) => giveFields(county(size), staffOf(size)),
  'give-several': (size) => severalFields(county(size), times(size, held), staffOf(size)),
  'ask-another': (size) => anotherFields(county(size)),
  'pass-on': (size) => passFields(county(size), staffOf(size)),
  'add-action': (size) => actionFields(worldOf(county(size)), ownMeeting(size)),
  'record-meeting': (size) => recordFields(worldOf(county(size)), ownMeeting(size)),
}

const worldOf = (partnership: Partnership) =>
  ({ partnership, calendar: workingCalendar([]), now: new Date('2026-09-07T09:00:00Z') }) as unknown as World<never>
const staffOf = (size: number) => county(size).people.slice(0, size)
const held = (at: number) => ({ part: 'case-iro', thing: uuid(at), ref: `REF${at}`, holder: 'gone' }) as unknown as Held
const ownMeeting = (size: number) =>
  ({
    ...{ by: 'person-0', stuck: {}, meeting: { attended: [] } },
    parts: times(size, (at) => ({ person: `person-${at}`, role: at === 0 ? 'chair' : 'asked', through: 'themselves' })),
  }) as unknown as OwnMeeting

type Listed = { readonly name: string; readonly label: string; readonly values: readonly string[] }

const listsIn = (fields: Fields): readonly Listed[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    'options' in field ? [{ name, label: field.label, values: field.options.map(({ value }) => value) }] : [],
  )

/** How one list is drawn, in words; with each value that stands in the drawing itself. */
type Drawn = { readonly as: string; readonly holds: (value: string) => boolean }

type Draws = (whole: Form) => (name: string) => Drawn

const platforms: Readonly<Record<string, Draws>> = {
  Slack(whole) {
    const { blocks } = drawnOn(slackDrawing, whole) as { blocks: { block_id?: string; element: { type: string } }[] }
    return (name) => {
      const element = blocks.find((block) => block.block_id === name)?.element
      const text = JSON.stringify(element)
      const values = new Set([...text.matchAll(/"value":"([^"]*)"/g)].map(([, value]) => value))
      return { as: element?.type ?? 'nothing', holds: (value) => values.has(value) }
    }
  },
  Teams(whole) {
    const inputs = [...partsOf(drawnOn(teamsDrawing, whole))].filter(({ type }) => type === 'Input.ChoiceSet')
    return (name) => {
      const found = inputs.find(({ id }) => id === `field-${name}` || id === `several-${name}`)
      const values = new Set((found?.['choices'] as { value: string }[]).map(({ value }) => decodeURIComponent(value)))
      return {
        as: `${String(found?.['style'])}${'choices.data' in (found ?? {}) ? ', asks' : ''}`,
        holds: (value) => values.has(value),
      }
    }
  },
  browser(whole) {
    const html = String(drawnOn(webDrawing, whole))
    return (name) => {
      const select = new RegExp(`<select[^>]*name="field-${name}"[^]*?</select>`).exec(html)?.[0]
      const boxes = html.match(new RegExp(`<input[^>]*name="field-${name}"[^>]*>`, 'g')) ?? []
      const values = new Set([...(select ?? boxes.join('')).matchAll(/value="([^"]*)"/g)].map(([, value]) => value))
      const type = select ? 'select' : (/type="(\w+)"/.exec(boxes[0] ?? '')?.[1] ?? 'nothing')
      return { as: type, holds: (value) => values.has(value) }
    }
  },
}

function drawnOn(platform: typeof slackDrawing, whole: Form): unknown {
  const drawn = platform.render(whole)
  expect(platform.refusedIn(drawn)).toEqual([])
  return drawn
}

const sizes = [5, 150, 2_000]

describe('each form with a list', () => {
  it('is drawn everywhere as the table says, and offers everything or asks for it', { timeout: 60_000 }, async () => {
    const rows = Object.entries(forms).flatMap(([file, fieldsOf]) => {
      const drawn = sizes.map((size) => {
        const fields = fieldsOf(size)
        const whole = form('A form', { fields, submit })
        return {
          fields,
          on: Object.fromEntries(Object.entries(platforms).map(([name, draws]) => [name, draws(whole)])),
        }
      })
      const long = listsIn(drawn.at(-1)?.fields ?? {}).filter(({ values }) => values.length >= 1_000)
      return long.flatMap(({ name, label }) =>
        Object.keys(platforms).map((platform) => {
          const ways = drawn.map(({ fields, on }) => {
            const { as, holds } = on[platform]?.(name) as Drawn
            const missing = listsIn(fields)
              .find((list) => list.name === name)
              ?.values.filter((value) => !holds(value))
            return /external|asks/.test(as) ? as : `${as}${missing?.length === 0 ? '' : `, ${missing?.length} missing`}`
          })
          return [file, label, platform, ...ways].join(' | ')
        }),
      )
    })
    expect(rows.filter((row) => row.includes('missing'))).toEqual([])
    const heading = ['form | question | where', ...sizes.map((size) => size.toLocaleString('en-GB'))].join(' | ')
    await expect(`${[heading, ...rows].join('\n')}\n`).toMatchFileSnapshot('../golden/lists.txt')
  })

  it.each(Object.keys(platforms))('holds what was chosen in it in %s, also where the list is looked up', (platform) => {
    const fields = forms['give-several']?.(2_000) ?? {}
    const [things, to] = [fields['things'], fields['to']]
    if (things?.field !== 'choices' || to?.field !== 'choice') throw new Error('the form has other lists')
    const chosen = { things: [things.options[3], things.options[1999]], to: [to.options[1500]] }
    const values = Object.fromEntries(
      Object.entries(chosen).map(([name, options]) => [name, filled(...options.map((option) => option?.value ?? ''))]),
    )
    const drawn = platforms[platform]?.(form('A form', { fields, values, submit }))
    for (const [name, options] of Object.entries(chosen))
      for (const option of options) expect(drawn?.(name).holds(option?.value ?? 'none')).toBe(true)
  })
})

describe('what cannot be drawn is found when the file is read', () => {
  const wrong = (partnership: Partnership) => problemsOf(partnership, true).filter(({ says }) => /expected/.test(says))

  it('three hundred agencies and two thousand people are taken', () => {
    expect(
      wrong({ ...demonstration, agencies: [...demonstration.agencies, ...county(300).agencies.slice(1)] }),
    ).toEqual([])
    expect(wrong({ ...demonstration, people: [...demonstration.people, ...county(2_000).people] })).toEqual([])
  })

  it('a list that is longer than a page draws is refused at the first that is too many', () => {
    const { people } = county(longestList)
    const found = wrong({ ...demonstration, people: [...demonstration.people, ...people].slice(0, longestList + 1) })
    expect(found).toEqual([
      { path: ['people', longestList], says: 'expected no more than 5000 people; this is one more' },
    ])
  })

  it('two agencies of one name are refused, however it is written', () => {
    const [first] = demonstration.agencies
    const twin = { ...first, id: AgencyId.parse('twin'), name: ` ${first?.name.toUpperCase().replace(' ', '  ')}` }
    const agencies = [...demonstration.agencies, twin] as Partnership['agencies']
    expect(wrong({ ...demonstration, agencies })).toMatchObject([
      { path: ['agencies', agencies.length - 1, 'name'], says: expect.stringContaining('agencies.0.name') as string },
    ])
  })
})
