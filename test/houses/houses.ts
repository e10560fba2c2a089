/** Three Slack workspaces with an app each, three Teams tenants, and a mail server: as eight agencies have them. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import type { Partnership, PartnershipPerson } from '../../src/partnership/partnership.ts'
import type { Browser } from '../support/browser/chromium.ts'
import { startMail, type MailService } from '../support/mail/service.ts'
import { teamsSettings, type Settings } from '../support/product.ts'
import { startSlack, type Slack } from '../support/slack/service.ts'
import { startTeams, type Teams } from '../support/teams/service.ts'
import { asMailBrowser } from '../journeys/as-mail-browser.ts'
import { asSlack } from '../journeys/as-slack.ts'
import { asTeams } from '../journeys/as-teams.ts'
import { grantedScopes } from '../journeys/granted-scopes.ts'
import type { Person } from '../journeys/person.ts'

export type Houses = {
  readonly slack: Slack
  readonly teams: Teams
  readonly mail: MailService
  /** All of it as an administrator would give it; the apps of Slack are in a file in `folder`. */
  settings(folder: string): Settings
  deliverTo(url: string): void
  /** Somebody where their agency is: in its workspace, in its tenant, or with a browser and a mailbox. */
  person(id: string, browser: Browser, url: string): Promise<Person>
  /** Somebody whose agency has neither chat, or no longer has one. */
  byMail(id: string, browser: Browser, url: string): Promise<Person>
  stop(): Promise<void>
}

export async function openHouses({ people, workspaces }: Partnership): Promise<Houses> {
  const patience = { patienceMs: 30_000 }
  const [slack, teams, mail] = await Promise.all([startSlack(patience), startTeams(patience), startMail()])
  const houseOf = ({ agency }: PartnershipPerson) => workspaces.find(({ agencies }) => agencies.includes(agency))
  const apps = workspaces
    .filter(({ platform }) => platform === 'slack')
    .map(({ workspace: team }) => {
      const { botToken, app } = slack.addWorkspace({ team, scopes: grantedScopes(), app: 'own' })
      return { name: team, appId: app.appId, workspace: team, botToken, signingSecret: app.signingSecret }
    })
  for (const { platform, workspace } of workspaces) if (platform === 'teams') teams.addTenant(workspace)
  for (const each of people) {
    const house = houseOf(each)
    const { email, name } = each
    if (house?.platform === 'slack') slack.addUser({ team: house.workspace, id: userOf(each), email })
    if (house?.platform === 'teams')
      teams.addUser({ tenant: house.workspace, aadObjectId: objectIdOf(people, each), name, email })
  }
  const byId = (id: string): PartnershipPerson => {
    const found = people.find((each) => each.id === id)
    if (!found) throw new Error(`nobody is ${id}`)
    return found
  }

  const houses: Houses = {
    slack,
    teams,
    mail,
    settings(folder) {
      const file = join(folder, 'settings.yaml')
      writeFileSync(file, stringify({ slack: apps }))
      const emails = { SMTP_URL: mail.url, MAIL_FROM: 'unstuck@northmoor.example' }
      return { SETTINGS: file, SLACK_API_URL: slack.url, ...teamsSettings(teams), ...emails }
    },
    deliverTo(url) {
      slack.deliverTo(`${url}/slack/events`)
      teams.deliverTo(`${url}/api/messages`)
    },
    person(id, browser, url) {
      const one = byId(id)
      const house = houseOf(one)
      if (house?.platform === 'slack')
        return Promise.resolve(asSlack(one.name, slack.user(house.workspace, userOf(one))))
      if (house?.platform === 'teams')
        return Promise.resolve(asTeams(one.name, teams.user(house.workspace, objectIdOf(people, one))))
      return houses.byMail(id, browser, url)
    },
    async byMail(id, browser, url) {
      const { name, email } = byId(id)
      return asMailBrowser({ name, email, mail }, (await browser.newPerson()).page, url)
    },
    async stop() {
      await Promise.all([slack.stop(), teams.stop(), mail.stop()])
    },
  }
  return houses
}

const userOf = ({ id }: PartnershipPerson): string => `U${id.toUpperCase().replaceAll('-', '')}`

const objectIdOf = (people: Partnership['people'], one: PartnershipPerson): string =>
  `7d000000-0000-4000-8000-${String(people.indexOf(one)).padStart(12, '0')}`
