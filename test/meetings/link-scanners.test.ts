/** A link that a scanner of emails has rewritten leads where it led before. */
import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { Typed } from '../../src/display/typed.ts'
import { checkLink } from '../../src/meetings/check-link.ts'

const check = (address: string) =>
  checkLink(
    new Typed(address),
    { identifiers: [new Typed('Kayleigh Marsden')], today: asDay('2026-09-07') },
    { meetingHosts: [] },
  )
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
    ['Proofpoint 3 of Europe', `https://urldefense.eu/v3/__${meant}__;!!abc!def$`],
    ['Cisco, which leaves the query', `https://secure-web.cisco.com/1abc/${encoded.replace('%3F', '?')}`],
    ['Safe Links as a page writes it', `https://EUR02.safelinks.protection.outlook.com/?url=${encoded}&amp;reserved=0`],
    ['Safe Links in a redirect of Google', `https://www.google.com/url?q=${encodeURIComponent(safe)}&sa=D`],
    ['a redirect of Google Meet', `https://meet.google.com/linkredirect?authuser=0&dest=${encoded}`],
    [
      'the page that asks which app opens it',
      `https://teams.microsoft.com/dl/launcher/launcher.html?url=${encodeURIComponent(meant.replace('https://teams.microsoft.com', '/_#'))}&type=meetup-join`,
    ],
    ['the browser’s own line', meant.replace('.com/l/', '.com/_#/l/')],
    ['the app’s own link', meant.replace('https://teams.microsoft.com', 'msteams:')],
    ['an invitation', `Microsoft Teams meeting\nJoin: <${meant}>\nMeeting ID: 123`],
    [
      'an invitation of Outlook, with what is said of telephones',
      `Microsoft Teams Need help?<https://aka.ms/JoinTeamsMeeting?omkt=en-GB>\nJoin the meeting now<${meant}>\nMeeting ID: 312 345 678 901\nDial in by phone\n+44 20 3321 5200,,123456789#\nFind a local number<https://dialin.teams.microsoft.com/abc?id=1>\nFor organizers: Meeting options<https://teams.microsoft.com/meetingOptions/?organizerId=1>`,
    ],
    [
      'options that stand first',
      `Meeting options https://teams.microsoft.com/meetingOptions/?tenantId=2 Join ${meant}`,
    ],
    ['a chat that stands first', `https://teams.microsoft.com/l/chat/19:x/0 ${meant}`],
    ['the same link, wrapped and bare', `${meant} ${safe}`],
    ['a line that was broken', meant.replace('2222-', '2222-\n')],
    ['a chat of Slack', `<${meant}|Join>`],
    ['Markdown', `[Join](${meant})`],
    ['a page', `<a href="${meant}">Join</a>`],
    ['guillemets', `«${meant}»`],
    ['a sentence', `Please use ${meant}.`],
    ['what nobody can see', `\u200b${meant}\ufeff`],
  ])('%s', (_, written) => {
    expect(check(written)).toEqual({ address: meant })
  })
})

it.each([
  ['zoom.us/j/81234567890?pwd=abc.1', 'https://zoom.us/j/81234567890?pwd=abc.1'],
  ['meet.google.com/abc-defg-hij', 'https://meet.google.com/abc-defg-hij'],
  ['HTTPS://ZOOM.US/j/81234567890', 'https://zoom.us/j/81234567890'],
  ['Find your number: https://zoom.us/u/kabc\nhttps://zoom.us/j/812', 'https://zoom.us/j/812'],
  ['https://zoom.us/j/812 or https://us02web.zoom.us/j/812?pwd=x', 'https://zoom.us/j/812'],
  ['https://zoom.us/j/812?pwd=x&amp;from=y', 'https://zoom.us/j/812?pwd=x&from=y'],
  ['Link:https://zoom.us/j/812,Passcode: 1', 'https://zoom.us/j/812'],
  ['https://zoom.us/j/812 ?pwd=x', 'https://zoom.us/j/812?pwd=x'],
  [
    'https://x.webex.com/x/j.php?MTID=m1 https://x.webex.com/x/globalcallin.php?MTID=m2',
    'https://x.webex.com/x/j.php?MTID=m1',
  ],
])('a link out of %j', (written, address) => {
  expect(check(written)).toEqual({ address })
})

it.each([
  `https://zoom.us/j/812 and ${meant}`,
  'https://zoom.us/j/812 https://zoom.us/j/813',
  'meet.google.com/abc-defg-hij meet.google.com/xyz-defg-hij',
])('asks which of several meetings is meant: %s', (written) => {
  expect(check(written)).toMatchObject({
    fields: { address: expect.stringContaining('more than one meeting') as string },
  })
})

it.each([
  ['is cut off in the middle', meant.slice(0, -20)],
  ['is a chat', 'https://teams.microsoft.com/l/chat/0/0?users=x'],
  ['is a channel', 'https://teams.microsoft.com/l/channel/19%3ax/General'],
  ['is the settings of a meeting', 'https://teams.microsoft.com/meetingOptions/?tenantId=2'],
  ['is a list of telephone numbers', 'https://zoom.us/u/kabc'],
  ['is a recording', 'https://zoom.us/rec/share/abc'],
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
