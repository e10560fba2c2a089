/**
 * The version of the partnership with which a process starts: the newest in the database. The first start on a database
 * applies the file that it was given; the demonstration's own file is applied whenever it has changed. Where this program
 * cannot read the newest version it does not start: an older one, started again, would undo what a newer one has applied.
 */
import { CannotStartError } from '../../doors/cannot-start.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { cannotBeRead, readVersion } from '../../src/partnership/read-version.ts'
import { applyVersion } from '../../src/people/apply-version.ts'
import type { VersionNeeds } from '../../src/people/version-needs.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { Log } from '../../src/ports/log.ts'
import type { KeptVersion, PartnershipVersions } from '../../src/ports/partnership-versions.ts'
import type { Store } from '../../src/ports/store.ts'
import { orCannotStart, type GivenPartnership } from '../config/load-partnership.ts'

type Starting = {
  readonly given: GivenPartnership
  readonly demonstration: boolean
  readonly versions: PartnershipVersions
  readonly store: Store<VersionNeeds>
  readonly clock: Clock
  readonly log: Log
}

type Started = {
  readonly first: Partnership
  /** One sentence for anybody who starts it, where the file that was given is not what is in force. */
  readonly note?: string
}

export async function partnershipInForce(starting: Starting): Promise<Started> {
  const { versions, demonstration, given, log } = starting
  for (;;) {
    const newest = await versions.newest()
    const read = newest && readVersion(newest, { demonstration })
    const before = read && 'partnership' in read ? read.partnership : undefined
    if (newest && !(demonstration && (await isNew(given, versions)))) {
      if (read && 'problems' in read)
        throw new CannotStartError([cannotBeRead(newest.version), ...read.problems].join('\n'))
      if (before) return { first: before, ...(!demonstration && noteOn(newest, given, log)) }
    }
    await applyGiven(starting, newest, before) // where another process was first, its version is there now
  }
}

const isNew = async (given: GivenPartnership, { lastOfStart }: PartnershipVersions): Promise<boolean> =>
  'text' in given && given.text !== (await lastOfStart())?.text

async function applyGiven(
  { given, store, clock }: Starting,
  newest: KeptVersion | undefined,
  before: Partnership | undefined,
): Promise<void> {
  const { text, partnership } = orCannotStart(given)
  await store.transact({ at: clock.now() }, (tx) =>
    applyVersion({ tx, now: clock.now() }, { how: 'start', text, partnership, newest, before }),
  )
}

/** Never applied automatically: anybody who edits a file may not have finished, and nobody has seen the difference. */
function noteOn({ version, text }: KeptVersion, given: GivenPartnership, log: Log): { readonly note?: string } {
  if ('text' in given && given.text === text) return {}
  log.warn('partnership-file-differs', { version, readable: 'text' in given })
  const what = 'text' in given ? 'differs from' : 'has mistakes, so nothing was changed in'
  return {
    note:
      `The file that PARTNERSHIP names ${what} version ${version} of the partnership, which is in force. ` +
      'To see what it would change and to apply it: npm run partnership -- apply FILE',
  }
}
