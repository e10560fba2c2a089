import type { TextObject } from '@slack/types'
import * as max from './numbers.ts'

/** Slack takes no empty text anywhere. `limit` in characters. */
export function textViolations(at: string, text: TextObject | undefined, limit: number = max.anyText): string[] {
  if (!text) return []
  return text.text === '' ? [`${at}/text is empty`] : tooLong(`${at}/text`, text.text, limit)
}

export const tooLong = (at: string, words: string | undefined, limit: number): string[] =>
  words !== undefined && words.length > limit ? [`${at} has ${words.length} characters, ${limit} at most`] : []

export const tooMany = (at: string, list: readonly unknown[] | undefined, limit: number): string[] =>
  list !== undefined && list.length > limit ? [`${at} has ${list.length} entries, ${limit} at most`] : []

export const tooFew = (at: string, list: readonly unknown[] | undefined): string[] =>
  list?.length === 0 ? [`${at} has no entries, 1 at least`] : []

export function duplicates(at: string, name: string, values: readonly (string | undefined)[]): string[] {
  const given = values.filter((value) => value !== undefined)
  return [...new Set(given.filter((value, index) => given.indexOf(value) !== index))].map(
    (value) => `${at} has two of ${name} ${JSON.stringify(value)}`,
  )
}
