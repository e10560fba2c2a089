import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import type { Case, RequestState } from '../../src/cases/case.ts'
import { Typed } from '../../src/display/typed.ts'
import { AgencyId, PersonId, type CaseId, type ChildId } from '../../src/ids.ts'
import { hears } from '../../src/parts/hears.ts'
import { rolesOf } from '../../src/parts/may.ts'
import { named } from '../../src/parts/named.ts'
import { Policies } from '../../src/partnership/policies.ts'
import { demonstration } from '../support/builders.ts'

const lead = PersonId.parse('health-lead')

const asking = (request?: RequestState): Case => ({
  id: 'case' as CaseId,
  ref: 'K7M-2QD',
  child: 'child' as ChildId,
  theme: 'permanence',
  needed: asDay('2026-12-31'),
  state: 'asking',
  socialWorker: PersonId.parse('social-worker'),
  raisedAt: new Date('2026-09-07T09:30:00Z'),
  raisers: [],
  asked: [
    {
      agency: AgencyId.parse('larkshire-nhs-trust'),
      person: lead,
      because: new Typed('why'),
      ...(request && { request }),
    },
  ],
  policies: Policies.parse({}),
})

describe('an agency that was asked', () => {
  it.each<RequestState | undefined>([undefined, 'asked', 'known', 'cannot-tell', 'given'])(
    'has a part in the case (its answer: %s)',
    (request) => {
      const parts = named({ case: asking(request) }, demonstration)
      expect(rolesOf(parts, lead)).toEqual(['asked'])
      expect(hears(parts, 'news').to).toContainEqual({ person: lead, as: 'asked' })
    },
  )

  it('has none any longer once it has said that the child is not theirs', () => {
    const parts = named({ case: asking('not-ours') }, demonstration)
    expect(rolesOf(parts, lead)).toEqual([])
    expect(hears(parts, 'news').to.map(({ person }) => person)).not.toContain(lead)
  })
})
