/** What the local Slack remembers: workspaces, people, messages, open views, and what passed through the door. */
import type { HomeView, KnownBlock, ModalView } from '@slack/types'
import type { StateValues } from './state-values.ts'

/** One installation of the bot's app: each workspace has one app, its own or one that several share. */
export type Workspace = {
  readonly team: string
  readonly domain: string
  readonly botUser: string
  readonly botId: string
  /** Empty where no app is installed. */
  botToken: string
  app: LocalApp
  scopes: ReadonlySet<string>
  readonly users: Map<string, SlackUser>
  /** Direct messages with the bot, by user id. */
  readonly directMessages: Map<string, Conversation>
}

export type LocalApp = {
  readonly appId: string
  readonly signingSecret: string
  /** For Socket Mode. */
  readonly appToken: string
}

/** An app that workspaces install for themselves. */
export type SharedApp = LocalApp & { readonly clientId: string; readonly clientSecret: string }

/** An administrator has agreed: worth a token, once. */
export type Grant = { readonly team: string; readonly scopes: readonly string[]; readonly redirectUri: string }

export type SlackUser = {
  readonly id: string
  readonly team: string
  /** The workspace that the account belongs to: another one for a stranger. */
  readonly home: string
  readonly name: string
  readonly email: string
  readonly confirmed: boolean
  /** A guest. */
  readonly restricted: boolean
  /** Somebody of another workspace, met in a shared channel. */
  readonly stranger: boolean
  /** The workspaces of an Enterprise Grid that the account has been given; absent outside of one. */
  readonly grid?: readonly string[]
  readonly deleted: boolean
}

export type Conversation = { readonly id: string; readonly user: string; readonly messages: Message[] }

export type Message = {
  readonly ts: string
  readonly user: string
  readonly team: string
  readonly channel: string
  /** Whose post it is: the bot's, or a person's own words. */
  readonly byBot: boolean
  /** Seen by one person and never in the history. */
  readonly ephemeral: boolean
  text: string
  blocks: KnownBlock[]
  metadata?: unknown
  /** Under which message it lies, and whether it was said in the conversation as well. */
  readonly thread?: string
  readonly broadcast?: boolean
  edited: boolean
  deleted: boolean
  /** Order among everything that changed for anybody. */
  seen: number
}

export type OpenView = {
  readonly id: string
  readonly team: string
  readonly user: string
  readonly root: string
  readonly previous: string | undefined
  view: ModalView | HomeView
  hash: string
  /** What the person has put in and not sent. */
  values: StateValues
  /** What is marked as wrong, by block id. */
  errors: Readonly<Record<string, string>>
  seen: number
}

export type Trigger = { readonly team: string; readonly user: string; readonly madeAt: number; used: boolean }

export type ResponseUrl = {
  readonly team: string
  readonly user: string
  readonly channel: string
  readonly madeAt: number
  readonly original: Message | undefined
  uses: number
}

export type Call = {
  readonly method: string
  readonly team: string | undefined
  readonly args: Readonly<Record<string, unknown>>
  /** Milliseconds since 1970, when the call came in. */
  readonly at: number
  readonly answer: Readonly<Record<string, unknown>>
}

export type SlackState = {
  readonly workspaces: Map<string, Workspace>
  readonly shared: SharedApp
  /** By code. */
  readonly grants: Map<string, Grant>
  /** App ids by the tickets with which a line of Socket Mode may be opened. */
  readonly tickets: Map<string, string>
  /** Tokens that are no longer worth anything, with what Slack says to them. */
  readonly deadTokens: Map<string, 'account_inactive' | 'token_revoked'>
  readonly triggers: Map<string, Trigger>
  readonly responseUrls: Map<string, ResponseUrl>
  readonly views: Map<string, OpenView>
  /** Views on top of each other, the uppermost last, by team and user. */
  readonly stacks: Map<string, OpenView[]>
  readonly homes: Map<string, OpenView>
  readonly ephemerals: Message[]
  readonly calls: Call[]
  /** What Slack would have refused or shown as trouble, since the start. */
  readonly violations: string[]
  /** How long Slack waits for the bot's answer, and how long a trigger lasts. */
  readonly patienceMs: number
  /** Where response_url's and the Web API are served. */
  origin: string
  lastTs: number
  changes: number
}

export const createState = (patienceMs: number, shared: SharedApp): SlackState => ({
  patienceMs,
  shared,
  workspaces: new Map(),
  grants: new Map(),
  tickets: new Map(),
  deadTokens: new Map(),
  triggers: new Map(),
  responseUrls: new Map(),
  views: new Map(),
  stacks: new Map(),
  homes: new Map(),
  ephemerals: [],
  calls: [],
  violations: [],
  origin: '',
  lastTs: 0,
  changes: 0,
})

export const who = (team: string, user: string): string => `${team}/${user}`

/** Everybody's changes in one order, so that "since I pressed" can be asked. */
export const nextChange = (state: SlackState): number => (state.changes += 1)

/** Slack's name for a message: seconds with six decimals, never twice. */
export function nextTs(state: SlackState): string {
  state.lastTs = Math.max(Date.now() * 1000, state.lastTs + 1)
  return `${Math.floor(state.lastTs / 1_000_000)}.${String(state.lastTs % 1_000_000).padStart(6, '0')}`
}
