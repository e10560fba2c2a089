/**
 * What each message is, by how its key begins: one that is not here does not compile. `asks`: something waits for its
 * receiver, or is theirs again. `reminder`: something that they know of already is near or not done. `news`: what became of
 * something.
 * `escalation`: somebody else does not answer, or is not reached. `starts`: a meeting begins. `record`: what was agreed, told on
 * the day of its meeting. `post`: what was gathered.
 */
export const kindsOfMessage = {
  'all-done': 'asks',
  asked: 'asks',
  'cannot-tell': 'asks',
  chair: 'asks',
  challenged: 'asks',
  'closing-proposed': 'asks',
  confirm: 'asks',
  convene: 'asks',
  declined: 'asks',
  'disagreement-party': 'asks',
  'dates-old': 'asks',
  'first-look': 'asks',
  'given-back': 'asks',
  gone: 'asks',
  'handed-over': 'asks',
  'kept-open': 'asks',
  'late-view': 'asks',
  notes: 'asks',
  'not-mine': 'asks',
  'not-ours': 'asks',
  objection: 'asks',
  'objection-answered': 'asks',
  offered: 'asks',
  passed: 'asks',
  promised: 'asks',
  'taker-left': 'asks',
  'taking-over': 'asks',
  times: 'asks',
  unmatched: 'asks',
  'workspace-left': 'asks',

  'assessment-again': 'reminder',
  'input-reminder': 'reminder',
  tomorrow: 'reminder',
  unconfirmed: 'reminder',

  accepted: 'news',
  admitted: 'news',
  'asked-too': 'news',
  'chair-changed': 'news',
  'challenge-ended': 'news',
  closed: 'news',
  confirmed: 'news',
  convened: 'news',
  disagreement: 'news',
  done: 'news',
  ended: 'news',
  'iro-now': 'news',
  'iro-told': 'news',
  joined: 'news',
  'left-iro': 'news',
  link: 'news',
  matched: 'news',
  moved: 'news',
  'moved-with-meeting': 'news',
  'named-to-iro': 'news',
  'no-longer-asked': 'news',
  'not-in-care': 'news',
  offering: 'news',
  overtaken: 'news',
  raising: 'news',
  recorded: 'news',
  review: 'news',
  'social-worker-changed': 'news',
  'taken-back': 'news',
  'take-back-not-ours': 'news',
  'views-close': 'news',

  'at-fault': 'escalation',
  'challenge-waits': 'escalation',
  'closing-waits': 'escalation',
  'dates-old-wait': 'escalation',
  'first-look-waits': 'escalation',
  'not-taken-up': 'escalation',
  'objection-waits': 'escalation',
  'offer-waits': 'escalation',
  'still-unmatched': 'escalation',
  unallocated: 'escalation',
  unclosed: 'escalation',
  undelivered: 'escalation',
  unfinished: 'escalation',
  unopened: 'escalation',

  'concern-over': 'danger',
  'notes-opens': 'starts',
  opens: 'starts',

  summary: 'record',

  post: 'post',
  'shadow-report': 'post',
} as const

export type MessageStart = keyof typeof kindsOfMessage
export type MessageKind = (typeof kindsOfMessage)[MessageStart]
export type MessageKey = `${MessageStart}-${string}`

/**
 * Said again and again until somebody acts: what says the same as before stands in its receiver's overview. Not that a case
 * is unconfirmed: until it is, nothing at all is done for the child.
 */
export const saidAgain: ReadonlySet<MessageStart> = new Set<MessageStart>([
  'assessment-again',
  'challenge-waits',
  'closing-waits',
  'dates-old-wait',
  'first-look-waits',
  'objection-waits',
  'offer-waits',
  'still-unmatched',
  'unallocated',
  'unclosed',
  'unfinished',
])

/** A newer one says what an older one said, as it is now. */
export const overtakes: ReadonlySet<MessageStart> = new Set<MessageStart>([
  'chair-changed',
  'convened',
  'link',
  'moved',
  'views-close',
])

const starts = (Object.keys(kindsOfMessage) as MessageStart[]).toSorted((a, b) => b.length - a.length)

/** By the longest start that fits: `notes-opens-` is no `notes-`. */
export function startOf(key: MessageKey): MessageStart {
  const start = starts.find((one) => key.startsWith(`${one}-`))
  if (!start) throw new Error('a message has no kind')
  return start
}

export const kindOf = (key: MessageKey): MessageKind => kindsOfMessage[startOf(key)]
