/** "I pressed this by mistake": asked once, on record, and said to everybody who was told. */
import { instantInWords } from '../calendar/in-words.ts'
import { button, text } from '../display/card.ts'
import { done, type Answer } from '../display/answer.ts'
import { reading } from '../display/reading.ts'
import { isRefusal } from '../display/refusal.ts'
import type { ConcernId, PersonId } from '../ids.ts'
import type { World } from '../ports/world.ts'
import { endAsTakenBack } from './end-concern.ts'
import type { ConcernsNeeds } from './needs.ts'
import { openConcern } from './report-concern.ts'

export async function askToTakeBack(world: World<ConcernsNeeds>, by: PersonId, id: ConcernId): Promise<Answer> {
  const concern = await openConcern(world, by, id, 'concern-take-back')
  if (isRefusal(concern)) return concern
  return reading(
    'Pressed by mistake?',
    [
      text(
        `On ${instantInWords(concern.raisedAt)} you said that a child may be at risk of harm. Was that a mistake? ` +
          'Everybody who was told will be told that you took it back. If a child may be at risk, do not take it back.',
      ),
    ],
    [button('Yes, it was a mistake', { ask: 'take-back-concern', concern: id }, 'danger')],
  )
}

export async function takeBack(world: World<ConcernsNeeds>, by: PersonId, id: ConcernId): Promise<Answer> {
  const concern = await openConcern(world, by, id, 'concern-take-back')
  if (isRefusal(concern)) return concern
  await endAsTakenBack(world, concern)
  return done('Taken back. Everybody who was told will be told that it was a mistake.')
}
