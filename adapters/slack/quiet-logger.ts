/**
 * What Slack's packages say, made safe to keep: they quote bodies of requests and of answers after a colon, and
 * everything when debugging, so only what stands before the first colon is passed on.
 */
import { LogLevel, type Logger } from '@slack/bolt'
import type { Log } from '../../src/ports/log.ts'

export function quietLogger(log: Log): Logger {
  const warn = (message: unknown): void => log.warn('slack-package-warned', { says: beforeColon(message) })
  return {
    debug: () => undefined,
    info: () => undefined,
    warn,
    error: warn,
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  }
}

const beforeColon = (message: unknown): string =>
  typeof message === 'string' ? (message.split(':')[0] ?? '').slice(0, 120) : 'an error'
