/** The bot was removed from a workspace: its people are now reached by email, and those who count on them are told. */
import type { CaseId, PersonId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import type { AccountsNeeds } from '../people/accounts-needs.ts'
import { stillHolds } from '../people/admission.ts'
import { coordinatorsOf, personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import { workspaceName } from '../people/workspace-name.ts'
import type { Clock } from '../ports/clock.ts'
import type { LoseWorkspace, RegainWorkspace } from '../ports/recognise-account.ts'
import type { Store } from '../ports/store.ts'
import type { World } from '../ports/world.ts'
import { workingCalendar } from '../calendar/working-days.ts'
import type { Case } from './case.ts'
import type { CasesNeeds } from './needs.ts'
import { workspaceLeftCard } from './workspace-left.card.ts'

type LeavingNeeds = CasesNeeds & AccountsNeeds

export type LoseWorkspaceParts = {
  readonly store: Store<LeavingNeeds>
  readonly clock: Clock
  /** As it stands at each leaving. */
  readonly partnership: () => Partnership
  readonly newId: () => string
  /** Whether emails can be sent. */
  readonly mail: boolean
}

export function createLoseWorkspace({ store, clock, newId, mail, ...current }: LoseWorkspaceParts): LoseWorkspace {
  return async (from) => {
    const partnership = current.partnership()
    const calendar = workingCalendar(partnership.closedDays)
    const now = clock.now()
    await store.transact({ at: now }, async (tx) => {
      const lost = await tx.loseAccounts(from)
      if (from.user === undefined && lost.length > 0)
        await tellOfLeaving({ tx, now, partnership, calendar, newId, mail }, from, lost)
    })
  }
}

/** Before anybody has written there again, what waits for them can be sent there. */
export const createRegainWorkspace =
  ({ store, clock }: Pick<LoseWorkspaceParts, 'store' | 'clock'>): RegainWorkspace =>
  async (where) => {
    await store.transact({ at: clock.now() }, (tx) => tx.findAccountsAgain(where))
  }

type Where = Parameters<LoseWorkspace>[0]

type Left = World<LeavingNeeds> & Pick<LoseWorkspaceParts, 'mail'>

/** A second notice of the same leaving finds nobody to mark, so nobody is told twice. */
async function tellOfLeaving(world: Left, from: Where, lost: readonly PersonId[]): Promise<void> {
  const { tx, partnership, newId, mail } = world
  const workspace = workspaceName(partnership, from)
  const stranded = await withoutChat(world, lost)
  if (stranded.length === 0) return
  const leavingId = newId()
  const cardFor = (people: readonly PersonId[], about?: Pick<Case, 'id' | 'ref'>) =>
    workspaceLeftCard({ platform: from.platform, workspace, names: namesOf(partnership, people), mail, about })

  for (const [id, people] of await openCasesOf(tx, stranded)) {
    const stuck = await tx.caseById(id)
    if (stuck?.chair === undefined) continue
    const key = `workspace-left-${leavingId}-${id}-${stuck.chair}` as const
    await tell(world, {
      key,
      to: stuck.chair,
      card: cardFor(people, stuck),
      about: { subject: 'case', id },
      what: 'for-chair',
    })
  }
  for (const { id } of coordinatorsOf(partnership)) {
    const key = `workspace-left-all-${leavingId}-${id}` as const
    await tell(world, { key, to: id, card: cardFor(stranded), about: { subject: 'person', id } })
  }
}

/** Those who have another chat are reached there, and nobody needs to know. */
async function withoutChat(
  { tx, partnership }: World<LeavingNeeds>,
  lost: readonly PersonId[],
): Promise<readonly PersonId[]> {
  const stranded: PersonId[] = []
  for (const id of lost.filter((one) => personById(partnership, one))) {
    const others = await tx.accountsOf(id)
    const chats = others.filter((one) => one.platform !== 'web' && !one.unreachable && stillHolds(partnership, one))
    if (chats.length === 0) stranded.push(id)
  }
  return stranded
}

async function openCasesOf(
  tx: LeavingNeeds,
  people: readonly PersonId[],
): Promise<ReadonlyMap<CaseId, readonly PersonId[]>> {
  const found = new Map<CaseId, readonly PersonId[]>()
  for (const person of people)
    for (const { id } of await tx.casesOf(person)) found.set(id, [...(found.get(id) ?? []), person])
  return found
}

const namesOf = (partnership: Partnership, people: readonly PersonId[]): readonly string[] =>
  people.flatMap((id) => personById(partnership, id)?.name ?? [])
