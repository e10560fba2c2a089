/**
 * Whose account this is. An account is linked once, by its mail address, and only where the partnership has admitted
 * the workspace and the domain; the link is checked against the partnership as it stands at every ask.
 */
import type { Partnership } from '../../src/partnership/partnership.ts'
import type { PersonId } from '../../src/ids.ts'
import type { Account, Accounts } from '../../src/ports/accounts.ts'
import { recent } from './recent.ts'

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

/** Long enough to spare the database in a busy minute, short enough for a link that has just been made or cut. */
const forMs = 3_000

type Needs = {
  readonly accounts: Accounts
  readonly partnership: () => Partnership
  readonly userInfo: (user: string) => Promise<SlackUser | undefined>
  /** Told of what failed without anybody waiting for it. */
  readonly failed: (error: unknown) => void
}

export type PersonOf = (account: Account) => Promise<PersonId | undefined>

export function recogniseAccounts({ accounts, partnership, userInfo, failed }: Needs): PersonOf {
  const known = recent<Promise<PersonId | undefined>>({ forMs, atMost: 10_000 })

  return async (account) => {
    if (!domainsOf(partnership(), account.workspace)) return undefined
    const person = await remembered(account)
    return partnership().people.some(({ id }) => id === person) ? person : undefined
  }

  function remembered(account: Account): Promise<PersonId | undefined> {
    const key = `${account.workspace} ${account.user}`
    const earlier = known.get(key)
    if (earlier) return earlier
    const looking = lookUp(account)
    known.set(key, looking)
    looking.catch(() => known.delete(key))
    return looking
  }

  async function lookUp(account: Account): Promise<PersonId | undefined> {
    const person = (await accounts.personOf(account)) ?? (await linkByAddress(account))
    if (person) accounts.used(account).catch(failed)
    return person
  }

  async function linkByAddress(account: Account): Promise<PersonId | undefined> {
    const person = personBehind(await userInfo(account.user), account.workspace, partnership())
    if (person) await accounts.link(account, person)
    return person
  }
}

export const isAdmitted = (partnership: Partnership, workspace: string): boolean =>
  domainsOf(partnership, workspace) !== undefined

function domainsOf({ workspaces, demonstration }: Partnership, team: string): readonly string[] | undefined {
  return workspaces.find(({ workspace }) => workspace === team || (workspace === 'any' && demonstration))?.domains
}

/** Only a full member of this very workspace, with an address that Slack does not call unconfirmed. */
export function personBehind(
  user: SlackUser | undefined,
  workspace: string,
  partnership: Partnership,
): PersonId | undefined {
  const address = user?.profile?.email?.toLowerCase()
  const domains = domainsOf(partnership, workspace)
  if (!user || !address || !domains || !isFullMember(user, workspace)) return undefined
  if (!isWithin(domains, address)) return undefined
  return partnership.people.find(({ email }) => email === address)?.id
}

/** Whether some workspace of the partnership admits the domain of this address. */
export const mayHaveAccount = (address: string, { workspaces }: Partnership): boolean =>
  workspaces.some(({ domains }) => isWithin(domains, address.toLowerCase()))

function isWithin(domains: readonly string[], address: string): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1)
  return domains.some((admitted) => admitted.toLowerCase() === domain)
}

function isFullMember(user: SlackUser, workspace: string): boolean {
  const elsewhere = user.team_id !== undefined && user.team_id !== workspace
  const inWorkspace = !elsewhere || user.enterprise_user?.teams?.includes(workspace)
  const ruledOut = [user.is_restricted, user.is_ultra_restricted, user.is_stranger, user.is_bot, user.deleted]
  return inWorkspace === true && !ruledOut.includes(true) && user.is_email_confirmed !== false
}
