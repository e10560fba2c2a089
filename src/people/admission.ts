/** Which workspaces and tenants take part, and what an account there proves. Pure: the partnership as it stands decides. */
import type { PersonId } from '../ids.ts'
import type { AdmittedWorkspace, Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import type { Account, Holding } from '../ports/accounts.ts'
import type { Evidence } from '../ports/recognise-account.ts'
import { personByEmail, personById } from './people.ts'

type Where = Pick<Account, 'platform' | 'workspace'>

/** Whether anybody there is answered at all; the browser is ours. */
export const isAdmitted = (partnership: Partnership, where: Where): boolean =>
  where.platform === 'web' || admissions(partnership, where).length > 0

/** What the partnership's file says of this workspace; it may be admitted several times, each for its own. */
export const admissions = ({ workspaces, demonstration }: Partnership, where: Where): readonly AdmittedWorkspace[] =>
  workspaces.filter(
    ({ platform, workspace }) =>
      platform === where.platform && (workspace === where.workspace || (workspace === 'any' && demonstration === true)),
  )

/** Whom the address of this account proves it to be; nobody if the account is a guest, or its address is outside the workspace's domains. */
export function personBehind(
  partnership: Partnership,
  account: Account,
  evidence: Evidence | undefined,
): PersonId | undefined {
  if (!evidence?.fullMember) return undefined
  const addresses = [...(evidence.address === undefined ? [] : [evidence.address]), ...(evidence.otherAddresses ?? [])]
  const people = addresses.flatMap((address) => personByEmail(partnership, address) ?? [])
  return people.find((person) => mayProve(partnership, account, person))?.id
}

/** Whether an account that was linked earlier is still its person's. */
export function stillHolds(partnership: Partnership, holding: Holding): boolean {
  const person = personById(partnership, holding.person)
  if (!person || holding.removed) return false
  return holding.linkedBy === 'address' ? mayProve(partnership, holding, person) : isAdmitted(partnership, holding)
}

const mayProve = (partnership: Partnership, where: Where, { email, agency }: PartnershipPerson): boolean =>
  admissions(partnership, where).some((one) => believes(one, email, agency))

function believes(
  { agencies, domains }: AdmittedWorkspace,
  address: string,
  agency: PartnershipPerson['agency'],
): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  return agencies.includes(agency) && domains.some((one) => one.toLowerCase() === domain)
}
