/** What people type about a child is in no message, notification, address, log line, job, file or readable row. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aviary, tracesOf, wordsOf } from '../support/canary/canaries.ts'
import { rowsOf, watchTables } from '../support/canary/database.ts'
import { plantAndSend, type Hand } from '../support/canary/hand.ts'
import { hunt, huntInBytes, textsUnder, type Haystack } from '../support/canary/hunt.ts'
import { slackHand } from '../support/canary/slack-hand.ts'
import { webHand } from '../support/canary/web-hand.ts'
import { redisServer } from '../support/found.ts'
import { slackSettings, startOfTheDemonstration, startProduct, type Product } from '../support/product.ts'
import { startRedis, type TestRedis } from '../support/redis.ts'
import { startSlack, type Slack } from '../support/slack/service.ts'
import { accountOf, parts, people, team, type Part } from './cast.ts'
import { demonstrationClock } from './demonstration-clock.ts'
import { grantedScopes } from './granted-scopes.ts'
import { approvedLine, plantEverywhere, type Hands } from './plant-everywhere.ts'

const personIds: Readonly<Record<Part, string>> = {
  practitioner: 'practitioner',
  socialWorker: 'social-worker',
  healthLead: 'health-lead',
  policeLead: 'police-lead',
  schoolLead: 'school-lead',
  teamManager: 'team-manager',
  chair: 'chair',
  iro: 'iro',
}

/** What a view may carry as well as the words on it: it comes back to us through Slack, and lies in its logs. */
const carried = new Set(['private_metadata', 'callback_id', 'external_id', 'block_id', 'action_id', 'value', 'url'])

type Place = { readonly where: 'Slack' | 'the browser'; readonly jobs: 'PostgreSQL' | 'Redis' }
const places: readonly Place[] = [
  { where: 'Slack', jobs: 'PostgreSQL' },
  { where: 'the browser', jobs: redisServer ? 'Redis' : 'PostgreSQL' },
]

