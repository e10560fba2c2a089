/** What is asked about a view of a case finds its use case. */
import type { Answer } from '../display/answer.ts'
import type { FormValues } from '../display/form.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import type { Ask } from '../vocabulary.ts'
import { askAnother, showAnotherForm } from './ask-another.ts'
import { giveInput, showInputForm } from './give-input.ts'
import type { InputsNeeds } from './needs.ts'
import { passOn, showPassOnForm } from './pass-on.ts'
import { showView, showViews } from './show-views.ts'
import { askOnce, sayWho, showWhoChildIs, takeBackNotOurs } from './who-is-this-child.ts'

const ofTheCase = ['open-ask-another', 'ask-another', 'open-views'] as const

type AboutInputs = Extract<Ask, { readonly request: unknown } | { readonly ask: (typeof ofTheCase)[number] }>

export const isAboutInputs = (ask: Ask): ask is AboutInputs =>
  'request' in ask || ofTheCase.some((name) => name === ask.ask)

export async function answerInputs(
  world: World<InputsNeeds>,
  by: PartnershipPerson,
  ask: AboutInputs,
  form: FormValues,
): Promise<Answer> {
  switch (ask.ask) {
    case 'open-who':
      return showWhoChildIs(world, by, ask.request)
    case 'know-child':
    case 'not-ours':
    case 'cannot-tell':
      return sayWho(world, by, ask)
    case 'open-not-ours':
    case 'open-cannot-tell':
      return askOnce(world, by, ask)
    case 'take-back-not-ours':
      return takeBackNotOurs(world, by, ask.request)
    case 'open-pass-on':
      return showPassOnForm(world, by, ask.request)
    case 'pass-on':
      return passOn(world, by, ask.request, form)
    case 'open-input':
      return showInputForm(world, by, ask.request)
    case 'give-input':
      return giveInput(world, by, ask.request, form)
    case 'open-ask-another':
      return showAnotherForm(world, by, ask.case)
    case 'ask-another':
      return askAnother(world, by, ask.case, form)
    case 'open-views':
      return showViews(world, by, ask.case)
    case 'open-view':
      return showView(world, by, ask.request)
  }
}
