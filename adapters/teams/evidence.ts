/** What Teams vouches for about a user. */
import type { Evidence } from '../../src/ports/recognise-account.ts'
import type { Heard } from './hear/activity.ts'
import type { Connector, Member } from './send/platform-api.ts'

/** Asked of the roster of the conversation in which the user spoke; a user of the playground has no address of ours. */
export async function evidenceOf(
  connector: Connector,
  { activity, account, conversation }: Heard,
): Promise<Evidence | undefined> {
  if (conversation.local) return undefined
  const [id = conversation.id] = conversation.id.split(';')
  const member = await connector.member({ ...conversation, id }, activity.from.id)
  if (!member || !isSameId(member.aadObjectId ?? member.objectId, account.user)) return undefined
  const [address, ...otherAddresses] = [member.email, member.userPrincipalName].filter((one) => one !== undefined)
  return {
    ...(address !== undefined && { address }),
    otherAddresses,
    fullMember: isSameId(member.tenantId, account.workspace) && isOfTheTenant(member),
  }
}

/** A GUID is the same in upper case. */
const isSameId = (one: string | undefined, other: string): boolean => one?.toLowerCase() === other.toLowerCase()

/** A guest keeps the mark in its name even where somebody calls it a user. */
const isOfTheTenant = ({ userRole, userPrincipalName = '' }: Member): boolean =>
  userRole?.toLowerCase() === 'user' && !userPrincipalName.toLowerCase().includes('#ext#')
