/** What one bot may send into one conversation (learn.microsoft.com, bots/how-to/rate-limit). */
import { TeamsError } from './teams-error.ts'
import type { Conversation, TeamsState } from './state.ts'

const windows = [
  { seconds: 1, sends: 7 },
  { seconds: 2, sends: 8 },
  { seconds: 30, sends: 60 },
  { seconds: 3600, sends: 1800 },
] as const

export function countSend(state: TeamsState, conversation: Conversation): void {
  const now = Date.now()
  for (const { seconds, sends } of windows) {
    const within = conversation.sends.filter((at) => at > now - seconds * 1000)
    if (within.length < sends) continue
    state.violations.push(`more than ${sends} sends in ${seconds} s in one conversation`)
    throw new TeamsError(429, 'TooManyRequests', 'Too many requests', seconds)
  }
  conversation.sends.push(now)
}
