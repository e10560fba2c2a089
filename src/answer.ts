/** The one door in: every ask finds its use case, and each use case is one transaction. */
import { workingCalendar } from './calendar/working-days.ts'
import { closeCase, openCloseCase } from './cases/close-case.ts'
import { confirmCase, openConfirmCase } from './cases/confirm-case.ts'
import { matchRaising, openMatchRaising } from './cases/match-raising.ts'
import { help, openMine } from './cases/mine.ts'
import { openCaseReading } from './cases/open-case.ts'
import { openRaiseCase, raiseCase } from './cases/raise-case.ts'
import { openReportConcern, reportConcern } from './concerns/report-concern.ts'
import { urgentCard } from './concerns/urgent.card.ts'
import type { Answer } from './display/answer.ts'
import type { FormValues } from './display/form.ts'
import { refused } from './display/refusal.ts'
import type { AllNeeds } from './needs.ts'
import type { Partnership, PartnershipPerson } from './partnership/partnership.ts'
import { personById } from './people/people.ts'
import { openAway, setAway } from './people/set-away.ts'
import type { Answering } from './ports/answering.ts'
import type { Clock } from './ports/clock.ts'
import type { Store } from './ports/store.ts'
import type { World } from './ports/world.ts'
import { opensSomething, type Ask } from './vocabulary.ts'

export type Answerer = {
  readonly store: Store<AllNeeds>
  readonly clock: Clock
  readonly partnership: Partnership
  newId(): string
}

export function answering({ store, clock, partnership, newId }: Answerer): Answering {
  const calendar = workingCalendar(partnership.closedDays)
  return async ({ ask, by, form = {}, once }) => {
    const person = personById(partnership, by)
    if (!person) return refused('nobody-we-know')
    const now = clock.now()
    const occasion = { at: now, by, ...(once && !opensSomething(ask) && { once }) }
    return store.transact(occasion, (tx) => useCase({ tx, now, partnership, calendar, newId }, person, ask, form))
  }
}

async function useCase(
  world: World<AllNeeds>,
  by: PartnershipPerson,
  ask: Ask,
  form: FormValues,
): Promise<Answer> {
  switch (ask.ask) {
    case 'open-help':
      return help(world.partnership)
    case 'open-mine':
      return openMine(world, by)
    case 'open-raise-case':
      return openRaiseCase(world, by, ask)
    case 'raise-case':
      return raiseCase(world, by, form)
    case 'open-case':
      return openCaseReading(world, by, ask.case)
    case 'open-confirm-case':
      return openConfirmCase(world, by, ask.case)
    case 'confirm-case':
      return confirmCase(world, by, ask.case, form)
    case 'open-close-case':
      return openCloseCase(world, by, ask.case)
    case 'close-case':
      return closeCase(world, by, ask.case, form)
    case 'open-match-raising':
      return openMatchRaising(world, by, ask.raising)
    case 'match-raising':
      return matchRaising(world, by, ask.raising, form)
    case 'open-urgent-lines':
      return urgentCard(world.partnership)
    case 'open-report-concern':
      return openReportConcern(world, by.id, ask.concern)
    case 'report-concern':
      return reportConcern(world, by.id, ask.concern, form)
    case 'open-away':
      return openAway(world, by)
    case 'set-away':
      return setAway(world, by, form)
    default:
      return refused('not-understood')
  }
}
