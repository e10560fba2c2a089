/** What a file changes, in plain English, for anybody who is about to apply it. It holds names: for a terminal, never a log. */
import { inWords } from '../calendar/in-words.ts'
import { asDay } from '../calendar/day.ts'
import { comparePartnerships, type Changed } from './compare-partnerships.ts'
import type { Agency, Partnership, PartnershipPerson, Role } from './partnership.ts'
import { settingInWords, type OpenNow } from './setting-in-words.ts'

export type Section = { readonly title: string; readonly lines: readonly string[] }

/** Sections without a line are left out; none at all where nothing changes but comments and order. */
export function differenceInWords(before: Partnership, after: Partnership, open: OpenNow): readonly Section[] {
  const { people, agencies, settings } = comparePartnerships(before, after)
  const named = naming(before, after)
  const sections = [
    {
      title: 'People',
      lines: [
        ...people.added.map(
          (one) =>
            `${fullyNamed(one)} joins ${named.agency(one.agency)} as ${rolesInWords(one.roles)}.` +
            (before.left?.some(({ id }) => id === one.id) ? unlinked : ''),
        ),
        ...people.removed.map((one) => `${one.name} (${one.id}) leaves ${named.agency(one.agency)}.`),
        ...people.changed.flatMap((one) => personLines(one, named)),
      ],
    },
    {
      title: 'Agencies',
      lines: [
        ...agencies.added.map((one) => `${one.name} (${one.id}) joins. Its lead is ${named.person(one.lead)}.`),
        ...agencies.removed.map((one) => `${one.name} (${one.id}) leaves.`),
        ...agencies.changed.flatMap((one) => agencyLines(one, named)),
      ],
    },
    { title: 'Settings', lines: settings.map((one) => settingInWords(one, open, named.person)) },
  ]
  return sections.filter(({ lines }) => lines.length > 0)
}

export const roleInWords = {
  practitioner: 'practitioner',
  'social-worker': 'social worker',
  lead: 'lead',
  chair: 'chair',
  iro: 'Independent Reviewing Officer',
  coordinator: 'coordinator',
} as const satisfies Record<Role, string>

export const rolesInWords = (roles: readonly Role[]): string => roles.map((role) => roleInWords[role]).join(', ')

const fullyNamed = ({ id, name, email }: PartnershipPerson): string => `${name} (${id}, ${email})`

type Naming = { readonly person: (id: string | undefined) => string; readonly agency: (id: string) => string }

/** By the name in the newer file, if it is there. */
function naming(before: Partnership, after: Partnership): Naming {
  const people = new Map([...before.people, ...after.people].map(({ id, name }) => [id as string, name]))
  const agencies = new Map([...before.agencies, ...after.agencies].map(({ id, name }) => [id as string, name]))
  return {
    person: (id) => (id === undefined ? 'nobody' : (people.get(id) ?? id)),
    agency: (id) => agencies.get(id) ?? id,
  }
}

type Said<Thing> = (change: Changed<Thing>, named: Naming) => readonly string[]

const arrow = (name: string, what: string, before: string, after: string): readonly string[] =>
  before === after ? [] : [`${name}, ${what}: ${before} → ${after}.`]

/** The person who had the old address may have been somebody else. */
const unlinked = ' Accounts that were linked by the old address are unlinked.'

const optional = (value: string | undefined): string => value ?? 'none'
const lastDay = (ends: string | undefined): string => (ends === undefined ? 'none' : inWords(asDay(ends)))

/** Each field of a person, so a new field without words does not compile. */
const ofPerson: Readonly<Record<Exclude<keyof PartnershipPerson, 'id'>, Said<PartnershipPerson>>> = {
  name: ({ before, after }) => (before.name === after.name ? [] : [`${before.name} is now called ${after.name}.`]),
  agency: ({ before, after }, { agency }) =>
    before.agency === after.agency
      ? []
      : [`${after.name} moves from ${agency(before.agency)} to ${agency(after.agency)}.`],
  roles: ({ before, after }) => [
    ...after.roles
      .filter((role) => !before.roles.includes(role))
      .map((role) => `${after.name} is now also ${roleInWords[role]}.`),
    ...before.roles
      .filter((role) => !after.roles.includes(role))
      .map((role) => `${after.name} is no longer ${roleInWords[role]}.`),
  ],
  deputy: ({ before, after }, { person }) => arrow(after.name, 'deputy', person(before.deputy), person(after.deputy)),
  email: ({ before, after }) =>
    arrow(after.name, 'work email address', before.email, after.email).map((line) => line + unlinked),
  phone: ({ before, after }) => arrow(after.name, 'phone number', optional(before.phone), optional(after.phone)),
  ends: ({ before, after }) => arrow(after.name, 'last day', lastDay(before.ends), lastDay(after.ends)),
}

const ofAgency: Readonly<Record<Exclude<keyof Agency, 'id'>, Said<Agency>>> = {
  name: ({ before, after }) => (before.name === after.name ? [] : [`${before.name} is now called ${after.name}.`]),
  kind: ({ before, after }) => arrow(after.name, 'kind', before.kind, after.kind),
  lead: ({ before, after }, { person }) => arrow(after.name, 'lead', person(before.lead), person(after.lead)),
}

const personLines = (change: Changed<PartnershipPerson>, named: Naming): readonly string[] =>
  Object.values(ofPerson).flatMap((said) => said(change, named))

const agencyLines = (change: Changed<Agency>, named: Naming): readonly string[] =>
  Object.values(ofAgency).flatMap((said) => said(change, named))
