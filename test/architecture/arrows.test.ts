import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { wrongArrows } from './arrows.ts'
import { packagesOutOfPlace } from './packages.ts'
import type { Import, Source } from './sources.ts'

const file = (path: string, one: Import): Source[] => [
  { path, imports: [one], syntax: ts.createSourceFile(path, '', ts.ScriptTarget.ESNext) },
]
const arrow = (from: string, to: string): readonly string[] => wrongArrows(file(from, { ours: to }))

describe('an arrow', () => {
  it.each([
    ['a later room to an earlier one', 'src/actions/action.ts', 'src/cases/case.ts'],
    ['any room to the words of a later one', 'src/cases/my-cases.ts', 'src/nudges/asks.ts'],
    ['any room to the list of commands', 'src/display/refusal.ts', 'src/commands/commands.ts'],
    ['the list of commands to what can be asked', 'src/commands/commands.ts', 'src/vocabulary.ts'],
    ['words to the words of another', 'src/cases/facts.ts', 'src/cases/asks.ts'],
    ['a room to itself', 'src/cases/my-cases.ts', 'src/cases/case.ts'],
    ['an adapter to a rule', 'adapters/slack/hear/press.ts', 'src/display/card.ts'],
    ['an adapter to what stands at every door', 'adapters/slack/app.ts', 'doors/within.ts'],
    ['a job to what stands at every door', 'jobs/deliver.ts', 'doors/within.ts'],
    ['bin to anything', 'bin/wiring/compose.ts', 'adapters/slack/app.ts'],
  ])('is drawn from %s', (_, from, to) => {
    expect(arrow(from, to)).toEqual([])
  })

  it.each([
    ['an earlier room to a later one', 'src/cases/case.ts', 'src/actions/action.ts'],
    ['the list of commands to a room', 'src/commands/commands.ts', 'src/cases/case.ts'],
    ['words to what is no word', 'src/cases/asks.ts', 'src/cases/case.ts'],
    ['what stands at every door to a rule', 'doors/within.ts', 'src/ids.ts'],
    ['what stands at every door to an adapter', 'doors/within.ts', 'adapters/slack/app.ts'],
    ['a rule to what stands at every door', 'src/cases/case.ts', 'doors/within.ts'],
    ['a rule to an adapter', 'src/cases/case.ts', 'adapters/postgres/rooms/cases.ts'],
    ['one adapter to another', 'adapters/slack/app.ts', 'adapters/web/app.ts'],
    ['a job to an adapter', 'jobs/deliver.ts', 'adapters/postgres/outbox/outbox.ts'],
    ['the program to its tests', 'adapters/slack/app.ts', 'test/support/manual-clock.ts'],
    ['a room that is not in the drawing', 'src/cupboard/thing.ts', 'src/cases/case.ts'],
  ])('is never drawn from %s', (_, from, to) => {
    expect(arrow(from, to)).toHaveLength(1)
  })
})

describe('a package', () => {
  it.each([
    ['src/cases/case.ts', 'kysely'],
    ['adapters/web/app.ts', '@slack/bolt'],
    ['jobs/deliver.ts', 'pg'],
    ['src/cases/case.ts', 'node:fs'],
    ['adapters/web/app.ts', 'left-pad'],
    ['doors/within.ts', 'zod'],
  ])('is out of place: %s uses %s', (path, name) => {
    expect(packagesOutOfPlace(file(path, { package: name }))).toHaveLength(1)
  })
})
