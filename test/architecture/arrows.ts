/**
 * Which way things point: a file may use what stands left of it. Rooms in one place do not see each other.
 * What a room lets people ask, records and is woken by is leftmost, so that any card may bear any button; and so is the
 * list of commands, so that any text may name one.
 */
import type { Source } from './sources.ts'

const rooms: readonly (readonly string[])[] = [
  ['src/lifetimes.ts'],
  ['src/calendar'],
  ['src/display'],
  ['src/facts'],
  ['src/partnership'],
  ['src/ports'],
  ['src/climbs'],
  ['src/people'],
  ['src/permissions'],
  ['src/parts'],
  ['src/children'],
  ['src/concerns'],
  ['src/commands'],
  ['src/duties'],
  ['src/direct-work'],
  ['src/cases'],
  ['src/inputs'],
  ['src/actions'],
  ['src/closing'],
  ['src/meetings'],
  ['src/case-page'],
  ['src/nudges'],
  ['src/handovers'],
  ['src/challenges'],
  ['src/oversight', 'src/audit', 'src/evidence', 'src/retention'],
  ['src/asked-first.ts'],
  ['src/needs.ts', 'src/once-for.ts', 'src/waits.card.ts', 'src/things-named.ts', 'src/asks-for-answer.ts'],
  ['src/still-true.ts'],
  ['src/answer.ts', 'src/wake.ts', 'src/policies.ts'],
  ['src/say-instead.ts', 'src/would-refuse.ts', 'src/look-up-options.ts'],
  ['src/settling-facts.ts'],
  ['src/settled-by.ts'],
  ['src/settled-words.ts'],
  ['src/as-it-stands.ts'],
  ['src/as-they-stand.ts', 'src/what-waits.ts', 'src/case-as-it-stands.ts'],
]

const words = /^src\/([a-z-]+\/(asks|facts|wakes)|cases\/(themes|told)|ids|vocabulary|commands\/commands)\.ts$/

/** A sentence for each import that points the wrong way. */
export function wrongArrows(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ path, imports }) =>
    imports.flatMap((one) => {
      const because = 'ours' in one ? whyNot(path, one.ours) : undefined
      return because && 'ours' in one ? [`${path} → ${one.ours}: ${because}`] : []
    }),
  )
}

function whyNot(from: string, to: string): string | undefined {
  const [here, there] = [top(from), top(to)]
  if (words.test(from)) return wordsMayUse(from, to) ? undefined : 'words use other words alone'
  if (here === 'doors') return there === 'doors' ? undefined : 'what stands at every door uses nothing of ours'
  switch (here) {
    case 'src':
      return there === 'src' ? betweenRooms(from, to) : 'the rules know nothing of the world around them'
    case 'adapters':
      if (there === 'adapters') return folder(from) === folder(to) ? undefined : 'adapters do not see each other'
      return there === 'src' || there === 'doors' ? undefined : 'an adapter knows src and doors alone'
    case 'jobs':
      return there === 'src' || there === 'doors' || there === 'jobs' ? undefined : 'jobs see ports, never adapters'
    default:
      return there === 'test' || there === 'bench' ? 'nothing that runs needs a test' : undefined
  }
}

function wordsMayUse(from: string, to: string): boolean {
  if (from === 'src/vocabulary.ts') return words.test(to)
  if (from === 'src/commands/commands.ts') return to === 'src/vocabulary.ts'
  return !/themes|told/.test(from) && (to === 'src/ids.ts' || /\/(asks|themes|told)\.ts$/.test(to))
}

function betweenRooms(from: string, to: string): string | undefined {
  if (words.test(to) || folder(from) === folder(to)) return undefined
  const [here, there] = [placeOfRoom(from), placeOfRoom(to)]
  if (here === undefined || there === undefined) return `${here === undefined ? from : to} stands in no room`
  return there < here ? undefined : 'the arrow is drawn leftwards only'
}

function placeOfRoom(path: string): number | undefined {
  const place = rooms.findIndex((names) => names.includes(folder(path)))
  return place === -1 ? undefined : place
}

const top = (path: string): string => path.split('/', 1).join()
/** `src/cases` of `src/cases/case.ts`; a file at the top of `src` is a room of its own. */
const folder = (path: string): string => path.split('/', 2).join('/')
