/** A setting that changes, old and new, and for whom the new one counts. */
import { Theme, usualWords } from '../cases/themes.ts'
import type { ChangedSetting } from './compare-partnerships.ts'
import { policiesInWords, type Policies, type PolicyInWords } from './policies.ts'

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
  'urgent.contacts': 'Who else hears of a danger that nobody has reported',
  'workingHours.opens': 'Working hours begin',
  'workingHours.closes': 'Working hours end',
  closedDays: 'Closed days',
  meetingHosts: 'Servers of its own for online meetings',
  'challenge.stages': 'Who answers the challenge of an IRO, with working days',
  alsoFor: 'Who can have a case, as well as children in care',
}

export function settingInWords(
  { path, before, after }: ChangedSetting,
  open: OpenNow,
  personNamed: (id: string) => string,
): string {
  const policy = policyAt(path)
  const value = (given: string): string =>
    path === 'reportsTo' ? personNamed(given) : given === 'none' ? (policy?.absent ?? given) : given
  const name = policy?.inWords ?? called[path] ?? themeSetting(path) ?? path
  return `${name}: ${value(before)} → ${value(after).replace(/\.$/, '')}. ${countsFor(path, open)}`
}

/** Every policy with its value, as a line. */
export const policyLines = (policies: Policies): readonly string[] =>
  [...policiesInWords].map(([place, { inWords, absent }]) => {
    const value = place
      .split('.')
      .reduce<unknown>((inside, key) => (inside as Record<string, unknown>)[key], policies) as
      string | number | readonly string[] | undefined
    return `${inWords}: ${[value ?? absent].flat().join(', ')}`
  })

const policyAt = (path: string): PolicyInWords | undefined =>
  path.startsWith('policies.') ? policiesInWords.get(path.slice('policies.'.length)) : undefined

/** Of a path such as `themes.permanence.ask.health`. */
function themeSetting(path: string): string | undefined {
  const [themes, theme = '', what, kind] = path.split('.')
  if (themes !== 'themes') return undefined
  const name = Theme.options.flatMap((one) => (one === theme ? usualWords[one].name : []))[0] ?? theme
  return `Theme "${name}", ${what === 'ask' ? `why ${kind} is asked` : what === 'name' ? 'its name' : 'its explanation'}`
}

function countsFor(path: string, { cases, duties }: OpenNow): string {
  const policy = policyAt(path)
  if (policy?.counts === 'new-cases-and-duties')
    return `Counts for cases and duties that start from now on; ${cases + duties === 0 ? 'none is open' : `${keep(cases, 'case')} and ${keep(duties, 'duty')} keep theirs`}.`
  if (policy?.counts === 'new-cases')
    return `Counts for cases that start from now on; ${cases === 0 ? 'none is open' : keepsItself(cases)}.`
  if (path.startsWith('themes.') && path.includes('.ask.')) return 'Counts for cases that are confirmed from now on.'
  if (path.startsWith('workingHours.') || path === 'closedDays') return 'Counts for every date worked out from now on.'
  return 'Counts at once.'
}

const keepsItself = (cases: number): string =>
  cases === 1 ? 'the one that is open keeps its own' : `the ${cases} that are open keep theirs`

const plurals = { case: 'cases', duty: 'duties' } as const

const keep = (count: number, thing: keyof typeof plurals): string =>
  `the ${count} open ${count === 1 ? thing : plurals[thing]}`
