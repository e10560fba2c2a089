/** The smallest partnership that can import a return. */
import { Partnership } from '../../src/partnership/partnership.ts'

const person = (id: string, role: string) => ({
  id,
  name: id,
  email: `${id.replace('-', '.')}@demo.example`,
  agency: 'larkshire',
  roles: [role],
})

export const larkshire: Partnership = Partnership.parse({
  name: 'Larkshire',
  authority: 'larkshire',
  urgent: { emergency: '999', daytimeReferral: 'by day', outOfHours: 'by night', designatedOfficer: 'the officer' },
  agencies: [{ id: 'larkshire', kind: 'social-care', name: 'Larkshire Council', lead: 'social-worker' }],
  people: [person('social-worker', 'social-worker'), person('iro', 'iro'), person('chair', 'chair')],
  reportsTo: 'chair',
})
