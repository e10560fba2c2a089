/** Somebody who is asked a question on the card itself says yes to it; Teams tells the bot of that press alone. */
import { actionsOf, elementsOf, type Action, type AdaptiveCard, type Element } from './adaptive-card.ts'

export function saidYes(card: AdaptiveCard | undefined, action: Action): Action {
  if (!card || action.type !== 'Action.ToggleVisibility') return action
  const targets = (action['targetElements'] as readonly unknown[]).flatMap((target) => shownBy(target))
  const question = elementsOf(card).find(({ id }) => targets.includes(String(id)))
  const yes = question && actionsOf(question).find(({ type }) => type !== 'Action.ToggleVisibility')
  return yes ?? action
}

/** What stands on the card before anything is pressed. */
export const withoutHidden = (card: AdaptiveCard): AdaptiveCard => ({
  ...card,
  body: (card['body'] as readonly Element[]).filter(({ isVisible }) => isVisible !== false),
})

const shownBy = (target: unknown): string[] => {
  if (typeof target === 'string') return [target]
  const { elementId, isVisible } = target as { readonly elementId: string; readonly isVisible: boolean }
  return isVisible ? [elementId] : []
}
