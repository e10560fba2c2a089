/** What is asked about what people are reminded of finds its use case. */
import type { Answer } from '../display/answer.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import type { Ask } from '../vocabulary.ts'
import { decideNudges } from './decide-nudges.ts'
import type { NudgesNeeds } from './needs.ts'
import { showWhichChildren } from './which-children.ts'

type AboutNudges = Extract<Ask, { readonly ask: 'open-which-children' | 'decide-nudges' }>

export const isAboutNudges = (ask: Ask): ask is AboutNudges =>
  ask.ask === 'open-which-children' || ask.ask === 'decide-nudges'

export async function answerNudges(
  world: World<NudgesNeeds>,
  by: PartnershipPerson,
  ask: AboutNudges,
): Promise<Answer> {
  switch (ask.ask) {
    case 'open-which-children':
      return showWhichChildren(world, by, ask.from)
    case 'decide-nudges':
      return decideNudges(world, by, ask.nudges)
  }
}
