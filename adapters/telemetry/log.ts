/** The log of the process: ids and kinds, never words that people typed. */
import { pino, type DestinationStream } from 'pino'
import type { Log, LogIds } from '../../src/ports/log.ts'
import { safeError, withoutPassword } from './safe-error.ts'

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** One JSON object a line; `to` is standard output unless a test listens. */
export function createLog(level: LogLevel, to: DestinationStream = pino.destination({ fd: 1, sync: true })): Log {
  const log = pino({ level, base: null, messageKey: 'event', timestamp: pino.stdTimeFunctions.isoTime, formatters }, to)
  return {
    info: (event, ids) => log.info(safeIds(ids), event),
    warn: (event, ids) => log.warn(safeIds(ids), event),
    error: (event, error, ids) => log.error({ ...safeIds(ids), error: safeError(error) }, event),
  }
}

const formatters = { level: (level: string) => ({ level }) }

/** A second belt: the types let only ids and sizes through, but a string is a string. */
function safeIds(ids: LogIds = {}): LogIds {
  return Object.fromEntries(Object.entries(ids).map(([name, value]) => [name, safeValue(name, value)]))
}

function safeValue(name: string, value: LogIds[string]): LogIds[string] {
  if (withheld.test(name)) return '[withheld]'
  if (typeof value !== 'string') return ['number', 'boolean', 'undefined'].includes(typeof value) ? value : '[withheld]'
  return value.length > longestId ? '[withheld: too long]' : withoutPassword(value)
}

const withheld =
  /body|header|text|words|note|password|secret|token|cookie|authorization|email|^name$|firstname|surname/i
const longestId = 200
