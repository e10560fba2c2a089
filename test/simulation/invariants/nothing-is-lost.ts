/** Two working days after everything works again, whatever was due has rung, was sent, was withdrawn or told of as undeliverable. */
import { createDue } from '../../../adapters/postgres/outbox/due.ts'
import type { World } from '../world.ts'

/** What falls due in the last minute may still be on its way. */
const onItsWayMs = 60_000
/** The next post of a working day is never further away, over Christmas too. */
const untilNextPostMs = 6 * 24 * 60 * 60_000

export async function nothingIsLost({ db, clock, landed }: World): Promise<readonly string[]> {
  const late = await createDue(db).late(clock.now(), onItsWayMs)
  const due = new Date(clock.now().getTime() - onItsWayMs)
  const rows = await db.selectFrom('outbox').selectAll().orderBy('seq').execute()
  const onPlatforms = new Set(landed.map(({ marker }) => marker))
  return [
    ...(late.wakes > 0 ? [`${late.wakes} wakes are overdue`] : []),
    ...rows.flatMap((row) => {
      const { key, person, state, platform } = row
      if ((state === 'waiting' || state === 'sending') && row.not_before <= due)
        return [`${key} to ${person} is still ${state}`]
      const since = Math.max(row.not_before.getTime(), new Date(row.waits_until ?? 0).getTime())
      if (state === 'for-post' && since <= clock.now().getTime() - untilNextPostMs)
        return [`${key} to ${person} still waits for a post`]
      if ((state === 'sent' || state === 'unsure') && platform !== 'web' && !onPlatforms.has(row.id))
        return [`${key} to ${person} is ${state} and never arrived`]
      if (state === 'undeliverable' && !key.startsWith('undelivered-') && !isTold(rows, person))
        return [`${key} never reached ${person}, and nobody was told`]
      return []
    }),
  ]
}

const isTold = (rows: readonly { readonly key: string; readonly subject_id: string }[], person: string): boolean =>
  person === 'coordinator' ||
  rows.some(({ key, subject_id }) => key.startsWith('undelivered-') && subject_id === person)
