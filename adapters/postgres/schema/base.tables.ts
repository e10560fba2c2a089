/** The tables under every room: the log, the outbox, what waits, what was answered, accounts and settings. */
import type { ColumnType, Generated } from 'kysely'

/** Written as a value, read as JSON. */
export type Json<T> = ColumnType<T, string, string>

export type BaseTables = {
  facts: {
    seq: Generated<string>
    chain: string
    fact: string
    data: Json<unknown>
    by: string | null
    at: Date
    previous: string
    hash: string
    partnership_version: number | null
  }
  chains: { chain: string; hash: string }
  outbox: {
    id: string
    seq: Generated<string>
    key: string
    person: string
    meant_for: string
    subject: string
    subject_id: string
    card: Json<unknown>
    urgent: boolean
    state: Generated<string>
    said_at: Date
    not_before: Date
    lease_until: Date | null
    /** The process that took it last. */
    taken_by: string | null
    taken_at: Date | null
    attempts: Generated<number>
    /** Of these, the ones that say nothing of the message. */
    waits: Generated<number>
    /** How many its person may have seen, at most. */
    copies: Generated<number>
    /** The accounts at which it may have been posted unseen. */
    tried_at: ColumnType<unknown, string | undefined, string>
    settled_at: Date | null
    /** When its person opened the page on which it lies. */
    opened_at: Date | null
    code: string | null
    platform: string | null
    conversation: string | null
    message: string | null
    what: string | null
    holds_until: Date | null
    /** What its buttons ask, each with the thing that it is about. */
    asks: Generated<string[]>
    /** The last fact that concerned each of them. */
    settled: ColumnType<unknown, string | undefined, string>
    /** As what it was drawn last, as a hash; empty where that is not known. */
    drawn: string | null
    /** The key of the post in which it was said. */
    joined_to: string | null
    /** It is in no post before this day. */
    waits_until: string | null
  }
  redraws: {
    id: string
    message: string
    asked: Generated<number>
    asked_at: Date
    lease_until: Date | null
    attempts: Generated<number>
  }
  processes: { id: string; seen_at: Generated<Date> }
  /** A workspace that asked for time. */
  pauses: { platform: string; workspace: string; until: Date }
  /** The message that is the root of the thread about a case, at an account. */
  threads: { person: string; case_id: string; workspace: string; account_user: string; root: string }
  wakes: { key: string; wake: Json<unknown>; due: Date; tries: Generated<number> }
  answered: { key: string; answer: Json<unknown> | null; at: Date }
  accounts: {
    id: string
    platform: string
    workspace: string
    account_user: string
    person: string
    linked_by: string
    linked_at: Date
    used_at: Date
    preferred: Generated<boolean>
    removed_at: Date | null
    unreachable_since: Date | null
    conversation: Json<unknown> | null
    /** Of the work email address by which it was linked. */
    address_hash: string | null
    welcomed_at: Date | null
  }
  link_codes: { person: string; code_hash: string; until: Date }
  wrong_codes: { platform: string; workspace: string; account_user: string; at: Date }
  unopened_pages: { person: string; since: Date; told_at: Date | null }
  away: { person: string; from_day: string; until_day: string }
  overview_days: { person: string; weekday: number }
  settings: { name: string; value: Json<unknown> }
}
