import { describe, expect, it } from 'vitest'
import { readSent } from '../../adapters/teams/hear/read-form.ts'
import { renderField } from '../../adapters/teams/draw/render-field.ts'
import type { Field } from '../../src/display/form.ts'
import { filled } from '../../src/display/form.ts'

const read = (data: unknown) =>
  Object.fromEntries(Object.entries(readSent(data)).map(([name, typed]) => [name, typed.map((one) => one.reveal())]))

describe('what a card sends back', () => {
  it('is read by the names of its inputs, and nothing else of the card is', () => {
    expect(
      read({ kind: 'form', ask: 'x', 'field-tried': 'Two meetings.', msteams: {}, 'field-kind': 'raise' }),
    ).toEqual({
      tried: ['Two meetings.'],
      kind: ['raise'],
    })
  })

  it('may be a number or a toggle, as itself or as its text', () => {
    expect(read({ 'field-scale': 3, 'field-ten': '10', 'field-told': false, 'field-sure': 'true' })).toEqual({
      scale: ['3'],
      ten: ['10'],
      told: ['false'],
      sure: ['true'],
    })
  })

  it('leaves out what was left alone', () => {
    expect(read({ 'field-name': '', 'several-whom': '', 'field-stuck': ' ', 'field-by': null, 'field-x': {} })).toEqual(
      {},
    )
  })

  it('counts the end of a line as one character, and takes no NUL', () => {
    expect(read({ 'field-tried': 'One.\r\nTwo.\rThree.\0' })).toEqual({ tried: ['One.\nTwo.\nThree.'] })
  })

  it('keeps commas and escapes that somebody wrote', () => {
    expect(read({ 'field-tried': 'this, that, 100%2C' })).toEqual({ tried: ['this, that, 100%2C'] })
  })

  it('is nothing where it is nothing that we know', () => {
    for (const data of [undefined, null, 'field-a=1', 7, []]) expect(read(data)).toEqual({})
  })
})

it('reads several choices as they were offered, commas and all', () => {
  const options = ['a', 'b, c', 'd%2C', 'é'].map((value) => ({ value, label: value }))
  const field: Field = { field: 'choices', label: 'Who?', options }
  const drawn = renderField('who', field, filled('b, c', 'd%2C', 'é'))

  expect(read({ [drawn.id]: drawn.value })).toEqual({ who: ['b, c', 'd%2C', 'é'] })
})
