/** A name is found however it is written; what only looks like one is left alone. */
import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { guard } from '../../src/display/content-guard.ts'
import { Typed } from '../../src/display/typed.ts'
import { nearMisses, written } from './names-of-child.table.ts'

const isFound = (known: string, text: string): boolean =>
  guard(new Typed(text), { identifiers: [new Typed(known)], today: asDay('2026-09-07') }).includes('name-of-the-child')

const sentence = (form: string): string => (/\s/.test(form) ? form : `Yesterday ${form} was there.`)

describe('a table of two hundred ways to write a name', () => {
  it('has as many', () => {
    expect(written.length).toBeGreaterThanOrEqual(200)
  })

  it('is found in at least 99 of 100', () => {
    const missed = written.filter(([known, form]) => !isFound(known, sentence(form)))
    expect(1 - missed.length / written.length, JSON.stringify(missed)).toBeGreaterThanOrEqual(0.99)
  })

  it('is found alone, as a line of its own', () => {
    const missed = written.filter(([known, form]) => !isFound(known, form))
    expect(1 - missed.length / written.length, JSON.stringify(missed)).toBeGreaterThanOrEqual(0.99)
  })
})

it.each(nearMisses)('%s is not in: %s', (known, text) => {
  expect(isFound(known, text)).toBe(false)
})
