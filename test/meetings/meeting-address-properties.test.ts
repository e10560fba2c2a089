/** Whatever is typed as the address of a meeting, a link leads to a service that is known, or nowhere. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { longestAddress, meetingAddress } from '../../src/meetings/meeting-address.ts'

const own = ['meet.larkshire.gov.uk']
const known = fc.constantFrom(
  'meet.larkshire.gov.uk',
  'meet.google.com',
  'teams.microsoft.com',
  'larkshire.zoom.us',
  'larkshire.webex.com',
)
const toService =
  /^https:\/\/(?:meet\.(?:google\.com|larkshire\.gov\.uk)|teams\.microsoft\.com|larkshire\.(?:zoom\.us|webex\.com))\/./
const nearly = fc
  .tuple(
    fc.constantFrom('https://', 'http://', 'javascript://', 'https://who@', 'https:\\\\', ' https://'),
    known,
    fc.constantFrom('', '.evil.example', ':8443', '@evil.example', '%2eevil.example'),
    fc.string({ maxLength: 20 }),
  )
  .map(([scheme, host, tail, path]) => `${scheme}${host}${tail}/${path}`)

it('gives a link to a known service alone, and reads its own links back', () => {
  fc.assert(
    fc.property(fc.oneof(nearly, fc.webUrl(), fc.string()), (written) => {
      const address = meetingAddress(written, own)
      if (address === undefined) return
      expect(address).toMatch(toService)
      expect(address.length).toBeLessThanOrEqual(longestAddress)
      expect(meetingAddress(address, own)).toBe(address)
    }),
  )
})

it('takes every path of a known service', () => {
  fc.assert(
    fc.property(
      known,
      fc.string({ unit: fc.constantFrom('a', 'b', 'z', '0', '9', '-', '/', '?', '='), minLength: 1, maxLength: 40 }),
      (host, path) => {
        expect(meetingAddress(`https://${host}/a${path}`, own)).toBe(`https://${host}/a${path}`)
      },
    ),
  )
})
