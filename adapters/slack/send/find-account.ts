/** The account of somebody who has never used the bot, by the work email address that the partnership has for them. */
import { recent } from '../../../doors/recent.ts'
import type { PersonId } from '../../../src/ids.ts'
import type { Partnership, PartnershipPerson } from '../../../src/partnership/partnership.ts'
import { personBehind } from '../../../src/people/admission.ts'
import type { Account } from '../../../src/ports/accounts.ts'
import type { Messenger } from '../../../src/ports/messenger.ts'
import { InstallationError, UndeliverableError } from '../../../src/ports/messenger-errors.ts'
import type { ConfirmAccount } from '../../../src/ports/recognise-account.ts'
import { evidenceOf, userWith } from '../accounts.ts'
import { classifyError, wasTakenOut } from './classify-error.ts'
import type { InstalledIn } from '../install/installed-app.ts'

/** How long somebody who was not found is not asked for again: Slack allows some twenty look-ups a minute. */
const forMs = 5 * 60_000

type Needs = {
  readonly partnership: () => Partnership
  readonly installedIn: InstalledIn
  readonly find: ConfirmAccount
  /** The workspaces that have an app of their own. */
  readonly named: ReadonlySet<string>
}

export function findAccounts({ partnership, installedIn, find, named }: Needs): Messenger['accountOf'] {
  const missing = recent<true>({ forMs, atMost: 10_000 })

  /** One workspace that cannot say now hides nobody whom another one knows. */
  return async (id) => {
    const person = partnership().people.find((one) => one.id === id)
    const failures: Error[] = []
    for (const workspace of person ? workspacesOf(partnership(), named, person) : []) {
      const found =
        person &&
        (await lookUp(workspace, person).catch((error: unknown) => void failures.push(failedIn(workspace, error))))
      if (found) return found
    }
    // What passes is waited for, before what somebody has to put right.
    const failure = failures.find((one) => !(one instanceof InstallationError)) ?? failures[0]
    if (failure) throw failure
    return undefined
  }

  async function lookUp(workspace: string, { id, email }: PartnershipPerson): Promise<Account | undefined> {
    const key = `${workspace} ${email}`
    if (missing.get(key)) return undefined
    const found = await accountIn(workspace, email, id)
    if (!found) missing.set(key, true)
    return found
  }

  async function accountIn(workspace: string, address: string, id: PersonId): Promise<Account | undefined> {
    const installed = await installedIn(workspace)
    const user = installed && (await userWith(installed.api, address).catch(nobodyWhereTakenOut))
    if (user?.id === undefined) return undefined
    const places = workspace === 'any' ? [user.team_id ?? '', ...(user.enterprise_user?.teams ?? [])] : [workspace]
    for (const place of places) {
      const account: Account = { platform: 'slack', workspace: place, user: user.id }
      if (await find(account, evidenceOf(user, place), id)) return account
    }
    return undefined
  }
}

/** Those whose word would count for this person; `any` in the demonstration. */
function workspacesOf(
  partnership: Partnership,
  named: ReadonlySet<string>,
  { id, email: address }: PartnershipPerson,
): readonly string[] {
  const counts = (workspace: string): boolean =>
    personBehind(partnership, { platform: 'slack', workspace, user: '' }, { address, fullMember: true }) === id
  const admitted = partnership.workspaces.filter(({ platform }) => platform === 'slack')
  return [...new Set([...admitted.map(({ workspace }) => workspace), ...named])].filter(counts)
}

/** A look-up that failed says nothing of the person. */
function failedIn(workspace: string, error: unknown): Error {
  const failure = classifyError(error)
  if (failure instanceof InstallationError)
    return new InstallationError(failure.code, { where: { platform: 'slack', workspace } })
  return failure instanceof UndeliverableError ? new Error(`Slack did not look anybody up: ${failure.code}`) : failure
}

function nobodyWhereTakenOut(error: unknown): undefined {
  if (!wasTakenOut(error)) throw error
}
