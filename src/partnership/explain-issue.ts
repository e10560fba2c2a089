/** What the schema has against a file, in the words of the person who edits it. */
import type { z } from 'zod'

export type Problem = { readonly path: readonly PropertyKey[]; readonly says: string }

export function explain(issue: z.core.$ZodIssue): readonly Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...issue.path, key], says: 'there is no such setting here' }))
  }
  const format = issue.code === 'invalid_format' ? expectedFormat[issue.format] : undefined
  return [{ path: issue.path, says: format ?? inOurWords(issue.message) }]
}

const expectedFormat: Readonly<Record<string, string>> = {
  email: 'expected an email address',
  date: 'expected a date such as 2026-12-29',
}

/** The library's own words, such as "Invalid input: expected string, received undefined". */
const inOurWords = (message: string): string =>
  message.replace(/^(?:Invalid|Too)[a-z ]*: /, '').replace(/, received undefined$/, ', but nothing is there')
