import { expect, it } from 'vitest'
import { isThisMachine } from '../../doors/this-machine.ts'

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
