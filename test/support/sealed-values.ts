/** A database in which every column that can be sealed is: some thousand values, and all of them read back. */
import { randomUUID } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../adapters/postgres/schema/database.ts'
import { sealedUnder } from '../../adapters/postgres/keys/sealed-columns.ts'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { identityKind, writeIdentity } from '../../src/children/sealed-identity.ts'
import { identifierKind } from '../../src/children/identifier.ts'
import { Typed } from '../../src/display/typed.ts'
import type { Vault } from '../../src/ports/vault.ts'
import { demonstration } from './builders.ts'

export const identifierOf = (n: number): string => `LOAD${String(n).padStart(4, '0')}`

type Given = { readonly children: number; readonly cases: number; readonly newKey?: () => Buffer }

const day = '2026-09-07'
const at = new Date('2026-09-07T08:00:00Z')

/** Children and, for the first of them, a case with all that a case can have. */
export async function sealValues(db: Db, vault: Vault, { children, cases, newKey = () => vault.newKey() }: Given) {
  const seals = sealsOf(vault)
  const words = (key: Buffer, text: string) => seals.sealWords(key, new Typed(text))
  const answered = (key: Buffer, text: string) =>
    seals.seal(key, [{ name: 'tried', question: 'What was tried?', words: new Typed(text) }])
  const id = randomUUID

  const ofChildren = Array.from({ length: children }, (_, n) => ({ id: id(), n, key: newKey() }))
  const rows = ofChildren.map(({ id, n, key }) => {
    const identity = writeIdentity(identifierOf(n), '2014-05-21', '')
    const hashes = {
      identifier_hash: vault.keyedHash(identifierKind, identifierOf(n)),
      identity_hash: vault.keyedHash(identityKind, identity),
    }
    const care = {
      scope: 'in',
      care_from: '2025-02-03',
      began_returned: '2025-02-03',
      legal_status: 'C2',
      social_worker: 'social-worker',
    }
    const none = { team: null, allocated_from: '2025-02-03', confirmed_at: null }
    const sealed = { key, identity: words(key, identity) }
    return {
      ...{ id, ref: `LOAD-${n}`, ...hashes, iro: 'iro' },
      ...{ ...care, ...none, ...sealed },
    }
  })
  await db.insertInto('children').values(rows).execute()

  const some = ofChildren.slice(0, cases)
  const dutied = some.map(({ id: child, n, key }) => ({ id: id(), child, n, key }))
  const ladder = JSON.stringify(demonstration.policies.ladder)
  await db
    .insertInto('duties')
    .values(
      dutied.map((duty) => ({
        ...{
          id: duty.id,
          child: duty.child,
          kind: 'permanence-plan',
          care_from: '2025-02-03',
          due: day,
          because: 'law',
        },
        ...{ owner: 'social-worker', state: 'open', started_on: day, expected_on: null, ladder },
        ...{ recorded_on: null, recorded_as: null },
      })),
    )
    .execute()
  await db
    .insertInto('duty_words')
    .values(
      dutied.map(({ id, n, key }) => ({
        ...{ duty: id, kind: 'recorded', by: 'iro', at },
        words: answered(key, `duty ${n}`),
      })),
    )
    .execute()

  const ofDuties = dutied.map((duty) => ({ ...duty, challenge: id() }))
  await db
    .insertInto('challenges')
    .values(
      ofDuties.map(({ challenge, child, id: duty }) => ({
        ...{ id: challenge, child, duty, kind: 'permanence-plan', due: day, by: 'iro', at },
        ...{ stages: '[]', stage: 0, state: 'asked' },
      })),
    )
    .execute()
  await db
    .insertInto('challenge_words')
    .values(
      ofDuties.map(({ challenge, key, n }) => ({
        ...{ challenge, kind: 'opened', stage: 0, by: 'iro', at, chosen: '' },
        words: answered(key, `challenge ${n}`),
      })),
    )
    .execute()

  const ofCases = some.map(({ id: child, n }) => ({ id: id(), child, n, key: newKey(), meeting: id(), action: id() }))
  await db
    .insertInto('cases')
    .values(
      ofCases.map(({ id, child, n, key }) => ({
        ...{ id, ref: `C${n}`, child, theme: 'permanence', needed: '2026-10-30', state: 'asking' },
        ...{ social_worker: 'social-worker', iro: 'iro', chair: 'chair', raised_at: at, inputs_close: null },
        ...{ policies: JSON.stringify(demonstration.policies), key },
        identity: answered(key, `who ${n}`),
        confirmation: answered(key, `confirmation ${n}`),
        closing: answered(key, `closing ${n}`),
      })),
    )
    .execute()
  await db
    .insertInto('closings')
    .values(
      ofCases.map(({ id: case_id, n, key }) => ({
        ...{ id: id(), case_id, by: 'social-worker', acts_as: 'social-worker', at, state: 'kept-open' },
        words: answered(key, `closing because ${n}`),
        answer: answered(key, `kept open because ${n}`),
      })),
    )
    .execute()
  const asked = { agency: 'hazel-school', person: 'school-lead' }
  await db
    .insertInto('asked')
    .values(ofCases.map(({ id, n, key }) => ({ case_id: id, ...asked, because: words(key, `asked because ${n}`) })))
    .execute()
  await db
    .insertInto('requests')
    .values(
      ofCases.map(({ id: case_id, n, key }) => ({
        ...{ id: id(), case_id, ...asked, state: 'given', asked_at: at, reminded_at: null, given_at: at },
        because: words(key, `request because ${n}`),
        view: answered(key, `view ${n}`),
      })),
    )
    .execute()
  await db
    .insertInto('meetings')
    .values(
      ofCases.map(({ id: case_id, n, key, meeting }) => ({
        ...{ id: meeting, case_id, chair: 'chair', note_taker: null, slots: '[]', minutes: 60, starts_at: null },
        ...{ online_address: null, state: 'recorded', attended: '[]', recordings: 1, summary: null },
        record: answered(key, `record ${n}`),
      })),
    )
    .execute()
  await db
    .insertInto('proposals')
    .values(
      ofCases.map(({ n, key, meeting }) => ({
        ...{ id: id(), meeting_id: meeting, owner: 'iro', due: day },
        words: answered(key, `proposal ${n}`),
      })),
    )
    .execute()
  await db
    .insertInto('actions')
    .values(
      ofCases.map(({ id: case_id, n, key, action }) => ({
        ...{ id: action, case_id, owner: 'iro', agency: null, first_due: day, due: day, moves: 0 },
        ...{ started_on: day, state: 'open', done_on: null, ladder, promised_at: at },
        what: words(key, `what ${n}`),
        know: words(key, `know ${n}`),
      })),
    )
    .execute()
  await db
    .insertInto('action_words')
    .values(
      ofCases.map(({ n, key, action }) => ({
        ...{ action, kind: 'moved', by: 'iro', at },
        words: answered(key, `action ${n}`),
      })),
    )
    .execute()
  await db
    .insertInto('raisings')
    .values(
      ofCases.map(({ id: case_id, n }) => {
        const key = newKey()
        const raised = { by: 'practitioner', at, theme: 'permanence', needed: '2026-10-30', takes_part: true }
        return {
          ...{ id: id(), case_id, ...raised, key },
          words: answered(key, `raised ${n}`),
          identifier: words(key, `identifier ${n}`),
          given: answered(key, `given ${n}`),
          not_in_care: answered(key, `not in care ${n}`),
          objection: answered(key, `objection ${n}`),
        }
      }),
    )
    .execute()
  await db
    .insertInto('concerns')
    .values(
      ofCases.map(({ id: case_id, child, n }) => {
        const key = newKey()
        const raised = { writer: 'practitioner', told: '[]', raised_at: at, repeats: 0 }
        return {
          ...{ id: id(), case_id, child, ...raised, key, reported_by: 'iro', reported_at: at },
          report: answered(key, `report ${n}`),
        }
      }),
    )
    .execute()
  await db
    .insertInto('installations')
    .values(
      ofCases.slice(0, 20).map(({ n }) => {
        const key = newKey()
        return { workspace: `T${n}`, key, sealed: vault.seal(key, `token ${n}`) }
      }),
    )
    .execute()
  await db
    .insertInto('drafts')
    .values(
      ofCases.map(({ n }) => {
        const key = newKey()
        const of = { person: 'practitioner', form: `form ${n}`, ask: '{"ask":"set-away"}' }
        return { ...of, key, words: answered(key, `draft ${n}`), at }
      }),
    )
    .execute()
}

