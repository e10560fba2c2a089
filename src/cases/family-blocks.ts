/** What each person has to know before they speak to the family, and for those who read reasons: why not, and by which right. */
import { inWords } from '../calendar/in-words.ts'
import { facts } from '../display/card.ts'
import { heading, type ReadingBlock } from '../display/reading.ts'
import type { PersonId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { may } from '../parts/may.ts'
import type { Part } from '../parts/part.ts'
import { nameOf } from '../people/name-of.ts'
import type { World } from '../ports/world.ts'
import type { Case } from './case.ts'
import { basisInWords, whyNot, type Family, type ToldOf, type ToTell } from './family.ts'
import type { CasesNeeds } from './needs.ts'

type Line = readonly [string, string]

/** For somebody who may know it, with a heading of its own. */
export async function knowsOfMeeting(
  world: World<CasesNeeds>,
  stuck: Case,
  parts: readonly Part[],
  person: PersonId,
): Promise<readonly ReadingBlock[]> {
  if (!may(parts, person, 'family') || stuck.state === 'raised') return []
  const reasons = may(parts, person, 'reasons') ? reasonLines(stuck.family) : []
  return [heading('What the family knows'), facts(...(await familyLines(world, stuck)), ...reasons)]
}

/** What everybody in the case may know. */
export async function familyLines({ tx, partnership }: World<CasesNeeds>, stuck: Case): Promise<readonly Line[]> {
  const toTell = await tx.toTellFamily(stuck.id)
  const says = (who: ToldOf) =>
    inOneSentence(
      stuck,
      who,
      toTell.findLast((one) => one.who === who),
      partnership,
    )
  return [
    ['Parents', says('parents')],
    ['Child', says('child')],
  ]
}

function inOneSentence(
  { family, socialWorker }: Case,
  who: ToldOf,
  action: ToTell | undefined,
  partnership: Partnership,
): string {
  const said = family?.[who]
  if (said === undefined) return 'Not said'
  if (said === 'told') return 'Told'
  if (said === 'will-be-told')
    return willBeTold(action, nameOf(partnership, action?.owner ?? socialWorker, 'the social worker'))
  return `Not told: please do not speak to the ${who === 'parents' ? 'family' : 'child'} about this meeting`
}

function willBeTold(action: ToTell | undefined, name: string): string {
  if (!action) return `Will be told by ${name} before the meeting: please leave it to them`
  switch (action.state) {
    case 'open':
      return `Will be told by ${name}, by ${inWords(action.due)}: please leave it to them`
    case 'done':
      return action.doneOn ? `Told by ${name} on ${inWords(action.doneOn)}` : `Told by ${name}`
    case 'ended':
      return 'Nobody has recorded that they were told'
  }
}

function reasonLines(family: Family | undefined): readonly Line[] {
  const why = (label: string, said: Family['parents'] | Family['child'] | undefined): readonly Line[] =>
    said === undefined || said === 'told' || said === 'will-be-told' || said === 'not-told'
      ? []
      : [[label, capital(whyNot[said])]]
  return [
    ...why('Why the parents are not told', family?.parents),
    ...why('Why the child is not told', family?.child),
    ['Lawful basis for sharing', family?.basis ? basisInWords[family.basis] : 'Not said'],
  ]
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
