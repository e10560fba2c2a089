/** What is currently held by people who no longer may hold it: for lists and messages, without a lock. */
import type { Case } from '../cases/case.ts'
import type { CaseId, ChildId, PersonId } from '../ids.ts'
import type { World } from '../ports/world.ts'
import { HeldAs } from './asks.ts'
import type { Held } from './held.ts'
import { chairOf, judging } from './lock-held.ts'
import { stillFits } from './may-hold.ts'
import type { HandoversNeeds, HeldChild } from './needs.ts'

type Looking = Pick<World<HandoversNeeds>, 'tx' | 'partnership'>

/** Everything that needs somebody. */
export async function heldByGone(looking: Looking): Promise<readonly Held[]> {
  const holders = await looking.tx.holders()
  const gone = holders.filter((holder) => !stillFits(looking.partnership, holder))
  return heldBy(looking, [...new Set(gone.map(({ holder }) => holder))])
}

/** What these people hold and no longer may, in the order of the references; a case or duty that goes with a child is not listed again. */
export async function heldBy(looking: Looking, people: readonly PersonId[]): Promise<readonly Held[]> {
  if (people.length === 0) return []
  const all = [...(await ofChildrenAndCases(looking, people)), ...(await promised(looking, people))]
  return all.filter((held) => !stillFits(looking.partnership, held)).toSorted(inOrder)
}

const inOrder = (a: Held, b: Held): number =>
  a.ref === b.ref ? HeldAs.options.indexOf(a.part) - HeldAs.options.indexOf(b.part) : a.ref < b.ref ? -1 : 1

async function ofChildrenAndCases({ tx }: Looking, people: readonly PersonId[]): Promise<readonly Held[]> {
  const children = await tx.childrenHeldBy(people)
  const duties = await tx.openDutiesOf({ owners: people, iros: [], staff: [] })
  const ids = children.map(({ id }) => id)
  const cases = await tx.casesHeldBy(people, ids)
  const views = await tx.viewsHeldBy(people)
  const notes = await tx.notesHeldBy(people)
  const others = await tx.casesByIds([...views, ...notes].map((one) => one.case))
  const caseOf = (id: CaseId): Case | undefined => others.find((stuck) => stuck.id === id)
  const childOf = (id: ChildId): HeldChild | undefined => children.find((child) => child.id === id)
  const held = (id: PersonId | undefined): id is PersonId => id !== undefined && people.includes(id)
  const goesWithChild = (part: 'socialWorker' | 'iro', stuck: Pick<Case, 'child'>, holder: PersonId): boolean =>
    childOf(stuck.child)?.[part] === holder

  return [
    ...children.flatMap((child): Held[] => {
      const stuck = cases.find((one) => one.child === child.id)
      const common = {
        ...{ thing: child.id, ref: child.ref, child: child.id, ...(stuck && { case: stuck }) },
        ...judging({ ...(child.iro && { iro: child.iro }), ...chairOf(stuck) }),
      }
      const { socialWorker, iro } = child
      const theirs = duties.filter((duty) => duty.child === child.id && duty.owner === socialWorker)
      return [
        ...(held(socialWorker)
          ? [{ ...common, part: 'child-social-worker' as const, holder: socialWorker, duties: theirs.length }]
          : []),
        ...(held(iro) ? [{ ...common, part: 'child-iro' as const, holder: iro }] : []),
      ]
    }),
    ...cases.flatMap((stuck): Held[] => {
      const common = { thing: stuck.id, ref: stuck.ref, case: stuck, ...judging(stuck) }
      const { socialWorker, iro, chair, state } = stuck
      return [
        ...(held(socialWorker) && !goesWithChild('socialWorker', stuck, socialWorker)
          ? [{ ...common, part: 'case-social-worker' as const, holder: socialWorker }]
          : []),
        ...(held(iro) && !goesWithChild('iro', stuck, iro)
          ? [{ ...common, part: 'case-iro' as const, holder: iro }]
          : []),
        ...(held(chair) && state !== 'raised' ? [{ ...common, part: 'case-chair' as const, holder: chair }] : []),
      ]
    }),
    ...duties
      .filter(({ child, owner }) => !goesWithChild('socialWorker', { child }, owner))
      .map(({ id, ref, owner, child, kind, due, ...duty }): Held => ({
        part: 'duty',
        thing: id,
        ref,
        holder: owner,
        child,
        duty: kind,
        due,
        ...judging(duty),
      })),
    ...views.flatMap(({ id, agency, person, ...view }): Held[] => {
      const stuck = caseOf(view.case)
      return stuck ? [{ part: 'view', thing: id, ref: stuck.ref, holder: person, agency, case: stuck }] : []
    }),
    ...notes.flatMap(({ id, noteTaker, ...meeting }): Held[] => {
      const stuck = caseOf(meeting.case)
      return stuck ? [{ part: 'notes', thing: id, ref: stuck.ref, holder: noteTaker, case: stuck }] : []
    }),
  ]
}

async function promised({ tx }: Looking, people: readonly PersonId[]): Promise<readonly Held[]> {
  const actions = await tx.openActionsOf({ owners: people, agencies: [], iros: [] })
  const cases = await tx.casesByIds(actions.map((action) => action.case))
  return actions.map(({ id, ref, owner, agency, due, kind, ...action }): Held => {
    const stuck = cases.find((one) => one.id === action.case)
    return {
      part: 'action',
      thing: id,
      ref,
      holder: owner,
      due,
      ...(agency && { agency }),
      ...(kind && { kind }),
      ...(stuck && { case: stuck, ...judging(stuck) }),
    }
  })
}
