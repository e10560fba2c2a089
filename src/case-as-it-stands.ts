/**
 * The first message about a case that lies in somebody's chat is the root of its thread, and says how the case stands: the step, until
 * when, and what waits for them. Beneath that it is the message that it was.
 */
import { asksForAnswer } from './asks-for-answer.ts'
import { workingCalendar } from './calendar/working-days.ts'
import { whereItIs } from './case-page/steps.ts'
import { wayOf } from './case-page/way.ts'
import { maySeeCase } from './cases/case-button.ts'
import { button, row, text, type Button, type Card, type CardBlock } from './display/card.ts'
import type { CaseId, PersonId } from './ids.ts'
import { partsToday } from './parts/parts-of.ts'
import type { WhatWaits } from './ports/waits.ts'
import type { Trying } from './would-refuse.ts'

/** `theirs`: they may open the case; where they may not, it says no more than that. */
export type CaseAsItStands = (
  stuck: CaseId,
  to: PersonId,
  card: Card,
  /** Whether it is there already: what is new leads with its own title, which is what a notification says. */
  lies: boolean,
) => Promise<{ readonly card: Card; readonly theirs: boolean }>

/** More are on the page of the case. */
const waitsAtMost = 3

export const createCaseAsItStands =
  ({ store, clock, newId, whatWaits, ...current }: Trying & { readonly whatWaits: WhatWaits }): CaseAsItStands =>
  async (id, to, card, lies) => {
    const [now, partnership] = [clock.now(), current.partnership()]
    const found = await store.look(now, async (tx) => {
      const world = { tx, now, partnership, calendar: workingCalendar(partnership.closedDays), newId }
      const stuck = await tx.caseById(id)
      if (!stuck || !maySeeCase(stuck, await partsToday(world, { case: stuck }), to)) return undefined
      return { ref: stuck.ref, where: whereItIs(await wayOf(world, stuck), world) }
    })
    if (!found)
      return { theirs: false, card: { ...card, body: [text('You no longer take part in this case.'), ...card.body] } }
    const name = `${found.ref} as it stands`
    // Until it is answered, what it asks is the first thing that is read of it.
    const leads = !lies || asksForAnswer(card)
    const head = leads ? [text(`${name}. ${found.where}`)] : [text(found.where)]
    const waits = (await whatWaits(to, id)).filter((one) => !has(card, one.button))
    return {
      theirs: true,
      card: {
        ...card,
        title: leads ? card.title : name,
        body: [...head, ...waitLines(waits, asksForAnswer(card)), ...(leads ? [] : [text(card.title)]), ...card.body],
        buttons: has(card, openCase(id)) ? card.buttons : [...card.buttons, openCase(id)],
      },
    }
  }

function waitLines(waits: Awaited<ReturnType<WhatWaits>>, asks: boolean): readonly CardBlock[] {
  if (waits.length === 0) return asks ? [] : [text('Nothing in this case waits for an answer from you.')]
  const more = waits.length - waitsAtMost
  return [
    ...waits.slice(0, waitsAtMost).map(({ says, button: { label, ask } }) => row(says, button(label, ask))),
    ...(more > 0 ? [text(`And ${more} more, on the page of the case.`)] : []),
  ]
}

const openCase = (id: CaseId): Button => button('Open the case', { ask: 'open-case', case: id })

function has({ body, buttons }: Card, { ask }: Button): boolean {
  const same = (one: Button): boolean => JSON.stringify(one.ask) === JSON.stringify(ask)
  return buttons.some(same) || body.some((block) => block.block === 'row' && same(block.button))
}
