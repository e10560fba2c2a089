/** A real partnership's file, small and with comments, and what it becomes when it is read. */
import type { Partnership } from '../../src/partnership/partnership.ts'
import { readPartnership } from '../../src/partnership/read-partnership.ts'

export const testshire = `# Testshire: edited by hand, so comments stay.
name: Testshire Safeguarding Partnership
authority: council
reportsTo: chair
urgent:
  emergency: Call 999.
  daytimeReferral: Call 01632 960001.
  outOfHours: Call 01632 960002.
  designatedOfficer: Call 01632 960003.
agencies:
  - { id: council, kind: social-care, name: Testshire Council, lead: manager }
  - { id: trust, kind: health, name: Testshire Trust, lead: nurse }
people:
  # The chair looks after Unstuck as well.
  - { id: chair, name: Cosmo Verity, email: chair@testshire.example, agency: council, roles: [chair, coordinator] }
  - { id: iro, name: Imogen Rooke, email: iro@testshire.example, agency: council, roles: [iro] }
  - id: worker
    name: Samira Holt
    email: worker@testshire.example
    agency: council
    roles: [social-worker]
    deputy: manager # until June
  - { id: manager, name: Teresa Malone, email: manager@testshire.example, agency: council, roles: [lead] }
  # Since March in place of somebody else.
  - { id: nurse, name: Hanna Oyelaran, email: nurse@testshire.example, agency: trust, roles: [lead], deputy: colleague }
  - { id: colleague, name: Hugo Pennell, email: colleague@testshire.example, agency: trust, roles: [practitioner] }
`

/** The file with one passage changed; throws where it does not have it. */
export function changed(wrong: string, right: string, yaml = testshire): string {
  if (!yaml.includes(wrong)) throw new Error(`the file does not have: ${wrong}`)
  return yaml.replace(wrong, right)
}

export function read(yaml = testshire): Partnership {
  const found = readPartnership(yaml, 'partnership.yaml')
  if ('problems' in found) throw new Error(found.problems.join('\n'))
  return found.partnership
}
