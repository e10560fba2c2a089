/** One-time codes: asked for where a person is known, typed where they are not yet. */
import type { Answer } from '../display/answer.ts'
import { list, text } from '../display/card.ts'
import { reading, words } from '../display/reading.ts'
import { unmistakableCode } from '../display/unmistakable-code.ts'
import { Typed } from '../display/typed.ts'
import { codeMinutes, minuteMs } from '../lifetimes.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import type { AccountsNeeds } from './accounts-needs.ts'

const length = 8

/** Shown once, to be read by its person alone; only its hash is kept. */
export async function showLinkCode({ tx, now, newId }: World<AccountsNeeds>, by: PartnershipPerson): Promise<Answer> {
  const code = unmistakableCode(newId(), length)
  await tx.saveLinkCode(by.id, new Typed(code), new Date(now.getTime() + codeMinutes * minuteMs))
  return reading('Link another account', [
    text('Your other account may be in another workspace, or in another chat. Write there to Unstuck:'),
    words('To type in the other account', new Typed(`link ${code.slice(0, 4)}-${code.slice(4)}`)),
    list([
      `It works once, for ${codeMinutes} minutes. A new code takes its place.`,
      'Give it to nobody: whoever types it is taken for you.',
    ]),
  ])
}

/** However it was copied: small letters, spaces and hyphens make no difference. */
export const codeIn = (typed: Typed): Typed => new Typed(typed.reveal().toUpperCase().replace(/[\s-]/g, ''))
