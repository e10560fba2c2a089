import { randomBytes } from 'node:crypto'
import { SlackError } from './slack-error.ts'
import type { SlackState, Trigger } from './state.ts'

export function createTrigger(state: SlackState, team: string, user: string): string {
  const id = `${Date.now()}.${Math.floor(Math.random() * 1e9)}.${randomBytes(16).toString('hex')}`
  state.triggers.set(id, { team, user, madeAt: Date.now(), used: false })
  return id
}

export function useTrigger(state: SlackState, team: string, id: string): Trigger {
  const trigger = state.triggers.get(id)
  if (trigger?.team !== team) throw new SlackError('invalid_trigger_id')
  if (trigger.used) throw new SlackError('exchanged_trigger_id')
  if (Date.now() - trigger.madeAt > state.patienceMs) throw new SlackError('expired_trigger_id')
  trigger.used = true
  return trigger
}
