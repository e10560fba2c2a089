import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inventReturn } from '../../adapters/statutory-returns/invent-return.ts'
import { asDay } from '../../src/calendar/day.ts'
import { stageInMemory } from './staged-in-memory.ts'

const staff = { socialWorker: 'social.worker@demo.example', iro: 'iro@demo.example' }
const invented = (seed: number, asOf: string, children = 24) =>
  inventReturn({ seed, children, asOf: asDay(asOf), ...staff })

describe('an invented return', () => {
  it('is the same for the same seed and day', () => {
    expect(invented(1, '2026-03-31')).toEqual(invented(1, '2026-03-31'))
  })

  it('is another for another seed', () => {
    expect(invented(2, '2026-03-31')).not.toEqual(invented(1, '2026-03-31'))
  })

  it.each(['2024-02-29', '2026-03-31', '2026-11-22'])('can be read to the last row, told from %s', async (asOf) => {
    const folder = await mkdtemp(join(tmpdir(), 'invented-'))
    for (const [name, words] of Object.entries(invented(3, asOf, 240))) await writeFile(join(folder, name), words)

    const { report, staged } = await stageInMemory(folder, asDay(asOf))
    await rm(folder, { recursive: true })

    expect(report).toMatchObject({ refused: [], doubted: [], unknown: [] })
    expect(staged.header).toHaveLength(240)
    expect(staged.allocations).toHaveLength(220)
    expect(Math.max(...staged.reviews.map(({ on }) => Date.parse(on)))).toBeGreaterThan(Date.parse(asOf))
  })
})
