/**
 * Keeps a file that was read and checked as the next version of the partnership, or nothing where another was applied
 * since it was compared. Sets the check for what leavers held, in the same transaction.
 */
import { createHash } from 'node:crypto'
import { secondMs } from '../calendar/durations.ts'
import { done, type Answer } from '../display/answer.ts'
import { refused } from '../display/refusal.ts'
import { countsOf } from '../partnership/compare-partnerships.ts'
import { leftAfter } from '../partnership/left.ts'
import type { Partnership } from '../partnership/partnership.ts'
import type { KeptVersion, NewVersion } from '../ports/partnership-versions.ts'
import type { World } from '../ports/world.ts'
import { unlinkOldAddresses } from './unlink-old-addresses.ts'
import type { VersionNeeds } from './version-needs.ts'

export type Applying = Pick<NewVersion, 'how' | 'by' | 'text'> & {
  /** As it was read from the text. */
  readonly partnership: Partnership
  /** The newest version, against which the difference was shown; none: this is the first. */
  readonly newest: Pick<KeptVersion, 'version' | 'left'> | undefined
  /** As it was read from that version; none where it cannot be read any longer. */
  readonly before: Partnership | undefined
}

export async function applyVersion(
  { tx, now }: Pick<World<VersionNeeds>, 'tx' | 'now'>,
  { how, by, text, partnership, newest, before }: Applying,
): Promise<Answer> {
  const version = (newest?.version ?? 0) + 1
  const counts = countsOf(before, partnership)
  const hash = hashOf(text)
  const left = leftAfter(newest?.left, before, partnership)
  const kept = await tx.keepVersion({ version, how, ...(by && { by }), text, hash, left, counts })
  if (!kept) return refused('partnership-has-changed')
  await tx.record({ fact: 'partnership-applied', version, how, hash, ...counts })
  await unlinkOldAddresses(tx, { newest, before, partnership })
  // Once running processes have taken it up, check who holds something they no longer may.
  await tx.setWake({ wake: 'handover-check' }, new Date(now.getTime() + takenUpMs))
  return done(`Version ${version} is in force. Running processes take it up within seconds.`)
}

/** How often a running process looks for a new version: one short question to the database each time. */
export const lookedForEveryMs = 2 * secondMs

/** Five looks: also a process that was busy, or could not ask once, has taken it up by then. */
export const takenUpMs = 5 * lookedForEveryMs

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
