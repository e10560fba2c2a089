/** What the mutants are, and what a report says of them; that they are noticed is what `npm run mutants` shows. */
import { runInNewContext } from 'node:vm'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { parseAst } from 'vitest/node'
import { textOf } from '../architecture/sources.ts'
import { sampleOf, testsFor } from './choose.ts'
import { importSteps } from './import-steps.ts'
import { makeMutants, type Mutant } from './make-mutants.ts'
import { noteReach } from './note-reach.ts'
import { readOptions } from './options.ts'
import { hash, reachOf, type Reached } from './reach.ts'
import { linesOf, reportOf } from './report.ts'
import { mayLiveOf, mutatedFiles, roomOf } from './rooms.ts'
import type { Entry } from './runner.ts'
import { switchName } from './switch-name.ts'
import { takeTurns } from './take-turns.ts'

const source = `
export async function settle(tx, things, now) {
  if (now < 3) return refused('too-early')
  const open = things.filter(({ state }) => state === 'open' && !things.closed)
  await tx.withdraw({ subject: 'thing' })
  return open.length > 0 ? tx.record(open) : sql\`update a set b where c <= 1 and d for update skip locked\`
}
export const lease = 4
`
const said = (text: string) => makeMutants('src/duties/duty.ts', text).mutants.map((mutant) => mutant.said)

describe('a mutant', () => {
  it('is one fault in one line, which a reader can follow', () => {
    expect(said(source)).toEqual([
      '3 → 4',
      'if (now < 3) → never',
      'if (now < 3) → always',
      'now < 3 → (now) <= (3)',
      "state === 'open' → (state) !== ('open')",
      '!things.closed → things.closed',
      "state === 'open' && !things.closed → (state === 'open') || (!things.closed)",
      ".filter(({ state }) => state === 'open' && !things.closed) → dropped",
      "await tx.withdraw({ subject: 'thing' }) → dropped",
      '0 → 1',
      'open.length > 0 ? → not',
      'open.length > 0 → (open.length) >= (0)',
      'sql: `update a set b where c [<= → <] 1 and d for update skip',
      'sql: te a set b where c <= 1 [and → or] d for update skip locke',
      'sql: et b where c <= 1 and d [for update skip locked → ]`',
      '4 → 5',
    ])
  })

  it('is told from another that reads the same, and from one that is read at load', () => {
    const { mutants } = makeMutants('src/a.ts', 'export const a = 1\nexport const f = () => [1, 1]\n')

    expect(mutants.map(({ key, atLoad }) => [key, atLoad])).toEqual([
      ['src/a.ts | 1 → 2', true],
      ['src/a.ts | 1 → 2 (2)', false],
      ['src/a.ts | 1 → 2 (3)', false],
    ])
  })

  it('leaves types, names and the log of the process alone', () => {
    const source = "type A = 1 | true\nconst a = { 1: 'x' } as { 1: 'x' }\nfunction f(log) { log.info('done') }"

    expect(said(`${source}\nconst g = ({ 0: found }) => found`)).toEqual([])
  })

  it('leaves each file one that can be read, also with all of them in it', () => {
    for (const file of mutatedFiles())
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- vitest passes on no newer one
      expect(() => parseAst(makeMutants(file, textOf(file)).code, { lang: 'ts' }), file).not.toThrow()
  })

  it('takes each word from a list, and in a table of lists a warm process can try it', () => {
    const table = "const seen = { case: ['raiser', 'chair'] } as const\nconst all = ['a']\nconst f = () => ['b', c]\n"
    const { code, mutants } = makeMutants('src/a.ts', table)
    const run = (key?: string): string => {
      const script = ts.transpile(`${code};[...seen.case, ...all].join()`)
      return String(runInNewContext(script, { [switchName]: (one: string) => one === key }))
    }

    expect(mutants.map(({ said, atLoad }) => [said, atLoad])).toEqual([
      ["case: ['raiser' → ]", false],
      ["case: ['chair' → ]", false],
      ["all: ['a' → ]", true],
    ])
    expect(run()).toBe('raiser,chair,a')
    expect(mutants.map(({ key }) => run(key))).toEqual(['chair,a', 'raiser,a', 'raiser,chair'])
  })

  it('changes nothing until it is switched on, and then that alone', () => {
    const text =
      'const due = (day, today) => (day <= today && !(day === 7) ? [day].filter((one) => one > 1).length : 0)'
    const { code } = makeMutants('src/a.ts', text)
    const run = (key?: string): string => {
      const script = ts.transpile(`${code};[1,2,3,7].map((day) => due(day, 3)).join('')`)
      return String(runInNewContext(script, { [switchName]: (one: string) => one === key }))
    }

    expect(run()).toBe('0110')
    expect(run('src/a.ts | day <= today → (day) < (today)')).toBe('0100')
    expect(run('src/a.ts | one > 1 → (one) >= (1)')).toBe('1110')
    expect(run('src/a.ts | .filter((one) => one > 1) → dropped')).toBe('1110')
    expect(run('src/a.ts | day <= today && !(day === 7) → (day <= today) || (!(day === 7))')).toBe('0110')
  })
})

