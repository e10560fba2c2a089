/** `/stuck-case away`: what is meant for a person goes to their deputy on these days. */
import { inWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import { done, type Answer } from '../display/answer.ts'
import { type FormValues } from '../display/form.ts'
import { readForm } from '../display/read-form.ts'
import { isRefusal } from '../display/refusal.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import type { PeopleNeeds } from './needs.ts'
import { personById } from './people.ts'
import { awayFields, awayForm } from './set-away.form.ts'

export async function showAwayForm(
  { tx, now, partnership }: World<PeopleNeeds>,
  by: PartnershipPerson,
): Promise<Answer> {
  const today = dayOf(now)
  const kept = await tx.awayOf(by.id)
  const saved = kept && kept.until >= today ? kept : undefined
  return awayForm(today, by.deputy && personById(partnership, by.deputy)?.name, saved)
}

export async function setAway(
  { tx, now }: World<PeopleNeeds>,
  by: PartnershipPerson,
  sent: FormValues,
): Promise<Answer> {
  const read = readForm(awayFields(dayOf(now)), sent, now, ({ from, until, back }) => {
    if (!until || (back && back.length > 0)) return {}
    if (from && until < from) return { until: 'The last day is before the first.' }
    return until < dayOf(now) ? { until: 'These days are in the past.' } : {}
  })
  if (isRefusal(read)) return read
  const { from, until, back } = read.values
  if (back && back.length > 0) {
    await tx.clearAway(by.id)
    await tx.record({ fact: 'away-ended', person: by.id })
    return done('Saved. You are back.')
  }
  await tx.saveAway(by.id, from, until)
  await tx.record({ fact: 'away-set', person: by.id, from, until })
  return done(`Saved. You are away from ${inWords(from)} until ${inWords(until)}.`)
}
