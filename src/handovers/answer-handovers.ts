/** What can be asked about what leavers held, each with its use case: `answer.ts` alone would be too long for all rooms. */
import { z } from 'zod'
import type { Answer } from '../display/answer.ts'
import type { FormValues } from '../display/form.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import type { Ask } from '../vocabulary.ts'
import { does, opens } from './asks.ts'
import { giveHeld, showGiveForm } from './give-held.ts'
import { giveSeveral, showSeveralForm } from './give-several.ts'
import { haveTakenOver } from './have-taken-over.ts'
import type { HandoversNeeds } from './needs.ts'
import { replaceChair, showChairForm } from './replace-chair.ts'
import { showHandovers } from './show-handovers.ts'
import { showTakingOver } from './show-taking-over.ts'
import { takeHeld } from './take-held.ts'

const HandoverAsk = z.discriminatedUnion('ask', [...opens, ...does])
type HandoverAsk = z.infer<typeof HandoverAsk>

const names: ReadonlySet<string> = new Set(HandoverAsk.options.map(({ shape }) => shape.ask.value))

export const isAboutHandovers = (ask: Ask): ask is HandoverAsk => names.has(ask.ask)

export async function answerHandovers(
  world: World<HandoversNeeds>,
  by: PartnershipPerson,
  ask: HandoverAsk,
  form: FormValues,
): Promise<Answer> {
  switch (ask.ask) {
    case 'open-handovers':
      return showHandovers(world, by, ask)
    case 'take-held':
      return takeHeld(world, by, ask)
    case 'open-give-held':
      return showGiveForm(world, by, ask)
    case 'give-held':
      return giveHeld(world, by, ask, form)
    case 'open-give-several':
      return showSeveralForm(world, by, ask.of)
    case 'give-several':
      return giveSeveral(world, by, ask.of, form)
    case 'open-replace-chair':
      return showChairForm(world, by, ask.case)
    case 'replace-chair':
      return replaceChair(world, by, ask.case, form)
    case 'open-taking-over':
      return showTakingOver(world, by, ask.handover)
    case 'have-taken-over':
      return haveTakenOver(world, by, ask.handover)
  }
}
