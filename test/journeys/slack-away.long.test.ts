/** A Slack that is slow, away or lost in the middle: what was asked is saved, and its message comes later, once. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startProductBeside } from '../support/product-beside.ts'
import { slackSettings, startOfTheDemonstration, type Product } from '../support/product.ts'
import { waitFor } from '../support/slack/observe.ts'
import { startSlack, type Slack } from '../support/slack/service.ts'
import { asSlack } from './as-slack.ts'
import { accountOf, people, team, type Part } from './cast.ts'
import { demonstrationClock, type DemonstrationClock } from './demonstration-clock.ts'
import { grantedScopes } from './granted-scopes.ts'
import type { Person } from './person.ts'

let slack: Slack
let product: Product
let clock: DemonstrationClock
let robin: Person
let samira: Person
let children: string[]

const person = (part: Part): Person => asSlack(people[part].name, slack.user(team, accountOf(part)))

beforeAll(async () => {
  slack = await startSlack({ patienceMs: 30_000 })
  const workspace = slack.addWorkspace({ team, scopes: grantedScopes() })
  for (const part of ['practitioner', 'socialWorker'] as const)
    slack.addUser({ team, id: accountOf(part), email: people[part].email })
  product = await startProductBeside(slackSettings(slack, workspace))
  slack.deliverTo(`${product.url}/slack/events`)
  clock = demonstrationClock(product.url, startOfTheDemonstration)
  robin = person('practitioner')
  samira = person('socialWorker')
  await samira.types('/stuck-case')
  const listed = await samira.choicesOf('Which child? Choose from your own list')
  children = listed.map((label) => label.replace(/, born .*$/, ''))
}, 120_000)

afterAll(async () => {
  await product.tearDown()
  await slack.stop()
})

beforeEach(() => {
  slack.faults.heal()
})

/** Each of another child, so that each brings the social worker a message of its own. */
async function raise(beforeSending: () => void | Promise<void>): Promise<void> {
  await robin.types('/stuck-case')
  await beforeSending()
  await robin.sends({
    "Which child? The child's number": children.shift() ?? 'none is left',
    'What is stuck?': 'Education',
    'What has been tried?': 'Two meetings that nobody wrote down.',
    'What does the child say about it?': 'I want to go back to my own school.',
    'What would help?': 'A date.',
    'When does it need to move by?': '2026-10-30',
    'Is a child at risk of harm now, or is there an allegation against someone who works with children?': 'No',
  })
  await robin.sees('Thank you.')
}

const toConfirm = (): number =>
  slack
    .user(team, accountOf('socialWorker'))
    .messages()
    .filter(({ text }) => text.includes('please confirm')).length

const comes = (count: number): Promise<true> =>
  waitFor(
    () => (toConfirm() === count ? true : undefined),
    () => `${toConfirm()} messages came instead of ${count}:\n${product.output().slice(-2000)}`,
  )

const longEnoughForASecond = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1500))

test('told to slow down, it waits as long as Slack says', { timeout: 120_000 }, async () => {
  await raise(() => slack.faults.fail('chat.postMessage', 1, { status: 429, retryAfterSeconds: 1 }))
  await comes(1)
})

test('while Slack is away the form is saved and others are served', { timeout: 120_000 }, async () => {
  await raise(() => slack.goDown())
  expect((await fetch(`${product.url}/ready`)).status).toBe(200)
  await slack.comeBack()
  await clock.livesUntil('2026-09-07T13:00')
  await comes(2)
})

test('killed between the post and its record, it posts nothing twice', { timeout: 120_000 }, async () => {
  await raise(() => slack.faults.fail('chat.postMessage', 1, 'commit-then-hang'))
  await comes(3)
  await product.kill()
  await product.startAgain()
  await clock.livesUntil('2026-09-07T15:00')
  await longEnoughForASecond()
  expect(toConfirm()).toBe(3)
})

test('killed before the post, it posts it after all', { timeout: 120_000 }, async () => {
  const posts = slack.callsOf('chat.postMessage').length
  await raise(() => slack.faults.fail('chat.postMessage', 1, 'hang'))
  await longEnoughForASecond()
  expect(slack.callsOf('chat.postMessage')).toHaveLength(posts)
  await product.kill()
  await product.startAgain()
  await clock.livesUntil('2026-09-07T16:30')
  await comes(4)
})
