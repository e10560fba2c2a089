import { expect, it } from 'vitest'
import { isOfThisMachine, isThisMachine } from '../../doors/this-machine.ts'

it.each(['http://localhost', 'http://LOCALHOST:3000', 'smtp://127.0.0.1:1025', 'http://[::1]:3000/path'])(
  '%s is this machine',
  (address) => {
    expect(isThisMachine(address)).toBe(true)
  },
)

it.each(['http://localhost.example', 'http://127.0.0.1.example:3000', 'http://192.168.0.1', 'http://', 'localhost'])(
  '%s is not, or cannot be told',
  (address) => {
    expect(isThisMachine(address)).toBe(false)
  },
)

it.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])('a connection from %s is of this machine', (remote) => {
  expect(isOfThisMachine(remote)).toBe(true)
})

it.each([undefined, '', '192.168.0.7', '::ffff:10.0.0.1', '127.0.0.1.example', '1127.0.0.1', 'fe80::1'])(
  'a connection from %s is not',
  (remote) => {
    expect(isOfThisMachine(remote)).toBe(false)
  },
)
