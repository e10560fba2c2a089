import type { Arguments } from '../arguments.ts'
import type { SlackState, Workspace } from '../state.ts'

export type Caller = { readonly state: SlackState; readonly workspace: Workspace }

export type Method = {
  /** What the workspace must have granted; any one of them. */
  readonly scopes: readonly string[]
  readonly run: (caller: Caller, args: Arguments) => Readonly<Record<string, unknown>>
}
