/** What the room of challenges needs from the store. */
import type { Selectable } from 'kysely'
import type { Day } from '../../../src/calendar/day.ts'
import type { Challenge, ChallengeWords } from '../../../src/challenges/challenge.ts'
import type { ChallengesNeeds } from '../../../src/challenges/needs.ts'
import type { DutiesNeeds } from '../../../src/duties/needs.ts'
import type { ChallengeId, ChildId, DutyId, PersonId } from '../../../src/ids.ts'
import { ChallengeStages } from '../../../src/partnership/challenge-stages.ts'
import type { Db } from '../schema/database.ts'
import type { Seals } from '../transaction/seals.ts'
import type { ChallengesTables } from './challenges.tables.ts'

type OwnNeeds = Omit<ChallengesNeeds, keyof DutiesNeeds> & Pick<DutiesNeeds, 'openChallengeOf'>

export function challengesStore(db: Db, seals: Seals): OwnNeeds {
  return {
    async lockChallenge(id) {
      const row = await rowsOf(db).where('challenges.id', '=', id).forUpdate(['challenges']).executeTakeFirst()
      return row && challengeFrom(row)
    },
    async challengeById(id) {
      const row = await rowsOf(db).where('challenges.id', '=', id).executeTakeFirst()
      return row && challengeFrom(row)
    },
    async openChallengeOf(duty) {
      const row = await rowsOf(db).where('duty', '=', duty).where('state', '<>', 'ended').executeTakeFirst()
      return row && challengeFrom(row)
    },
    async saveChallenge(challenge) {
      const { id, child, duty, kind, due, by, at, stages } = challenge
      const changing = {
        stage: challenge.stage,
        state: challenge.state,
        answer: challenge.answer ?? null,
        agreed_by: challenge.agreedBy ?? null,
        outcome: challenge.outcome ?? null,
      }
      await db
        .insertInto('challenges')
        .values({ ...{ id, child, duty, kind, due, by, at }, stages: JSON.stringify(stages), ...changing })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
        .execute()
    },
    async saveChallengeWords(id, { words, ...kept }) {
      const { key } = await keysOf(db, id).executeTakeFirstOrThrow()
      await db
        .insertInto('challenge_words')
        .values({ challenge: id, ...kept, words: seals.seal(key, words) })
        .execute()
    },
    async challengeWordsOf(id) {
      const rows = await keysOf(db, id)
        .innerJoin('challenge_words', 'challenge_words.challenge', 'challenges.id')
        .selectAll('challenge_words')
        .orderBy('challenge_words.id')
        .execute()
      return rows.map((row) => ({
        kind: row.kind as ChallengeWords['kind'],
        by: row.by as PersonId,
        ...{ stage: row.stage, at: row.at, chosen: row.chosen },
        words: seals.open(row.key, row.words),
      }))
    },
  }
}

const rowsOf = (db: Db) =>
  db
    .selectFrom('challenges')
    .innerJoin('children', 'children.id', 'challenges.child')
    .selectAll('challenges')
    .select(['children.ref', 'children.iro'])

const keysOf = (db: Db, id: ChallengeId) =>
  db
    .selectFrom('challenges')
    .innerJoin('children', 'children.id', 'challenges.child')
    .select('children.key')
    .where('challenges.id', '=', id)

type Row = Selectable<ChallengesTables['challenges']> & { ref: string; iro: string | null }

const challengeFrom = (row: Row): Challenge => ({
  id: row.id as ChallengeId,
  child: row.child as ChildId,
  duty: row.duty as DutyId,
  kind: row.kind as Challenge['kind'],
  due: row.due as Day,
  ref: row.ref,
  ...(row.iro !== null && { iro: row.iro as PersonId }),
  by: row.by as PersonId,
  at: row.at,
  stages: ChallengeStages.shape.stages.parse(row.stages),
  stage: row.stage,
  state: row.state as Challenge['state'],
  ...(row.answer !== null && { answer: row.answer as NonNullable<Challenge['answer']> }),
  ...(row.agreed_by !== null && { agreedBy: row.agreed_by as Day }),
  ...(row.outcome !== null && { outcome: row.outcome as NonNullable<Challenge['outcome']> }),
})
