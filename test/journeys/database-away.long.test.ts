/** A database that does not answer: what somebody typed is not lost, and is saved once when they send it again. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { slackSettings, startProduct, type Product } from '../support/product.ts'
import { textOfView, waitFor } from '../support/slack/observe.ts'
import { startSlack, type Slack } from '../support/slack/service.ts'
import { accountOf, people, team } from './cast.ts'
import { grantedScopes } from './granted-scopes.ts'

/** Where one can see which processes are the database's. */
const canBeStopped = existsSync('/proc/self/task')

let slack: Slack
let product: Product

beforeAll(async () => {
  slack = await startSlack({ patienceMs: 30_000 })
  const workspace = slack.addWorkspace({ team, scopes: grantedScopes() })
  slack.addUser({ team, id: accountOf('socialWorker'), email: people.socialWorker.email })
  product = await startProduct(slackSettings(slack, workspace))
  slack.deliverTo(`${product.url}/slack/events`)
}, 120_000)

afterAll(async () => {
  if (canBeStopped) signalDatabase('SIGCONT')
  await product.tearDown()
  await slack.stop()
})

const status = async (probe: string): Promise<number> => (await fetch(`${product.url}${probe}`)).status

test.runIf(canBeStopped)('a form is answered in time, kept, and saved once', { timeout: 120_000 }, async () => {
  const samira = slack.user(team, accountOf('socialWorker'))
  await samira.command('/stuck-case')
  const opened = await samira.waitForView('Raise a stuck case')
  const words = 'We have asked for a school since spring.'
  const child = /\( \) (.+ \(.+\))/.exec(textOfView(opened))?.[1] ?? 'no child'
  const answers = {
    'Which child? Choose from your own list': child,
    'What is stuck?': 'Education',
    'What has been tried?': words,
    'What does the child say about it?': 'I want to go back.',
    'What would help?': 'A date.',
    'When does it need to move by?': '2026-10-30',
    'Is a child at risk of harm now, or is there an allegation against someone who works with children?': 'No',
  }

  signalDatabase('SIGSTOP')
  const unsaved = await samira.submit(answers)
  expect(unsaved).toMatchObject({ result: 'updated', errors: {} })
  expect(unsaved.reply?.ms).toBeLessThan(3000)
  expect(shown()).toContain('Not saved yet.')
  expect(shown()).toContain(words)
  expect(await status('/health')).toBe(200)
  expect(await status('/ready')).toBe(503)

  signalDatabase('SIGCONT')
  await waitFor(
    () => (samira.messages().some(({ text }) => text.includes('please confirm')) ? true : undefined),
    () => `no case was raised:\n${product.output().slice(-2000)}`,
  )
  await samira.submit()
  expect(shown()).toContain('Thank you.')
  expect(samira.messages().filter(({ text }) => text.includes('please confirm'))).toHaveLength(1)
  expect(samira.messages().filter(({ text }) => text.includes('raised again'))).toHaveLength(0)

  function shown(): string {
    const view = samira.currentView()
    return view ? textOfView(view) : ''
  }
})

/** To the server and to each of its connections. */
function signalDatabase(signal: NodeJS.Signals): void {
  const [server = ''] = readFileSync(join(product.dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  const connections = readFileSync(`/proc/${server}/task/${server}/children`, 'utf8').trim().split(' ')
  for (const pid of [server, ...connections]) process.kill(Number(pid), signal)
}
