/** An Adaptive Card as far as this service has to understand one. */
export type Element = { readonly type: string; readonly [property: string]: unknown }

export type AdaptiveCard = Element & { readonly type: 'AdaptiveCard' }

export type Action = Element & {
  readonly title?: string
  readonly id?: string
  readonly verb?: string
  readonly data?: unknown
  readonly url?: string
}

export const cardType = 'application/vnd.microsoft.card.adaptive'

export const isElement = (value: unknown): value is Element =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

export const isCard = (value: unknown): value is AdaptiveCard => isElement(value) && value.type === 'AdaptiveCard'

const holders = ['body', 'items', 'columns', 'rows', 'cells', 'card', 'inlines', 'facts', 'images']

/** Elements in the order in which they are read, those inside others after them. */
export function elementsOf(parent: Element): Element[] {
  return holders.flatMap((holder) => {
    const held = parent[holder]
    return (Array.isArray(held) ? held : [held])
      .filter((each) => isElement(each))
      .flatMap((each) => [each, ...elementsOf(each)])
  })
}

/** Also those inside a card that an action shows. */
export function actionsOf(parent: Element): Action[] {
  const everything = [parent, ...elementsOf(parent)]
  return everything.flatMap((element) => {
    const listed = Array.isArray(element['actions']) ? (element['actions'] as unknown[]) : []
    return [...listed, element['selectAction'], element['inlineAction']]
      .filter((each): each is Action => isElement(each) && each.type.startsWith('Action.'))
      .flatMap((action) => (isCard(action['card']) ? [action, ...actionsOf(action['card'])] : [action]))
  })
}
