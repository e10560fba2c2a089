/** One row of the header of a return: one child. */
import { comesOfAge } from '../../src/children/comes-of-age.ts'
import { foundByNumbers } from '../../src/children/given-child.ts'
import { identityKind, writeIdentity } from '../../src/children/sealed-identity.ts'
import { isRoundedNumber, likeIdentifiers } from '../../src/children/like-identifier.ts'
import type { StagedChild } from '../../src/children/staging.ts'
import { identifierKind, longestUpn, normalIdentifier } from '../../src/children/identifier.ts'
import { sexes } from './codes.ts'
import type { Row } from './read-table.ts'
import { dayIn, notesOn, refused, type Reading, type Refused } from './reading.ts'

/** Care leavers are in returns until this age. */
const oldest = 25

/** One child, sealed as it is read: nothing that identifies goes any further. */
export function readHeaderRow(reading: Reading, row: Row): StagedChild | Refused {
  const [child = '', sex = '', dob = '', upn = ''] = row.cells
  const notes = notesOn(reading, 'header', row)
  if (!row.whole) return notes.refuse('CHILD', 'columns-differ')
  const identifier = normalIdentifier(child)
  if (isRoundedNumber(child)) return notes.refuse('CHILD', 'rounded-identifier')
  if (!identifier) return notes.refuse('CHILD', 'no-identifier')
  if (reading.children.has(identifier)) return notes.refuse('CHILD', 'child-twice')
  const birthday = dayIn(reading, 'DOB', dob, notes)
  if (birthday === refused) return refused
  // Before the first doubt, which names the child by its place.
  const ordinal = reading.children.size
  reading.children.set(identifier, ordinal)
  reading.birthdays.push(birthday)
  if (birthday > reading.asOf) notes.doubt('DOB', 'born-later')
  if (Number(birthday.slice(0, 4)) < Number(reading.asOf.slice(0, 4)) - oldest) notes.doubt('DOB', 'not-a-child')
  if (!sexes.has(sex.toUpperCase())) notes.doubt('SEX', 'unknown-sex')
  if (upn.length > longestUpn) notes.doubt('UPN', 'unlikely-upn')

  const ofAge = comesOfAge(birthday) <= reading.asOf
  const known = upn.length > longestUpn ? '' : upn
  const identity = writeIdentity(identifier, birthday, known)
  return { child: ordinal, row: row.row, ...sealed(reading, identifier, identity), ofAge, ...upnHashed(reading, known) }
}

const upnHashed = ({ vault }: Reading, upn: string): { readonly upnHash?: string } =>
  Object.fromEntries(
    foundByNumbers({ upn }).map(({ kind, words }) => ['upnHash', vault.keyedHash(kind, words.reveal())]),
  )

function sealed({ vault }: Reading, identifier: string, identity: string) {
  const key = vault.newKey()
  return {
    identifierHash: vault.keyedHash(identifierKind, identifier),
    likeHashes: likeIdentifiers(identifier).map((one) => vault.keyedHash(identifierKind, one)),
    identityHash: vault.keyedHash(identityKind, identity),
    key,
    identity: vault.seal(key, identity),
  }
}