type Place = keyof typeof sealedUnder

/** How each row finds the row that has its key. */
const joins: Readonly<Record<string, RawBuilder<unknown>>> = {
  duty_words: sql`join duties on duties.id = v.duty join children k on k.id = duties.child`,
  challenge_words: sql`join challenges on challenges.id = v.challenge join children k on k.id = challenges.child`,
  closings: sql`join cases k on k.id = v.case_id`,
  asked: sql`join cases k on k.id = v.case_id`,
  requests: sql`join cases k on k.id = v.case_id`,
  meetings: sql`join cases k on k.id = v.case_id`,
  proposals: sql`join meetings on meetings.id = v.meeting_id join cases k on k.id = meetings.case_id`,
  actions: sql`join cases k on k.id = v.case_id`,
  action_words: sql`join actions on actions.id = v.action join cases k on k.id = actions.case_id`,
}

/** Every sealed value of the database, opened and sorted, column by column; throws where one cannot be. */
export async function openValues(db: Db, vault: Vault): Promise<ReadonlyMap<Place, readonly string[]>> {
  const opened = new Map<Place, readonly string[]>()
  for (const place of Object.keys(sealedUnder) as Place[]) {
    const [table = '', column = ''] = place.split('.')
    const own = table === sealedUnder[place]
    const { rows } = await sql<{ key: Buffer; sealed: Buffer }>`
      select ${own ? sql`v.key` : sql`k.key`} as key, v.${sql.ref(column)} as sealed
      from ${sql.table(table)} v ${own ? sql`` : (joins[table] ?? sql``)}
      where v.${sql.ref(column)} is not null`.execute(db)
    opened.set(place, rows.map(({ key, sealed }) => vault.open(key, sealed)).toSorted())
  }
  return opened
}
