/** What the agencies wrote, for the chair and the IRO, once inputs are closed. */
import type { Case } from '../cases/case.ts'
import { partsThatCount } from '../cases/who-settles.ts'
import type { Answer } from '../display/answer.ts'
import { button, text, type Button } from '../display/card.ts'
import { heading, reading, words, type ReadingBlock } from '../display/reading.ts'
import { isRefusal, refused, type Refusal } from '../display/refusal.ts'
import type { CaseId, RequestId } from '../ids.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { agencyOf } from '../people/people.ts'
import { may, refusedTo } from '../parts/may.ts'
import { partsToday } from '../parts/parts-of.ts'
import type { World } from '../ports/world.ts'
import type { InputsNeeds } from './needs.ts'
import type { Request } from './request.ts'

/** More views than this are opened one by one: one page with all of them would exceed Slack's 100 blocks. */
const mostTogether = 6

export const given = (requests: readonly Request[]): readonly Request[] =>
  requests.filter(({ view }) => view.length > 0)

export const fitTogether = (views: readonly Request[]): boolean => views.length <= mostTogether

export async function showViews(world: World<InputsNeeds>, by: PartnershipPerson, id: CaseId): Promise<Answer> {
  const stuck = await readableCase(world, by, id)
  if (isRefusal(stuck)) return stuck
  const views = given(await world.tx.requestsOf(id))
  const title = `Views ${stuck.ref}`
  if (views.length === 0) return reading(title, [text('Nobody has given a view.')])
  return fitTogether(views)
    ? reading(
        title,
        views.flatMap((view) => viewBlocks(view, world.partnership)),
      )
    : reading(title, [text('Open them one by one.')], viewButtons(views, world.partnership))
}

export async function showView(world: World<InputsNeeds>, by: PartnershipPerson, id: RequestId): Promise<Answer> {
  const request = await world.tx.requestById(id)
  if (!request) return refused('no-longer-there')
  const stuck = await readableCase(world, by, request.case)
  return isRefusal(stuck) ? stuck : reading(`View ${stuck.ref}`, viewBlocks(request, world.partnership))
}

const viewBlocks = (request: Request, partnership: Partnership): readonly ReadingBlock[] => [
  heading(agencyOf(partnership, request).name),
  ...saidBy(
    request,
    partnership,
    request.view.map(({ name }) => name),
  ),
]

/** Each question with the name of the agency, since views are read side by side. */
export function saidBy(request: Request, partnership: Partnership, names: readonly string[]): readonly ReadingBlock[] {
  const agency = agencyOf(partnership, request).name
  return request.view
    .filter(({ name }) => names.includes(name))
    .map(({ question, words: typed }) => words(`${agency}: ${question}`, typed))
}

export const viewButtons = (views: readonly Request[], partnership: Partnership): readonly Button[] =>
  views.map((view) => button(agencyOf(partnership, view).name, { ask: 'open-view', request: view.id }))

async function readableCase(world: World<InputsNeeds>, by: PartnershipPerson, id: CaseId): Promise<Case | Refusal> {
  const stuck = await world.tx.caseById(id)
  if (!stuck) return refused('no-longer-there')
  const parts = partsThatCount(stuck, await partsToday(world, { case: stuck }), by.id)
  if (!may(parts, by.id, 'inputs')) return refusedTo(parts, by.id, 'inputs')
  return stuck.state === 'raised' || stuck.state === 'asking' ? refused('inputs-still-open') : stuck
}
