/** What the room of meetings needs from the store. */
import { sql, type NotNull } from 'kysely'
import { z } from 'zod'
import type { ActionKind } from '../../../src/actions/kind.ts'
import type { ActionsNeeds } from '../../../src/actions/needs.ts'
import type { Day } from '../../../src/calendar/day.ts'
import { PersonId, type ActionId, type CaseId, type MeetingId } from '../../../src/ids.ts'
import type { InputsNeeds } from '../../../src/inputs/needs.ts'
import type { Cleared } from '../../../src/display/typed.ts'
import type { CameToo } from '../../../src/meetings/came-too.ts'
import type { MeetingAddress } from '../../../src/meetings/meeting-address.ts'
import type { Meeting, MeetingState, Proposal, Summary, Where } from '../../../src/meetings/meeting.ts'
import type { MeetingsNeeds } from '../../../src/meetings/needs.ts'
import { keyOf } from './cases.ts'
import { meetingsWith } from './meetings-with.ts'
import { keepParts } from './parts.ts'
import { redrawMeeting } from '../outbox/ask-redraws.ts'
import type { Db } from '../schema/database.ts'
import type { Seals } from '../transaction/seals.ts'

export function meetingsStore(
  db: Db,
  seals: Seals,
  at: Date,
): Omit<MeetingsNeeds, keyof InputsNeeds | keyof ActionsNeeds> {
  return {
    async meetingById(id) {
      const known = await db.selectFrom('meetings').select('case_id').where('id', '=', id).executeTakeFirst()
      if (!known) return undefined
      await db.selectFrom('cases').select('id').where('id', '=', known.case_id).forUpdate().execute()
      const row = await db.selectFrom('meetings').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
      return row && meetingFrom(row, await keyOf(db, row.case_id as CaseId), seals)
    },
    async openMeetingOf(id) {
      const row = await db
        .selectFrom('meetings')
        .selectAll()
        .where('case_id', '=', id)
        .where('state', '<>', 'approved')
        .executeTakeFirst()
      return row && meetingFrom(row, await keyOf(db, id), seals)
    },
    async approvedMeetingOf(id) {
      const row = await db
        .selectFrom('meetings')
        .select('id')
        .where('case_id', '=', id)
        .where('state', '=', 'approved')
        .executeTakeFirst()
      return row && (row.id as MeetingId)
    },
    async meetingsWithoutLink(after) {
      const rows = await db
        .selectFrom('meetings')
        .innerJoin('cases', 'cases.id', 'meetings.case_id')
        .select(['meetings.id', 'cases.ref', 'meetings.starts_at', 'meetings.minutes'])
        .where('meetings.state', '=', 'convened')
        .where('meetings.starts_at', '>', after)
        .where('meetings.online_address', 'is', null)
        .where('cases.state', '<>', 'closed')
        .orderBy('meetings.starts_at')
        .$narrowType<{ starts_at: NotNull }>()
        .execute()
      return rows.map(({ id, ref, starts_at, minutes }) => ({
        id: id as MeetingId,
        ref,
        startsAt: starts_at,
        minutes,
      }))
    },
    meetingsWith: (people, which) => meetingsWith(db, people, which),
    async timesOffered({ id, case: stuck }) {
      const { count } = await db
        .selectFrom('facts')
        .select(sql<number>`count(*)::int`.as('count'))
        .where('chain', '=', `case-${stuck}`)
        .where('fact', '=', 'times-offered')
        .where(sql`data ->> 'meeting'`, '=', id)
        .executeTakeFirstOrThrow()
      return count
    },
    saveMeeting: (meeting) => saveMeeting(db, seals, at, meeting),
    redrawMeeting: (meeting) => redrawMeeting(db, at, meeting),
    async proposalsOf(id) {
      const rows = await db
        .selectFrom('proposals')
        .innerJoin('meetings', 'meetings.id', 'proposals.meeting_id')
        .innerJoin('cases', 'cases.id', 'meetings.case_id')
        .selectAll('proposals')
        .select('cases.key')
        .where('meeting_id', '=', id)
        .orderBy('proposals.seq')
        .execute()
      return rows.map((row): Proposal => ({
        id: row.id as ActionId,
        meeting: id,
        owner: row.owner as PersonId,
        due: row.due as Day,
        ...(row.kind !== null && { kind: row.kind as ActionKind }),
        corrections: row.corrections,
        words: seals.open(row.key, row.words),
      }))
    },
    async saveProposal({ id, meeting, owner, due, words, kind, corrections }) {
      const { key } = await db
        .selectFrom('meetings')
        .innerJoin('cases', 'cases.id', 'meetings.case_id')
        .select('cases.key')
        .where('meetings.id', '=', meeting)
        .executeTakeFirstOrThrow()
      const changing = { owner, due, kind: kind ?? null, corrections }
      await db
        .insertInto('proposals')
        .values({ id, meeting_id: meeting, ...changing, words: seals.seal(key, words) })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
        .execute()
    },
  }
}

async function saveMeeting(db: Db, seals: Seals, at: Date, meeting: Meeting): Promise<void> {
  const key = await keyOf(db, meeting.case)
  const changing = {
    chair: meeting.chair,
    note_taker: meeting.noteTaker ?? null,
    slots: JSON.stringify(meeting.slots),
    starts_at: meeting.startsAt ?? null,
    online_address: meeting.where?.address ?? null,
    online_given: meeting.where?.given ?? 0,
    room: meeting.where?.room ?? null,
    state: meeting.state,
    attended: JSON.stringify(meeting.attended),
    came_too: JSON.stringify(meeting.cameToo ?? []),
    recordings: meeting.recordings,
    record: meeting.record.length === 0 ? null : seals.seal(key, meeting.record),
    summary: meeting.summary ? JSON.stringify(meeting.summary) : null,
  }
  const { id, minutes } = meeting
  await db
    .insertInto('meetings')
    .values({ id, case_id: meeting.case, minutes, ...changing })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
    .execute()
  await keepParts(db, at, 'meeting', [id])
}

type Row = {
  id: string
  case_id: string
  chair: string
  note_taker: string | null
  slots: unknown
  minutes: number
  starts_at: Date | null
  online_address: string | null
  online_given: number
  room: string | null
  state: string
  attended: unknown
  came_too: unknown
  recordings: number
  record: Buffer | null
  summary: unknown
}

const Slots = z.array(z.iso.datetime().transform((slot) => new Date(slot)))

/** Written by saveMeeting from what was checked and cleared; nothing else writes these columns. */
const whereFrom = ({ room, online_address, online_given }: Row): Where => ({
  ...(room !== null && { room: room as Cleared }),
  ...(online_address !== null && { address: online_address as MeetingAddress }),
  given: online_given,
})

function meetingFrom(row: Row, key: Buffer, seals: Seals): Meeting {
  return {
    id: row.id as MeetingId,
    case: row.case_id as CaseId,
    chair: row.chair as PersonId,
    ...(row.note_taker !== null && { noteTaker: row.note_taker as PersonId }),
    slots: Slots.parse(row.slots),
    minutes: row.minutes,
    ...(row.starts_at !== null && { startsAt: row.starts_at }),
    ...(row.online_given > 0 && { where: whereFrom(row) }),
    state: row.state as MeetingState,
    attended: z.array(PersonId).parse(row.attended),
    // Written by saveMeeting from the options of a form.
    cameToo: row.came_too as readonly CameToo[],
    recordings: row.recordings,
    record: row.record ? seals.open(key, row.record) : [],
    // Written by saveMeeting from words that were cleared; nothing else writes this column.
    ...(row.summary !== null && { summary: row.summary as Summary }),
  }
}
