/** What is said of a row of a return: refused and not read, or read and doubted. Never a value, which may identify. */
import { longestIdentifier, longestUpn } from './identifier.ts'

export type ReturnFile = 'header' | 'episodes' | 'reviews' | 'allocations'

export type RowNote = {
  readonly file: ReturnFile
  /** As a spreadsheet counts: the header row is 1. */
  readonly row: number
  readonly column: string
  readonly reason: RowReason
  /** Whose row it is: the place in the header, or below zero for whom the header does not have. None where nobody can say. */
  readonly child?: number
}

export type RowReason = keyof typeof refusals | keyof typeof doubts

/** The row was not read. */
export const refusals = {
  'columns-differ': 'does not have as many cells as the header row',
  'unreadable-signs': 'expected text saved as UTF-8; some characters cannot be read; save it again as CSV UTF-8',
  'no-identifier': `expected an identifier of letters and digits, ${longestIdentifier} at most`,
  'rounded-identifier': 'expected the identifier as your records have it; a spreadsheet has rounded it as a number',
  'no-date': 'expected a date such as 31/03/2026, found none',
  'not-a-date': 'expected a date such as 31/03/2026',
  'unknown-code': 'expected one of the codes of the return',
  'child-twice': 'the child already has a row; the first one is used',
  'child-not-in-header': 'the header file has no readable row for this child',
  'ends-before-it-starts': 'expected a day not before the start',
  'no-address': 'expected an email address, found none',
  'unknown-address': 'nobody in the partnership has this email address',
  'not-a-social-worker': 'this person is not a social worker in the partnership',
  'not-an-iro': 'this person is not an Independent Reviewing Officer in the partnership',
  'reviews-own-plan': 'the IRO and the social worker are the same person, and nobody reviews their own plan',
  'too-long': 'expected 60 characters at most',
} as const satisfies Record<string, string>

/** The row was read, and somebody should look at it. */
export const doubts = {
  'header-again': 'is the header row again; passed over',
  'example-row': 'is the example of the template, which is nobody; passed over',
  'row-of-totals': 'is a row of totals, and not of a child; passed over',
  'duplicate-row': 'repeats an earlier row; used once',
  'looks-known':
    'looks like a child that is known by another identifier, and nothing else says that it is; not imported',
  'known-otherwise':
    'is not the identifier by which this child is known, and date of birth and number agree; taken for that child',
  'unknown-sex': 'expected 1, 2, M, F or U; left out, and the child is imported',
  'born-later': 'is born after the day that the return speaks of; nothing of the child was imported; look at the year',
  'not-a-child': 'is more than 25 years old; nothing of the child was imported; look at the year',
  'born-otherwise':
    'is another day of birth than an earlier return has; look which is right; it ends the care of nobody who is known',
  'care-before-birth': 'begins before the child is born; nothing of the child was imported; look at both dates',
  'review-before-birth': 'was held before the child was born; not used; look at both dates',
  'taken-back-here': 'was taken back here, as not held on that day; not used; put it right in your records',
  'held-later': 'lies after the day that the return speaks of; not taken for held',
  'later-one-known': 'is the last review in this return, but an earlier return has a later one, which is kept',
  'one-before-known': 'follows a review that an earlier return has and this one does not, which is kept',
  'no-episodes-read': 'has no episode that says how care goes on, and is known to be in care; kept as it was',
  'unlikely-upn': `expected ${longestUpn} characters at most; left out, and the child is imported`,
  'reason-without-end': 'gives a reason for ending but no day; treated as still open',
  'end-without-reason': 'ends without a reason; treated as ended',
  'row-missing-before':
    'follows days of which no row speaks, though care had not ended; taken for the same period of care',
  'nothing-follows': 'says that care continues but no episode follows; treated as ended',
  'two-open': 'is open although a later one is open; the one that started last is used',
  'open-before-later': 'is open although a later one has ended; treated as still open',
  overlaps: 'starts before an earlier one ends',
  'starts-midway': 'is not the start of care; the earlier start that is known is kept',
  'began-earlier': 'is not the start of care, which the return does not show; the social worker is asked for it',
  'began-otherwise':
    'is another start of care than the social worker gave; theirs is kept, and they are asked which is right',
  'short-breaks-before': 'follows short breaks without a gap; care is counted from here',
  'long-for-short-breaks':
    'is a short break of more than 75 days, which no short break can be; look at the legal status',
  'begins-after-end':
    'begins after care ended, and is not the start of care; it changes nothing of a child who is in care here',
  'ends-later': 'ends after the day that the return speaks of; treated as still open',
  'begins-later': 'begins after the as-of date; not imported yet',
  'handed-over-since': 'was handed over to somebody else here on a later day; not used',
  'allocated-twice': 'another row allocates the child from the same day; the later row is used',
} as const satisfies Record<string, string>

/** The dates of the child cannot all be true, and nobody can say which of them is. */
export const untrueOfChild: ReadonlySet<RowReason> = new Set(['born-later', 'not-a-child', 'care-before-birth'])

export const reasonInWords = (reason: RowReason): string => ({ ...refusals, ...doubts })[reason]
