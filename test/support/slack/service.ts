/**
 * Slack on this machine: its Web API over http, and its side of the bot's door. It checks what Slack checks and refuses
 * what Slack refuses, so that a test through it says something about Slack.
 */
import { randomBytes } from 'node:crypto'
import { createActor, type Actor } from './actor.ts'
import { createFaults, type Faults } from './faults.ts'
import { send, signed, type Forgery, type Reply, type Sending } from './send-signed.ts'
import { serve } from './serve.ts'
import type { Line } from './lines.ts'
import { leavingSendings } from './payloads.ts'
import { createState, type Call, type LocalApp, type SharedApp, type SlackUser, type Workspace } from './state.ts'

export type Slack = {
  /** The base address of the Web API, with its slash: for SLACK_API_URL. */
  readonly url: string
  readonly signingSecret: string
  /** What Slack would have refused, sentence by sentence. */
  readonly violations: readonly string[]
  readonly calls: readonly Call[]
  readonly faults: Faults
  /** The app that workspaces install for themselves. */
  readonly shared: SharedApp
  addWorkspace(workspace: NewWorkspace): Workspace
  addUser(user: NewUser): SlackUser
  /** Where the bot listens: its whole address, such as http://127.0.0.1:3000/slack/events. */
  deliverTo(bot: string): void
  /** A person who uses the bot. */
  user(team: string, id: string): Actor
  /** Sends to the bot what is already made, signed as told. */
  deliver(sending: Sending, forgery?: Forgery): Promise<Reply>
  /** Sends an earlier request again to the letter, signature included. */
  repeat(reply: Reply): Promise<Reply>
  /** Slack's own retry: the same body, signed again, with its number and reason. */
  retry(reply: Reply, number: number): Promise<Reply>
  /** An administrator of `team` agrees on the page at this address; returns where their browser is sent next. */
  agree(address: string, team: string): Promise<string>
  /** An administrator removes the app; the bot is told. */
  uninstall(team: string): Promise<readonly Reply[]>
  /** The app of a workspace's own is let in again, by the same token. */
  letInAgain(team: string): void
  /** The line of Socket Mode of this workspace's app; undefined while the bot holds none. */
  lineOf(team: string): Line | undefined
  callsOf(method: string): readonly Call[]
  /** Nothing listens now; the address stays the same when it comes back. */
  goDown(): Promise<void>
  comeBack(): Promise<void>
  stop(): Promise<void>
}

export type NewWorkspace = {
  readonly team: string
  readonly domain?: string
  /** What the administrator granted; without it, all that this service knows. */
  readonly scopes?: readonly string[]
  /** Which app is installed: the one that workspaces have in common, or one of its own, or none so far. */
  readonly app?: 'common' | 'own' | 'none'
}

export type NewUser = Pick<SlackUser, 'team' | 'id' | 'email'> & Partial<Omit<SlackUser, 'team' | 'id' | 'email'>>

const everyScope = ['commands', 'chat:write', 'im:write', 'im:history', 'im:read', 'users:read', 'users:read.email']

/** docs.slack.dev/interactivity/handling-user-interaction: answer within three seconds, use a trigger within three. */
const slacksPatienceMs = 3000

type Options = {
  readonly port?: number
  /** More than Slack's own three seconds where a busy machine must not decide what a test finds. */
  readonly patienceMs?: number
}

export async function startSlack({ port = 0, patienceMs = slacksPatienceMs }: Options = {}): Promise<Slack> {
  const common = createApp('A0UNSTUCK')
  const shared = { ...createApp('A0SHARED'), clientId: '1234.5678', clientSecret: randomBytes(16).toString('hex') }
  const state = createState(patienceMs, shared)
  const faults = createFaults()
  const { signingSecret } = common
  let door = await serve(state, faults, port)
  let bot: string | undefined
  state.origin = `http://127.0.0.1:${door.port}`

  const address = (): string => {
    if (bot === undefined) throw new Error('the local Slack does not know the bot: call deliverTo first')
    return bot
  }
  const deliver: Slack['deliver'] = (sending, forgery) =>
    send(address(), signed(sending, signingSecret, forgery), patienceMs)
  const deliverFrom =
    (workspace: Workspace): Slack['deliver'] =>
    (sending, forgery) =>
      door.lines.of(workspace.app.appId)?.send(sending, patienceMs) ??
      deliver(sending, { secret: workspace.app.signingSecret, ...forgery })

  return {
    url: `${state.origin}/api/`,
    signingSecret,
    shared,
    violations: state.violations,
    calls: state.calls,
    faults,
    addWorkspace({ team, domain = team.toLowerCase(), scopes = everyScope, app = 'common' }) {
      const workspace: Workspace = {
        team,
        domain,
        botToken: app === 'none' ? '' : `xoxb-local-${team}`,
        botUser: `UBOT${team}`,
        botId: `B${team}`,
        app: app === 'own' ? createApp(`A0${team}`) : app === 'none' ? shared : common,
        scopes: new Set(scopes),
        users: new Map(),
        directMessages: new Map(),
      }
      state.workspaces.set(team, workspace)
      return workspace
    },
    addUser(given) {
      const name = given.email.split('@')[0] ?? given.id
      const home = given.home ?? (given.stranger ? 'T0ELSEWHERE' : given.team)
      const user = { name, home, confirmed: true, restricted: false, stranger: false, deleted: false, ...given }
      workspaceOf(state.workspaces, given.team).users.set(user.id, user)
      return user
    },
    deliverTo(address) {
      bot = address
    },
    user(team, id) {
      const workspace = workspaceOf(state.workspaces, team)
      const user = workspace.users.get(id)
      if (!user) throw new Error(`nobody is ${id} in ${team}`)
      return createActor({ state, workspace, user }, deliverFrom(workspace))
    },
    deliver,
    repeat: ({ sent }) => send(address(), sent, patienceMs),
    retry: ({ sent }, number) => {
      const contentType = sent.headers['content-type'] as Sending['contentType']
      const headers = { 'x-slack-retry-num': String(number), 'x-slack-retry-reason': 'http_timeout' }
      return deliver({ body: sent.body, contentType, headers })
    },
    async agree(address, team) {
      const response = await fetch(`${address}&team=${team}`, { redirect: 'manual' })
      const next = response.headers.get('location')
      if (next === null) throw new Error(`Slack does not know what to agree to: ${response.status}`)
      return next
    },
    async uninstall(team) {
      const workspace = workspaceOf(state.workspaces, team)
      state.deadTokens.set(workspace.botToken, 'account_inactive')
      const replies: Reply[] = []
      for (const sending of leavingSendings(workspace)) replies.push(await deliverFrom(workspace)(sending))
      return replies
    },
    letInAgain: (team) => void state.deadTokens.delete(workspaceOf(state.workspaces, team).botToken),
    lineOf: (team) => door.lines.of(workspaceOf(state.workspaces, team).app.appId),
    callsOf: (method) => state.calls.filter((call) => call.method === method),
    goDown: () => door.close(),
    async comeBack() {
      door = await serve(state, faults, door.port)
    },
    stop: () => door.close(),
  }
}

const createApp = (appId: string): LocalApp => ({
  appId,
  signingSecret: randomBytes(16).toString('hex'),
  appToken: `xapp-${randomBytes(8).toString('hex')}`,
})

function workspaceOf(workspaces: ReadonlyMap<string, Workspace>, team: string): Workspace {
  const workspace = workspaces.get(team)
  if (!workspace) throw new Error(`there is no workspace ${team}`)
  return workspace
}
