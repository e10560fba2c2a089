/** Which functions of the rooms' cards and forms ran while something else did. */
import { Session } from 'node:inspector/promises'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const src = join(import.meta.dirname, '../../src')

const drawing = (file: string): boolean => /\.(card|form)\.ts$/.test(file)

/** As `cases/raised.card.ts: confirmCard`: what is exported by name and draws a card or a form. */
export async function exportedDrawings(): Promise<readonly string[]> {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(drawing)
  const named = await Promise.all(
    files.map(async (file) => {
      const exported = (await import(join(src, file))) as Record<string, unknown>
      const drawn = Object.entries(exported).filter(
        ([name, one]) => typeof one === 'function' && /(Card|Form)$/.test(name),
      )
      return drawn.map(([name]) => `${file}: ${name}`)
    }),
  )
  return named.flat().toSorted()
}

export async function drawnDuring(work: () => Promise<unknown>): Promise<ReadonlySet<string>> {
  const session = new Session()
  session.connect()
  try {
    await session.post('Profiler.enable')
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
    await work()
    const { result } = await session.post('Profiler.takePreciseCoverage')
    const ran = result.flatMap(({ url, functions }) => {
      const file = url.split('/src/').at(-1) ?? ''
      if (!url.includes('/src/') || !drawing(file)) return []
      return functions
        .filter(({ ranges }) => ranges.some(({ count }) => count > 0))
        .map(({ functionName }) => `${file}: ${functionName}`)
    })
    return new Set(ran)
  } finally {
    session.disconnect()
  }
}
