/** A link that a scanner of emails has rewritten leads where it led before. */
import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { Typed } from '../../src/display/typed.ts'
import { checkLink } from '../../src/meetings/check-link.ts'

const check = (address: string) =>
  checkLink(new Typed(address), { identifiers: [new Typed('Kayleigh Marsden')], today: asDay('2026-09-07') })
const meant =
  'https://teams.microsoft.com/l/meetup-join/19%3ameeting_NjA0ODk%40thread.v2/0?context=%7b%22Tid%22%3a%2211111111-2222-4333-8444-555555555555%22%7d'
const encoded = encodeURIComponent(meant)
const safe = `https://eur02.safelinks.protection.outlook.com/ap/t-59584e83/?url=${encoded}&data=05%7C02&sdata=abc&reserved=0`
const proofpoint2 = encodeURIComponent(meant)
  .replaceAll('-', '%2D')
  .replaceAll('_', '%5F')
  .replaceAll('%2F', '_')
  .replaceAll('%', '-')

describe('what was meant is taken out of', () => {
  it.each([
    ['Safe Links', safe],
    ['Safe Links of another region', `https://gbr01.safelinks.protection.outlook.com/?url=${encoded}&reserved=0`],
    ['Safe Links twice', `https://eur02.safelinks.protection.outlook.com/?url=${encodeURIComponent(safe)}&x=1`],
    [
      'Safe Links of Teams',
      `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=${encoded}&locale=en-gb`,
    ],
    ['Proofpoint 1', `https://urldefense.proofpoint.com/v1/url?u=${encoded}&k=abc`],
    ['Proofpoint 2', `https://urldefense.proofpoint.com/v2/url?u=${proofpoint2}&d=DwMFAg&c=abc`],
    ['Proofpoint 3', `https://urldefense.com/v3/__${meant}__;!!abc!def$`],
    [
      'Proofpoint 3 with signs taken out',
      `https://urldefense.com/v3/__${meant.replaceAll('%', '*')}__;${Buffer.from('%'.repeat(meant.split('%').length - 1)).toString('base64url')}!!abc!def$`,
    ],
    ['Barracuda', `https://linkprotect.cudasvc.com/url?a=${encoded}&c=E,1,abc&typo=1`],
    [
      'Sophos',
      `https://eu-west-2.protection.sophos.com/?d=microsoft.com&u=${encodeURIComponent(Buffer.from(meant).toString('base64'))}&i=abc`,
    ],
    ['Cisco', `https://secure-web.cisco.com/1abc_DEF/${encoded}`],
    ['Trend Micro', `https://imsva91-ctp.trendmicro.com/wis/clicktime/v1/query?url=${encoded}&umid=abc`],
    ['Symantec', `https://clicktime.symantec.com/3abc?u=${encoded}`],
    ['Trellix', `https://protect2.fireeye.com/v1/url?k=abc&u=${encoded}`],
    ['Check Point', `https://protect.checkpoint.com/v2/___${meant}___.bXQ`],
    ['Google', `https://www.google.com/url?q=${encoded}&sa=D`],
    ['an invitation', `Microsoft Teams meeting\nJoin: <${meant}>\nMeeting ID: 123`],
    ['a sentence', `Please use ${meant}.`],
    ['what nobody can see', `\u200b${meant}\ufeff`],
  ])('%s', (_, written) => {
    expect(check(written)).toEqual({ address: meant })
  })
})

it.each([
  [
    'leads elsewhere',
    `https://eur02.safelinks.protection.outlook.com/?url=${encodeURIComponent('https://evil.example/teams')}`,
  ],
  [
    'is not encrypted',
    `https://eur02.safelinks.protection.outlook.com/?url=${encodeURIComponent('http://zoom.us/j/12345678901')}`,
  ],
  ['only looks like a scanner', `https://safelinks.protection.outlook.com.evil.example/?url=${encoded}`],
  ['is of nobody we know', `https://evil.example/?url=${encoded}`],
])('no link is made of one that %s', (_, written) => {
  expect(check(written)).toMatchObject({
    fields: { address: expect.stringContaining('Paste the whole link') as string },
  })
})

it('holds what is inside to the same rules about the child', () => {
  const named = encodeURIComponent('https://zoom.us/j/12345678901?topic=Kayleigh')
  expect(check(`https://eur02.safelinks.protection.outlook.com/?url=${named}`)).toMatchObject({
    fields: { address: expect.stringContaining('a name of the child') as string },
  })
})

it('says where to copy the link from, where only the scanner knows it', () => {
  expect(check('https://url.uk.m.mimecastprotect.com/s/AbCdE?domain=teams.microsoft.com')).toMatchObject({
    fields: { address: expect.stringContaining('Copy the link from the meeting itself') as string },
  })
})
