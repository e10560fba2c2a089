/** When these people are in a meeting of another case. */
import type { NotNull } from 'kysely'
import type { MeetingsNeeds } from '../../../src/meetings/needs.ts'
import type { Db } from '../schema/database.ts'

type Ask = Parameters<MeetingsNeeds['meetingsWith']>

export async function meetingsWith(db: Db, people: Ask[0], { after, except }: Ask[1]) {
  if (people.length === 0) return []
  const rows = await db
    .selectFrom('meetings')
    .innerJoin('cases', 'cases.id', 'meetings.case_id')
    .select(['meetings.starts_at', 'meetings.minutes'])
    .where('meetings.state', '=', 'convened')
    .where('meetings.starts_at', '>', after)
    .where('cases.state', '<>', 'closed')
    .where('cases.id', '<>', except)
    .where((eb) =>
      eb.or([
        eb('cases.chair', 'in', people),
        eb('cases.social_worker', 'in', people),
        eb('cases.iro', 'in', people),
        eb.exists(
          eb
            .selectFrom('requests')
            .select('requests.id')
            .whereRef('requests.case_id', '=', 'cases.id')
            .where('requests.person', 'in', people)
            .where('requests.state', '<>', 'not-ours'),
        ),
      ]),
    )
    .orderBy('meetings.starts_at')
    .$narrowType<{ starts_at: NotNull }>()
    .execute()
  return rows.map(({ starts_at, minutes }) => ({ startsAt: starts_at, minutes }))
}
