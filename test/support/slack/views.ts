/** The views that a person has before them, one on top of the other. */
import { randomBytes } from 'node:crypto'
import type { HomeView, KnownBlock, ModalView } from '@slack/types'
import { initialValues, inputsOf } from './inputs.ts'
import { SlackError } from './slack-error.ts'
import { nextChange, who, type OpenView, type SlackState, type Workspace } from './state.ts'

/** docs.slack.dev/surfaces/modals: "up to three views". */
const stackHeight = 3

export const stackOf = (state: SlackState, team: string, user: string): readonly OpenView[] =>
  state.stacks.get(who(team, user)) ?? []

/** Opening closes what was open; pushing lays on top. */
export function showView(
  state: SlackState,
  { team, user }: { readonly team: string; readonly user: string },
  view: ModalView | HomeView,
  how: 'open' | 'push',
): OpenView {
  const below = how === 'push' ? stackOf(state, team, user) : []
  if (how === 'push' && below.length === 0) throw new SlackError('not_found')
  if (below.length >= stackHeight) throw new SlackError('push_limit_reached')
  refuseSecondExternalId(state, team, view)
  const opened = createView(state, team, user, view, below)
  state.stacks.set(who(team, user), [...below, opened])
  return opened
}

export function createView(
  state: SlackState,
  team: string,
  user: string,
  view: ModalView | HomeView,
  below: readonly OpenView[] = [],
): OpenView {
  const id = `V${randomBytes(5).toString('hex').toUpperCase()}`
  const created: OpenView = {
    id,
    team,
    user,
    root: below[0]?.id ?? id,
    previous: below.at(-1)?.id,
    view,
    hash: newHash(),
    values: initialValues(view.blocks as KnownBlock[]),
    errors: {},
    seen: nextChange(state),
  }
  state.views.set(id, created)
  return created
}

function refuseSecondExternalId(state: SlackState, team: string, { external_id }: ModalView | HomeView): void {
  if (external_id === undefined || external_id === '') return
  const open = [...state.stacks.values()].flat()
  if (open.some((other) => other.team === team && other.view.external_id === external_id))
    throw new SlackError('duplicate_external_id')
}

/**
 * What a person had put in stays where block id, action id and kind of element are the same
 * (docs.slack.dev/surfaces/modals, "Preserving input entry"); `initial_…` is for the others.
 */
export function redraw(state: SlackState, open: OpenView, view: ModalView | HomeView): void {
  const fresh = initialValues(view.blocks as KnownBlock[])
  for (const { block, action, element } of inputsOf(view.blocks as KnownBlock[])) {
    const held = open.values[block]?.[action]
    if (held?.type === element.type) fresh[block] = { ...fresh[block], [action]: held }
  }
  open.view = view
  open.values = fresh
  open.errors = {}
  open.hash = newHash()
  open.seen = nextChange(state)
}

/** Takes the uppermost view away, or all of them. */
export function closeViews(state: SlackState, team: string, user: string, which: 'top' | 'all'): void {
  state.stacks.set(who(team, user), which === 'all' ? [] : stackOf(state, team, user).slice(0, -1))
  nextChange(state)
}

const newHash = (): string => `${Math.floor(Date.now() / 1000)}.${randomBytes(4).toString('hex')}`

/** A view as Slack gives it to the bot. */
export function asGiven(open: OpenView, workspace: Pick<Workspace, 'botId' | 'app'>) {
  const { view } = open
  return {
    id: open.id,
    team_id: open.team,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.private_metadata ?? '',
    callback_id: view.callback_id ?? '',
    external_id: view.external_id ?? '',
    state: { values: open.values },
    hash: open.hash,
    ...(view.type === 'modal' && {
      title: view.title,
      submit: view.submit ?? null,
      close: view.close ?? null,
      clear_on_close: view.clear_on_close ?? false,
      notify_on_close: view.notify_on_close ?? false,
    }),
    previous_view_id: open.previous ?? null,
    root_view_id: open.root,
    app_id: workspace.app.appId,
    app_installed_team_id: open.team,
    bot_id: workspace.botId,
  }
}
