/** Keeps what was typed and not sent, each form of a person under a key of its own, until a day has passed. */
import type { Kysely } from 'kysely'
import { hourMs } from '../../src/calendar/durations.ts'
import type { Answered } from '../../src/display/answered.ts'
import type { FormValues } from '../../src/display/form.ts'
import { draftHours } from '../../src/lifetimes.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { DraftOf, Drafts } from '../../src/ports/drafts.ts'
import { Ask } from '../../src/vocabulary.ts'
import type { Database } from './schema/database.ts'
import type { Seals } from './transaction/seals.ts'

/** Of one person: enough for everything that they have open, and nobody fills the table with forms that they never send. */
const mostOfOne = 20

type Needs = { readonly clock: Clock; readonly seals: Pick<Seals, 'newKey' | 'seal' | 'open'> }

export function createDrafts(db: Kysely<Database>, { clock, seals }: Needs): Drafts {
  const those = ({ person, form }: DraftOf) => ({ person, form }) as const

  return {
    async keep(of, { ask, values }) {
      const key = seals.newKey()
      const kept = { ask: JSON.stringify(ask), key, words: seals.seal(key, listed(values)), at: clock.now() }
      await db.transaction().execute(async (tx) => {
        await tx
          .insertInto('drafts')
          .values({ ...those(of), ...kept })
          .onConflict((conflict) => conflict.columns(['person', 'form']).doUpdateSet(kept))
          .execute()
        const newest = tx.selectFrom('drafts').select('id').where('person', '=', of.person)
        await tx
          .deleteFrom('drafts')
          .where('person', '=', of.person)
          .where('id', 'not in', newest.orderBy('at', 'desc').orderBy('id').limit(mostOfOne))
          .execute()
      })
    },
    async find(of) {
      const row = await db
        .selectFrom('drafts')
        .select(['ask', 'key', 'words', 'at'])
        .where((eb) => eb.and(those(of)))
        .where('at', '>', new Date(clock.now().getTime() - draftHours * hourMs))
        .executeTakeFirst()
      const ask = Ask.safeParse(row?.ask).data
      return row && ask && { ask, values: asValues(seals.open(row.key, row.words)), at: row.at }
    },
    async forget(of) {
      await db
        .deleteFrom('drafts')
        .where((eb) => eb.and(those(of)))
        .execute()
    },
    async forgetAllOf(person) {
      await db.deleteFrom('drafts').where('person', '=', person).execute()
    },
  }
}

/** Throws away what was kept before this moment. */
export const forgettingDrafts =
  (db: Kysely<Database>) =>
  async (before: Date): Promise<void> => {
    await db.deleteFrom('drafts').where('at', '<=', before).execute()
  }

const listed = (values: FormValues): readonly Answered[] =>
  Object.entries(values).flatMap(([name, given]) => given.map((words) => ({ name, question: '', words })))

function asValues(kept: readonly Answered[]): FormValues {
  const names = [...new Set(kept.map(({ name }) => name))]
  const given = (name: string) => kept.filter((one) => one.name === name).map(({ words }) => words)
  return Object.fromEntries(names.map((name) => [name, given(name)]))
}
