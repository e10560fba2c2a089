/** Which addresses become links. */
import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { Typed } from '../../src/display/typed.ts'
import { checkLink } from '../../src/meetings/check-link.ts'

const identifiers = ['Kayleigh Marsden', '943 476 5919', 'LK104'].map((words) => new Typed(words))
const check = (address: string, about = identifiers) =>
  checkLink(new Typed(address), { identifiers: about, today: asDay('2026-09-07') }, { meetingHosts: [] })

describe('no link is made of', () => {
  it.each([
    ['a page elsewhere', 'https://evil.example/teams.microsoft.com'],
    ['a host that only ends alike', 'https://notzoom.us/j/12345678901'],
    ['a host that only begins alike', 'https://teams.microsoft.com.evil.example/meet/1'],
    ['letters that only look alike', 'https://zо\u043em.us/j/12345678901'],
    ['a name before the host', 'https://teams.microsoft.com@evil.example/meet/1'],
    ['a name and a password', 'https://chair:secret@zoom.us/j/12345678901'],
    ['another port', 'https://zoom.us:8443/j/12345678901'],
    ['an address that is not encrypted', 'http://zoom.us/j/12345678901'],
    ['a script', 'javascript:alert(1)//zoom.us/j/1'],
    ['a mention', '<!channel> https://zoom.us/j/12345678901'],
    ['a service without a meeting', 'https://zoom.us/'],
    ['what cannot be read', 'https://zoom.us/j/1?pwd=%E0%A4%A'],
    ['what is longer than any', `https://zoom.us/j/${'1'.repeat(1000)}`],
    ['words', 'the usual room'],
  ])('%s', (_, address) => {
    expect(check(address)).toMatchObject({
      fields: {
        address: 'Paste the whole link to a meeting in Teams, Google Meet, Zoom or Webex. It starts with https://.',
      },
    })
  })

  it.each([
    ['the name of the child', 'https://council.webex.com/meet/kayleigh-plan', 'a name of the child'],
    ['the name in disguise', 'https://zoom.us/j/12345678901?topic=K%61yleigh%20M', 'a name of the child'],
    ['an email address', 'https://zoom.us/my/mum@home.example', 'an email address'],
    ['a phone number', 'https://zoom.us/my/x?call=01632+960101', 'a phone number'],
    ['an NHS number', 'https://zoom.us/my/x?about=401+023+2137', 'an NHS number'],
    ['a number of this child, as if of a meeting', 'https://zoom.us/j/9434765919', 'an identifier of the child'],
  ])('%s', (_, address, finding) => {
    expect(check(address)).toMatchObject({ fields: { address: expect.stringContaining(finding) as string } })
  })
})

it.each([
  'https://meet.google.com/abc-defg-hij',
  'https://teams.microsoft.com/l/meetup-join/19%3ameeting_NjQ3%40thread.v2/0?context=%7b%22Tid%22%3a%2212345678-0b9f-4201-8345-078901234567%22%7d',
  'https://teams.live.com/meet/9434765919123?p=x',
  'https://us02web.zoom.us/j/9434765919?pwd=abc.1',
  'https://council.webex.com/council/j.php?MTID=m02012345678901234567890123456789',
])('%s is a link, whatever the numbers in it look like', (address) => {
  expect(check(` ${address} `, [])).toEqual({ address })
})

describe('a server of the partnership', () => {
  const onOwn = (address: string, meetingHosts = ['meet.larkshire.gov.uk']) =>
    checkLink(new Typed(address), { identifiers: [], today: asDay('2026-09-07') }, { meetingHosts })

  it('is taken where the file names it, and in no other', () => {
    const address = 'https://meet.larkshire.gov.uk/room-4'
    expect(onOwn(address)).toEqual({ address })
    expect(onOwn(address, [])).toMatchObject({ reason: 'form-not-complete' })
  })

  it.each([
    'https://meet.larkshire.gov.uk/',
    'https://meet.larkshire.gov.uk:8443/a',
    'https://x.meet.larkshire.gov.uk/a',
  ])('does not make %s a link, and says what would be one', (address) => {
    expect(onOwn(address)).toMatchObject({
      fields: { address: expect.stringContaining('Zoom or Webex, or on meet.larkshire.gov.uk.') as string },
    })
  })
})
