/** The threads of cases in chats, by person, case and account. */
import { sql, type Kysely } from 'kysely'
import type { MessageId } from '../../../src/ids.ts'
import type { Threads } from '../../../src/ports/threads.ts'
import type { Database } from '../schema/database.ts'
import { redrawEach } from './ask-redraws.ts'
import { caseOf } from './of-case.ts'

export function createThreads(db: Kysely<Database>): Threads {
  return {
    async of({ to, about }, { platform, workspace, user }) {
      const stuck = await caseOf(db, about)
      if (stuck === undefined) return undefined
      const row = await db
        .selectFrom('threads')
        .innerJoin('outbox', 'outbox.id', 'threads.root')
        .select(['outbox.id', 'outbox.conversation', 'outbox.message'])
        .where('threads.person', '=', to)
        .where('threads.case_id', '=', stuck)
        .where('threads.workspace', '=', workspace)
        .where('threads.account_user', '=', user)
        .where('outbox.platform', '=', platform)
        .where('outbox.state', 'in', ['sent', 'unsure'])
        .executeTakeFirst()
      if (!row || platform === 'web' || row.conversation === null || row.message === null) return { case: stuck }
      const lies = { way: platform, conversation: row.conversation, message: row.message }
      return { case: stuck, root: { message: row.id as MessageId, lies } }
    },
    async begin({ id, to }, about, { workspace, user }, at) {
      await db
        .insertInto('threads')
        .values({ person: to, case_id: about, workspace, account_user: user, root: id })
        .onConflict((conflict) =>
          conflict.columns(['person', 'case_id', 'workspace', 'account_user']).doUpdateSet({ root: id }),
        )
        .execute()
      await redrawEach(db, at, [id])
    },
    async forget(root) {
      await sql`delete from threads where root = ${root}`.execute(db)
    },
  }
}
