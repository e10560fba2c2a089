/** What somebody is to a thing that is chased, and how a card tells them why they hear of it. */
export type Part = 'owner' | 'lead' | 'iro' | 'coordinator'

export const whyTold = {
  lead: 'You are told because you answer for their agency.',
  iro: 'You are told because you are the Independent Reviewing Officer.',
  coordinator: 'You are told because nobody else in line for this is named.',
} as const satisfies Record<Exclude<Part, 'owner'>, string>
