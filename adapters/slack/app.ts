/** Slack's side of the bot: one Bolt for each of our apps, one door before them, and the messenger. */
import { randomUUID } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { HTTPReceiver } from '@slack/bolt'
import { noteCalls, type Calls, type LastCall } from '../../doors/last-call.ts'
import { recent } from '../../doors/recent.ts'
import type { Installations } from '../../src/ports/installations.ts'
import type { Messenger } from '../../src/ports/messenger.ts'
import type { ConfirmAccount } from '../../src/ports/recognise-account.ts'
import { runBolt } from './bolt.ts'
import type { Bot, BotIn, Common } from './bot.ts'
import { createInbound, type Inlet } from './hear/inbound.ts'
import { findAccounts } from './send/find-account.ts'
import {
  installedByHand,
  installedByThemselves,
  type InstalledApp,
  type InstalledIn,
  type Moves,
} from './install/installed-app.ts'
import { installingReceiver, type OAuth } from './install/installing.ts'
import { createMessenger } from './send/messenger.ts'
import { endpoint } from './paths.ts'
import { quietLogger } from './quiet-logger.ts'
import { createReplays } from './hear/replayed-requests.ts'
import { createSocket, holdLine, type Line } from './hear/socket.ts'
import { codeOf } from './send/classify-error.ts'
import { createSlackApi } from './send/platform-api.ts'

/** An app that was made in one workspace, for it alone. */
export type SlackApp = {
  /** Ours, for the log and the status page. */
  readonly name: string
  /** Slack's id of it; one app alone may have none, and takes what names no other. */
  readonly appId?: string | undefined
  /** The team id of its workspace; without one, any that no other app has. */
  readonly workspace?: string | undefined
  readonly botToken: string
  readonly signingSecret?: string | undefined
  /** For Socket Mode, in place of the door. */
  readonly appToken?: string | undefined
}

/** What it takes for workspaces to install one app for themselves. */
export type Sharing = {
  readonly oauth: OAuth
  /** Signs what a browser brings back, so that an installation ends where it began. */
  readonly stateSecret: string
  readonly publicUrl: string
  readonly installations: Installations
}

export type SlackParts = Moves &
  Omit<Common, 'newId' | 'members'> & {
    readonly apps: readonly SlackApp[]
    readonly sharing?: Sharing
    /** Another base address for the Web API. */
    readonly apiUrl?: string
    readonly find: ConfirmAccount
  }

export type Slack = {
  /** For everything below `/slack/`; answers 404 to what it does not know. */
  readonly listener: RequestListener
  readonly messenger: Messenger
  /** How Slack last answered each app; makes no call. */
  readonly status: () => Readonly<Record<string, LastCall>>
  /** Opens the lines of Socket Mode, without waiting for them. */
  readonly start: () => void
  readonly stop: () => Promise<void>
}

export function createSlack(parts: SlackParts): Slack {
  const { apps, sharing, apiUrl, log, partnership } = parts
  const logger = quietLogger(log)
  const common: Common = { ...parts, newId: randomUUID, members: recent({ forMs: membersForMs, atMost: 20_000 }) }
  const replays = createReplays()
  const customPropertiesExtractor = (request: Parameters<typeof replays.genuine>[0]) => {
    replays.genuine(request)
    return {}
  }
  const calls = new Map<string, Calls>()
  const callsOf = (name: string): Calls => {
    const ofApp = calls.get(name) ?? noteCalls(codeOf)
    calls.set(name, ofApp)
    return ofApp
  }
  const clientsOf = (name: string) => {
    const client = { logger, calls: callsOf(name), ...(apiUrl !== undefined && { apiUrl }) }
    return (botToken: string) => createSlackApi({ ...client, botToken })
  }

  const own = apps.map((app) => ({ app, installed: installedByHand(clientsOf(app.name)(app.botToken), parts) }))
  const named = new Set(apps.flatMap(({ workspace }) => workspace ?? []))
  const apiWith = sharing && clientsOf(sharedName)
  const shared = sharing && apiWith && installedByThemselves({ ...parts, ...sharing, apiWith })
  const installedIn: InstalledIn = async (workspace) =>
    own.find(({ app }) => app.workspace === workspace)?.installed ??
    (await shared?.(workspace)) ??
    own.find(({ app }) => app.workspace === undefined)?.installed

  const botOf = ({ api, takenOut }: InstalledApp, isOurs: Bot['isOurs'], workspace?: string): Bot => ({
    ...{ ...common, api, takenOut, isOurs },
    ...(workspace !== undefined && { workspace }),
  })
  const inlets: Inlet[] = []
  const lines: Line[] = []

  for (const { app, installed } of own) {
    const { name, appId, workspace, signingSecret, appToken } = app
    const isOurs = (claimed: string) => (workspace === undefined ? !named.has(claimed) : claimed === workspace)
    const botIn: BotIn = () => Promise.resolve(botOf(installed, isOurs, workspace))
    if (appToken !== undefined) {
      const receiver = createSocket({ appToken, logger, ...(apiUrl !== undefined && { apiUrl }) })
      runBolt({ receiver, botIn, logger, log })
      lines.push(holdLine(receiver, { name, calls: callsOf(name), log }))
    } else if (signingSecret !== undefined) {
      const receiver = new HTTPReceiver({ signingSecret, endpoints: [endpoint], logger, customPropertiesExtractor })
      runBolt({ receiver, botIn, logger, log })
      inlets.push({ signingSecret, receive: receiver.requestListener, ...(appId !== undefined && { appId }) })
    }
  }

  let installing: HTTPReceiver | undefined
  if (sharing && apiWith && shared) {
    installing = installingReceiver(
      { ...parts, ...sharing, apiWith, ...(apiUrl !== undefined && { apiUrl }) },
      { logger, customPropertiesExtractor },
    )
    const botIn: BotIn = async (workspace = '') => {
      const installed = await shared(workspace)
      return installed && botOf(installed, (claimed) => claimed === workspace)
    }
    runBolt({ receiver: installing, botIn, logger, log })
    inlets.push({ signingSecret: sharing.oauth.signingSecret, receive: installing.requestListener })
  }

  return {
    listener: createInbound(inlets, replays, installing),
    messenger: createMessenger(installedIn, findAccounts({ ...parts, partnership, installedIn, named })),
    status: () => Object.fromEntries([...calls].map(([name, ofApp]) => [name, ofApp.last()])),
    start: () => lines.forEach((line) => line.start()),
    async stop() {
      await Promise.all(lines.map((line) => line.stop()))
    },
  }
}

/** How long somebody counts as a member without Slack being asked; what they may do is asked each time. */
const membersForMs = 5 * 60_000

const sharedName = 'installed by workspaces'
