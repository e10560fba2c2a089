/** What bad input gets from the whole product, as Slack would bring it. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startProductBeside } from '../support/product-beside.ts'
import { slackSettings, type Product } from '../support/product.ts'
import type { Actor } from '../support/slack/actor.ts'
import { textOfMessage, textOfView } from '../support/slack/observe.ts'
import { startSlack, type Slack } from '../support/slack/service.ts'
import { accountOf, parts, people, team } from './cast.ts'
import { grantedScopes } from './granted-scopes.ts'

let slack: Slack
let product: Product
const robin = (): Actor => slack.user(team, accountOf('practitioner'))

beforeAll(async () => {
  slack = await startSlack({ patienceMs: 30_000 })
  const workspace = slack.addWorkspace({ team, scopes: grantedScopes() })
  for (const part of parts) slack.addUser({ team, id: accountOf(part), email: people[part].email })
  slack.addUser({ team, id: 'UGUEST', email: 'chair@demo.example', restricted: true })
  slack.addUser({ team, id: 'UUNSURE', email: 'iro@demo.example', confirmed: false })
  slack.addUser({ team, id: 'UFAR', email: 'iro@demo.example', stranger: true })
  slack.addUser({ team, id: 'UOTHER', email: 'iro@elsewhere.example' })
  product = await startProductBeside(slackSettings(slack, workspace))
  slack.deliverTo(`${product.url}/slack/events`)
}, 120_000)

afterAll(async () => {
  await product.tearDown()
  await slack.stop()
})

afterEach(() => {
  slack.faults.heal()
})

describe('a request that is not from Slack', () => {
  test.each([
    ['unsigned', { unsigned: true }],
    ['signed with another secret', { secret: 'not-the-secret' }],
    ['signed ten minutes ago', { ageSeconds: 600 }],
  ] as const)('%s is refused, and nothing happens', async (_, forgery) => {
    const { sent } = await robin().command('/stuck-case', 'help')
    const calls = slack.calls.length
    const reply = await slack.deliver({ body: sent.body, contentType: 'application/x-www-form-urlencoded' }, forgery)
    expect(reply.status).toBe(401)
    expect(slack.calls.slice(calls).filter(({ method }) => method === 'views.open')).toEqual([])
  })

  test('the same signature a second time is refused', async () => {
    const person = robin()
    const reply = await person.command('/stuck-case')
    await person.waitForView()
    const opened = slack.callsOf('views.open').length
    expect((await slack.repeat(reply)).status).toBe(401)
    expect(slack.callsOf('views.open')).toHaveLength(opened)
  })
})

test("Slack's own retry does the work once", async () => {
  const person = robin()
  const reply = await person.command('/stuck-case')
  await person.waitForView()
  const opened = slack.callsOf('views.open').length
  expect((await slack.retry(reply, 1)).status).toBe(200)
  await settled()
  expect(slack.callsOf('views.open')).toHaveLength(opened)
})

test.each([
  ['a guest', 'UGUEST'],
  ['somebody whose address is not confirmed', 'UUNSURE'],
  ['somebody of another organisation', 'UFAR'],
  ['somebody with an address of elsewhere', 'UOTHER'],
])('%s is unknown, and told how to get access', async (_, id) => {
  const person = slack.user(team, id)
  expect((await person.command('/stuck-case')).status).toBe(200)
  expect(textOfMessage(await person.waitForEphemeral())).toContain('I do not know you yet.')
  expect(person.currentView()).toBeUndefined()
})

test('words that are no command get the urgent lines, and are not said again', async () => {
  const person = robin()
  const secret = 'Bramble Thistlewood was hit last night'
  expect((await person.say(secret)).status).toBe(200)
  expect(textOfMessage(await person.waitForMessage('999'))).toContain('01632 960102')
  const typed = await person.command('/stuck-case', secret)
  expect(typed.status).toBe(200)
  expect(textOfMessage(await person.waitForEphemeral('999'))).not.toContain('Bramble')
  expect(JSON.stringify(slack.calls)).not.toContain('Bramble')
  expect(product.output()).not.toContain('Bramble')
})

test('a form that lacks something keeps what was typed', async () => {
  const person = robin()
  await person.command('/stuck-case')
  await person.waitForView('Raise a stuck case')
  const tried = 'We rang each other in turn, for weeks.'
  const sent = await person.submit({ 'What has been tried?': tried }, 'unchecked')
  expect(sent.result).toBe('errors')
  expect(sent.errors).toMatchObject({ 'What would help?': 'Write something here.', 'What is stuck?': 'Choose one.' })
  expect(textOfView(person.currentView() ?? missing())).toContain(tried)
})

test('a form that tells of a child at risk is sent with nothing else filled in, and says whom to call', async () => {
  const person = robin()
  await person.command('/stuck-case')
  await person.waitForView('Raise a stuck case')
  expect((await person.submit()).result).toBe('held-back')
  await person.choose('danger', 'Yes, a child is at risk: not reported yet')
  await person.waitForView('You can send this form now')
  expect((await person.submit()).result).toBe('updated')
  expect(textOfView(person.currentView() ?? missing())).toContain('Phone now')
})

test('a form beyond its length is marked, and nothing of it is lost', async () => {
  const person = robin()
  await person.command('/stuck-case')
  await person.waitForView('Raise a stuck case')
  const sent = await person.submit({ 'What has been tried?': 'x'.repeat(2001) }, 'unchecked')
  expect(sent.errors['What has been tried?']).toContain('2001')
})

test('a trigger that has lapsed leaves a private card with the form behind it', async () => {
  const person = robin()
  slack.faults.fail('views.open', 1, { error: 'expired_trigger_id' })
  await person.command('/stuck-case')
  expect(textOfMessage(await person.waitForEphemeral('[Open the form]'))).toContain('Nothing is lost.')
  await person.press('Open the form')
  expect(textOfView(await person.waitForView())).toContain('Raise a stuck case')
})

test('a Slack that answers after 2.9 seconds still shows the form, and the command was acknowledged at once', async () => {
  slack.faults.answerAfter(2900, 'views.open')
  const person = robin()
  expect((await person.command('/stuck-case')).ms).toBeLessThan(1000)
  expect(textOfView(await person.waitForView())).toContain('Raise a stuck case')
})

test('a button of years ago gets a plain sentence', async () => {
  const person = robin()
  await person.command('/stuck-case', 'help')
  const help = await person.waitForEphemeral('Raise a stuck case')
  const old = help.blocks.map((block) =>
    block.type === 'actions'
      ? { ...block, elements: block.elements.map((element) => ({ ...element, value: '{"ask":"withdrawn-long-ago"}' })) }
      : block,
  )
  await person.pressOn({ ...help, blocks: old }, 'Raise a stuck case')
  expect(textOfMessage(await person.waitForEphemeral('no longer'))).toBeTruthy()
})

test('what Slack would refuse was never sent', () => {
  expect(slack.violations).toEqual([])
})

/** Long enough for what should not happen to have happened. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 500))

function missing(): never {
  throw new Error('no view is open')
}
