/** What is asked about a danger that somebody told of finds its use case. */
import type { Answer } from '../display/answer.ts'
import type { FormValues } from '../display/form.ts'
import type { PersonId } from '../ids.ts'
import type { World } from '../ports/world.ts'
import type { Ask } from '../vocabulary.ts'
import type { ConcernsNeeds } from './needs.ts'
import { reportConcern, showReportForm } from './report-concern.ts'
import { showConcernChild } from './show-child.ts'
import { askToTakeBack, takeBack } from './take-back.ts'

type AboutConcern = Extract<Ask, { readonly concern: unknown }>

export const isAboutConcern = (ask: Ask): ask is AboutConcern => 'concern' in ask

export async function answerConcern(
  world: World<ConcernsNeeds>,
  by: PersonId,
  ask: AboutConcern,
  form: FormValues,
): Promise<Answer> {
  switch (ask.ask) {
    case 'open-report-concern':
      return showReportForm(world, by, ask.concern)
    case 'report-concern':
      return reportConcern(world, by, ask.concern, form)
    case 'open-concern-child':
      return showConcernChild(world, by, ask.concern)
    case 'open-take-back-concern':
      return askToTakeBack(world, by, ask.concern)
    case 'take-back-concern':
      return takeBack(world, by, ask.concern)
  }
}
