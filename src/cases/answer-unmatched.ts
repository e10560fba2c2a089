/** What is asked about a raising that names no known child finds its use case. */
import type { Answer } from '../display/answer.ts'
import type { FormValues } from '../display/form.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import type { Ask } from '../vocabulary.ts'
import { findChild, showFindChildForm } from './find-child.ts'
import type { CasesNeeds } from './needs.ts'
import { sayNotInCare, showNotInCareForm } from './not-in-care.ts'

type AboutUnmatched = Extract<Ask, { readonly raising: unknown }>

export const isAboutUnmatched = (ask: Ask): ask is AboutUnmatched => 'raising' in ask

export async function answerUnmatched(
  world: World<CasesNeeds>,
  by: PartnershipPerson,
  ask: AboutUnmatched,
  form: FormValues,
): Promise<Answer> {
  switch (ask.ask) {
    case 'open-match-raising':
      return showFindChildForm(world, by, ask.raising)
    case 'match-raising':
      return findChild(world, by, ask.raising, form)
    case 'open-not-in-care':
      return showNotInCareForm(world, by, ask.raising)
    case 'not-in-care':
      return sayNotInCare(world, by, ask.raising, form)
  }
}
