import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it, onTestFinished } from 'vitest'

/** Hands over to a program that drains for a while and says what reached it. */
async function handedOver(program: string) {
  const code = `import('./bin/launch/run-node.mjs').then(async ({ runNode, endAs }) => endAs(await runNode(['-e', ${JSON.stringify(program)}])))`
  const starter = spawn(process.execPath, ['-e', code], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => {
    try {
      process.kill(-(starter.pid ?? 0), 'SIGKILL')
    } catch {
      // nobody of the group is left
    }
  })
  let printed = ''
  starter.stdout.on('data', (part: Buffer) => (printed += part.toString()))
  await once(starter.stdout, 'data')
  return { starter, printed: () => printed }
}

const draining = `
  const once = (why) => { if (!stopping) { stopping = true; console.log(why); setTimeout(() => { console.log('drained'); process.exit(0) }, 300) } }
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => once(signal))
  process.on('disconnect', () => once('left alone'))
  console.log('ready')`

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('passes %s on and waits for the drain', async (signal) => {
  const { starter, printed } = await handedOver(draining)
  const ended = once(starter, 'exit')
  starter.kill(signal)

  expect(await ended).toEqual([0, null])
  expect(printed()).toBe(`ready\n${signal}\ndrained\n`)
})

it('waits for the drain when Ctrl-C reaches both', async () => {
  const { starter, printed } = await handedOver(draining)
  const ended = once(starter, 'exit')
  process.kill(-(starter.pid ?? 0), 'SIGINT')

  expect(await ended).toEqual([0, null])
  expect(printed()).toBe('ready\nSIGINT\ndrained\n')
})

it('tells by its own end that it was killed', async () => {
  const { starter, printed } = await handedOver(draining)
  const closed = once(starter.stdout, 'close')
  starter.kill('SIGKILL')
  await closed

  expect(printed()).toBe('ready\nleft alone\ndrained\n')
})

it.each([
  ['with its code', `console.log('ready'); process.exit(5)`, [5, null]],
  ['by its signal', `console.log('ready'); process.kill(process.pid, 'SIGKILL')`, [null, 'SIGKILL']],
])('ends as the other ended, %s', async (_, program, ending) => {
  const { starter } = await handedOver(program)
  if (starter.exitCode === null && starter.signalCode === null) await once(starter, 'exit')

  expect([starter.exitCode, starter.signalCode]).toEqual(ending)
})
