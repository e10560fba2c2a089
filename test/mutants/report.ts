/** What came of it: the score of each room, every survivor that may not live, and reasons that nothing needs. */
import type { Mutant } from './make-mutants.ts'
import { mayLiveOf, roomOf } from './rooms.ts'

/** `red`: the test that noticed it. */
export type Outcome = { readonly mutant: Mutant; readonly red?: string; readonly reached: boolean }

/** By file, and by what is changed: why it may go unnoticed. */
export type MayLive = Readonly<Record<string, Readonly<Record<string, string>>>>

export type Report = {
  readonly rooms: readonly Room[]
  readonly survivors: readonly Outcome[]
  readonly tooMany: readonly string[]
}

type Room = { readonly room: string; readonly tried: number; readonly survived: number; readonly excused: number }

const isExcused = (mayLive: MayLive, { file, said }: Mutant): boolean => mayLive[file]?.[said] !== undefined

/** One that may live counts as tried, and not as a survivor. */
export function reportOf(outcomes: readonly Outcome[], mayLive: MayLive): Report {
  const survivors = outcomes.filter(({ red }) => red === undefined)
  const rooms = [...new Set(outcomes.map(({ mutant }) => nameOf(mutant)))].toSorted().map((room): Room => {
    const of = (some: readonly Outcome[]) => some.filter(({ mutant }) => nameOf(mutant) === room)
    const excused = of(survivors).filter(({ mutant }) => isExcused(mayLive, mutant)).length
    return { room, tried: of(outcomes).length, survived: of(survivors).length - excused, excused }
  })
  const unexcused = survivors.filter(({ mutant }) => !isExcused(mayLive, mutant))
  return { rooms, survivors: unexcused, tooMany: tooMany(outcomes, unexcused) }
}

/** The rooms of `src` and of the adapters can have one name: postgres and people are of one kind each. */
const nameOf = ({ file }: Mutant): string =>
  file.startsWith('adapters/') ? `adapters/${roomOf(file) ?? ''}` : (roomOf(file) ?? '')

function tooMany(outcomes: readonly Outcome[], survivors: readonly Outcome[]): readonly string[] {
  return [5, 10].flatMap((limit) => {
    const of = (some: readonly Outcome[]) => some.filter(({ mutant }) => mayLiveOf(mutant.file) === limit).length
    const share = (100 * of(survivors)) / Math.max(1, of(outcomes))
    const where = limit === 5 ? 'src and jobs' : 'adapters'
    return share > limit ? [`${where}: ${share.toFixed(1)} survivors in 100, at most ${limit} may live`] : []
  })
}

export function linesOf({ rooms, survivors, tooMany }: Report): readonly string[] {
  const row = (name: string, ...cells: readonly (string | number)[]) =>
    `${name.padEnd(20)}${cells.map((cell) => String(cell).padStart(10)).join('')}`
  return [
    ...survivors.map(
      ({ mutant, reached }) =>
        `${mutant.file}:${mutant.line}  ${mutant.said}${reached ? '' : '  (no test comes here)'}`,
    ),
    '',
    row('room', 'tried', 'noticed', 'survived', 'may live', 'noticed %'),
    ...rooms.map(({ room, tried, survived, excused }) => {
      const noticed = tried - survived - excused
      return row(room, tried, noticed, survived, excused, ((100 * noticed) / tried).toFixed(0))
    }),
    ...tooMany,
  ]
}
