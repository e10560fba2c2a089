/** The partnership that this process serves: the file that was named, or the demonstration. */
import { readFile } from 'node:fs/promises'
import { CannotStartError } from '../../doors/cannot-start.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { readPartnership } from '../../src/partnership/read-partnership.ts'

const demonstration = new URL('../../src/partnership/demonstration.yaml', import.meta.url)

export async function loadPartnership(file: string | undefined): Promise<Partnership> {
  const yaml = await readFile(file ?? demonstration, 'utf8').catch((error: unknown) => {
    throw new CannotStartError(`PARTNERSHIP: ${file ?? 'the demonstration'} cannot be read.`, { cause: error })
  })
  const read = file ? readPartnership(yaml, file) : readPartnership(yaml, 'demonstration.yaml', { demonstration: true })
  if ('problems' in read) throw new CannotStartError(read.problems.join('\n'))
  return read.partnership
}
