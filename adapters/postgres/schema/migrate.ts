/** Brings the database to the newest shape; several processes may start at once, and one does it. */
import { Kysely, Migrator, PostgresDialect, type Migration } from 'kysely'
import pg from 'pg'
import * as base from '../migrations/0001-base.ts'
import * as children from '../migrations/0002-children.ts'
import * as cases from '../migrations/0003-cases.ts'
import * as inputs from '../migrations/0004-inputs.ts'
import * as actions from '../migrations/0005-actions.ts'
import * as nudges from '../migrations/0006-nudges.ts'
import * as duties from '../migrations/0007-duties.ts'
import * as installations from '../migrations/0008-installations.ts'
import * as signIns from '../migrations/0009-sign-ins.ts'
import * as hashingKeys from '../migrations/0010-hashing-keys.ts'
import * as partnershipVersions from '../migrations/0011-partnership-versions.ts'
import * as plainNames from '../migrations/0012-plain-names.ts'
import * as handovers from '../migrations/0013-handovers.ts'
import * as copies from '../migrations/0014-copies.ts'
import * as whomMessagesAreFor from '../migrations/0015-whom-messages-are-for.ts'
import * as climbs from '../migrations/0016-climbs.ts'
import * as parts from '../migrations/0017-parts.ts'
import * as laddersClimb from '../migrations/0018-ladders-climb.ts'
import * as dangers from '../migrations/0019-dangers.ts'
import * as noSilentEnds from '../migrations/0020-no-silent-ends.ts'
import * as standingIn from '../migrations/0021-standing-in.ts'
import * as accepted from '../migrations/0022-accepted.ts'
import * as onAPage from '../migrations/0023-on-a-page.ts'
import * as redraws from '../migrations/0024-redraws.ts'
import * as takenFor from '../migrations/0025-taken-for.ts'
import * as oneReference from '../migrations/0028-one-reference.ts'
import * as family from '../migrations/0029-family.ts'
import * as released from '../migrations/0030-released.ts'
import * as givenChild from '../migrations/0031-given-child.ts'
import * as meetingRoom from '../migrations/0035-meeting-room.ts'
import * as joinedPosts from '../migrations/0036-joined-posts.ts'
import * as drafts from '../migrations/0037-drafts.ts'
import * as cameToo from '../migrations/0038-came-too.ts'
import * as threads from '../migrations/0039-threads.ts'
import * as likeIdentifiers from '../migrations/0041-like-identifiers.ts'
import * as numbersForAll from '../migrations/0042-numbers-for-all.ts'
import * as careBegan from '../migrations/0043-care-began.ts'
import * as overviews from '../migrations/0047-overviews.ts'
import * as childEvents from '../migrations/0049-child-events.ts'
import * as recurringDuties from '../migrations/0050-recurring-duties.ts'
import * as reviewsTakenBack from '../migrations/0051-reviews-taken-back.ts'
import * as processes from '../migrations/0053-processes.ts'
import * as wakesInOrder from '../migrations/0054-wakes-in-order.ts'
import * as challenges from '../migrations/0055-challenges.ts'
import * as datesAsOf from '../migrations/0056-dates-as-of.ts'
import * as correctedAndAroundCare from '../migrations/0057-corrected-and-around-care.ts'

const migrations: Readonly<Record<string, Migration>> = {
  '0001-base': base,
  '0002-children': children,
  '0003-cases': cases,
  '0004-inputs': inputs,
  '0005-actions': actions,
  '0006-nudges': nudges,
  '0007-duties': duties,
  '0008-installations': installations,
  '0009-sign-ins': signIns,
  '0010-hashing-keys': hashingKeys,
  '0011-partnership-versions': partnershipVersions,
  '0012-plain-names': plainNames,
  '0013-handovers': handovers,
  '0014-copies': copies,
  '0015-whom-messages-are-for': whomMessagesAreFor,
  '0016-climbs': climbs,
  '0017-parts': parts,
  '0018-ladders-climb': laddersClimb,
  '0019-dangers': dangers,
  '0020-no-silent-ends': noSilentEnds,
  '0021-standing-in': standingIn,
  '0022-accepted': accepted,
  '0023-on-a-page': onAPage,
  '0024-redraws': redraws,
  '0025-taken-for': takenFor,
  '0028-one-reference': oneReference,
  '0029-family': family,
  '0030-released': released,
  '0031-given-child': givenChild,
  '0035-meeting-room': meetingRoom,
  '0036-joined-posts': joinedPosts,
  '0037-drafts': drafts,
  '0038-came-too': cameToo,
  '0039-threads': threads,
  '0041-like-identifiers': likeIdentifiers,
  '0042-numbers-for-all': numbersForAll,
  '0043-care-began': careBegan,
  '0047-overviews': overviews,
  '0049-child-events': childEvents,
  '0050-recurring-duties': recurringDuties,
  '0051-reviews-taken-back': reviewsTakenBack,
  '0053-processes': processes,
  '0054-wakes-in-order': wakesInOrder,
  '0055-challenges': challenges,
  '0056-dates-as-of': datesAsOf,
  '0057-corrected-and-around-care': correctedAndAroundCare,
}

export async function migrate(url: string): Promise<void> {
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 2 }) }),
  })
  try {
    const { error } = await new Migrator({
      db,
      provider: { getMigrations: () => Promise.resolve(migrations) },
      allowUnorderedMigrations: true,
    }).migrateToLatest()
    if (error) throw new Error('the database could not be brought to the newest shape', { cause: error })
  } finally {
    await db.destroy()
  }
}
