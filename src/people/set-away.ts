/** `/stuck-case away`: what is meant for a person goes to their deputy on these days. */
import { inWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import type { Day } from '../calendar/day.ts'
import { addDays } from '../calendar/months.ts'
import { done, type Answer } from '../display/answer.ts'
import { text } from '../display/card.ts'
import { filled, form, type FormValues } from '../display/form.ts'
import { fields, readForm } from '../display/read-form.ts'
import { isRefusal, notComplete } from '../display/refusal.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import type { PeopleNeeds } from './needs.ts'
import { personById } from './people.ts'

const awayFields = (today: Day) => {
  const latest = addDays(today, 366)
  return fields({
    from: { field: 'day', label: 'Away from', latest },
    until: { field: 'day', label: 'Away until, and including', latest },
    back: {
      field: 'choices',
      label: 'Not away any more?',
      hint: 'Tick this, and the days above do not count.',
      options: [{ value: 'back', label: 'I am back: forget these days' }],
      optional: true,
    },
  })
}

export async function showAwayForm(
  { tx, now, partnership }: World<PeopleNeeds>,
  by: PartnershipPerson,
): Promise<Answer> {
  const today = dayOf(now)
  const kept = await tx.awayOf(by.id)
  const saved = kept && kept.until >= today ? kept : undefined
  const { back, ...days } = awayFields(today)
  const deputy = by.deputy && personById(partnership, by.deputy)?.name
  return form('Away', {
    intro: [
      text(
        deputy
          ? `${deputy} receives what is meant for you on these days.`
          : 'Nobody is named as your deputy, so messages will still come to you. Ask for one to be named.',
      ),
      ...(saved ? [text('What you save takes the place of the days below.')] : []),
    ],
    fields: saved ? { ...days, back } : days,
    values: saved ? { from: filled(saved.from), until: filled(saved.until) } : {},
    submit: { label: 'Save', ask: { ask: 'set-away' } },
  })
}

export async function setAway(
  { tx, now }: World<PeopleNeeds>,
  by: PartnershipPerson,
  sent: FormValues,
): Promise<Answer> {
  const read = readForm(awayFields(dayOf(now)), sent)
  if (isRefusal(read)) return read
  const { from, until, back } = read.values
  if (back && back.length > 0) {
    await tx.clearAway(by.id)
    await tx.record({ fact: 'away-ended', person: by.id })
    return done('Saved: you are back.')
  }
  if (until < from) return notComplete({ until: 'The last day lies before the first.' })
  if (until < dayOf(now)) return notComplete({ until: 'These days are past.' })
  await tx.saveAway(by.id, from, until)
  await tx.record({ fact: 'away-set', person: by.id, from, until })
  return done(`Saved: away from ${inWords(from)} until ${inWords(until)}.`)
}
