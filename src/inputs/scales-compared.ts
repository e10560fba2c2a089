/** Where each agency says that we are, from 0 to 10, as a small picture in a line: where they differ is seen before it is read. */
import type { Partnership } from '../partnership/partnership.ts'
import { agencyOf } from '../people/people.ts'
import type { Request } from './request.ts'

const end = 10

/** A line for each agency that gave a number; none where fewer than two did. */
export function scalesCompared(requests: readonly Request[], partnership: Partnership): readonly string[] {
  const lines = requests.flatMap((request) => {
    const point = pointOf(request)
    return point === undefined ? [] : [`${agencyOf(partnership, request).name}: ${point} of ${end} ${drawn(point)}`]
  })
  return lines.length > 1 ? lines : []
}

const drawn = (point: number): string => '■'.repeat(point) + '□'.repeat(end - point)

/** What is no number of the scale, as an older question may have left it, is read in its view alone. */
function pointOf({ view }: Request): number | undefined {
  const words = view.find(({ name }) => name === 'scale')?.words.reveal() ?? ''
  return /^(10|\d)$/.test(words) ? Number(words) : undefined
}
