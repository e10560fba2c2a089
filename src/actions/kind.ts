/** The only actions that the child's IRO or the chair of its case can be given: they judge whether the plan moves. */
import { longestOptionLabel, type Option } from '../display/form.ts'
import type { PersonId } from '../ids.ts'

export const actionKinds = ['early-review', 'challenge', 'see-child'] as const
export type ActionKind = (typeof actionKinds)[number]

export const kindInWords = {
  'early-review': 'Call an early review',
  challenge: 'Raise a challenge',
  'see-child': 'See the child',
} as const satisfies Record<ActionKind, string>

export const onlyTheseKinds =
  'The IRO and the chair judge what becomes of the plan. They can only call an early review, raise a challenge or see the child.'

/** Somebody who judges is offered once for each kind, and under no option without one. */
export const judgesOptions = (id: PersonId, name: string): readonly Option[] =>
  actionKinds.map((kind) => ({ value: `${kind} ${id}`, label: shortened(name, kindInWords[kind]) }))

/** What the option that was chosen says: who does it, and where they judge, what. */
export function ownerFrom(chosen: string): { readonly owner: PersonId; readonly kind?: ActionKind } {
  const kind = actionKinds.find((one) => chosen.startsWith(`${one} `))
  return kind ? { owner: chosen.slice(kind.length + 1) as PersonId, kind } : { owner: chosen as PersonId }
}

function shortened(name: string, kind: string): string {
  const room = longestOptionLabel - kind.length - 2
  return `${name.length <= room ? name : `${name.slice(0, room - 1).trimEnd()}…`}: ${kind}`
}
