/** Tells those who answer for a child that something has to be reported. */
import { button, card, list, text, type Card } from '../display/card.ts'
import { nameOf } from '../people/name-of.ts'
import { personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { Partnership } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import type { Concern } from './concern.ts'
import type { ConcernsNeeds } from './needs.ts'
import { urgentLines } from './safeguarded.form.ts'

function unreportedCard(concern: Concern, partnership: Partnership): Card {
  const { name, phone } = personById(partnership, concern.writer) ?? {
    name: nameOf(partnership, concern.writer, 'A colleague'),
  }
  const { designatedOfficer, ...others } = partnership.urgent
  return card(
    'Urgent: a child may be at risk, not reported yet',
    [
      text(
        `${name} has said that a child may be at risk of harm now, and that it has not been reported. ` +
          `Their words were not sent and are not kept here. Speak to them now${phone === undefined ? '' : `, on ${phone}`}.`,
      ),
      list(urgentLines({ ...others, designatedOfficer }).filter((line) => line !== designatedOfficer)),
      text('This message repeats, day and night, until somebody records the report.'),
    ],
    [button('Record the report', { ask: 'open-report-concern', concern: concern.id }, 'primary')],
  )
}

export async function sayUnreported(world: World<ConcernsNeeds>, concern: Concern): Promise<void> {
  for (const to of concern.told)
    await tell(world, {
      key: `concern-${concern.id}-${concern.repeats}-${to}`,
      to,
      card: unreportedCard(concern, world.partnership),
      about: { subject: 'concern', id: concern.id },
      urgent: true,
    })
}
