/**
 * Slack on this machine: its Web API over http, and its side of the bot's door. It checks what Slack checks and refuses
 * what Slack refuses, so that a test through it says something about Slack.
 */
import { randomBytes } from 'node:crypto'
import { createActor, type Actor } from './actor.ts'
import { createFaults, type Faults } from './faults.ts'
import { send, signed, type Forgery, type Reply, type Sending } from './send-signed.ts'
import { serve } from './serve.ts'
import { createState, type Call, type SlackUser, type Workspace } from './state.ts'

export type Slack = {
  /** The base address of the Web API, with its slash: for SLACK_API_URL. */
  readonly url: string
  readonly signingSecret: string
  /** What Slack would have refused, sentence by sentence. */
  readonly violations: readonly string[]
  readonly calls: readonly Call[]
  readonly faults: Faults
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
  /** Slack's own retry: the same body, signed anew, with its number and reason. */
  retry(reply: Reply, number: number): Promise<Reply>
  callsOf(method: string): readonly Call[]
  /** Nothing listens any more; the address stays the same when it comes back. */
  goDown(): Promise<void>
  comeBack(): Promise<void>
  stop(): Promise<void>
}

export type NewWorkspace = {
  readonly team: string
  readonly domain?: string
  /** What the administrator granted; without it, all that this service knows. */
  readonly scopes?: readonly string[]
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
  const state = createState(patienceMs)
  const faults = createFaults()
  const signingSecret = randomBytes(16).toString('hex')
  let door = await serve(state, faults, port)
  let bot: string | undefined
  state.origin = `http://127.0.0.1:${door.port}`

  const address = (): string => {
    if (bot === undefined) throw new Error('the local Slack does not know the bot: call deliverTo first')
    return bot
  }
  const deliver: Slack['deliver'] = (sending, forgery) =>
    send(address(), signed(sending, signingSecret, forgery), patienceMs)

  return {
    url: `${state.origin}/api/`,
    signingSecret,
    violations: state.violations,
    calls: state.calls,
    faults,
    addWorkspace({ team, domain = team.toLowerCase(), scopes = everyScope }) {
      const workspace: Workspace = {
        team,
        domain,
        botToken: `xoxb-local-${team}`,
        botUser: `UBOT${team}`,
        botId: `B${team}`,
        appId: 'A0UNSTUCK',
        scopes: new Set(scopes),
        users: new Map(),
        directMessages: new Map(),
      }
      state.workspaces.set(team, workspace)
      return workspace
    },
    addUser(given) {
      const name = given.email.split('@')[0] ?? given.id
      const home = given.stranger ? 'T0ELSEWHERE' : given.team
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
      return createActor({ state, workspace, user }, deliver)
    },
    deliver,
    repeat: ({ sent }) => send(address(), sent, patienceMs),
    retry: ({ sent }, number) => {
      const contentType = sent.headers['content-type'] as Sending['contentType']
      const headers = { 'x-slack-retry-num': String(number), 'x-slack-retry-reason': 'http_timeout' }
      return deliver({ body: sent.body, contentType, headers })
    },
    callsOf: (method) => state.calls.filter((call) => call.method === method),
    goDown: () => door.close(),
    async comeBack() {
      door = await serve(state, faults, door.port)
    },
    stop: () => door.close(),
  }
}

function workspaceOf(workspaces: ReadonlyMap<string, Workspace>, team: string): Workspace {
  const workspace = workspaces.get(team)
  if (!workspace) throw new Error(`there is no workspace ${team}`)
  return workspace
}
