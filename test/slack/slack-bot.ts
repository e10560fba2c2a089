/** The bot's Slack side between the local Slack and a scripted mind, with accounts on a real database. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFileSync } from 'node:fs'
import { createSlack, endpoint, type Slack as SlackSide } from '../../adapters/slack/app.ts'
import { createAccounts } from '../../adapters/postgres/accounts.ts'
import { openDatabase } from '../../adapters/postgres/database.ts'
import type { Answer } from '../../src/display/answer.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { readPartnership } from '../../src/partnership/read-partnership.ts'
import type { Accounts } from '../../src/ports/accounts.ts'
import type { Asking } from '../../src/ports/answering.ts'
import type { Log } from '../../src/ports/log.ts'
import { freshDatabase } from '../support/database.ts'
import type { Actor } from '../support/slack/actor.ts'
import { startSlack, type Slack } from '../support/slack/service.ts'

export const team = 'T0LARK'

export type SlackBot = {
  readonly slack: Slack
  readonly side: SlackSide
  readonly accounts: Accounts
  readonly address: string
  readonly partnership: Partnership
  /** What the mind was asked, oldest first. */
  readonly asked: readonly Asking[]
  /** Everything that was logged, as JSON. */
  readonly logged: () => string
  /** The person whom the demonstration knows as `practitioner@demo.example`. */
  readonly practitioner: () => Actor
  /** From now on this is what the mind answers. */
  answers: (answer: (asking: Asking) => Answer | Promise<Answer>) => void
  readonly stop: () => Promise<void>
}

export async function startSlackBot(): Promise<SlackBot> {
  const database = await freshDatabase()
  const opened = openDatabase(database.url)
  const accounts = createAccounts(opened.db, { now: () => new Date() })
  const partnership = demonstration()
  const slack = await startSlack()
  const workspace = slack.addWorkspace({ team })
  slack.addUser({ team, id: 'UPRACTITIONER', email: 'Practitioner@demo.example' })

  const asked: Asking[] = []
  const log = recordingLog()
  let mind: (asking: Asking) => Answer | Promise<Answer> = () => ({ kind: 'refusal', reason: 'not-for-you' })
  const side = createSlack({
    botToken: workspace.botToken,
    signingSecret: slack.signingSecret,
    apiUrl: slack.url,
    partnership: () => partnership,
    accounts,
    answer: async (asking) => {
      asked.push(asking)
      return mind(asking)
    },
    log,
  })
  const server = createServer(side.listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}${endpoint}`
  slack.deliverTo(address)

  await warmUp(slack.user(team, 'UPRACTITIONER'))

  return {
    slack,
    side,
    accounts,
    address,
    partnership,
    asked,
    logged: () => JSON.stringify(log.lines),
    practitioner: () => slack.user(team, 'UPRACTITIONER'),
    answers: (answer) => {
      mind = answer
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await slack.stop()
      await opened.close()
      await database.drop()
    },
  }
}

/** The first command of a process loads much; on a busy machine that may outlast a trigger. */
async function warmUp(person: Actor): Promise<void> {
  await person.command('/stuck-case', 'help')
  await person.waitForEphemeral()
}

export function demonstration(): Partnership {
  const file = 'src/partnership/demonstration.yaml'
  const read = readPartnership(readFileSync(file, 'utf8'), file, { demonstration: true })
  if ('problems' in read) throw new Error(read.problems.join('\n'))
  return read.partnership
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
