/** `/stuck-case away`: what is meant for a person goes to their deputy on these days. */
import { inWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import { done, type Answer } from '../display/answer.ts'
import { text } from '../display/card.ts'
import { form, type FormValues } from '../display/form.ts'
import { fields, readForm } from '../display/read-form.ts'
import { notComplete } from '../display/refusal.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import type { PeopleNeeds } from './needs.ts'
import { personById } from './people.ts'

const awayFields = fields({
  from: { field: 'day', label: 'Away from' },
  until: { field: 'day', label: 'Away until, and including' },
})

export function openAway({ partnership }: World<PeopleNeeds>, by: PartnershipPerson): Answer {
  const deputy = by.deputy && personById(partnership, by.deputy)?.name
  return form('Away', {
    intro: [
      text(
        deputy
          ? `${deputy} receives what is meant for you on these days.`
          : 'Nobody is named as your deputy, so messages will still come to you. Ask for one to be named.',
      ),
    ],
    fields: awayFields,
    submit: { label: 'Save', ask: { ask: 'set-away' } },
  })
}

export async function setAway(
  { tx, now }: World<PeopleNeeds>,
  by: PartnershipPerson,
  sent: FormValues,
): Promise<Answer> {
  const read = readForm(awayFields, sent)
  if ('errors' in read) return notComplete(read.errors)
  const { from, until } = read.values
  if (until < from) return notComplete({ until: 'The last day lies before the first.' })
  if (until < dayOf(now)) return notComplete({ until: 'These days are past.' })
  await tx.saveAway(by.id, from, until)
  await tx.record({ fact: 'away-set', person: by.id, from, until })
  return done(`Saved: away from ${inWords(from)} until ${inWords(until)}.`)
}
