/** What Slack vouches for about one of its users; whose account it is, src/people decides. */
import type { Account } from '../../src/ports/accounts.ts'
import type { Evidence } from '../../src/ports/recognise-account.ts'
import { codeOf } from './send/classify-error.ts'
import type { SlackApi } from './send/platform-api.ts'

/** What `users.info` says of a user; docs.slack.dev/reference/objects/user-object */
export type SlackUser = {
  readonly id?: string
  readonly team_id?: string
  readonly deleted?: boolean
  readonly is_bot?: boolean
  readonly is_restricted?: boolean
  readonly is_ultra_restricted?: boolean
  readonly is_stranger?: boolean
  readonly is_email_confirmed?: boolean
  readonly enterprise_user?: { readonly teams?: readonly string[] }
  readonly profile?: { readonly email?: string }
}

export function evidenceOf(user: SlackUser, workspace: string): Evidence {
  const address = user.is_email_confirmed === false ? undefined : user.profile?.email
  return { fullMember: isFullMember(user, workspace), ...(address && { address }) }
}

/** At home there, or a member of the same organisation whom it has given this workspace too. */
export const isOfWorkspace = ({ team_id: home, enterprise_user: member }: SlackUser, workspace: string): boolean =>
  home === undefined || home === workspace || member?.teams?.includes(workspace) === true

/** Of this very workspace. */
function isFullMember(user: SlackUser, workspace: string): boolean {
  const ruledOut = [user.is_restricted, user.is_ultra_restricted, user.is_stranger, user.is_bot, user.deleted]
  return isOfWorkspace(user, workspace) && !ruledOut.includes(true)
}

/** Undefined if Slack does not show us the person, such as a member of another organisation in a shared channel. */
export async function evidenceFrom(api: SlackApi, account: Account): Promise<Evidence | undefined> {
  const found = await userOf(api, account.user)
  return found && evidenceOf(found, account.workspace)
}

/** Undefined if Slack does not show us the person. */
export const userOf = (api: SlackApi, user: string): Promise<SlackUser | undefined> =>
  unlessMissing(api.userInfo(user), ['user_not_found', 'user_not_visible'])

/** Undefined where nobody in the workspace has this address. */
export const userWith = (api: SlackApi, address: string): Promise<SlackUser | undefined> =>
  unlessMissing(api.userWith(address), ['users_not_found', 'user_not_found', 'user_not_visible'])

/** An answer that names nobody is no "nobody there". */
async function unlessMissing(
  look: Promise<{ readonly user?: SlackUser }>,
  missing: readonly string[],
): Promise<SlackUser | undefined> {
  try {
    const { user } = await look
    if (!user?.id) throw new Error('the answer of Slack named nobody')
    return user
  } catch (error) {
    if (missing.includes(codeOf(error))) return undefined
    throw error
  }
}
