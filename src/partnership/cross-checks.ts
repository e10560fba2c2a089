/** What a schema cannot see in a partnership: whether the parts of the file fit together. */
import { foldText } from '../display/fold-text.ts'
import { longestList } from '../display/form-limits.ts'
import type { Problem } from './explain-issue.ts'
import type { Partnership } from './partnership.ts'

export const problemsOf = (partnership: Partnership, demonstration: boolean): readonly Problem[] => [
  ...duplicates(partnership),
  ...unknownPeople(partnership),
  ...unknownAgencies(partnership),
  ...misfits(partnership),
  ...tenants(partnership),
  ...tooMany(partnership),
  ...alike(partnership),
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
  secondOnes(values).map(({ index, first }) => ({
    ...{ path: [list, index, key], says: `the same as ${list}.${first}.${key}` },
  }))

function secondOnes(values: readonly string[]): readonly { readonly index: number; readonly first: number }[] {
  const firsts = new Map<string, number>()
  return values.flatMap((value, index) => {
    const first = firsts.get(value)
    if (first === undefined) firsts.set(value, index)
    return first === undefined ? [] : [{ index, first }]
  })
}

function unknownPeople({ agencies, people, reportsTo, urgent, challenge }: Partnership): readonly Problem[] {
  const known = new Set(people.map(({ id }) => id))
  const named = [
    { path: ['reportsTo'], id: reportsTo, instead: 'name somebody else who gets the daily report' },
    ...(urgent.contacts ?? []).map((id, index) => ({
      ...{ path: ['urgent', 'contacts', index], id },
      instead: 'name somebody else who hears of a danger that nobody has reported, or remove the line',
    })),
    ...(challenge?.stages ?? []).map(({ name, who }, index) => ({
      ...{ path: ['challenge', 'stages', index, 'who'], id: who },
      instead: `name somebody else as ${name}`,
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

/** Forms offer all of them: what cannot be drawn is said here, not to the social worker who presses. */
const tooMany = ({ agencies, people }: Partnership): readonly Problem[] =>
  Object.entries({ agencies, people }).flatMap(([list, { length }]) =>
    problemIf(
      length > longestList,
      [list, longestList],
      `expected no more than ${longestList} ${list}; this is one more`,
    ),
  )

/** In a list nobody could choose the right one of two; people of one name are told apart by their address. */
const alike = ({ agencies }: Partnership): readonly Problem[] =>
  secondOnes(agencies.map(({ name }) => asRead(name))).map(({ index, first }) => ({
    path: ['agencies', index, 'name'],
    says: `reads the same as agencies.${first}.name: expected a name of its own, such as one with its town`,
  }))

const asRead = (name: string): string => foldText(name).toLowerCase().replace(/\s+/g, ' ').trim()

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
