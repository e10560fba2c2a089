import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { everybodyIn, standingsIn, type Case, type RequestState } from '../../src/cases/case.ts'
import { Typed } from '../../src/display/typed.ts'
import { AgencyId, PersonId, type CaseId, type ChildId } from '../../src/ids.ts'
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
      expect(standingsIn(asking(request), lead, demonstration)).toEqual(['asked'])
      expect(everybodyIn(asking(request))).toContain(lead)
    },
  )

  it('has none any longer once it has said that the child is not theirs', () => {
    expect(standingsIn(asking('not-ours'), lead, demonstration)).toEqual([])
    expect(everybodyIn(asking('not-ours'))).not.toContain(lead)
  })
})
