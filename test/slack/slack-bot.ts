/** The bot's Slack side between the local Slack and a scripted mind, with accounts on a real database. */
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFileSync } from 'node:fs'
import { createSlack, type Slack as SlackSide, type SlackParts } from '../../adapters/slack/app.ts'
import { type Opened } from '../../adapters/postgres/schema/database.ts'
import { openQuickly } from '../support/quick-database.ts'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { createStore } from '../../adapters/postgres/transaction/store.ts'
import { endpoint } from '../../adapters/slack/paths.ts'
import { createVault } from '../../adapters/vault/vault.ts'
import { doorsOf, type Doors } from '../../bin/wiring/doors.ts'
import type { Answer } from '../../src/display/answer.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { readPartnership } from '../../src/partnership/read-partnership.ts'
import type { AskOfPerson } from '../../src/ports/answer-ask.ts'
import type { LookUpOptions } from '../../src/ports/look-up-options.ts'
import type { Log } from '../../src/ports/log.ts'
import { freshDatabase } from '../support/database.ts'
import type { Actor } from '../support/slack/actor.ts'
import { startSlack, type Slack } from '../support/slack/service.ts'

export const team = 'T0LARK'
export const secretKey = '5e'.repeat(32)

export type SlackBot = {
  readonly slack: Slack
  readonly side: SlackSide
  readonly doors: Doors
  readonly opened: Opened
  readonly address: string
  readonly partnership: Partnership
  /** What the mind was asked, oldest first. */
  readonly asked: readonly AskOfPerson[]
  /** Everything that was logged, as JSON. */
  readonly logged: () => string
  /** The person whom the demonstration knows as `practitioner@demo.example`. */
  readonly practitioner: () => Actor
  /** From now on this is what the mind answers. */
  answers: (answer: (asking: AskOfPerson) => Answer | Promise<Answer>) => void
  /** From now on this is what a list finds. */
  finds: (lookUp: LookUpOptions) => void
  readonly stop: () => Promise<void>
}

type Apps = Pick<SlackParts, 'apps' | 'sharing'>

type Starting = {
  readonly partnership?: Partnership
  /** Which apps there are, and in which workspaces; one app for any workspace, where nothing is said. */
  readonly apps?: (slack: Slack, opened: Opened, publicUrl: string) => Apps
}

export async function startSlackBot({
  partnership = demonstration(),
  apps = oneApp,
}: Starting = {}): Promise<SlackBot> {
  const database = await freshDatabase()
  const opened = openQuickly(database.url, 6)
  const log = recordingLog()
  const store = createStore({ db: opened.db, seals: sealsOf(createVault(secretKey)), committed: () => undefined })
  const doors = doorsOf({
    db: opened.db,
    store,
    partnership: () => partnership,
    clock: { now: () => new Date() },
    newId: randomUUID,
    log,
    mail: false,
  })
  const slack = await startSlack()
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const asked: AskOfPerson[] = []
  let mind: (asking: AskOfPerson) => Answer | Promise<Answer> = () => ({ kind: 'refusal', reason: 'not-for-you' })
  let looking: LookUpOptions = () => Promise.resolve({ kind: 'refusal', reason: 'not-for-you' })
  const side = createSlack({
    ...doors,
    ...apps(slack, opened, publicUrl),
    apiUrl: slack.url,
    partnership: () => partnership,
    answer: async (asking) => {
      asked.push(asking)
      return mind(asking)
    },
    lookUp: (asked) => looking(asked),
    log,
  })
  server.on('request', side.listener)
  const address = `${publicUrl}${endpoint}`
  slack.deliverTo(address)
  side.start()

  if (apps === oneApp) await warmUp(slack.user(team, 'UPRACTITIONER'))

  return {
    slack,
    side,
    doors,
    opened,
    address,
    partnership,
    asked,
    logged: () => JSON.stringify(log.lines),
    practitioner: () => slack.user(team, 'UPRACTITIONER'),
    answers: (answer) => {
      mind = answer
    },
    finds: (lookUp) => {
      looking = lookUp
    },
    stop: async () => {
      await side.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await slack.stop()
      await opened.close()
      await database.drop()
    },
  }
}

function oneApp(slack: Slack): Apps {
  const { botToken } = slack.addWorkspace({ team })
  slack.addUser({ team, id: 'UPRACTITIONER', email: 'Practitioner@demo.example' })
  return { apps: [{ name: 'slack', botToken, signingSecret: slack.signingSecret }] }
}

/** The first command of a process loads much; on a busy machine that may outlast a trigger. */
export async function warmUp(person: Actor): Promise<void> {
  await person.command('/stuck-case', 'help')
  await person.waitForEphemeral()
}

export function demonstration(): Partnership {
  const file = 'src/partnership/demonstration.yaml'
  const read = readPartnership(readFileSync(file, 'utf8'), file, { demonstration: true })
  if ('problems' in read) throw new Error(read.problems.join('\n'))
  return read.partnership
}

/** No demonstration: only these workspaces are admitted. */
export function partnershipWith(workspaces: Partnership['workspaces']): Partnership {
  const invented = Object.entries(demonstration()).filter(([name]) => name !== 'demonstration')
  return { ...(Object.fromEntries(invented) as Partnership), workspaces }
}

function recordingLog(): Log & { readonly lines: unknown[] } {
  const lines: unknown[] = []
  return {
    lines,
    info: (event, ids) => lines.push({ event, ids }),
    warn: (event, ids) => lines.push({ event, ids }),
    error: (event, error, ids) => lines.push({ event, says: String(error), ids }),
  }
}
