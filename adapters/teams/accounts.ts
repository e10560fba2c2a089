/** What Teams vouches for about a user, and where that user can be written to. */
import type { Evidence } from '../../src/ports/recognise-account.ts'
import type { Heard } from './hear/activity.ts'
import type { Bot } from './bot.ts'
import type { Connector, Member } from './send/platform-api.ts'
import { isSame, readConversation, type Conversation } from './conversation.ts'

/** Asked of the roster of the conversation in which the user spoke; a user of the playground has no address of ours. */
export async function evidenceOf(
  connector: Connector,
  { activity, account, conversation }: Heard,
): Promise<Evidence | undefined> {
  if (conversation.local) return undefined
  const [id = conversation.id] = conversation.id.split(';')
  const member = await connector.member({ ...conversation, id }, activity.from.id)
  if (!member || (member.aadObjectId ?? member.objectId) !== account.user) return undefined
  const address = member.email ?? member.userPrincipalName
  return {
    ...(address !== undefined && { address }),
    fullMember: member.tenantId === account.workspace && isOfTheTenant(member),
  }
}

/** A guest keeps the mark in its name even where somebody calls it a user. */
const isOfTheTenant = ({ userRole, userPrincipalName = '' }: Member): boolean =>
  userRole?.toLowerCase() === 'user' && !userPrincipalName.toLowerCase().includes('#ext#')

export const ownConversation = async (
  { accounts }: Pick<Bot, 'accounts'>,
  { account }: Pick<Heard, 'account'>,
): Promise<Conversation | undefined> => readConversation(await accounts.conversationOf(account))

/** Kept when it is new or has moved, so that most messages cost no write. */
export async function keepWhereToWrite(bot: Bot, heard: Heard): Promise<void> {
  const { personal, account, conversation } = heard
  if (!personal || isSame(conversation, await ownConversation(bot, heard))) return
  await bot.accounts.keepConversation(account, conversation)
}

/** A button acts only where its card was posted: in its person's own chat with the bot. */
export async function isInOwnChat(bot: Bot, heard: Heard): Promise<boolean> {
  if (!heard.personal) return false
  const kept = await ownConversation(bot, heard)
  return kept === undefined || kept.id === heard.conversation.id
}
