/** The people of the demonstration, and where each of them is in one journey. */
import type { Browser } from '../support/browser/chromium.ts'
import type { Slack } from '../support/slack/service.ts'
import type { Teams } from '../support/teams/service.ts'
import { asBrowser } from './as-browser.ts'
import { asSlack } from './as-slack.ts'
import { asTeams } from './as-teams.ts'
import type { Person } from './person.ts'

export const people = {
  practitioner: { name: 'Robin Ashdown', email: 'practitioner@demo.example' },
  socialWorker: { name: 'Samira Holt', email: 'social.worker@demo.example' },
  healthLead: { name: 'Hanna Oyelaran', email: 'health.lead@demo.example' },
  policeLead: { name: 'Pauline Strand', email: 'police.lead@demo.example' },
  schoolLead: { name: 'Selwyn Marsh', email: 'school.lead@demo.example' },
  teamManager: { name: 'Teresa Malone', email: 'team.manager@demo.example' },
  chair: { name: 'Cosmo Verity', email: 'chair@demo.example' },
  iro: { name: 'Imogen Rooke', email: 'iro@demo.example' },
} as const

export type Part = keyof typeof people
export type Where = 'slack' | 'teams' | 'browser'
export type Cast = Readonly<Record<Part, Person>>

export const parts = Object.keys(people) as Part[]

/** The workspace in which all of them have accounts. */
export const team = 'T0LARKSHIRE'

export const accountOf = (part: Part): string => `U${part.toUpperCase()}`

/** The tenant in which all of them have accounts. */
export const tenant = '1a4b5c00-0000-4000-8000-000000000001'

export const objectIdOf = (part: Part): string =>
  `1a4b5c00-0000-4000-8000-${String(parts.indexOf(part) + 100).padStart(12, '0')}`

type Stage = {
  readonly url: string
  readonly slack?: Slack
  readonly teams?: Teams
  readonly browser?: Browser | undefined
}

export async function castFor(stage: Stage, where: (part: Part) => Where): Promise<Cast> {
  const cast = await Promise.all(
    parts.map(async (part): Promise<[Part, Person]> => [part, await personAt(stage, part, where(part))]),
  )
  return Object.fromEntries(cast) as Cast
}

async function personAt({ url, slack, teams, browser }: Stage, part: Part, where: Where): Promise<Person> {
  const { name } = people[part]
  if (where === 'slack' && slack) return asSlack(name, slack.user(team, accountOf(part)))
  if (where === 'teams' && teams) return asTeams(name, teams.user(tenant, objectIdOf(part)))
  if (where !== 'browser' || !browser) throw new Error(`this journey has no ${where}`)
  const { page } = await browser.newPerson()
  return asBrowser(name, page, url)
}
