/** What the local Microsoft remembers: tenants, people, conversations, messages, and what passed through its doors. */
import type { AdaptiveCard } from './adaptive-card.ts'

export type Tenant = {
  readonly id: string
  readonly users: Map<string, TeamsUser>
  /** The part of the service address that Teams changes when it moves a tenant. */
  region: string
}

export type TeamsUser = {
  readonly tenant: string
  readonly aadObjectId: string
  /** What Teams calls the person towards this bot. */
  readonly id: string
  readonly name: string
  /** The roster writes null, or nothing, for somebody without a mailbox. */
  readonly email: string | null
  readonly userPrincipalName: string
  readonly userRole: 'user' | 'guest' | 'anonymous'
}

export type Conversation = {
  readonly id: string
  readonly tenant: string
  readonly type: 'personal' | 'groupChat' | 'channel'
  /** Object ids. */
  readonly members: Set<string>
  /** Of a channel. */
  readonly team?: string
  /** `never`: the app was not installed here yet; `blocked`: it was taken out again, or muted. */
  bot: 'never' | 'installed' | 'blocked'
  readonly messages: Message[]
  /** When the bot sent or created here, in milliseconds. */
  readonly sends: number[]
}

export type Message = {
  readonly id: string
  readonly conversation: string
  readonly byBot: boolean
  text: string
  summary: string
  card: AdaptiveCard | undefined
  /** What a person sees instead, after a press or a refresh of their own; by object id. */
  readonly cardFor: Map<string, AdaptiveCard>
  edited: boolean
  deleted: boolean
  /** Order among everything that changed for anybody. */
  seen: number
}

export type Dialog = {
  readonly title: string
  readonly card: AdaptiveCard
  /** Where it was opened: its answers carry the same. */
  readonly from: { readonly conversation: Conversation; readonly command?: string }
  /** What the person has put in and not sent, by id of the input. */
  values: Readonly<Record<string, string>>
  seen: number
}

export type Call = {
  readonly method: string
  readonly path: string
  readonly body: unknown
  /** Milliseconds since 1970, when the call came in. */
  readonly at: number
  readonly status: number
  readonly answer: unknown
}

export type TeamsState = {
  readonly appId: string
  readonly appPassword: string
  readonly tenants: Map<string, Tenant>
  readonly conversations: Map<string, Conversation>
  /** What each person has open, by the id that Teams has for them. */
  readonly dialogs: Map<string, Dialog>
  /** The bearer tokens that the login gave out. */
  readonly tokens: Set<string>
  readonly calls: Call[]
  /** What Teams would have refused or shown as trouble, since the start. */
  readonly violations: string[]
  /** How long Teams waits for the bot's answer. */
  readonly patienceMs: number
  origin: string
  lastId: number
  changes: number
}

export const botAccount = ({ appId }: Pick<TeamsState, 'appId'>) => ({ id: `28:${appId}`, name: 'Unstuck' })

/** Everybody's changes in one order, so that "since I pressed" can be asked. */
export const nextChange = (state: TeamsState): number => (state.changes += 1)

/** Teams names an activity by its millisecond. */
export const nextId = (state: TeamsState): string => String((state.lastId = Math.max(Date.now(), state.lastId + 1)))

export const serviceUrlOf = (state: TeamsState, tenant: string): string =>
  `${state.origin}/${state.tenants.get(tenant)?.region ?? 'emea'}/`
