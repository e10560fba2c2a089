/** As long as anything may be: a partnership, and what people write in it. */
import { filled, type Field, type Form, type FormValues } from '../../../src/display/form.ts'
import { Partnership } from '../../../src/partnership/partnership.ts'
import { demonstration } from '../../support/builders.ts'

/** Sentences without end, with a word at the close that must not be lost. */
export const long = (length: number): string =>
  'What we see, mum & dad say too. '.repeat(100).slice(0, Math.max(0, length - 6)) + 'omega.'.slice(-length)

/** A name that no sentence has a part of, or the guard would find it in every line. */
export const longName = 'Xanthippevarnika Quillfeatherstonehaugh '.repeat(3).trim().slice(0, 120)

const nameOf60 = (name: string): string => `${name} `.padEnd(60, 'von Longacre-Featherstonehaugh ').slice(0, 60).trim()

/** As many agencies as one confirmation holds, as many colleagues and chairs as one list. */
const [moreBodies, moreColleagues] = [16, 70]

export const longest: Partnership = {
  ...Partnership.parse({
    ...asInFile(demonstration),
    name: nameOf60(demonstration.name),
    urgent: Object.fromEntries(
      Object.entries(demonstration.urgent).map(([name, says]) => [
        name,
        `${String(says)} ${long(300 - String(says).length - 1)}`,
      ]),
    ),
    agencies: [
      ...demonstration.agencies.map((body) => ({ ...body, name: nameOf60(body.name) })),
      ...Array.from({ length: moreBodies }, (_, at) => ({
        id: `school-${at}`,
        kind: 'education',
        name: nameOf60(`School ${at}`),
        lead: 'school-lead',
      })),
    ],
    people: [
      ...demonstration.people.map((person) => ({ ...person, name: nameOf60(person.name) })),
      ...Array.from({ length: moreColleagues }, (_, at) => ({
        id: `colleague-${at}`,
        name: nameOf60(`Colleague ${at}`),
        email: `colleague.${at}@demo.example`,
        agency: 'larkshire-nhs-trust',
        roles: ['practitioner', 'chair'],
      })),
    ],
    themes: demonstration.themes.map(({ theme, ask }) => ({
      theme,
      name: long(75),
      explanation: long(75),
      ask: ask?.map(({ kind }) => ({ kind, because: long(300) })),
    })),
  }),
  demonstration: true,
}

/** As its file would say it: no file can say that it is the demonstration. */
function asInFile(partnership: Partnership) {
  return Object.fromEntries(Object.entries(partnership).filter(([name]) => name !== 'demonstration'))
}

/** Every field filled to its brim, and everything chosen that may be chosen. */
export const toTheBrim = ({ fields }: Form): FormValues =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, brimOf(field)]))

function brimOf(field: Field) {
  switch (field.field) {
    case 'words':
      return filled('moment' in field ? 'ten minutes ago' : long(field.max))
    case 'choice':
      return filled(...field.options.slice(-1).map(({ value }) => value))
    case 'choices':
      return filled(...field.options.map(({ value }) => value))
    case 'day':
      return filled(field.latest ?? field.earliest ?? '2026-12-31')
  }
}

/** As little as will do: what the form holds already, and else the first of what is offered. */
export const asItIs = ({ fields, values }: Form): FormValues => ({
  ...Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => (field.optional ? [] : [[name, firstOf(field)]])),
  ),
  ...values,
})

function firstOf(field: Field) {
  switch (field.field) {
    case 'words':
      return filled('moment' in field ? 'ten minutes ago' : 'As it was said.')
    case 'choice':
    case 'choices':
      return filled(...field.options.slice(0, 1).map(({ value }) => value))
    case 'day':
      return filled(field.earliest ?? field.latest ?? '2026-10-09')
  }
}