describe.each(places)('the whole way in $where, with jobs in $jobs', ({ where, jobs }) => {
  const planted = aviary()
  const wire: string[] = []
  const answers: string[] = []
  const commands: string[] = []
  let slack: Slack
  let redis: TestRedis | undefined
  let watched: Redis | undefined
  let monitor: Redis | undefined
  let product: Product
  let hands: Hands
  let haystacks: readonly Haystack[] = []

  const reader = (part: Part) =>
    webHand(personIds[part], people[part].name, product.url, (what) => void wire.push(what))
  const handOf = (part: Part): Hand =>
    where === 'Slack' ? slackHand(people[part].name, slack.user(team, accountOf(part)), answers) : reader(part)

  beforeAll(async () => {
    slack = await startSlack()
    const workspace = slack.addWorkspace({ team, scopes: grantedScopes() })
    for (const part of parts) slack.addUser({ team, id: accountOf(part), email: people[part].email })
    redis = jobs === 'Redis' ? await startRedis() : undefined
    if (redis) {
      watched = new Redis(redis.url)
      monitor = await watched.monitor()
      monitor.on('monitor', (_, command: readonly string[]) => void commands.push(command.join(' ')))
    }
    const settings = { ...slackSettings(slack, workspace), LOG_LEVEL: 'debug', ...(redis && { REDIS_URL: redis.url }) }
    product = await startProduct(settings)
    slack.deliverTo(`${product.url}/slack/events`)
    await watchTables(product.dataDir)
    hands = Object.fromEntries(parts.map((part) => [part, handOf(part)])) as Hands
    for (const hand of Object.values(hands)) await hand.types('/stuck-case help')

    const clock = demonstrationClock(product.url, startOfTheDemonstration)
    const identifier = await plantEverywhere({ hands, aviary: planted, clock })
    await sendWhileTheDatabaseIsAway().catch((error: unknown) => {
      throw new Error(`the process said\n${product.output().slice(-2000)}`, { cause: error })
    })
    for (const part of parts) await reader(part).reads('/playground/passed?since=2026-09-01T00:00:00Z')
    haystacks = await everythingThatIsLeft()
    expect(identifier).toMatch(/\w{4}/)
    expect(hunt([{ ...planted.plant('the identifier of the child'), name: identifier }], haystacks)).toEqual([])
  }, 600_000)

  afterAll(async () => {
    for (const connection of [monitor, watched]) connection?.disconnect()
    await product.tearDown()
    await slack.stop()
    await redis?.stop()
  })

  async function sendWhileTheDatabaseIsAway(): Promise<void> {
    const { practitioner, policeLead } = hands
    for (const hand of [practitioner, policeLead]) await hand.types('/stuck-case')
    const [pid] = readFileSync(join(product.dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
    process.kill(Number(pid), 'SIGINT')
    for (const hand of [practitioner, policeLead])
      await plantAndSend(hand, planted, {
        as: `raise, database away, ${hand.name}`,
        given: {
          identifier: planted.plant('identifier, database away').name,
          theme: 'other',
          needed: '2026-10-30',
          danger: 'no',
        },
        then: 'Not saved yet',
      })
    await product.kill()
    await product.startAgain()
  }

  async function everythingThatIsLeft(): Promise<readonly Haystack[]> {
    const views = slack.calls.filter(({ method }) => method.startsWith('views.'))
    const messages = slack.calls.filter(({ method }) => !method.startsWith('views.'))
    return [
      ...messages.map(({ method, args }) => ({ where: `a call of ${method}`, text: flat(args) })),
      ...views.map(({ method, args }) => ({ where: `${method}, in addition to its words`, text: carriedBy(args) })),
      ...answers.map((text) => ({
        where: 'an answer to a form, in addition to its words',
        text: carriedBy(parsed(text)),
      })),
      ...wire.map((text) => ({ where: 'addresses, headers and hidden fields', text })),
      { where: 'what the process said', text: product.output() },
      ...(await rowsOf(product.dataDir)),
      { where: 'the log of PostgreSQL', text: readFileSync(join(product.dataDir, 'postgres.log'), 'utf8') },
      { where: 'Redis', text: commands.join('\n') },
    ]
  }

  test('nothing that was typed is anywhere but in readings, forms and under seal', () => {
    expect(hunt(planted.canaries, haystacks)).toEqual([])
  }, 90_000) // some hundred words are looked for in every table, log and message

  test('nor in any file that the product keeps', () => {
    expect(filesUnder(product.dataDir).filter((file) => huntInBytes(readFileSync(file)))).toEqual([])
  })

  test('a canary was in every free-text field of every form', () => {
    const forms = new Set(planted.canaries.map(({ planted }) => planted.replace(/[,:].*/, '')))
    for (const form of ['raise', 'match', 'report', 'confirm', 'record', 'add action', 'summary draft', 'hand over'])
      expect(forms).toContain(form)
    for (const form of ['new date', 'done', 'close', 'duty recorded', 'duty passed on']) expect(forms).toContain(form)
    expect(planted.canaries.length).toBeGreaterThan(150)
  })

  test('what the chair approved is found where it was posted and kept, and job and log lines are there', () => {
    const has = (place: RegExp, words: string) =>
      haystacks.some(({ where: at, text }) => place.test(at) && text.includes(words))
    if (where === 'Slack') expect(has(/chat\.postMessage/, approvedLine)).toBe(true)
    else expect(has(/addresses/, approvedLine)).toBe(true)
    expect(has(/public\.outbox/, approvedLine)).toBe(true)
    expect(has(/what the process said/, 'message-sent')).toBe(true)
    expect(has(jobs === 'Redis' ? /^Redis$/ : /written to bullmq\.job/, '"message"')).toBe(true)
    expect(has(/the log of PostgreSQL/, 'ready to accept connections')).toBe(true)
  })

  test('Slack would have refused none of it', () => {
    expect(slack.violations).toEqual([])
  })
})

describe('the hunt finds a canary', () => {
  const bird = aviary().plant('a field')
  const words = wordsOf(bird, 100)

  test.each([
    ['as it was typed', words],
    ['in small letters', words.toLowerCase()],
    ['in an address', `/ask?why=${encodeURIComponent(words)}`],
    ['in a form that was sent', new URLSearchParams({ words }).toString()],
    ['in bytes as PostgreSQL shows them', `\\x00${Buffer.from(words).toString('hex')}`],
    ['in base64, wherever it begins', Buffer.from(`12${bird.name}3`).toString('base64')],
    ['by its postcode alone', `lives at ${bird.postcode.replace(' ', '')}`],
    ['by its NHS number alone', `number ${bird.nhsNumber}`],
    ['by its date of birth alone', `born ${bird.born}`],
  ])('%s', (_, text) => {
    expect(tracesOf(bird).length).toBeGreaterThan(10)
    expect(hunt([bird], [{ where: 'here', text }])).not.toEqual([])
  })

  test('in a file', () => {
    expect(huntInBytes(Buffer.from(`\0\0${bird.name}\0`))).toBe(true)
  })
})

const flat = (args: Readonly<Record<string, unknown>>): string =>
  Object.values(args)
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .join('\n')

const carriedBy = (args: unknown): string => textsUnder(carried, unpacked(args)).join('\n')

/** A form brings a view as JSON in text. */
function unpacked(args: unknown): unknown {
  if (typeof args !== 'object' || args === null) return args
  return Object.fromEntries(
    Object.entries(args).map(([key, value]) => [key, typeof value === 'string' ? (parsed(value) ?? value) : value]),
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true)
