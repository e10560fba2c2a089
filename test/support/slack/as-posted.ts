import type { Message, Workspace } from './state.ts'

/** A message as Slack gives it back. */
export function asPosted(workspace: Workspace, message: Message, withMetadata: boolean): Record<string, unknown> {
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    ...(message.byBot && { bot_id: workspace.botId, app_id: workspace.app.appId }),
    text: message.text,
    ...(message.thread !== undefined && { thread_ts: message.thread }),
    team: workspace.team,
    ...(message.edited && { edited: { user: message.user, ts: message.ts } }),
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(withMetadata && message.metadata !== undefined && { metadata: message.metadata }),
  }
}
