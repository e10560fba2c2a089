/** What a schema cannot see in a partnership: whether the parts of the file fit together. */
import { optionsAtMost } from '../display/form.ts'
import type { Problem } from './explain-issue.ts'
import type { Partnership } from './partnership.ts'

export const problemsOf = (partnership: Partnership, demonstration: boolean): readonly Problem[] => [
  ...duplicates(partnership),
  ...unknownPeople(partnership),
  ...unknownAgencies(partnership),
  ...misfits(partnership),
  ...tenants(partnership),
  ...tooMany(partnership),
  ...(demonstration ? [] : openToAll(partnership)),
]

function duplicates({ agencies, people, themes }: Partnership): readonly Problem[] {
  return [
    ...repeated(
      agencies.map(({ id }) => id),
      'agencies',
      'id',
    ),
    ...repeated(
      people.map(({ id }) => id),
      'people',
      'id',
    ),
    ...repeated(
      people.map(({ email }) => email),
      'people',
      'email',
    ),
    ...repeated(
      themes.map(({ theme }) => theme),
      'themes',
      'theme',
    ),
  ]
}

const repeated = (values: readonly string[], list: string, key: string): readonly Problem[] =>
  values.flatMap((value, index) => {
    const first = values.indexOf(value)
    return first === index ? [] : [{ path: [list, index, key], says: `the same as ${list}.${first}.${key}` }]
  })

function unknownPeople({ agencies, people, reportsTo, urgent }: Partnership): readonly Problem[] {
  const known = new Set(people.map(({ id }) => id))
  const named = [
    { path: ['reportsTo'], id: reportsTo, instead: 'name somebody else who gets the daily report' },
    ...(urgent.contacts ?? []).map((id, index) => ({
      ...{ path: ['urgent', 'contacts', index], id },
      instead: 'name somebody else who hears of a danger that nobody has reported, or remove the line',
    })),
    ...agencies.map(({ name, lead }, index) => ({
      ...{ path: ['agencies', index, 'lead'], id: lead },
      instead: `name another lead for ${name}`,
    })),
    ...people.map(({ name, deputy }, index) => ({
      ...{ path: ['people', index, 'deputy'], id: deputy },
      instead: `name another deputy for ${name}, or remove the line`,
    })),
  ]
  return named.flatMap(({ path, id, instead }) =>
    id && !known.has(id) ? [{ path, says: `there is no person ${id}: if they have left, ${instead}` }] : [],
  )
}

function unknownAgencies({ authority, agencies, people, workspaces }: Partnership): readonly Problem[] {
  const known = new Set(agencies.map(({ id }) => id))
  const named = [
    { path: ['authority'], id: authority },
    ...people.map(({ agency }, index) => ({ path: ['people', index, 'agency'], id: agency })),
    ...workspaces.flatMap(({ agencies: admitted }, index) =>
      admitted.map((id, at) => ({ path: ['workspaces', index, 'agencies', at], id })),
    ),
  ]
  return named.flatMap(({ path, id }) => (known.has(id) ? [] : [{ path, says: `there is no agency ${id}` }]))
}

function misfits({ authority, agencies, people, urgent, workingHours, policies }: Partnership): readonly Problem[] {
  const { opens, closes } = workingHours
  const { inputWorkingDays, inputReminderWorkingDays, digestAt } = policies
  const authorityKind = agencies.find(({ id }) => id === authority)?.kind
  const has = (role: 'chair' | 'iro' | 'coordinator') => people.some(({ roles }) => roles.includes(role))
  return [
    ...problemIf(
      authorityKind !== undefined && authorityKind !== 'social-care',
      ['authority'],
      'expected an agency of kind social-care',
    ),
    ...problemIf(!has('chair'), ['people'], 'expected at least one person with the role chair'),
    ...problemIf(!has('iro'), ['people'], 'expected at least one person with the role iro'),
    ...problemIf(!has('coordinator'), ['people'], 'expected at least one person with the role coordinator'),
    ...people.flatMap(({ id, deputy }, index) =>
      problemIf(deputy === id, ['people', index, 'deputy'], 'nobody can be their own deputy'),
    ),
    ...agencies.flatMap(({ id, lead }, index) => {
      const elsewhere = people.some((person) => person.id === lead && person.agency !== id)
      return problemIf(elsewhere, ['agencies', index, 'lead'], `${lead} works for another agency`)
    }),
    ...(urgent.contacts ?? []).flatMap((id, index) => {
      const elsewhere = people.some((person) => person.id === id && person.agency !== authority)
      return problemIf(
        elsewhere,
        ['urgent', 'contacts', index],
        `expected somebody who works for ${authority}: they are told which child it is`,
      )
    }),
    ...problemIf(closes <= opens, ['workingHours', 'closes'], `expected a time after ${opens}, when the day opens`),
    ...problemIf(
      digestAt !== undefined && opens < closes && (digestAt < opens || digestAt >= closes),
      ['policies', 'digestAt'],
      `expected a time within working hours, from ${opens} on and before ${closes}`,
    ),
    ...problemIf(
      inputReminderWorkingDays >= inputWorkingDays,
      ['policies', 'inputReminderWorkingDays'],
      `expected fewer than the ${inputWorkingDays} working days of inputWorkingDays`,
    ),
  ]
}

const tenants = ({ workspaces }: Partnership): readonly Problem[] =>
  workspaces.flatMap(({ platform, workspace }, index) =>
    problemIf(
      platform === 'teams' && workspace !== 'any' && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(workspace),
      ['workspaces', index, 'workspace'],
      "expected the tenant's id, such as 00000000-0000-4000-8000-000000000000",
    ),
  )

/** The form that confirms a case offers them: what no platform can draw is said here, not to the social worker who presses. */
function tooMany({ authority, agencies, people }: Partnership): readonly Problem[] {
  const askable = agencies.filter(({ id }) => id !== authority).length
  const chairs = people.filter(({ roles }) => roles.includes('chair')).length
  return [
    ...problemIf(askable > optionsAtMost, ['agencies'], `expected no more than ${optionsAtMost} beside the authority`),
    ...problemIf(chairs > optionsAtMost, ['people'], `expected no more than ${optionsAtMost} with the role chair`),
  ]
}

const openToAll = ({ workspaces }: Partnership): readonly Problem[] =>
  workspaces.flatMap(({ workspace }, index) =>
    problemIf(
      workspace === 'any',
      ['workspaces', index, 'workspace'],
      'only the demonstration may admit any workspace',
    ),
  )

const problemIf = (wrong: boolean, path: Problem['path'], says: string): readonly Problem[] =>
  wrong ? [{ path, says }] : []
