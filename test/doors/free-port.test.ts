import { createServer } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { freePort } from '../../doors/free-port.ts'

it('gives the port that is wanted, if nobody has it', async () => {
  const wanted = await freePort()

  expect(wanted).toBeGreaterThan(0)
  expect(await freePort(wanted)).toBe(wanted)
})

it('gives another one where somebody has it', async () => {
  const wanted = await freePort()
  const somebody = createServer()
  onTestFinished(() => void somebody.close())
  await new Promise<void>((resolve) => somebody.listen(wanted, '127.0.0.1', resolve))
  const port = await freePort(wanted)

  expect(port).toBeGreaterThan(0)
  expect(port).not.toBe(wanted)
})
