/** The whole bot behind the door of Teams: the real mind on a real database, and a Microsoft of our own in front. */
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createPosted } from '../../adapters/postgres/outbox/posted.ts'
import { createTeams } from '../../adapters/teams/app.ts'
import { endpoint } from '../../adapters/teams/hear/inbound.ts'
import { doorsOf } from '../../bin/wiring/doors.ts'
import type { Answer } from '../../src/display/answer.ts'
import type { Card } from '../../src/display/card.ts'
import { AgencyId, PersonId } from '../../src/ids.ts'
import type { AskOfPerson } from '../../src/ports/answer-ask.ts'
import type { Log } from '../../src/ports/log.ts'
import { startBot } from '../support/bot.ts'
import { demonstration } from '../support/builders.ts'
import type { Actor } from '../support/teams/actor.ts'
import { startTeams } from '../support/teams/service.ts'

const council = 'aaaaaaaa-0000-4000-8000-000000000001'
const police = 'aaaaaaaa-0000-4000-8000-000000000002'
const stranger = 'aaaaaaaa-0000-4000-8000-000000000003'
export const tenants = { council, police, stranger } as const

const agencies = (...names: string[]) => names.map((name) => AgencyId.parse(name))

/** Two tenants, each for its own agencies; a third that nobody admitted. */
const admitting = {
  ...demonstration,
  workspaces: [
    {
      platform: 'teams' as const,
      workspace: council,
      agencies: agencies('larkshire-council', 'larkshire-nhs-trust', 'hazel-school'),
      domains: ['demo.example'],
    },
    {
      platform: 'teams' as const,
      workspace: police,
      agencies: agencies('larkshire-police'),
      domains: ['demo.example'],
    },
  ],
}

export type TeamsBot = Awaited<ReturnType<typeof startTeamsBot>>

export async function startTeamsBot({ local = false }: { local?: boolean } = {}) {
  const mind = await startBot({ partnership: admitting })
  const teams = await startTeams()
  for (const id of Object.values(tenants)) teams.addTenant(id)
  const asked: AskOfPerson[] = []
  const emails: string[] = []
  const log = recordingLog()
  let scripted: ((asking: AskOfPerson) => Answer | Promise<Answer>) | undefined
  const newId = () => randomUUID()
  const doors = doorsOf({ ...mind, partnership: () => admitting, newId, log, mail: true })
  let passed = 0
  const side = createTeams({
    ...doors,
    registration: {
      appId: teams.appId,
      appPassword: teams.appPassword,
      appType: 'MultiTenant',
      openIdMetadataUrl: teams.openIdMetadataUrl,
      tokenIssuer: teams.tokenIssuer,
      loginUrl: teams.loginUrl,
    },
    local,
    partnership: () => admitting,
    posted: createPosted(mind.db, mind.asItStands),
    sayByMail: (person) => Promise.resolve(void emails.push(person)),
    answer: async (asking) => {
      asked.push(asking)
      return scripted ? scripted(asking) : mind.answer(asking)
    },
    lookUp: mind.lookUp,
    log,
    now: () => new Date(Date.now() + passed),
  })
  const server = createServer(side.listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}${endpoint}`
  teams.deliverTo(address)

  return {
    ...mind,
    doors,
    teams,
    side,
    address,
    /** By the clock of the adapter alone. */
    passes: (ms: number) => void (passed += ms),
    /** What the mind was asked, oldest first. */
    asked,
    /** To whom an email went. */
    emails,
    logged: () => JSON.stringify(log.lines),
    /** From now on this is what the mind answers; the real one where nothing is given. */
    answers(answer?: (asking: AskOfPerson) => Answer | Promise<Answer>) {
      scripted = answer
    },
    /** Somebody at a Teams window, by the part of their address before the @. */
    somebody(name: string, { tenant = council, ...more }: Partial<Parameters<typeof teams.addUser>[0]> = {}): Actor {
      const user = teams.addUser({ tenant, name, email: `${name}@demo.example`, ...more })
      return teams.user(tenant, user.aadObjectId)
    },
    /** Their waiting messages come, as a worker sends them. */
    async sendTo(person: string, actor: Actor): Promise<void> {
      const rows = await mind.db
        .selectFrom('outbox')
        .selectAll()
        .where('person', '=', PersonId.parse(person))
        .where('state', '=', 'waiting')
        .orderBy('seq')
        .execute()
      for (const { id, card } of rows) {
        const { way, ...receipt } = await side.messenger.post(accountOf(actor), card as Card, id)
        await mind.db
          .updateTable('outbox')
          .set({ ...receipt, platform: way, state: 'sent' })
          .where('id', '=', id)
          .execute()
      }
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await teams.stop()
      await mind.close()
    },
  }
}

export const accountOf = ({ user }: Actor) =>
  ({ platform: 'teams', workspace: user.tenant, user: user.aadObjectId }) as const

function recordingLog(): Log & { readonly lines: unknown[] } {
  const lines: unknown[] = []
  return {
    lines,
    info: (event, ids) => lines.push({ event, ids }),
    warn: (event, ids) => lines.push({ event, ids }),
    error: (event, error, ids) => lines.push({ event, says: String(error), ids }),
  }
}
