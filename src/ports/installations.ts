/** Workspaces that installed the bot for themselves. */
export type Installation = {
  /** Slack's team id. */
  readonly workspace: string
  /** Slack's id of the app. */
  readonly app: string
  /** The user that the bot is there. */
  readonly botUser: string
  readonly botToken: string
}

/** Tokens are sealed where they are kept. */
export type Installations = {
  of(workspace: string): Promise<Installation | undefined>
  /** In place of an earlier one of the same workspace. */
  keep(installation: Installation): Promise<void>
  /** Only while it is still by this token: a workspace may have installed the bot again since. */
  forget(installation: Installation): Promise<void>
}