const mutant = (file: string, change: string): Mutant => ({
  ...{ key: `${file} | ${change}`, file, line: 7, said: change, atLoad: false },
})

/** One test reaches the mutant; the others of the file do not. */
function reached(ms: number, key: string, ...others: string[]): Reached {
  const noted = noteReach()
  for (const test of ['it does', ...others]) {
    noted.begin(test)
    if (test === 'it does') noted.reach(key)
    noted.end(test)
  }
  return { text: '', ms, sources: { [key.slice(0, key.indexOf(' | '))]: hash('as read') }, reach: noted.read() }
}

const files = (tests: number) => ({ tests, patience: Infinity })

const fewOf = (change: string): Reached => reached(9, `src/duties/duty.ts | ${change}`, 'another test')

it('tells what one test reaches from what all of a file depend on', () => {
  const noted = noteReach()
  noted.reach('at load')
  noted.begin('one')
  noted.reach('in one')
  noted.reach('at load')
  noted.end('one')
  noted.reach('between')

  expect(noted.read()).toMatchObject({
    ...{ keys: ['at load', 'in one', 'between'], outside: [0, 2] },
    tests: { one: { reached: [1, 0] } },
  })
})

describe('those that are tried', () => {
  const all = Array.from({ length: 50 }, (_, at) => mutant('src/duties/duty.ts', `${at} → ${at + 1}`))

  it('are drawn by the seed alone', () => {
    const drawn = sampleOf(all, 10, '7')

    expect(drawn).toHaveLength(10)
    expect(sampleOf(all.toReversed(), 10, '7').toReversed()).toEqual(drawn)
    expect(sampleOf(all, 10, '8')).not.toEqual(drawn)
    expect(sampleOf(all, 50, '7')).toEqual(all)
  })

  it('are so many of each room', () => {
    const both = [...all, ...all.map(({ said }) => mutant('src/cases/case.ts', said)), mutant('jobs/late.ts', 'a → b')]

    expect(sampleOf(both, 10, '7').map(({ file }) => roomOf(file))).toEqual([
      ...Array<string>(10).fill('duties'),
      ...Array<string>(10).fill('cases'),
      'jobs',
    ])
  })

  it('meet the quickest tests first, those of their room before others, and none that does not reach them', () => {
    const [one] = all as [Mutant]
    const reach = reachOf(
      [
        ['test/cases/quick.test.ts', reached(5, one.key)],
        ['test/cases/slow.test.ts', reached(120, one.key)],
        ['test/duties/slow.test.ts', reached(400, one.key)],
        ['test/duties/other.test.ts', reached(1, 'src/duties/duty.ts | another')],
      ],
      () => 'as read',
    )

    expect(testsFor(one, reach, files(2)).map(({ test }) => test)).toEqual([
      'test/cases/quick.test.ts',
      'test/duties/slow.test.ts',
    ])
  })

  it('meet no more tests than take so long, but the nearest in any case', () => {
    const [one] = all as [Mutant]
    const took = (name: string, ms: number) => [`test/a/${name}.test.ts`, reached(ms, one.key)] as const
    const reach = reachOf([took('a', 700), took('b', 200), took('c', 400)], () => 'as read')
    const tests = (patience: number) => testsFor(one, reach, { tests: 9, patience }).map(({ test }) => test.slice(7, 8))

    expect([tests(1.3), tests(1), tests(0.1)]).toEqual([['b', 'c', 'a'], ['b', 'c'], ['b']])
  })

  it('meet in a file only the tests that reach them, and all of it where those cannot do without the others', () => {
    const [one] = all as [Mutant]
    const file = reached(9, one.key, 'another test')

    expect(
      testsFor(
        one,
        reachOf([['test/a.test.ts', file]], () => 'as read'),
        files(1),
      ),
    ).toEqual([
      { test: 'test/a.test.ts', mutant: one.key, only: ['it does'] },
      { test: 'test/a.test.ts', mutant: one.key, only: ['it does'], after: 'check' },
      { test: 'test/a.test.ts', mutant: one.key, after: 'all' },
    ])
  })

  it('meet every test that imports their file, the nearest first, where they are read when it is loaded', () => {
    const steps: Readonly<Record<string, number>> = { 'test/a.test.ts': 3, 'test/b.test.ts': 1 }
    const read = ['test/a.test.ts', 'test/b.test.ts', 'test/c.test.ts'].map(
      (test) => [test, reached(9, 'x | y')] as const,
    )
    const reach = reachOf(
      read,
      () => 'as read',
      (test) => steps[test],
    )
    const atLoad = { ...mutant('src/duties/duty.ts', 'a → b'), atLoad: true }

    expect(testsFor(atLoad, reach, files(9))).toEqual([
      { test: 'test/b.test.ts', mutant: atLoad.key },
      { test: 'test/a.test.ts', mutant: atLoad.key },
    ])
    expect(importSteps('test/mutants/mutants.test.ts', 'test/mutants/choose.ts')).toBe(1)
    expect(importSteps('test/mutants/mutants.test.ts', 'src/still-true.ts')).toBeUndefined()
  })

  it('meet every test that came into their file, where the file is no longer as it was read', () => {
    const reach = reachOf([['test/a.test.ts', reached(9, 'src/duties/duty.ts | as it was')]], () => 'changed')

    expect(testsFor(all[0] as Mutant, reach, files(1))).toMatchObject([{ test: 'test/a.test.ts' }])
    expect(testsFor(mutant('src/cases/case.ts', 'a → b'), reach, files(1))).toEqual([])
  })

  it('are of the rules, the jobs, and what decides in the adapters', () => {
    const files = mutatedFiles()

    for (const name of ['src/still-true.ts', 'jobs/deliver.ts', 'adapters/teams/hear/verify.ts'])
      expect(files).toContain(name)
    for (const name of ['session', 'form-page', 'sign-ins', 'outbox', 'posted', 'transaction', 'send-limits', 'press'])
      expect(files.some((file) => file.startsWith('adapters/') && file.endsWith(`/${name}.ts`))).toBe(true)
    expect(files.filter((file) => file.includes('/draw/') || file.startsWith('bin/'))).toEqual([])
    expect([roomOf('src/answer.ts'), roomOf('src/people/tell.ts'), roomOf('jobs/late.ts')]).toEqual([
      'src',
      'people',
      'jobs',
    ])
    expect([mayLiveOf('jobs/late.ts'), mayLiveOf('adapters/web/session.ts')]).toEqual([5, 10])
  })
})

