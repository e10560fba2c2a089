/** A version of the partnership as lines for anybody who looks after it. */
import { asDay, type Day } from '../../src/calendar/day.ts'
import { inWords, instantInWords } from '../../src/calendar/in-words.ts'
import { rolesInWords } from '../../src/partnership/difference-in-words.ts'
import { gapsAhead } from '../../src/partnership/gaps-ahead.ts'
import type { Partnership, PartnershipPerson } from '../../src/partnership/partnership.ts'
import { policyLines } from '../../src/partnership/setting-in-words.ts'
import { nameOf } from '../../src/people/name-of.ts'
import { personById } from '../../src/people/people.ts'
import type { KeptVersion } from '../../src/ports/partnership-versions.ts'

type Described = Omit<KeptVersion, 'text' | 'left'>

export function partnershipLines(kept: Described, partnership: Partnership, today: Day): readonly string[] {
  const gaps = gapsAhead(partnership)
  return [
    `Version ${kept.version} of ${partnership.name}`,
    `Applied ${appliedInWords(kept, partnership)}.`,
    ...partnership.agencies.flatMap(({ id, name, kind, lead }) => [
      '',
      `${name} (${id}, ${kind}), lead: ${nameOf(partnership, lead, lead)}`,
      ...partnership.people
        .filter(({ agency }) => agency === id)
        .map((one) => `  ${personLine(one, partnership, today)}`),
    ]),
    '',
    'Policies',
    ...policyLines(partnership.policies).map((line) => `  ${line}`),
    ...(partnership.left?.length
      ? ['', `Left: ${partnership.left.map(({ name, id }) => `${name} (${id})`).join(', ')}`]
      : []),
    ...(gaps.length > 0 ? ['', ...gaps] : []),
  ]
}

function personLine(person: PartnershipPerson, partnership: Partnership, today: Day): string {
  const { id, name, email, roles, deputy, phone, ends } = person
  return [
    `${name} (${id})`,
    rolesInWords(roles),
    email,
    ...(deputy ? [`deputy: ${personById(partnership, deputy)?.name ?? deputy}`] : []),
    ...(phone === undefined ? [] : [`phone number: ${phone}`]),
    ...(ends === undefined
      ? []
      : [ends < today ? `left after ${inWords(asDay(ends))}` : `last day: ${inWords(asDay(ends))}`]),
  ].join(', ')
}

export function historyLine(kept: Described, newest: Partnership | undefined): string {
  const { joined, left, changed } = kept.counts
  return (
    `Version ${kept.version}, applied ${appliedInWords(kept, newest)}: ` +
    `${joined} joined, ${left} left, ${changed} changed. SHA-256 ${kept.hash.slice(0, 16)}…`
  )
}

export function appliedInWords({ appliedAt, how, by }: Described, partnership: Partnership | undefined): string {
  const who = by === undefined ? '' : ` by ${partnership ? nameOf(partnership, by, by) : by}`
  return `on ${instantInWords(appliedAt)}, ${how === 'start' ? 'when Unstuck started' : 'with `npm run partnership`'}${who}`
}
