/**
 * What each message is, by how its key begins: one that is not here does not compile. `asks`: a form or a decision waits for
 * its receiver. `reminder`: something that they know of already is near or not done. `news`: what became of something.
 * `escalation`: somebody else does not answer, or is not reached. `starts`: a meeting begins. `post`: what was gathered.
 */
export const kindsOfMessage = {
  asked: 'asks',
  chair: 'asks',
  'closing-proposed': 'asks',
  confirm: 'asks',
  convene: 'asks',
  'disagreement-party': 'asks',
  'first-look': 'asks',
  'given-back': 'asks',
  gone: 'asks',
  'late-view': 'asks',
  notes: 'asks',
  'not-mine': 'asks',
  objection: 'asks',
  offered: 'asks',
  'taking-over': 'asks',
  times: 'asks',
  unmatched: 'asks',
  'workspace-left': 'asks',

  'input-reminder': 'reminder',
  tomorrow: 'reminder',
  unconfirmed: 'reminder',

  accepted: 'news',
  admitted: 'news',
  'all-done': 'news',
  'asked-too': 'news',
  'cannot-tell': 'news',
  'chair-changed': 'news',
  closed: 'news',
  confirmed: 'news',
  convened: 'news',
  declined: 'news',
  disagreement: 'news',
  done: 'news',
  ended: 'news',
  'handed-over': 'news',
  'iro-now': 'news',
  'iro-told': 'news',
  joined: 'news',
  'kept-open': 'news',
  'left-iro': 'news',
  link: 'news',
  matched: 'news',
  moved: 'news',
  'moved-with-meeting': 'news',
  'named-to-iro': 'news',
  'no-longer-asked': 'news',
  'not-in-care': 'news',
  'not-ours': 'news',
  'objection-answered': 'news',
  offering: 'news',
  overtaken: 'news',
  passed: 'news',
  promised: 'news',
  raising: 'news',
  recorded: 'news',
  'social-worker-changed': 'news',
  summary: 'news',
  'taken-back': 'news',
  'take-back-not-ours': 'news',
  'taker-left': 'news',
  'views-close': 'news',

  'at-fault': 'escalation',
  'closing-waits': 'escalation',
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

  post: 'post',
  'shadow-report': 'post',
} as const

type MessageStart = keyof typeof kindsOfMessage
export type MessageKind = (typeof kindsOfMessage)[MessageStart]
export type MessageKey = `${MessageStart}-${string}`

const starts = (Object.keys(kindsOfMessage) as MessageStart[]).toSorted((a, b) => b.length - a.length)

/** By the longest start that fits: `notes-opens-` is no `notes-`. */
export function kindOf(key: MessageKey): MessageKind {
  const start = starts.find((one) => key.startsWith(`${one}-`))
  if (!start) throw new Error('a message has no kind')
  return kindsOfMessage[start]
}
