/** What somebody has to put right in an installation is told to the coordinators: once a day while it lasts. */
import { dayOf } from '../calendar/london.ts'
import type { Account } from '../ports/accounts.ts'
import type { World } from '../ports/world.ts'
import { atFaultCard } from './at-fault.card.ts'
import type { PeopleNeeds } from './needs.ts'
import { coordinatorsOf } from './people.ts'
import { tell } from './tell.ts'
import { workspaceName } from './workspace-name.ts'

export async function tellAtFault(
  world: World<PeopleNeeds>,
  where: Pick<Account, 'platform' | 'workspace'>,
  code: string,
): Promise<void> {
  const { partnership, now } = world
  for (const { id } of coordinatorsOf(partnership))
    await tell(world, {
      key: `at-fault-${where.platform}-${where.workspace}-${code}-${dayOf(now)}-${id}`,
      to: id,
      card: atFaultCard(where.platform, workspaceName(partnership, where), code),
      about: { subject: 'person', id },
    })
}
