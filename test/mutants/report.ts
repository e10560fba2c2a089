/** What came of it: the score of each room, every survivor that may not live, and reasons that nothing needs. */
import type { Mutant } from './make-mutants.ts'
import { mayLiveOf, nameOfRoom } from './rooms.ts'

/** `red`: the test that noticed it. `notJudged`: not every test that may reach it had its turn. */
export type Outcome = {
  readonly mutant: Mutant
  readonly red?: string
  readonly reached: boolean
  readonly notJudged?: boolean
}

/** By file, and by what is changed: why it may go unnoticed. */
export type MayLive = Readonly<Record<string, Readonly<Record<string, string>>>>

export type Report = {
  readonly rooms: readonly Room[]
  readonly survivors: readonly Outcome[]
  readonly notJudged: readonly Outcome[]
  readonly tooMany: readonly string[]
}

type Room = {
  readonly room: string
  /** How many there are; those that were tried are a sample of them. */
  readonly of: number
  readonly tried: number
  readonly survived: number
  readonly excused: number
}

const isExcused = (mayLive: MayLive, { file, said }: Mutant): boolean => mayLive[file]?.[said] !== undefined

/**
 * One that may live counts as tried, and not as a survivor. `all`: the mutants that the sample was drawn from.
 * `atMost`: survivors in a hundred, in place of the usual limits, once ten were judged.
 */
export function reportOf(
  outcomes: readonly Outcome[],
  mayLive: MayLive,
  all: readonly Mutant[],
  atMost?: number,
): Report {
  const judged = outcomes.filter(({ red, notJudged }) => red !== undefined || !notJudged)
  const survivors = judged.filter(({ red }) => red === undefined)
  const rooms = [...new Set(outcomes.map(({ mutant }) => nameOfRoom(mutant.file)))].toSorted().map((room): Room => {
    const of = (some: readonly Outcome[]) => some.filter(({ mutant }) => nameOfRoom(mutant.file) === room)
    const excused = of(survivors).filter(({ mutant }) => isExcused(mayLive, mutant)).length
    return {
      ...{ room, of: all.filter(({ file }) => nameOfRoom(file) === room).length, tried: of(judged).length },
      ...{ survived: of(survivors).length - excused, excused },
    }
  })
  const unexcused = survivors.filter(({ mutant }) => !isExcused(mayLive, mutant))
  const notJudged = outcomes.filter((outcome) => !judged.includes(outcome))
  return { rooms, survivors: unexcused, notJudged, tooMany: tooMany(judged, unexcused, atMost) }
}

const fewestOfSample = 10

function tooMany(outcomes: readonly Outcome[], survivors: readonly Outcome[], atMost?: number): readonly string[] {
  if (atMost !== undefined) {
    const share = (100 * survivors.length) / Math.max(1, outcomes.length)
    const isTooMany = outcomes.length >= fewestOfSample && share > atMost
    return isTooMany ? [`${share.toFixed(1)} survivors in 100, at most ${atMost} may live`] : []
  }
  return [5, 10].flatMap((limit) => {
    const of = (some: readonly Outcome[]) => some.filter(({ mutant }) => mayLiveOf(mutant.file) === limit).length
    const share = (100 * of(survivors)) / Math.max(1, of(outcomes))
    const where = limit === 5 ? 'src and jobs' : 'adapters'
    return share > limit ? [`${where}: ${share.toFixed(1)} survivors in 100, at most ${limit} may live`] : []
  })
}

export function linesOf({ rooms, survivors, notJudged, tooMany }: Report): readonly string[] {
  const row = (name: string, ...cells: readonly (string | number)[]) =>
    `${name.padEnd(20)}${cells.map((cell) => String(cell).padStart(10)).join('')}`
  return [
    ...survivors.map((one) => `${saidOf(one)}${one.reached ? '' : '  (no test comes here)'}`),
    ...notJudged.map((one) => `not judged: ${saidOf(one)}`),
    '',
    row('room', 'tried', 'of', 'noticed', 'survived', 'may live', 'noticed %'),
    ...rooms.map(({ room, of, tried, survived, excused }) => {
      const noticed = tried - survived - excused
      return row(room, tried, of, noticed, survived, excused, ((100 * noticed) / Math.max(1, tried)).toFixed(0))
    }),
    ...(rooms.some(({ tried, of }) => tried < of) ? ['a sample: so many of so many, as the seed drew them'] : []),
    ...tooMany,
  ]
}

const saidOf = ({ mutant }: Outcome): string => `${mutant.file}:${mutant.line}  ${mutant.said}`
