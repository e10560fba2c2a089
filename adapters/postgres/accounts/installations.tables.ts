/** The table of workspaces that installed the bot for themselves. */
export type InstallationsTables = {
  installations: {
    workspace: string
    key: Buffer
    /** The whole of it, as JSON. */
    sealed: Buffer
  }
}
