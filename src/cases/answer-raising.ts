/** What is asked about one raising finds its use case: of its raiser, and of those who look after it. */
import type { Answer } from '../display/answer.ts'
import type { FormValues } from '../display/form.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import type { Ask } from '../vocabulary.ts'
import { admitRaiser } from './admit-raiser.ts'
import { does, opens } from './asks.ts'
import { findChild, showFindChildForm } from './find-child.ts'
import type { CasesNeeds } from './needs.ts'
import { sayNotInCare, showNotInCareForm } from './not-in-care.ts'
import { addToRaising, showAddForm, showRaising, showWithdrawForm, withdrawRaising } from './own-raising.ts'
import { showRaiser } from './show-raiser.ts'

type CasesAsk = (typeof opens)[number]['_output'] | (typeof does)[number]['_output']
type AboutRaising = Extract<CasesAsk, { readonly raising: unknown }>

const names: ReadonlySet<string> = new Set(
  [...opens, ...does].filter(({ shape }) => 'raising' in shape).map(({ shape }) => shape.ask.value),
)

export const isAboutRaising = (ask: Ask): ask is AboutRaising => names.has(ask.ask)

export async function answerAboutRaising(
  world: World<CasesNeeds>,
  by: PartnershipPerson,
  ask: AboutRaising,
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
    case 'open-raising':
      return showRaising(world, by, ask.raising)
    case 'open-raiser':
      return showRaiser(world, by, ask.raising)
    case 'open-add-to-raising':
      return showAddForm(world, by, ask.raising)
    case 'add-to-raising':
      return addToRaising(world, by, ask.raising, form)
    case 'open-withdraw-raising':
      return showWithdrawForm(world, by, ask.raising)
    case 'withdraw-raising':
      return withdrawRaising(world, by, ask.raising, form)
    case 'admit-raiser':
      return admitRaiser(world, by, ask.raising)
  }
}
