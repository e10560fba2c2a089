/** Reads what a client sends: a form whose structured fields are JSON in text, or JSON throughout. */
import { SlackError } from './slack-error.ts'

export type Arguments = Readonly<Record<string, unknown>>

export function readArguments(contentType: string, body: string): Arguments {
  if (contentType.startsWith('application/json')) return asRecord(parse(body, 'invalid_json'))
  return Object.fromEntries(new URLSearchParams(body))
}

export function textArgument(args: Arguments, name: string): string {
  const value = optionalText(args, name)
  if (value === undefined) throw new SlackError('invalid_arguments', [`missing required field: ${name}`])
  return value
}

export function optionalText(args: Arguments, name: string): string | undefined {
  const value = args[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

export const truth = (args: Arguments, name: string): boolean =>
  ['true', '1', true].includes(args[name] as string | true)

/** A field that holds structure; `error` is what Slack says when it is not JSON. */
export function structure(args: Arguments, name: string, error = 'invalid_arguments'): unknown {
  const value = args[name]
  return typeof value === 'string' ? parse(value, error) : value
}

function parse(text: string, error: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new SlackError(error)
  }
}

const asRecord = (value: unknown): Arguments =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
