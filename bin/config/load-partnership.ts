/** The partnership's file that this process was given: the one that was named, or the demonstration. */
import { readFile } from 'node:fs/promises'
import { CannotStartError } from '../../doors/cannot-start.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { readPartnership } from '../../src/partnership/read-partnership.ts'

const demonstration = new URL('../../src/partnership/demonstration.yaml', import.meta.url)

export type GivenPartnership =
  { readonly text: string; readonly partnership: Partnership } | { readonly problems: readonly string[] }

export async function givenPartnership(file: string | undefined): Promise<GivenPartnership> {
  const text = await readFile(file ?? demonstration, 'utf8').catch(() => undefined)
  if (text === undefined) return { problems: [`PARTNERSHIP: ${file ?? 'the demonstration'} cannot be read.`] }
  const read = file ? readPartnership(text, file) : readPartnership(text, 'demonstration.yaml', { demonstration: true })
  return 'problems' in read ? read : { text, partnership: read.partnership }
}

/** @throws CannotStartError with every mistake in the file */
export async function loadPartnership(file: string | undefined): Promise<Partnership> {
  return orCannotStart(await givenPartnership(file)).partnership
}

export function orCannotStart<Read extends { readonly partnership: Partnership }>(
  read: Read | { readonly problems: readonly string[] },
): Read {
  if ('problems' in read) throw new CannotStartError(read.problems.join('\n'))
  return read
}
