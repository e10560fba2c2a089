/** Full dates in a text, in the forms in which people write them. */
import { readDay, type Day } from '../calendar/day.ts'
import { addMonths, fullYearsAt } from '../calendar/months.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const date = '(?<date>\\d{1,2})(?:st|nd|rd|th)?'

const forms = [
  /(?<!\d)(?<date>\d{1,2})(?: ?[/.-] ?| )(?<month>\d{1,2})(?: ?[/.-] ?| )(?<year>\d{4})(?!\d)/g,
  /(?<!\d)(?<date>\d{1,2})(?<apart>[/-])(?<month>\d{1,2})\k<apart>(?<year>\d{2})(?!\d)/g,
  /(?<!\d)(?<year>\d{4})[/.-](?<month>\d{1,2})[/.-](?<date>\d{1,2})(?!\d)/g,
  new RegExp(`(?<!\\d)${date}(?: of)?[ .,-]*${month}[ .,-]*(?<year>\\d{4}|'\\d{2})(?!\\d)`, 'gi'),
  new RegExp(`\\b${month}[ .-]*${date},? *(?<year>\\d{4})(?!\\d)`, 'gi'),
]

const spokenOfAsBirth = /\b(?:born|birth|birthday|d\.?o\.?b)\b[^!?;]{0,25}$/i

/**
 * Whether the text has a date on which a young person can have been born: more than a year ago, and less than 26 years
 * (a plan may follow somebody until 25). Within the last year a date is usually of something that was done, so it
 * counts only where the text speaks of birth, or where it is the child's own.
 */
export function hasBirthDate(text: string, today: Day, birthDates: readonly Day[]): boolean {
  const aYearAgo = addMonths(today, -12)
  return datesIn(text).some(({ day, before }) => {
    if (birthDates.includes(day)) return true
    const possible = day <= today && fullYearsAt(day, today) < 26
    return possible && (day < aYearAgo || spokenOfAsBirth.test(before))
  })
}

/** Dates removed, so that their digits are not read as part of a number. */
export const withoutDates = (text: string): string =>
  forms.reduce(
    (rest, form) =>
      rest.replace(form, (whole: string, ...parts: unknown[]) => (dayOfParts(parts.at(-1) as Parts) ? '|' : whole)),
    text,
  )

type DateInText = { readonly day: Day; readonly before: string }

const datesIn = (text: string): readonly DateInText[] =>
  forms.flatMap((form) =>
    [...text.matchAll(form)].flatMap(({ groups, index }) => {
      const day = dayOfParts(groups)
      return day ? [{ day, before: text.slice(0, index) }] : []
    }),
  )

type Parts = Readonly<Record<string, string | undefined>> | undefined

function dayOfParts(groups: Parts): Day | undefined {
  const { year = '', month: written = '', date: dayOfMonth = '' } = groups ?? {}
  const named = months.indexOf(written.slice(0, 3).toLowerCase()) + 1
  const numbered = named > 0 ? String(named) : written
  const fullYear = year.length === 4 ? year : `20${year.replace("'", '')}`
  return readDay(`${dayOfMonth}/${numbered}/${fullYear}`) ?? readDay(`${numbered}/${dayOfMonth}/${fullYear}`)
}
