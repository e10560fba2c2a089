/** The structure of the code, as the README draws it: a change that breaks it has to change this file too. */
import { describe, expect, it } from 'vitest'
import { sentences } from '../src/display/refusal.ts'
import { wrongArrows } from './architecture/arrows.ts'
import {
  callsOf,
  clockReads,
  defaultClauses,
  defaultExports,
  oddLogEvents,
  makingsOf,
  plainCallsOf,
  testsNotRun,
  textsIn,
} from './architecture/code.ts'
import { circlesIn } from './architecture/circles.ts'
import { packagesOutOfPlace } from './architecture/packages.ts'
import { filesIn, sourcesIn, textOf } from './architecture/sources.ts'
import { mayReveal } from './architecture/may-reveal.ts'

const program = sourcesIn('doors', 'src', 'adapters', 'jobs', 'bin')
const rules = program.filter(({ path }) => path.startsWith('src/'))
const tests = sourcesIn('test')

const fileOf = (place: string): string => place.replace(/:\d+$/, '')

describe('who may use whom', () => {
  it('draws every arrow leftwards', () => {
    expect(wrongArrows(program)).toEqual([])
  })

  it('draws no circle, types included', () => {
    expect(circlesIn(program)).toEqual([])
  })

  it('keeps each package in its room', () => {
    expect(packagesOutOfPlace(program)).toEqual([])
  })

  it('lets the tests from outside know nothing of the inside', () => {
    const outside = [...sourcesIn('test/journeys'), ...sourcesIn('test/support/slack')]
    const knowing = outside.flatMap(({ path, imports }) =>
      imports.flatMap((one) => ('ours' in one && !/^(test|doors)\//.test(one.ours) ? [`${path} → ${one.ours}`] : [])),
    )

    expect(knowing).toEqual([])
  })
})

describe('rules', () => {
  it('read no clock and roll no dice', () => {
    expect(clockReads(rules)).toEqual([])
  })

  it('answer every Ask and every Wake by name, so that a new one does not compile unanswered', () => {
    const joining = rules.filter(({ path }) => /^src\/(answer|wake|handovers\/answer-handovers)\.ts$/.test(path))

    expect(joining).toHaveLength(3)
    expect(defaultClauses(joining)).toEqual([])
  })

  it('declare a form and its questions in a file of their own', () => {
    const places = plainCallsOf(rules, 'form', 'safeguardedForm', 'fields')

    expect(places.filter((place) => !fileOf(place).endsWith('.form.ts'))).toEqual([])
    expect(places).not.toEqual([])
  })

  it('say every refusal that has words', () => {
    const others = program.filter(({ path }) => path !== 'src/display/refusal.ts')
    const said = textsIn(others)
    const unsaid = Object.keys(sentences).filter((reason) => reason !== 'form-not-complete' && !said.has(reason))

    expect(unsaid).toEqual([])
  })
})

describe('words that people typed', () => {
  it('are revealed only where there is a reason', () => {
    const revealing = new Set(callsOf(program, 'reveal').map(fileOf))

    expect([...revealing].toSorted()).toEqual(Object.keys(mayReveal).toSorted())
  })

  it('are cleared by the guard alone, and read back from where they were kept', () => {
    const clearing = makingsOf(program, 'Cleared').map(fileOf)

    expect(clearing.filter((path) => !path.startsWith('adapters/postgres/'))).toEqual(['src/display/clear.ts'])
  })
})

describe('the log of the process', () => {
  it('names its events in one form', () => {
    expect(oddLogEvents(program)).toEqual([])
  })
})

describe('files', () => {
  const drawn = filesIn('doors', 'src', 'adapters', 'jobs', 'bin').filter((path) => /\.(ts|mjs|njk)$/.test(path))

  it('are short enough to be read in one go', () => {
    const long = drawn
      .map((path) => ({ path, lines: textOf(path).split('\n').length - 1 }))
      .filter(({ lines }) => lines > 200)

    expect(long).toEqual([])
  })

  it('are named after the one thing that they do', () => {
    const named = filesIn('doors', 'src', 'adapters', 'jobs', 'bin', 'test', 'bench')
      .filter((path) => /\.(ts|mts|mjs|njk)$/.test(path))
      .map((path) => path.split('/').at(-1) ?? '')

    expect(named.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.[a-z]+$/.test(name))).toEqual([])
    expect(named.filter((name) => /^(index|utils?|helpers?|common|shared|types|interfaces)\./.test(name))).toEqual([])
  })

  it('say in their first line what they are', () => {
    const uncaptioned = drawn.filter((path) => !path.endsWith('.njk') && !textOf(path).startsWith('/**'))

    expect(uncaptioned).toEqual([])
  })

  it('export by name', () => {
    expect(defaultExports(program)).toEqual([])
  })

  it('leave nothing for later', () => {
    const later = /\b(TO(?=DO\b)|FIX(?=ME\b)|XX(?=X\b))/
    const open = filesIn('doors', 'src', 'adapters', 'jobs', 'bin', 'test', 'bench', 'manifest').filter(
      (path) => /\.(ts|mts|mjs|njk|yaml|css)$/.test(path) && later.test(textOf(path)),
    )

    expect(open).toEqual([])
  })
})

describe('tests', () => {
  it('all run, on the program as it is', () => {
    expect(testsNotRun(tests)).toEqual([])
  })
})
