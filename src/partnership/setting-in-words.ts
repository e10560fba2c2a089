/** A setting that changes, old and new, and for whom the new one counts. */
import type { ChangedSetting } from './compare-partnerships.ts'

/** What is open and keeps the policies with which it started. */
export type OpenNow = { readonly cases: number; readonly duties: number }

/** Settings that are not here are called as they are in the file. */
const called: Readonly<Record<string, string>> = {
  name: 'Name of the partnership',
  authority: 'The local authority',
  reportsTo: 'Who gets the daily report of reminders in shadow',
  'urgent.emergency': 'Urgent line for an emergency',
  'urgent.daytimeReferral': 'Urgent line for a referral by day',
  'urgent.outOfHours': 'Urgent line out of hours',
  'urgent.designatedOfficer': 'Urgent line of the designated officer',
  'workingHours.opens': 'Working hours begin',
  'workingHours.closes': 'Working hours end',
  closedDays: 'Closed days',
  'policies.inputWorkingDays': 'Working days for giving a view',
  'policies.inputReminderWorkingDays': 'Reminder to give a view, in working days before views close',
  'policies.meetingMinutes': 'Minutes of a meeting',
  'policies.ladder.coming': 'Reminder before the due day, in working days',
  'policies.ladder.due': 'Reminder on the due day, in working days',
  'policies.ladder.overdue': 'Reminder after the due day, in working days',
  'policies.ladder.iro': 'The IRO is told after the due day, in working days',
}

export function settingInWords(
  { path, before, after }: ChangedSetting,
  open: OpenNow,
  personNamed: (id: string) => string,
): string {
  const value = (given: string): string => (path === 'reportsTo' ? personNamed(given) : given)
  return `${called[path] ?? path}: ${value(before)} → ${value(after)}. ${countsFor(path, open)}`
}

function countsFor(path: string, { cases, duties }: OpenNow): string {
  if (path.startsWith('policies.ladder.'))
    return `Counts for cases and duties that start from now on; ${cases + duties === 0 ? 'none is open' : `${keep(cases, 'case')} and ${keep(duties, 'duty')} keep theirs`}.`
  if (path.startsWith('policies.'))
    return `Counts for cases that start from now on; ${cases === 0 ? 'none is open' : keepsItself(cases)}.`
  if (path.startsWith('themes.')) return 'Counts for cases that are confirmed from now on.'
  if (path.startsWith('workingHours.') || path === 'closedDays') return 'Counts for every date worked out from now on.'
  return 'Counts at once.'
}

const keepsItself = (cases: number): string =>
  cases === 1 ? 'the one that is open keeps its own' : `the ${cases} that are open keep theirs`

const plurals = { case: 'cases', duty: 'duties' } as const

const keep = (count: number, thing: keyof typeof plurals): string =>
  `the ${count} open ${count === 1 ? thing : plurals[thing]}`
