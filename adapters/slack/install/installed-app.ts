/** One app of ours at Slack, and where it is installed. */
import type { Installations } from '../../../src/ports/installations.ts'
import type { LoseWorkspace, RegainWorkspace } from '../../../src/ports/recognise-account.ts'
import { createHistoryBudget, type HistoryBudget } from '../send/history-budget.ts'
import { wasTakenOut } from '../send/classify-error.ts'
import type { SlackApi } from '../send/platform-api.ts'

/** Our app in one workspace. */
export type InstalledApp = {
  readonly api: SlackApi
  /** Where Slack limits how often, and how far, the history may be read. */
  readonly budget?: HistoryBudget
  /** Whether it is still there; asked of Slack only when it was removed earlier. */
  readonly isThere: () => Promise<boolean>
  /** Slack says that it was removed from this workspace. */
  readonly takenOut: (workspace: string) => Promise<void>
}

/** Undefined where we have no token. */
export type InstalledIn = (workspace: string) => Promise<InstalledApp | undefined>

/** What follows when the bot comes and goes. */
export type Moves = { readonly left: LoseWorkspace; readonly returned: RegainWorkspace }

/** An app that was made for one workspace: its token is in the settings, and the same after it was removed. */
export function installedByHand(api: SlackApi, { left, returned }: Moves): InstalledApp {
  let outOf: string | undefined
  return {
    api,
    async isThere() {
      if (outOf === undefined) return true
      if (!(await takesCalls(api))) return false
      await returned({ platform: 'slack', workspace: outOf })
      outOf = undefined
      return true
    },
    async takenOut(workspace) {
      outOf = workspace
      await left({ platform: 'slack', workspace })
    },
  }
}

type Sharing = Moves & {
  readonly installations: Installations
  readonly apiWith: (botToken: string) => SlackApi
}

/** An app that workspaces install for themselves: each token is read where it is kept, so that all processes agree. */
export function installedByThemselves({ installations, apiWith, left }: Sharing): InstalledIn {
  const clients = new Map<
    string,
    { readonly botToken: string; readonly api: SlackApi; readonly budget: HistoryBudget }
  >()
  return async (workspace) => {
    const installation = await installations.of(workspace)
    if (!installation) {
      clients.delete(workspace)
      return undefined
    }
    const { botToken } = installation
    const earlier = clients.get(workspace)
    const client =
      earlier?.botToken === botToken
        ? earlier
        : { botToken, api: apiWith(botToken), budget: earlier?.budget ?? createHistoryBudget() }
    clients.set(workspace, client)
    return {
      api: client.api,
      budget: client.budget,
      isThere: () => Promise.resolve(true),
      async takenOut() {
        const now = await installations.of(workspace)
        if (now?.botToken !== botToken) return
        await left({ platform: 'slack', workspace })
        await installations.forget(installation)
      },
    }
  }
}

/** Whether Slack still takes this app's calls. Throws where Slack cannot say. */
export async function takesCalls(api: SlackApi): Promise<boolean> {
  try {
    await api.whoAmI()
    return true
  } catch (error) {
    if (wasTakenOut(error)) return false
    throw error
  }
}