describe('an entry of a plan', () => {
  const [few, check, whole] = [
    ...testsFor(
      mutant('src/duties/duty.ts', 'a → b'),
      reachOf([['test/a.test.ts', fewOf('a → b')]], () => 'as read'),
      files(1),
    ),
  ] as [Entry, Entry, Entry]

  it('is not wanted once a test has noticed its mutant, and the same tests are green without it', () => {
    const turns = takeTurns()
    turns.judge(few, 'it does')
    turns.judge(check, undefined)

    expect([turns.isWanted(few), turns.isWanted({ ...few, test: 'test/b.test.ts' })]).toEqual([false, false])
  })

  it('is checked where few tests of a file went red, until they have stood alone three times', () => {
    const turns = takeTurns()
    expect(turns.isWanted(few)).toBe(true)
    turns.judge(few, 'it does')
    expect([turns.isWanted(check), turns.isProof(check, 'it does')]).toEqual([true, true])
    turns.judge(check, undefined)
    expect(turns.isWanted(whole)).toBe(false)

    const isChecked = [1, 2, 3].map((count) => {
      const mutantNow = `src/duties/duty.ts | ${count} → ${count + 1}`
      turns.isWanted({ ...few, mutant: mutantNow })
      turns.judge({ ...few, mutant: mutantNow }, 'it does')
      const wanted = turns.isWanted({ ...check, mutant: mutantNow })
      if (wanted) turns.judge({ ...check, mutant: mutantNow }, undefined)
      return wanted
    })
    expect(isChecked).toEqual([true, true, false])
  })

  it('is the whole file where the few go red without the mutant as well', () => {
    const turns = takeTurns()
    turns.isWanted(few)
    turns.judge(few, 'it does')
    turns.judge(check, 'it does')
    expect(turns.isWanted(whole)).toBe(true)
    turns.judge(whole, undefined)

    expect(turns.isWanted({ ...few, test: 'test/b.test.ts' })).toBe(true)
  })
})

