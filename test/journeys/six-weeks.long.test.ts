/** Six weeks over Christmas, lived through with the workspace's own buttons: who is told what, on which day. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumIsHere, startBrowser, type Browser } from '../support/browser/chromium.ts'
import { parts, people, type Part } from './cast.ts'
import type { Line } from './clock-strip.ts'
import { atSlack, diedOver, liveSixWeeks, type Lived } from './live-six-weeks.ts'

/** GOV.UK, bank holidays of England and Wales: Christmas Day, the substitute for Boxing Day, New Year's Day. */
const bankHolidays = ['2026-12-25', '2026-12-28', '2027-01-01']

const everybody: readonly Part[] = ['practitioner', 'socialWorker', 'healthLead', 'schoolLead', 'chair', 'iro']

/**
 * Written by hand, with a calendar of that winter. `A` is the child whose assessment is overdue: in care since Tuesday
 * 8 September, so it was due for the first review, on Friday 2 October, before 20 working days were over. `B` is the child whose assessment falls due:
 * in care since Friday 13 November, due on Friday 11 December. A ladder is 5 working days before, the day, 2 working
 * days after (with the lead, and the chair of a case), 10 working days after (with the IRO), and every 5 working days
 * from then on: that is a repeat, and waits for the overview of the next Monday that is a working day.
 * News goes at once to whoever had no post that day, else with the post of the next working day.
 *
 * Monday 30 November: first look, case, views. Friday 4 December: the meeting. Tuesday 8: Samira Holt gives a new
 * date. Wednesday 16: B is recorded. Thursday 17: Selwyn Marsh has done his action.
 */
