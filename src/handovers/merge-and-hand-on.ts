/** A statutory return is merged, and what goes with its children follows: the whole of what an import does. */
import { mergeReturn, type MergeReturn } from '../children/merge-return.ts'
import type { MergeNeeds } from '../children/merge-needs.ts'
import type { MergeReport, OlderReturn } from '../children/return-report.ts'
import type { Refusal } from '../display/refusal.ts'
import type { World } from '../ports/world.ts'
import { followReturn } from './follow-return.ts'
import type { FollowNeeds } from './needs.ts'

export const mergeAndHandOn = (
  world: World<MergeNeeds & FollowNeeds>,
  asked: MergeReturn,
): Promise<MergeReport | OlderReturn | Refusal> =>
  mergeReturn(world, asked, (children) => followReturn(world, children, asked.dryRun))
