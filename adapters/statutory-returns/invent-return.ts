/** Invents a whole return in the shapes of a real one: header, episodes, reviews and allocations. */
import type { Day } from '../../src/calendar/day.ts'
import { addDays } from '../../src/calendar/months.ts'
import { lives, type InventedChild } from './invent-child.ts'
import { checkLetterOf } from '../../src/children/upn.ts'
import { seededDraws, type Draws } from './seeded-draws.ts'

export type Inventing = {
  readonly seed: number
  readonly children: number
  /** The day from which their lives are told backwards. */
  readonly asOf: Day
  readonly socialWorker: string
  readonly iro: string
}

/** Name of the file → its text. */
export type InventedReturn = Readonly<Record<string, string>>

const headerRows = {
  header: 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB',
  episodes: 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
  reviews: 'CHILD,DOB,REVIEW,REVIEW_CODE',
  allocations: 'CHILD,SOCIAL_WORKER,TEAM,IRO,FROM',
}

export function inventReturn({ seed, children, asOf, socialWorker, iro }: Inventing): InventedReturn {
  const draws = seededDraws(seed)
  const rows = { header: [headerRows.header], episodes: [headerRows.episodes], reviews: [headerRows.reviews] }
  const allocations = [headerRows.allocations]
  for (let place = 0; place < children; place += 1) {
    const invent = lives[place % lives.length] ?? lives[0]
    const child = invent(asOf, draws)
    const id = `LK${100_000 + place * 7 + draws.between(0, 6)}`
    rows.header.push(headerRow(id, child, draws))
    rows.episodes.push(...episodeRows(id, child, draws))
    rows.reviews.push(...child.reviews.map((on) => [id, written(child.born), written(on), 'PN1'].join()))
    const start = child.episodes.at(-1)?.from ?? asOf
    if (!child.waiting)
      allocations.push([id, socialWorker, 'Children in care', iro, written(since(start, asOf))].join())
  }
  return {
    'header.csv': text(rows.header),
    'episodes.csv': text(rows.episodes),
    'reviews.csv': text(rows.reviews),
    'allocations.csv': text(allocations),
  }
}

function headerRow(id: string, { born }: InventedChild, draws: Draws): string {
  const council = draws.oneOf(['801', '845', '886', '908', '938'])
  const signs = `${council}${draws.between(100_000, 999_999)}${draws.between(100_000, 999_999)}`.slice(0, 12)
  const upn = `${checkLetterOf(signs)}${signs}`
  return [id, draws.oneOf(['M', 'F']), written(born), draws.oneOf(['WBRI', 'MWBC', 'APKN', 'BCRB']), upn, '', ''].join()
}

function episodeRows(id: string, { episodes }: InventedChild, draws: Draws): readonly string[] {
  const need = draws.oneOf(['N1', 'N2', 'N4', 'N5'])
  return episodes.map(({ from, to, legalStatus, started, ended }) =>
    [
      id,
      written(from),
      started,
      legalStatus,
      need,
      'U1',
      'PR1',
      to ? written(to) : '',
      ended ?? '',
      '',
      '',
      '',
      '',
    ].join(),
  )
}

/** A social worker is allocated some days after care began, and never tomorrow. */
const since = (start: Day, asOf: Day): Day => (addDays(start, 2) < asOf ? addDays(start, 2) : start)

const written = (day: Day): string => day.split('-').reverse().join('/')

const text = (rows: readonly string[]): string => rows.map((row) => `${row}\n`).join('')
