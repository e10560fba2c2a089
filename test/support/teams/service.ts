/**
 * Microsoft Teams on this machine: the login, the keys, the connector's REST API, and its side of the bot's door. It
 * checks what Microsoft checks and refuses what Teams refuses, so that a test through it says something about Teams.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import type { Activity } from './activities.ts'
import { createActor, type Actor } from './actor.ts'
import { channel, groupChat, personalChat } from './conversations.ts'
import { createFaults, type Faults } from './faults.ts'
import { send, type Reply } from './send.ts'
import { serve } from './serve.ts'
import { type Call, type Conversation, type TeamsState, type TeamsUser, type Tenant } from './state.ts'
import { createTokens, type Forgery } from './tokens.ts'

export type Teams = {
  readonly appId: string
  readonly appPassword: string
  /** For ToBotFromChannelOpenIdMetadataUrl, ToBotFromChannelTokenIssuer and ToChannelFromBotLoginUrl. */
  readonly openIdMetadataUrl: string
  readonly tokenIssuer: string
  readonly loginUrl: string
  /** What Teams would have refused, sentence by sentence. */
  readonly violations: readonly string[]
  readonly calls: readonly Call[]
  readonly faults: Faults
  addTenant(id?: string): Tenant
  addUser(user: NewUser): TeamsUser
  addGroupChat(tenant: string, name: string, members: readonly TeamsUser[]): Conversation
  addChannel(tenant: string, name: string, members: readonly TeamsUser[]): Conversation
  /** From now on this tenant is served under another address. */
  moveTenant(tenant: string, region: string): void
  /** No token that was given out is still good. */
  revokeTokens(): void
  /** Where the bot listens: its whole address, such as http://127.0.0.1:3000/api/messages. */
  deliverTo(bot: string): void
  /** A person who uses the bot, by their object id in the tenant. */
  user(tenant: string, aadObjectId: string): Actor
  /** Sends to the bot what is already made, with a token as told. */
  deliver(activity: Activity, forgery?: Forgery): Promise<Reply>
  /** Nothing listens now; the address stays the same when it comes back. */
  goDown(): Promise<void>
  comeBack(): Promise<void>
  stop(): Promise<void>
}

export type NewUser = Pick<TeamsUser, 'tenant' | 'email' | 'name'> &
  Partial<Omit<TeamsUser, 'tenant' | 'email' | 'name'>> & {
    /** The app is in their chat with the bot from the start, and nobody told the bot. */
    readonly installed?: true
  }

/** How long Teams waits before it tells the person that something went wrong. */
const teamsPatienceMs = 5000

type Options = {
  readonly port?: number
  /** More than Teams' own where a busy machine must not decide what a test finds. */
  readonly patienceMs?: number
}

export async function startTeams({ port = 0, patienceMs = teamsPatienceMs }: Options = {}): Promise<Teams> {
  const tokens = await createTokens()
  const faults = createFaults()
  const state = createState(patienceMs)
  let door = await serve(state, faults, tokens, port)
  let bot: string | undefined
  state.origin = `http://127.0.0.1:${door.port}`

  const deliver: Teams['deliver'] = async (activity, forgery) => {
    if (bot === undefined) throw new Error('the local Microsoft does not know the bot: call deliverTo first')
    const issued = { audience: state.appId, serviceUrl: activity.serviceUrl }
    const token = forgery?.noToken ? undefined : await tokens.sign(issued, forgery)
    return send(bot, activity, token, patienceMs)
  }
  const userOf = (tenant: string, id: string): TeamsUser => {
    const user = tenantOf(state, tenant).users.get(id)
    if (!user) throw new Error(`nobody is ${id} in ${tenant}`)
    return user
  }

  return {
    appId: state.appId,
    appPassword: state.appPassword,
    openIdMetadataUrl: `${state.origin}/openid-configuration`,
    tokenIssuer: tokens.issuer,
    loginUrl: `${state.origin}/botframework.com`,
    violations: state.violations,
    calls: state.calls,
    faults,
    addTenant(id = randomUUID()) {
      const tenant: Tenant = { id, users: new Map(), region: 'emea' }
      state.tenants.set(id, tenant)
      return tenant
    },
    addUser({ installed, ...given }) {
      const user: TeamsUser = {
        aadObjectId: randomUUID(),
        id: `29:1${randomBytes(30).toString('base64url')}`,
        userPrincipalName: given.email ?? '',
        userRole: 'user',
        ...given,
      }
      tenantOf(state, user.tenant).users.set(user.aadObjectId, user)
      if (installed) personalChat(state, user).bot = 'installed'
      return user
    },
    addGroupChat: (tenant, name, members) => groupChat(state, tenant, name, members.map(objectId)),
    addChannel: (tenant, name, members) => channel(state, tenant, name, members.map(objectId)),
    moveTenant(tenant, region) {
      tenantOf(state, tenant).region = region
    },
    revokeTokens: () => state.tokens.clear(),
    deliverTo(address) {
      bot = address
    },
    user: (tenant, id) => createActor(state, userOf(tenant, id), deliver),
    deliver,
    goDown: () => door.close(),
    async comeBack() {
      door = await serve(state, faults, tokens, door.port)
    },
    stop: () => door.close(),
  }
}

const createState = (patienceMs: number): TeamsState => ({
  appId: randomUUID(),
  appPassword: randomBytes(20).toString('base64url'),
  tenants: new Map(),
  conversations: new Map(),
  dialogs: new Map(),
  tokens: new Set(),
  calls: [],
  violations: [],
  patienceMs,
  origin: '',
  lastId: 0,
  changes: 0,
})

const objectId = ({ aadObjectId }: TeamsUser): string => aadObjectId

function tenantOf(state: TeamsState, id: string): Tenant {
  const tenant = state.tenants.get(id)
  if (!tenant) throw new Error(`there is no tenant ${id}`)
  return tenant
}
