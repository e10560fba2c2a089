/** Reads a partnership's file. */
import { problemsOf } from './cross-checks.ts'
import { Partnership } from './partnership.ts'
import { readYaml } from './read-yaml.ts'

export type ReadPartnership = { readonly partnership: Partnership } | { readonly problems: readonly string[] }

/** The file name is for the problems alone. Only the caller can say that a file is the demonstration; no file can. */
export function readPartnership(
  yaml: string,
  fileName: string,
  { demonstration = false }: { readonly demonstration?: boolean } = {},
): ReadPartnership {
  const read = readYaml(yaml, fileName, Partnership, (partnership) => problemsOf(partnership, demonstration))
  if ('problems' in read) return read
  return { partnership: demonstration ? asDemonstration(read.value) : read.value }
}

/** Editing the addresses of its people is enough to try it in a real workspace: their domains are admitted. */
function asDemonstration(given: Partnership): Partnership {
  const domains = [...new Set(given.people.map(({ email }) => email.slice(email.indexOf('@') + 1)))]
  return { ...given, workspaces: given.workspaces.map((one) => ({ ...one, domains })), demonstration: true }
}
