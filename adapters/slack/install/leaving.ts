/** The bot was removed from a workspace. */
import type { App } from '@slack/bolt'
import type { BotIn } from '../bot.ts'
import { takesCalls } from './installed-app.ts'

export function listenToLeaving(app: App, botIn: BotIn): void {
  app.event('app_uninstalled', ({ body }) => takenOut(body.team_id))
  app.event('tokens_revoked', async ({ event, body }) => {
    if (event.tokens.bot?.length) await takenOut(body.team_id)
  })

  /** Slack is asked, since the event may come late: after the bot was installed again. */
  async function takenOut(workspace: string): Promise<void> {
    const bot = await botIn(workspace)
    if (bot?.isOurs(workspace) && !(await takesCalls(bot.api))) await bot.takenOut(workspace)
  }
}
