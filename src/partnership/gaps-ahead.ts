/** Where last days leave a part without anybody, or in the hands of the person who stands in. */
import { asDay } from '../calendar/day.ts'
import { inWords } from '../calendar/in-words.ts'
import { addDays } from '../calendar/months.ts'
import { asOf } from './as-of.ts'
import { roleInWords } from './difference-in-words.ts'
import type { Partnership } from './partnership.ts'

/** Without them nothing is chaired, reviewed or looked after. */
const needed = ['chair', 'iro', 'coordinator'] as const

/** A sentence for each, in the order of the days. */
export function gapsAhead(partnership: Partnership): readonly string[] {
  const lastDays = [...new Set(partnership.people.flatMap(({ ends }) => (ends === undefined ? [] : [ends])))]
  return lastDays.toSorted().flatMap((lastDay) => {
    const on = asDay(lastDay)
    const after = `After ${inWords(on)}`
    return gapsBetween(asOf(partnership, on), asOf(partnership, addDays(on, 1))).map((gap) => `${after} ${gap}`)
  })
}

function gapsBetween(before: Partnership, after: Partnership): readonly string[] {
  const has = ({ people }: Partnership, role: (typeof needed)[number]): boolean =>
    people.some(({ roles }) => roles.includes(role))
  const nameIn = ({ people }: Partnership, id: string) => people.find((one) => one.id === id)?.name
  const handOver = (what: string, was: string, is: string): readonly string[] => {
    const [earlier, later] = [nameIn(before, was), nameIn(after, is)]
    if (earlier === undefined || (was === is && later !== undefined)) return []
    return [
      later === undefined
        ? `nobody is ${what}.`
        : `${later} is ${what} in place of ${earlier}, until another is named.`,
    ]
  }
  return [
    ...needed.filter((role) => has(before, role) && !has(after, role)).map((role) => `nobody is ${roleInWords[role]}.`),
    ...before.agencies.flatMap(({ id, name, lead }, index) =>
      handOver(`lead of ${name}`, lead, after.agencies[index]?.id === id ? after.agencies[index].lead : lead),
    ),
    ...handOver('the reader of the daily report', before.reportsTo, after.reportsTo),
  ]
}
