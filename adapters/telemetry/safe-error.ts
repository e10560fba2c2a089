/** What a log may say of an error. */
import { fileURLToPath } from 'node:url'

/** What a log may say of an error. */
export type SafeError = {
  readonly name: string
  readonly message?: string
  readonly code?: string
  readonly table?: string
  readonly constraint?: string
  readonly at?: readonly string[]
  readonly cause?: SafeError
  readonly errors?: readonly SafeError[]
}

/**
 * Keeps of an error what helps to find it and cannot hold what a person typed. PostgreSQL quotes values in its
 * messages and puts whole rows into `detail`; JSON.parse quotes its input; clients keep requests as properties. So only
 * an error made in a file of ours keeps its message: ours carry ids and sizes.
 */
export function safeError(error: unknown, depth = 0): SafeError {
  if (!(error instanceof Error)) return { name: `a thrown ${typeof error}` }
  const frames = framesOf(error)
  const { code, table, constraint } = error as { code?: unknown; table?: unknown; constraint?: unknown }
  return {
    name: token(error.name) ?? 'Error',
    ...(isOurs(frames[0]) && { message: ownWords(error) }),
    ...defined({ code: token(code), table: token(table), constraint: token(constraint) }),
    ...(frames.length > 0 && { at: frames.slice(0, mostFrames) }),
    ...(depth < deepest && error.cause !== undefined && { cause: safeError(error.cause, depth + 1) }),
    ...(depth < deepest &&
      error instanceof AggregateError && {
        errors: error.errors.slice(0, mostErrors).map((one: unknown) => safeError(one, depth + 1)),
      }),
  }
}

const longestMessage = 500
const mostFrames = 8
const mostErrors = 5
const deepest = 3

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The places of the stack, without its first lines: those repeat the message, which may have lines like places. */
function framesOf({ stack = '', message }: Error): string[] {
  const said = stack.indexOf(message)
  const start = said < 0 ? 0 : said + message.length
  return stack
    .slice(start)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => place.test(line))
    .map((line) => line.replace('file://', '').replace(root, ''))
}

const place = /^at (?:[\w.$<>[\]# ]+ \()?(?:file:\/\/\/|\/|node:)\S.*:\d+:\d+\)?$|^at [\w.$]+ \(<anonymous>\)$/

function isOurs(frame: string | undefined): boolean {
  return frame !== undefined && /(?:^at |\()(?:bin|src|adapters|jobs|test)\//.test(frame)
}

/** What the language itself says of a mistake quotes the key that was asked for, and a key may be somebody's words. */
function ownWords(error: Error): string {
  const quotes = error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError
  const message = quotes ? error.message.replace(/(["']).*\1/s, '$1…$1') : error.message
  return withoutPassword(message).slice(0, longestMessage)
}

/** A word of a machine, such as `23505` or `channel_not_found`. */
function token(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w.-]{1,60}$/.test(value) ? value : undefined
}

/** Addresses of databases hold a password between `://` and `@`. */
export function withoutPassword(text: string): string {
  return text.replaceAll(/(?<=:\/\/)[^\s/@]*@/g, '')
}

function defined(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
