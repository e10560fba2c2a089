/** Tells those who answer for a child that something has to be reported, and its writer what they can do about it. */
import { instantInWords } from '../calendar/in-words.ts'
import { button, card, facts, numbers, text, type Button, type Card, type FactsBlock } from '../display/card.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { agencyName, nameOf } from '../people/name-of.ts'
import { lastAgencyOf, personById } from '../people/people.ts'
import type { World } from '../ports/world.ts'
import type { Concern } from './concern.ts'
import type { ConcernsNeeds } from './needs.ts'
import { riskLines } from './safeguarded.form.ts'

const urgentTitle = 'Urgent: a child may be at risk, not reported yet'

/** For everybody who is told: which child by reference alone, whom to ring, and `alsoTold`, the others who were told. */
export async function unreportedCard(
  world: World<ConcernsNeeds>,
  concern: Concern,
  alsoTold: readonly string[],
): Promise<Card> {
  const { partnership } = world
  const ref = await referenceOf(world, concern)
  const name = nameOf(partnership, concern.writer, 'A colleague')
  const phone = personById(partnership, concern.writer)?.phone
  return {
    ...card(
      ref ? `${urgentTitle} (${ref.value})` : urgentTitle,
      [
        facts(
          ref ? [ref.label, ref.value] : ['Child', 'Not known yet: the person who wrote it can say'],
          ...writerFacts(concern, partnership),
        ),
        text(
          `On ${instantInWords(concern.raisedAt)} ${name} said that a child may be at risk of harm, and that it has not been ` +
            `reported. Their words were not sent and are not kept here. Speak to them now${phone === undefined ? '' : `, on ${phone}`}. ` +
            'Report it:',
        ),
        numbers(riskLines(partnership.urgent)),
        ...(alsoTold.length > 0 ? [text(`Also told: ${new Intl.ListFormat('en-GB').format(alsoTold)}.`)] : []),
        text('More people are told, day and night, until somebody records the report.'),
      ],
      [reportButton('Record the report', concern), ...childButton(concern)],
    ),
    urgent: true,
  }
}

/** Nothing of the child: its writer may not know whether it is known. */
export const ownConcernCard = (concern: Concern, { urgent }: Partnership): Card => ({
  ...card(
    'Urgent: you have a concern to report',
    [
      text(
        `On ${instantInWords(concern.raisedAt)} you said that a child may be at risk of harm, and that it has not been ` +
          'reported yet. Your words were not sent, and nobody else can read them. Phone now:',
      ),
      numbers(riskLines(urgent)),
    ],
    [
      reportButton('I have reported it', concern),
      button('I pressed this by mistake', { ask: 'open-take-back-concern', concern: concern.id }),
    ],
  ),
  urgent: true,
})

/** The case's, where there is one: those who are told know it by that. */
export async function referenceOf(
  { tx }: Pick<World<ConcernsNeeds>, 'tx'>,
  concern: Concern,
): Promise<{ readonly label: string; readonly value: string } | undefined> {
  const stuck = await tx.caseOfConcern(concern)
  if (stuck) return { label: 'Case', value: stuck.ref }
  const child = concern.child && (await tx.childById(concern.child))
  return child && { label: 'Child', value: child.ref }
}

function writerFacts({ writer }: Concern, partnership: Partnership): FactsBlock['facts'] {
  const phone = personById(partnership, writer)?.phone
  return [
    ['Written by', nameOf(partnership, writer, 'A colleague')],
    ['Agency', agencyName(partnership, lastAgencyOf(partnership, writer))],
    ['Phone', phone ?? "Not in the partnership's file"],
  ]
}

const reportButton = (label: string, { id }: Concern): Button =>
  button(label, { ask: 'open-report-concern', concern: id }, 'primary')

const childButton = ({ id, child }: Concern): readonly Button[] =>
  child ? [button('Which child?', { ask: 'open-concern-child', concern: id })] : []
