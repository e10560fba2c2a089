/** The people of the demonstration, and where each of them is in one journey. */
import type { Browser } from '../support/browser/chromium.ts'
import type { Slack } from '../support/slack/service.ts'
import { asBrowser } from './as-browser.ts'
import { asSlack } from './as-slack.ts'
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
export type Where = 'slack' | 'browser'
export type Cast = Readonly<Record<Part, Person>>

export const parts = Object.keys(people) as Part[]

/** The workspace in which all of them have accounts. */
export const team = 'T0LARKSHIRE'

export const accountOf = (part: Part): string => `U${part.toUpperCase()}`

type Stage = { readonly url: string; readonly slack: Slack; readonly browser: Browser | undefined }

export async function castFor({ url, slack, browser }: Stage, where: (part: Part) => Where): Promise<Cast> {
  const cast = await Promise.all(
    parts.map(async (part): Promise<[Part, Person]> => {
      const { name } = people[part]
      if (where(part) === 'slack') return [part, asSlack(name, slack.user(team, accountOf(part)))]
      if (!browser) throw new Error('this journey needs a browser')
      const { page } = await browser.newPerson()
      return [part, asBrowser(name, page, url)]
    }),
  )
  return Object.fromEntries(cast) as Cast
}