const byHand: readonly (readonly [string, readonly Part[], string])[] = [
  ['2026-11-30', ['socialWorker'], 'First look: 20 children to check'],
  ['2026-11-30', ['socialWorker'], 'Case C: please confirm'],
  ['2026-11-30', ['iro'], 'Case C: raised'],
  ['2026-11-30', ['practitioner', 'chair'], 'Case C: agencies have been asked'],
  ['2026-11-30', ['healthLead', 'schoolLead'], 'Case C: please give your view'],
  // Both views are in, so views close a working day later, in the evening. Three working days on are 4, 7 and 8 December.
  // That is the second piece of news of the day for some, and the IRO has two of them to come.
  ['2026-11-30', ['socialWorker', 'healthLead', 'schoolLead'], 'Case C: views close on Tuesday 1 December 2026'],
  ['2026-12-01', ['practitioner', 'chair'], 'Case C: views close on Tuesday 1 December 2026'],
  ['2026-12-01', ['iro'], '2 things for today'],
  // A was confirmed on 30 November: its ladder counts from 5 working days later, Monday 7 December, and 5 before that
  // is the day itself, told on the next morning.
  [
    '2026-12-01',
    ['socialWorker'],
    'Child A: initial health assessment and health plan overdue since Friday 2 October 2026',
  ],
  ['2026-12-02', ['chair'], 'Case C: choose a time for the meeting'],
  ['2026-12-02', everybody, 'Case C: the meeting is set'],
  ['2026-12-03', everybody, 'Case C: the meeting is on the next working day'],
  // B, 5 before Friday 11: Thursday 10, Wednesday 9, Tuesday 8, Monday 7, Friday 4
  ['2026-12-04', ['socialWorker'], 'Child B: initial health assessment and health plan due Friday 11 December 2026'],
  ['2026-12-04', everybody, 'Case C: the meeting is starting'],
  ['2026-12-04', ['chair'], 'Case C: for the chair'],
  ['2026-12-04', everybody, 'Case C: what was agreed'],
  ['2026-12-04', ['healthLead'], 'Case C: your action, due Friday 18 December 2026'],
  ['2026-12-04', ['socialWorker'], 'Case C: your action, due Tuesday 15 December 2026'],
  ['2026-12-04', ['schoolLead'], 'Case C: your action, due Wednesday 23 December 2026'],
  // A, on the day that its ladder counts from
  [
    '2026-12-07',
    ['socialWorker'],
    'Child A: initial health assessment and health plan overdue since Friday 2 October 2026',
  ],
  ['2026-12-07', ['chair'], '2 children have no social worker'],
  // 5 before Tuesday 15
  ['2026-12-08', ['socialWorker'], 'Case C: your action is due Tuesday 15 December 2026'],
  ['2026-12-08', ['chair'], 'Case C: an action has a new date, Monday 28 December 2026'],
  // A, 2 after Monday 7
  [
    '2026-12-09',
    ['socialWorker', 'teamManager'],
    'Child A: initial health assessment and health plan overdue since Friday 2 October 2026',
  ],
  // B, on the day; and 5 before Friday 18
  ['2026-12-11', ['socialWorker'], 'Child B: initial health assessment and health plan due today'],
  ['2026-12-11', ['healthLead'], 'Case C: your action is due Friday 18 December 2026'],
  ['2026-12-14', ['chair', 'teamManager'], '2 children have no social worker'],
  // B, 2 after Friday 11: Monday 14, Tuesday 15. The first date of Samira Holt's action is no longer a rung.
  [
    '2026-12-15',
    ['socialWorker', 'teamManager'],
    'Child B: initial health assessment and health plan overdue by 2 working days',
  ],
  // 5 before Wednesday 23. B is recorded, so that Tuesday 29, its 10 after, has nothing.
  ['2026-12-16', ['schoolLead'], 'Case C: your action is due Wednesday 23 December 2026'],
  ['2026-12-17', ['chair', 'socialWorker'], 'Case C: an action is done'],
  // on the day; and 5 before Monday 28: Thursday 24, 23, 22, Monday 21, Friday 18 (Christmas Day is none)
  ['2026-12-18', ['healthLead'], 'Case C: your action is due today'],
  [
    '2026-12-18',
    ['socialWorker'],
    'Case C: your action is due Monday 28 December 2026, 3 working days after its first date',
  ],
  // A, 10 after Monday 7: Friday 11 is 4, Friday 18 is 9, Monday 21 is 10. To the manager with the children, again.
  [
    '2026-12-21',
    ['socialWorker', 'iro'],
    'Child A: initial health assessment and health plan overdue since Friday 2 October 2026',
  ],
  ['2026-12-21', ['teamManager'], '2 things for today'],
  ['2026-12-21', ['chair'], '2 children have no social worker'],
  // 2 after Friday 18. Hanna Oyelaran is the lead of her own agency, and hears once.
  ['2026-12-22', ['healthLead'], 'Case C: your action is overdue by 2 working days'],
  ['2026-12-22', ['chair'], 'Case C: an action is overdue by 2 working days'],
  // Monday 28 is a bank holiday: the day is told on the working day before it, Thursday 24
  [
    '2026-12-24',
    ['socialWorker'],
    'Case C: your action is due Monday 28 December 2026, 7 working days after its first date',
  ],
  // The action, 2 after Monday 28: Tuesday 29, Wednesday 30
  ['2026-12-30', ['socialWorker'], 'Case C: your action is overdue by 2 working days'],
  ['2026-12-30', ['teamManager', 'chair'], 'Case C: an action is overdue by 2 working days'],
  // The IRO's rung counts from the first date: 10 after Tuesday 15: Friday 18 is 3, Thursday 24 is 7, Tuesday 29 is 8
  ['2026-12-31', ['socialWorker'], 'Case C: your action is overdue by 3 working days'],
  ['2026-12-31', ['teamManager', 'iro', 'chair'], 'Case C: an action is overdue by 3 working days'],
  // The overview: A, 5 after Monday 21 (Tuesday 22, 23, 24, Tuesday 29, Wednesday 30), and the children, 5 likewise.
  // None on Tuesday 29, the day for that of Monday 28: there was nothing to say again by then.
  // What is overdue in the remit of lead and IRO stands in it too: the social worker's action, for the IRO also that of health.
  [
    '2027-01-04',
    ['socialWorker'],
    'Child A: initial health assessment and health plan overdue since Friday 2 October 2026',
  ],
  ['2027-01-04', ['teamManager', 'iro'], 'Your overview: 3 things still not done'],
  ['2027-01-04', ['chair'], '2 children have no social worker'],
  // 10 after Friday 18: Thursday 24 is 4, Thursday 31 is 7, Monday 4 January is 8, Wednesday 6 is 10
  ['2027-01-06', ['healthLead'], 'Case C: your action is overdue by 10 working days'],
  ['2027-01-06', ['iro', 'chair'], 'Case C: an action is overdue by 10 working days'],
  // The dates of all are as of the first look, more than 31 days ago: asked about, and A is not said again on Thursday 7
  ['2027-01-07', ['socialWorker'], 'Are these dates still right? 20 children to check'],
  // The overview: the children, 5 after Wednesday 30 (Thursday 31, Monday 4, 5, 6, Thursday 7), and the social
  // worker's action, 5 after Thursday 31 (Monday 4, 5, 6, 7, Friday 8). That of health was said last on Wednesday.
  ['2027-01-11', ['socialWorker'], 'Case C: your action is overdue by 9 working days'],
  ['2027-01-11', ['iro', 'chair', 'teamManager'], 'Your overview: 2 things still not done'],
]

