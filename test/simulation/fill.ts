/** How a person fills in a form: by its declared fields, mostly as asked and sometimes not. */
import { addDays } from '../../src/calendar/months.ts'
import type { Day } from '../../src/calendar/day.ts'
import { askedOf, followingOf } from '../../src/display/follow-ups.ts'
import { filled, type Field, type Form, type FormValues } from '../../src/display/form.ts'
import type { Chance } from './chance.ts'

export type Writing = {
  readonly chance: Chance
  readonly today: Day
  /** Words of its own for each field, by which they are known again wherever they turn up. */
  readonly write: (field: string) => string
}

/** `carefully`: so that the form is complete. */
export function fillIn(form: Form, writing: Writing, carefully: boolean): FormValues {
  const { chance } = writing
  const values: Record<string, FormValues[string]> = {}
  const following = followingOf(form.fields)
  const again = form.again?.rows ?? []
  const wanted = again.filter(() => chance.percent(20)).flatMap(({ fields }) => fields)
  const left = again.flatMap(({ fields }) => fields).filter((name) => !wanted.includes(name))
  for (const [name, field] of Object.entries(form.fields)) {
    const isAsked = !(name in following) || askedOf(following, values).includes(name)
    const kept = form.values[name]
    const wrong = !carefully && chance.percent(2)
    if (!isAsked || left.includes(name)) continue
    if (kept && kept.length > 0 && chance.percent(80)) values[name] = kept
    else if (wrong) values[name] = chance.percent(50) ? [] : filled('2026-02-30')
    else if (
      name === 'identifier' ||
      name === 'childSays' ||
      !field.optional ||
      name in following ||
      wanted.includes(name) ||
      chance.percent(40)
    )
      values[name] = answerTo(name, field, writing)
  }
  return values
}

function answerTo(name: string, field: Field, { chance, today, write }: Writing): FormValues[string] {
  switch (field.field) {
    case 'words':
      return filled(known(name, chance) ?? write(name).slice(0, field.max))
    case 'choice':
      if (name === 'danger') return filled(danger(chance))
      return filled(name === 'namedTo' && chance.percent(85) ? 'all' : chance.oneOf(field.options).value)
    case 'choices': {
      const some = field.options.filter(() => chance.percent(60))
      return filled(...(some.length > 0 ? some : field.options.slice(0, 1)).map(({ value }) => value))
    }
    case 'day': {
      const earliest = field.earliest ?? (field.latest ? addDays(field.latest, -60) : today)
      const wanted = addDays(earliest, chance.between(0, 30))
      return filled(field.latest && wanted > field.latest ? field.latest : wanted)
    }
  }
}

const danger = (chance: Chance): string =>
  chance.percent(93) ? 'no' : chance.oneOf(['reported', 'risk-unreported', 'allegation-unreported', 'both-unreported'])

export const identifiers = ['LK104', 'LK105', 'LK106'] as const

/** In no message, and in no answer but to those who may see who the child is. */
export const childsName = 'Kayleigh Marsden'

function known(name: string, chance: Chance): string | undefined {
  if (name === 'identifier') return chance.percent(90) ? chance.oneOf(identifiers) : 'LK999'
  if (name === 'reportedAt') return 'five minutes ago'
  if (name === 'name') return childsName
  if (name === 'address') return 'https://meet.google.com/abc-defg-hij'
  if (name === 'nhsNumber') return '943 476 5919'
  if (name === 'upn') return 'H801200001001'
  return undefined
}
