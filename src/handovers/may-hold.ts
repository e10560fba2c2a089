/** Who may hold what: the role and the agency that each part needs. */
import { colleaguesFor as colleaguesForAction } from '../actions/hand-over-action.form.ts'
import { colleaguesFor as colleaguesForDuty } from '../duties/pass-duty.form.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { hears } from '../parts/hears.ts'
import { judges, nobodyWhoJudges, whoMayChair } from '../parts/judges.ts'
import { named } from '../parts/named.ts'
import { personById } from '../people/people.ts'
import type { Held, Holder } from './held.ts'

/** Whether the person who holds it still has what it needs: they are in the partnership, in its role and its agency. */
export function stillFits(partnership: Partnership, held: Holder): boolean {
  const { part, holder, agency, duty, kind } = held
  const person = personById(partnership, holder)
  if (!person) return false
  switch (part) {
    case 'child-social-worker':
      return isSocialWorker(partnership, person) && holder !== held.iro
    case 'case-social-worker':
      if (holder === held.iro) return false
      // A child without a social worker: the authority's lead confirms the case.
      return isSocialWorker(partnership, person) || isLeadOfAuthority(partnership, person)
    case 'child-iro':
    case 'case-iro':
      return person.roles.includes('iro')
    case 'case-chair':
      return person.roles.includes('chair') && holder !== held.iro
    case 'view':
      return agency === undefined || person.agency === agency
    case 'action':
      if (kind === undefined && judges(partnership, held).has(holder)) return false
      return agency === undefined || person.agency === agency
    case 'duty':
      return duty !== undefined && colleaguesForDuty(partnership, { ...held, kind: duty }).includes(person)
    case 'notes':
      return true
  }
}

/** Everybody who may hold it in place of the person who has it now. */
export const mayHold = (partnership: Partnership, held: Held): readonly PartnershipPerson[] =>
  ofRoleAndAgency(partnership, held).filter(({ id }) => id !== held.holder && !held.owners?.includes(id))

function ofRoleAndAgency(partnership: Partnership, held: Held): readonly PartnershipPerson[] {
  const { people } = partnership
  const { case: stuck } = held
  switch (held.part) {
    case 'child-social-worker':
    case 'case-social-worker':
      // The chair must be outside the line management of the case, and nobody reviews their own plan.
      return nobodyWhoJudges(people, partnership, held).filter((person) => isSocialWorker(partnership, person))
    case 'child-iro':
    case 'case-iro':
      return people.filter(({ id, roles }) => roles.includes('iro') && id !== held.chair && id !== stuck?.socialWorker)
    case 'case-chair':
      return stuck ? whoMayChair(partnership, stuck) : []
    case 'view':
      return people.filter(({ agency }) => agency === held.agency)
    case 'action':
      return stuck ? colleaguesForAction(partnership, stuck, held) : []
    case 'duty':
      return held.duty ? colleaguesForDuty(partnership, { ...held, kind: held.duty }) : []
    case 'notes': {
      const invited = stuck ? hears(named({ case: stuck }, partnership), 'news').to : []
      return people.filter(({ id }) => invited.some(({ person }) => person === id))
    }
  }
}

const isSocialWorker = ({ authority }: Partnership, { agency, roles }: PartnershipPerson): boolean =>
  roles.includes('social-worker') && agency === authority

const isLeadOfAuthority = ({ agencies, authority }: Partnership, { id }: PartnershipPerson): boolean =>
  agencies.some((agency) => agency.id === authority && agency.lead === id)
