/**
 * Every column that depends on the secret key, in one list: `npm run rekey` works from it, and a test holds it against the
 * database as it is. A new column of bytes, or of a hash, belongs here.
 */

export type WrappedKeys = {
  readonly table: 'children' | 'cases' | 'raisings' | 'concerns' | 'installations' | 'drafts'
  /** By what a row is known. */
  readonly id: 'id' | 'workspace'
  readonly type: 'uuid' | 'text'
}

/** Tables whose column `key` holds a data key, wrapped under the secret key. */
export const wrappedKeys: readonly WrappedKeys[] = [
  { table: 'children', id: 'id', type: 'uuid' },
  { table: 'cases', id: 'id', type: 'uuid' },
  { table: 'raisings', id: 'id', type: 'uuid' },
  { table: 'concerns', id: 'id', type: 'uuid' },
  { table: 'installations', id: 'workspace', type: 'text' },
  { table: 'drafts', id: 'id', type: 'uuid' },
]

/** Sealed under a data key, so an exchange leaves the bytes as they are. Each beside the table that holds its key. */
export const sealedUnder = {
  'children.identity': 'children',
  'duty_words.words': 'children',
  'challenge_words.words': 'children',
  'cases.identity': 'cases',
  'cases.confirmation': 'cases',
  'cases.closing': 'cases',
  'closings.words': 'cases',
  'closings.answer': 'cases',
  'asked.because': 'cases',
  'requests.because': 'cases',
  'requests.view': 'cases',
  'meetings.record': 'cases',
  'proposals.words': 'cases',
  'actions.what': 'cases',
  'actions.know': 'cases',
  'action_words.words': 'cases',
  'raisings.words': 'raisings',
  'raisings.identifier': 'raisings',
  'raisings.given': 'raisings',
  'raisings.not_in_care': 'raisings',
  'raisings.objection': 'raisings',
  'concerns.report': 'concerns',
  'installations.sealed': 'installations',
  'drafts.words': 'drafts',
} as const satisfies Readonly<Record<string, WrappedKeys['table']>>

/** Hashed again, from what is sealed in `children.identity` and `cases.identity`. */
export const hashedAnew = [
  'children.identifier_hash',
  'children.identity_hash',
  'children.found_by_hash',
  'cases.found_by_hash',
] as const

/** What an exchange does not touch, and why that is right. */
export const leftAlone: Readonly<Record<string, string>> = {
  'hashing_keys.key': 'not wrapped again: the hashing key is replaced by a new one, and removed',
  'hashing_keys.sealed': 'removed with its key',
  'staged_children.key': 'lives as long as an import; an exchange throws away what a crashed one left',
  'staged_children.identity': 'as its key',
  'staged_children.identifier_hash': 'as its key; what was hashed under another key cannot be merged',
  'staged_children.identity_hash': 'as its key',
  'staged_children.upn_hash': 'as its key',
  'link_codes.code_hash': 'a code lives ten minutes; those from before the end of an exchange are removed at its end',
  'accounts.address_hash':
    'made again from the partnership by the check that runs at each start, since no row holds the address',
  'sign_ins.address':
    'counts who asks how often, forgotten within a day: the count starts again with another secret key',
  'sign_ins.browser': 'a plain hash of a random secret',
  'sign_ins.link': 'a plain hash of a random secret',
  'sessions.secret': 'a plain hash of a random secret: anybody who is signed in stays so',
  'facts.hash': 'a plain hash of the facts before it',
  'partnership_versions.hash': 'a plain hash of the file that was applied',
  'chains.hash': 'a plain hash of the facts',
}
