import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { foundByName, numbersMeant, sameGiven, wrongNumber } from '../../src/children/given-child.ts'
import { checkLetterOf, isUpn } from '../../src/children/upn.ts'
import { Typed } from '../../src/display/typed.ts'

const meant = (written: string) =>
  numbersMeant(new Typed(written)).map(({ kind, words }) => `${kind} ${words.reveal()}`)
const said = (written: string) => wrongNumber(new Typed(written))

describe('a number that says which child', () => {
  it.each([
    ['943 476 5919', ['child-identifier 9434765919', 'child-nhs-number 9434765919']],
    ['943-476-5919', ['child-identifier 943-476-5919', 'child-nhs-number 9434765919']],
    ['NHS number: 943 476 5919', ['child-identifier 9434765919', 'child-nhs-number 9434765919']],
    ['h801200001001', ['child-identifier H801200001001', 'child-upn H801200001001']],
    ['LK 104', ['child-identifier LK104']],
    ['943 476 5918', ['child-identifier 9434765918']],
    ['A801200001001', ['child-identifier A801200001001']],
  ])('%s is taken for all that its form may be', (written, kinds) => {
    expect(meant(written)).toEqual(expect.arrayContaining(kinds))
    expect(meant(written).filter((one) => !one.startsWith('child-identifier'))).toEqual(kinds.slice(1))
  })

  it.each([
    ['943 476 5918', /not a valid NHS number/],
    ['A801200001001', /not a valid UPN/],
    ['943 476 5919', undefined],
    ['H801200001001', undefined],
    ['council: 9434765918', undefined],
    ['LK104', undefined],
    ['the boy from 4B', undefined],
  ])('%s: what is wrong is said by its form alone', (written, sentence) => {
    if (sentence) expect(said(written)).toMatch(sentence)
    else expect(said(written)).toBeUndefined()
  })
})

describe('a UPN', () => {
  it('has a letter that checks the rest, and may end in one', () => {
    expect(checkLetterOf('801200001001')).toBe('H')
    const temporary = `80120000100A`
    expect(isUpn(`${checkLetterOf(temporary)}${temporary}`)).toBe(true)
    expect(isUpn(`I801200001001`)).toBe(false)
  })
})

describe('name and date of birth', () => {
  const born = asDay('2014-05-21')
  const by = (name: string) => foundByName(new Typed(name), born).map(({ words }) => words.reveal())

  it('are the same in any order, with or without accents and apostrophes', () => {
    expect(by("Zoë O'Neill")).toEqual(by('ONEILL, Zoe'))
    expect(by('Zoë O’Neill')).toEqual(by("zoe o'neill"))
    expect(by("Zoë O'Neill")).not.toEqual(by('Zoë Neill'))
  })

  it('say nothing with one word of a name alone', () => {
    expect(by('Zoë')).toEqual([])
  })
})

it('two that were given mean the same child by what was typed alone', () => {
  const number = (words: string) => ({ number: new Typed(words) })
  expect(sameGiven(number('lk 104'), number('Child ID: LK104'))).toBe(true)
  expect(sameGiven(number('LK104'), number('LK105'))).toBe(false)
  expect(sameGiven(number('LK104'), {})).toBe(false)
  const [name, born] = [new Typed('Zoë Marsh'), asDay('2014-05-21')]
  expect(sameGiven({ name, born }, { name: new Typed('MARSH Zoe'), born })).toBe(true)
  expect(sameGiven({ name, born }, { name, born: asDay('2014-05-22') })).toBe(false)
})
