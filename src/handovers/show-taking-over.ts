/**
 * Where a case or a child stands, for the person who took something over: what is agreed and due, what the child said, the next
 * three dates. Each part only if this person may see it for what they are to the case or the duty now.
 */
import { isRefusal } from '../display/refusal.ts'
import { standsAt } from '../actions/action.card.ts'
import { inWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import { themeFacts } from '../partnership/theme-words.ts'
import { mayReadWords, readerOf } from '../cases/raised-blocks.ts'
import { stateToday } from '../cases/state-in-words.ts'
import { partsThatCount } from '../cases/who-settles.ts'
import type { Answer } from '../display/answer.ts'
import { button, facts, list, text, type Button } from '../display/card.ts'
import { heading, reading, words, type ReadingBlock } from '../display/reading.ts'
import { dutyStandsAt } from '../duties/duty.card.ts'
import { dutyInWords } from '../duties/duty.ts'
import type { HandoverId } from '../ids.ts'
import { given, saidBy } from '../inputs/show-views.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { nameOf } from '../people/name-of.ts'
import { may } from '../parts/may.ts'
import type { World } from '../ports/world.ts'
import { calledHandover, type Handover } from './handover.ts'
import { ownHandover } from './have-taken-over.ts'
import { leaverOf } from './leaver.ts'
import type { HandoversNeeds } from './needs.ts'
import { whereItStands, type WhereItStands } from './where-it-stands.ts'

const datesAtMost = 3

export async function showTakingOver(
  world: World<HandoversNeeds>,
  by: PartnershipPerson,
  id: HandoverId,
): Promise<Answer> {
  const handover = await ownHandover(world, by, id)
  if (isRefusal(handover)) return handover
  const stands = await whereItStands(world, by, handover.about)
  const { name } = leaverOf(world.partnership, handover.from)
  return reading(
    'Taking over',
    [
      text(`${calledHandover(handover)}: you take over from ${name}.`),
      ...caseBlocks(world.partnership, stands),
      heading('What is agreed and due'),
      ...dueBlocks(world, stands),
      heading('What the child said'),
      ...(await childBlocks(world, stands)),
      heading('The next three dates'),
      ...dateBlocks(stands),
    ],
    buttonsFor(handover, stands),
  )
}

const caseBlocks = (partnership: Partnership, { stuck, meeting }: WhereItStands): readonly ReadingBlock[] =>
  stuck
    ? [facts(['Case', stuck.ref], ...themeFacts(partnership, stuck.theme), ['Progress', stateToday(stuck, meeting)])]
    : []

function dueBlocks(
  { partnership, now, calendar }: World<HandoversNeeds>,
  { actions, duties }: WhereItStands,
): readonly ReadingBlock[] {
  const today = dayOf(now)
  const lines = [
    ...actions.map(
      (action) => `${nameOf(partnership, action.owner)}, ${standsAt(action, today, calendar)}: ${action.what}`,
    ),
    ...duties.map(
      (duty) => `${nameOf(partnership, duty.owner)}, ${dutyStandsAt(duty, today, calendar)}: ${dutyInWords[duty.kind]}`,
    ),
  ]
  return lines.length > 0 ? [list(lines)] : [text('Nothing is due at the moment.')]
}

/** What the raisers wrote down, and what agencies heard once their views are open. */
async function childBlocks(
  { tx, partnership }: World<HandoversNeeds>,
  { stuck, parts, by }: WhereItStands,
): Promise<readonly ReadingBlock[]> {
  const blocks: ReadingBlock[] = []
  if (stuck && may(allButRaisers(parts), by.id, 'raised-words'))
    for (const raising of (await tx.raisingsOf(stuck.id)).filter((one) => mayReadWords(one, readerOf(parts, by.id))))
      for (const said of raising.words.filter(({ name }) => name.startsWith('childSays')))
        blocks.push(words(said.question, said.words))
  if (
    stuck &&
    may(partsThatCount(stuck, parts, by.id), by.id, 'inputs') &&
    stuck.state !== 'raised' &&
    stuck.state !== 'asking'
  )
    for (const view of given(await tx.requestsOf(stuck.id))) blocks.push(...saidBy(view, partnership, ['childTold']))
  return blocks.length > 0 ? blocks : [text('There is nothing here that you can read.')]
}

/** A raiser may only read their own words, which they know already. */
const allButRaisers = (parts: WhereItStands['parts']): WhereItStands['parts'] =>
  parts.filter(({ role }) => role !== 'raiser')

const dateBlocks = ({ dates }: WhereItStands): readonly ReadingBlock[] =>
  dates.length > 0
    ? [list(dates.slice(0, datesAtMost).map(({ on, what }) => `${inWords(on)}: ${what}`))]
    : [text('There are no dates yet.')]

const buttonsFor = ({ id, takenUpAt }: Handover, { stuck, duties }: WhereItStands): readonly Button[] => [
  ...(takenUpAt ? [] : [button('I have it', { ask: 'have-taken-over', handover: id }, 'primary')]),
  ...(stuck ? [button('Open the case', { ask: 'open-case', case: stuck.id })] : []),
  ...(duties.length > 0 ? [button('Plans and assessments', { ask: 'open-plan' })] : []),
]
