/** What happened in a life, line by line; ids that a database made up are numbered in the order of their coming. */
import { createHash } from 'node:crypto'
import { inspect } from 'node:util'
import type { Clock } from '../../src/ports/clock.ts'

/** Of a line. */
const longest = 300

export type Trace = ReturnType<typeof openTrace>

export function openTrace(clock: Clock) {
  const lines: string[] = []

  const text = (): string => {
    const seen = new Map<string, string>()
    const numbered = (id: string): string => {
      const known = seen.get(id) ?? `#${seen.size + 1}`
      seen.set(id, known)
      return known
    }
    return lines
      .map((line) => line.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, numbered).slice(0, longest))
      .join('\n')
  }

  return {
    say(...said: readonly unknown[]): void {
      lines.push(`${clock.now().toISOString()} ${said.map(wordsFor).join(' ')}`)
    },
    text,
    hash: () => createHash('sha256').update(text()).digest('hex'),
  }
}

function wordsFor(said: unknown): string {
  if (typeof said === 'string') return said
  if (said instanceof Error) return `failed: ${said.message}`
  return inspect(said, { depth: 2, breakLength: Infinity, maxArrayLength: 5 })
}
