/** Who is told what: one table, message by message. */
import type { Standing } from '../permissions/may-see.ts'

export type Telling<Role extends Standing, Also extends Standing = Standing> = {
  /** In the order in which they are told. */
  readonly roles: readonly Role[]
  /** Who hears as well where the thing names one; nobody hears in their place. */
  readonly alsoTo?: readonly Also[]
  /** Where nobody is there for a role, the next in its line hears instead. */
  readonly byLine?: true
  /** Who hears where nobody at all is there. */
  readonly orElse?: readonly NextInLine[]
  /** Who hears besides where nobody but the writer does. */
  readonly notAlone?: readonly NextInLine[]
}

export type NextInLine = 'lead' | 'coordinator'

const inTheCase = ['chair', 'social-worker', 'iro', 'asked', 'raiser'] as const

export const told = {
  /** What becomes of a case, and of its meeting. */
  news: { roles: inTheCase },
  /** What was agreed. */
  agreed: { roles: [...inTheCase, 'owner'] },
  /** That a case was confirmed. */
  confirmed: { roles: ['chair', 'raiser', 'iro'] },
  /** That views close on another day than was said. */
  'views-close': { roles: ['asked', 'social-worker', 'chair', 'iro', 'raiser'] },
  /** That a case waits for its social worker, or what concerns them alone. */
  'for-social-worker': { roles: ['social-worker'] },
  'for-chair': { roles: ['chair'] },
  /** That a disagreement waits to be confirmed. */
  'for-conveners': { roles: ['any-chair', 'coordinator'] },
  /** That nobody has confirmed a case. */
  unconfirmed: { roles: ['lead', 'any-chair'] },
  'for-iro': { roles: ['iro'], byLine: true },
  /** That an IRO challenges, and waits for their answer. */
  'for-challenged': { roles: ['challenged'], byLine: true },
  'for-note-taker': { roles: ['note-taker'] },
  'for-owner': { roles: ['owner'] },
  /** That something is handed to them, and to the lead that nobody has accepted it. */
  'for-offered': { roles: ['offered'] },
  'offer-waits': { roles: ['lead'], byLine: true },
  coming: { roles: ['owner'], byLine: true },
  due: { roles: ['owner'], byLine: true },
  /** Of an action also the chair of its case: a duty names none. */
  overdue: { roles: ['owner', 'lead'], alsoTo: ['chair'], byLine: true },
  iro: { roles: ['owner', 'lead', 'iro'], alsoTo: ['chair'], byLine: true },
  /** That somebody raised a case of a child whom nobody knows. */
  unmatched: { roles: ['coordinator'] },
  /** That a child may be in danger and nobody has reported it. */
  danger: { roles: ['social-worker', 'iro'], orElse: ['coordinator'], notAlone: ['lead', 'coordinator'] },
  /** The same, where a worker may have done it: the social worker is one, and hears of it from somebody else. */
  'danger-of-worker': { roles: ['iro', 'lead'], orElse: ['coordinator'], notAlone: ['coordinator'] },
  /** The same, when nobody has recorded a report for a while; and for longer still. */
  'danger-waits': { roles: ['lead', 'deputy'], orElse: ['coordinator'] },
  'danger-waits-on': { roles: ['coordinator', 'contact'] },
} as const satisfies Record<string, Telling<Standing>>

export type What = keyof typeof told

/** Who hears where nobody is there for the first of a line. */
export const lines: Partial<Record<Standing, readonly NextInLine[]>> = {
  owner: ['lead', 'coordinator'],
  lead: ['coordinator'],
  iro: ['coordinator'],
  challenged: ['lead', 'coordinator'],
}