describe('a report', () => {
  const [lived, excused] = [mutant('src/duties/duty.ts', 'a → b'), mutant('src/duties/duty.ts', 'c → d')]
  const noticed = Array.from({ length: 18 }, () => ({
    ...{ mutant: mutant('src/cases/case.ts', 'e → f'), red: 'a test', reached: true },
  }))
  const outcomes = [...noticed, { mutant: lived, reached: true }, { mutant: excused, reached: false }]

  it('names each survivor but those with a reason, and passes at five in a hundred', () => {
    const report = reportOf(outcomes, { 'src/duties/duty.ts': { 'c → d': 'the same number either way' } }, [
      ...outcomes.map(({ mutant: one }) => one),
      lived,
    ])

    expect(report.survivors.map(({ mutant: one }) => one)).toEqual([lived])
    expect(report.rooms).toEqual([
      { room: 'cases', of: 18, tried: 18, survived: 0, excused: 0 },
      { room: 'duties', of: 3, tried: 2, survived: 1, excused: 1 },
    ])
    expect(report.tooMany).toEqual([])
    expect(linesOf(report)[0]).toBe('src/duties/duty.ts:7  a → b')
    expect(linesOf(report)).toContain('a sample: so many of so many, as the seed drew them')
  })

  it('fails in a sample of the nearest tests where far too many live, and never on few', () => {
    const four = Array.from({ length: 4 }, () => ({ mutant: lived, reached: true }))

    expect(reportOf([...noticed.slice(0, 6), ...four], {}, [], 30).tooMany).toEqual([
      '40.0 survivors in 100, at most 30 may live',
    ])
    expect(reportOf([...noticed.slice(0, 7), ...four.slice(1)], {}, [], 30).tooMany).toEqual([])
    expect(reportOf([...noticed.slice(0, 5), ...four], {}, [], 30).tooMany).toEqual([])
  })

  it('counts what it had no time for neither way, and names it', () => {
    const report = reportOf([...noticed, { mutant: lived, reached: true, notJudged: true }], {}, [])

    expect(report).toMatchObject({ survivors: [], tooMany: [] })
    expect(report.rooms[1]).toMatchObject({ room: 'duties', tried: 0, survived: 0 })
    expect(linesOf(report)[0]).toBe('not judged: src/duties/duty.ts:7  a → b')
  })

  it('fails above that', () => {
    expect(reportOf(outcomes, {}, []).tooMany).toEqual(['src and jobs: 10.0 survivors in 100, at most 5 may live'])
  })
})

it('is asked for in plain words, and says which it does not understand', () => {
  expect(readOptions(['--room', 'duties', '--sample', '20', '--seed', '7', '--changed-since', 'main'])).toMatchObject({
    ...{ rooms: ['duties'], sample: 20, seed: '7', changedSince: 'main', within: Infinity },
  })
  expect(() => readOptions(['--within', '0'])).toThrow('--within must be a number from 1: 0')
  expect(() => readOptions(['--sample', 'many'])).toThrow('--sample must be a number from 1: many')
  expect(() => readOptions(['--rooms', 'duties'])).toThrow('npm run mutants -- [--room ROOM]')
})
