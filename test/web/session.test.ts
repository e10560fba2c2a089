import { request } from 'express'
import { expect, it } from 'vitest'
import { createSessions } from '../../adapters/web/session.ts'
import { PersonId } from '../../src/ids.ts'
import type { Recognised } from '../../src/ports/recognise-account.ts'
import { read } from '../support/testshire.ts'

const testshire = read()
const [chair, stranger] = [PersonId.parse('chair'), PersonId.parse('somebody-who-left')]

/** A browser with a session of this person, whose account is recognised as this. */
const whoIs = (person: PersonId, recognised: Recognised) =>
  createSessions({
    signIns: {
      begin: () => Promise.resolve('secret'),
      personOf: () => Promise.resolve(person),
      lapsedOf: () => Promise.resolve(undefined),
      end: () => Promise.resolve(),
    },
    recognise: () => Promise.resolve(recognised),
    partnership: () => testshire,
    cookies: { read: () => 'secret', write: () => undefined, clear: () => undefined },
  }).whoIs(request)

it('a session is of the person who began it, while their account is theirs and they are in the partnership', async () => {
  const name = testshire.people.find(({ id }) => id === chair)?.name
  expect(await whoIs(chair, chair)).toEqual({ person: chair, name, session: true })
  for (const recognised of ['nobody-we-know', 'not-admitted', PersonId.parse('iro')] as const)
    expect(await whoIs(chair, recognised)).toBeUndefined()
  expect(await whoIs(stranger, stranger)).toBeUndefined()
})