const routine = /for today$|^Your overview|(your|an) action is (due|overdue)|health assessment/

describe.runIf(chromiumIsHere)('six weeks', { timeout: 60_000 }, () => {
  let browser: Browser
  let lived: Lived

  beforeAll(async () => {
    browser = await startBrowser()
    lived = await liveSixWeeks(browser)
  }, 600_000)

  afterAll(async () => {
    await lived.end()
    await browser.close()
  })

  test('everybody is told what the table says, on the day that it says, and nothing else', () => {
    expect(lived.told.map(({ day, name, what }) => `${day} ${name}: ${what}`).toSorted()).toEqual(
      byHand.flatMap(([day, to, what]) => to.map((part) => `${day} ${people[part].name}: ${what}`)).toSorted(),
    )
  })

  test.each(parts)('%s has it where they are, each message once', (part) => {
    const expected = byHand.filter(([, to]) => to.includes(part)).map(([, , what]) => what)
    const has = lived.has.get(part) ?? []
    if (atSlack.includes(part)) expect(has).toEqual(expected)
    else expect(has.toSorted()).toEqual(expected.toSorted())
  })

  test('what the process died over was posted once, and looked for when it lived again', () => {
    const { slack } = lived
    const posts = slack.callsOf('chat.postMessage').filter(({ args }) => String(args['text']).includes(diedOver))
    expect(posts).toHaveLength(1)
    expect(lived.has.get('socialWorker')?.filter((what) => what.includes(diedOver))).toHaveLength(1)
    expect(slack.callsOf('conversations.history').length).toBeGreaterThanOrEqual(1)
    expect(slack.violations).toEqual([])
  })

  test('nobody hears anything on a day off, before nine or from five on', () => {
    const dayOff = ({ day }: Line) => bankHolidays.includes(day) || [0, 6].includes(new Date(day).getUTCDay())
    expect(lived.told.filter((line) => dayOff(line) || line.time < '09:00' || line.time >= '17:00')).toEqual([])
  })

  test('nobody gets more than one routine message a day', () => {
    const all = mostInADay(lived.told)
    const reminders = mostInADay(lived.told.filter(({ what }) => routine.test(what)))
    console.info(`most messages to one person in a day: ${all.count} (${all.who}); routine ones: ${reminders.count}`)
    expect(reminders.count).toBe(1)
  })
})

function mostInADay(lines: readonly Line[]): { readonly count: number; readonly who: string } {
  const counts = new Map<string, number>()
  for (const { day, name } of lines) counts.set(`${name}, ${day}`, (counts.get(`${name}, ${day}`) ?? 0) + 1)
  const [who, count] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? ['nobody', 0]
  return { count, who }
}
