/** One-time codes: asked for where a person is known, typed where they are not yet. */
import type { Answer } from '../display/answer.ts'
import { list, text } from '../display/card.ts'
import { reading, words } from '../display/reading.ts'
import { unmistakableCode } from '../display/unmistakable-code.ts'
import { Typed } from '../display/typed.ts'
import { minuteMs } from '../calendar/durations.ts'
import { codeMinutes } from '../lifetimes.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import type { AccountsNeeds } from './accounts-needs.ts'

const length = 8

/** Shown once, to be read by its person alone; only its hash is kept. */
export async function showLinkCode({ tx, now, newId }: World<AccountsNeeds>, by: PartnershipPerson): Promise<Answer> {
  const code = unmistakableCode(newId(), length)
  await tx.saveLinkCode(by.id, new Typed(code), new Date(now.getTime() + codeMinutes * minuteMs))
  return reading('Link another account', [
    text('Your other account can be in another workspace or another chat. Send this message to Unstuck from there:'),
    words('Type this in the other account', new Typed(`link ${code.slice(0, 4)}-${code.slice(4)}`)),
    list([
      `It works once, for ${codeMinutes} minutes. If you ask for a new code, this one stops working.`,
      'Do not give it to anybody. With it, they could act as you.',
    ]),
  ])
}

/** However it was copied: upper or lower case, spaces and hyphens make no difference. */
export const codeIn = (typed: Typed): Typed => new Typed(typed.reveal().toUpperCase().replace(/[\s-]/g, ''))
