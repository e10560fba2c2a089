/** The connector's REST API, as botbuilder's ConnectorClient speaks it. */
import { openTo, personalChat, userOf } from './conversations.ts'
import type { Operation } from './faults.ts'
import { addMessage, rewrite } from './messages.ts'
import { readActivity } from './posted.ts'
import { countSend } from './rate-limits.ts'
import { nextChange, type Conversation, type Message, type TeamsState, type TeamsUser } from './state.ts'
import { TeamsError } from './teams-error.ts'

export type Answer = { readonly status: number; readonly body?: unknown }
export type Request = {
  readonly method: string
  /** Below `v3/conversations`. */
  readonly path: readonly string[]
  readonly region: string
  readonly body: unknown
}

/** What a call is, so that faults can be named; undefined: nothing that the connector knows. */
export function operationOf({
  method,
  path,
}: Pick<Request, 'method' | 'path'>): Exclude<Operation, 'login'> | undefined {
  const [conversation, kind, one] = path
  if (conversation === undefined) return method === 'POST' ? 'create' : undefined
  if (kind === 'members' || kind === 'pagedmembers') return method === 'GET' ? 'members' : undefined
  if (kind !== 'activities') return undefined
  if (method === 'POST') return 'send'
  if (one === undefined) return undefined
  return method === 'PUT' ? 'update' : method === 'DELETE' ? 'delete' : undefined
}

export function answerConnector(
  state: TeamsState,
  operation: Exclude<Operation, 'login'>,
  { path, region, body }: Request,
): Answer {
  const [id = '', kind, one = ''] = path
  if (operation === 'create') return create(state, region, body)
  const conversation = openTo(state, id)
  refuseRegion(state, conversation.tenant, region)
  switch (operation) {
    case 'send':
      return send(state, conversation, body)
    case 'update':
      rewrite(state, ownMessage(conversation, one), readActivity(state, 'update', body))
      return { status: 200, body: { id: one } }
    case 'delete':
      return remove(state, ownMessage(conversation, one))
    case 'members':
      return members(state, conversation, kind ?? '', one)
  }
}

function send(state: TeamsState, conversation: Conversation, body: unknown): Answer {
  const { type } = body as { readonly type?: string }
  if (type === 'typing') return { status: 201, body: { id: '' } }
  const content = readActivity(state, 'send', body)
  countSend(state, conversation)
  const { id } = addMessage(state, conversation, content, true)
  return { status: 201, body: { id } }
}

function remove(state: TeamsState, message: Message): Answer {
  message.deleted = true
  message.seen = nextChange(state)
  return { status: 200 }
}

function ownMessage({ messages }: Conversation, id: string): Message {
  const found = messages.find((message) => message.id === id && !message.deleted)
  if (!found) throw new TeamsError(404, 'ActivityNotFoundInConversation', 'Activity not found.')
  if (!found.byBot) throw new TeamsError(403, 'Forbidden', 'Only its own messages may be changed by a bot.')
  return found
}

/** Only a chat with one person who has the app: a bot makes no groups. */
function create(state: TeamsState, region: string, body: unknown): Answer {
  const { members = [], tenantId, channelData, isGroup, activity } = body as ConversationParameters
  const tenant = channelData?.tenant?.id ?? tenantId ?? ''
  const user = userOf(state, tenant, members[0]?.id ?? '')
  if (isGroup === true || members.length !== 1 || !user)
    throw new TeamsError(403, 'ForbiddenOperation', 'A bot can only write to one person of a tenant.')
  refuseRegion(state, tenant, region)
  const conversation = openTo(state, personalChat(state, user).id)
  countSend(state, conversation)
  const first = activity ? addMessage(state, conversation, readActivity(state, 'create', activity), true) : undefined
  return { status: 201, body: { id: conversation.id, ...(first && { activityId: first.id }) } }
}

type ConversationParameters = {
  readonly members?: readonly { readonly id: string }[]
  readonly tenantId?: string
  readonly channelData?: { readonly tenant?: { readonly id?: string } }
  readonly isGroup?: boolean
  readonly activity?: unknown
}

function members(state: TeamsState, conversation: Conversation, kind: string, one: string): Answer {
  const present = [...conversation.members].flatMap((id) => userOf(state, conversation.tenant, id) ?? [])
  if (kind === 'pagedmembers') return { status: 200, body: { members: present.map(asMember) } }
  if (one === '') return { status: 200, body: present.map(asMember) }
  const found = present.find(({ id, aadObjectId }) => id === one || aadObjectId === one)
  if (!found) throw new TeamsError(404, 'MemberNotFoundInConversation', 'Member not found.')
  return { status: 200, body: asMember(found) }
}

function asMember({ id, aadObjectId, name, email, userPrincipalName, userRole, tenant }: TeamsUser) {
  const [givenName = '', ...surnames] = name.split(' ')
  const common = { id, name, tenantId: tenant, userRole }
  if (userRole === 'anonymous') return common
  return { ...common, givenName, surname: surnames.join(' '), objectId: aadObjectId, email, userPrincipalName }
}

/** After a tenant was moved, its old address knows it no longer. */
function refuseRegion(state: TeamsState, tenant: string, region: string): void {
  if (state.tenants.get(tenant)?.region !== region)
    throw new TeamsError(404, 'ConversationNotFound', 'Conversation not found.')
}
