import type { ModalView } from '@slack/types'
import { optionalText, structure, textArgument, type Arguments } from '../arguments.ts'
import { readView } from '../posted.ts'
import { SlackError } from '../slack-error.ts'
import { who, type OpenView } from '../state.ts'
import { useTrigger } from '../triggers.ts'
import { asGiven, createView, redraw, showView } from '../views.ts'
import type { Caller, Method } from './method.ts'

export const openView: Method = { scopes: [], run: (caller, args) => show(caller, args, 'open') }
export const pushView: Method = { scopes: [], run: (caller, args) => show(caller, args, 'push') }

function show({ state, workspace }: Caller, args: Arguments, how: 'open' | 'push') {
  const trigger = textArgument(args, 'trigger_id')
  const view = modal(readView(state, `views.${how}`, structure(args, 'view')))
  const { team, user } = useTrigger(state, workspace.team, trigger)
  return { view: asGiven(showView(state, { team, user }, view, how), workspace) }
}

function modal(view: ReturnType<typeof readView>): ModalView {
  if (view.type !== 'modal') throw new SlackError('invalid_arguments', ['only a modal can be opened'])
  return view
}

export const updateView: Method = {
  scopes: [],
  run: (caller, args) => {
    const open = findView(caller, args)
    const hash = optionalText(args, 'hash')
    if (hash !== undefined && hash !== open.hash) throw new SlackError('hash_conflict')
    redraw(caller.state, open, modal(readView(caller.state, 'views.update', structure(args, 'view'))))
    return { view: asGiven(open, caller.workspace) }
  },
}

function findView({ state, workspace }: Caller, args: Arguments): OpenView {
  const id = optionalText(args, 'view_id')
  const external = optionalText(args, 'external_id')
  const found = [...state.stacks.values()]
    .flat()
    .find((open) => open.team === workspace.team && (id ? open.id === id : open.view.external_id === external))
  if (!found || (id ?? external) === undefined) throw new SlackError('not_found')
  return found
}

export const publishView: Method = {
  scopes: [],
  run: ({ state, workspace }, args) => {
    const user = textArgument(args, 'user_id')
    if (!workspace.users.has(user)) throw new SlackError('user_not_found')
    const view = readView(state, 'views.publish', structure(args, 'view'))
    if (view.type !== 'home') throw new SlackError('invalid_arguments', ['only a home can be published'])
    const published = createView(state, workspace.team, user, view)
    state.homes.set(who(workspace.team, user), published)
    return { view: asGiven(published, workspace) }
  },
}
