export type InstallationsTables = {
  installations: {
    workspace: string
    key: Buffer
    /** The whole of it, as JSON. */
    sealed: Buffer
  }
}
