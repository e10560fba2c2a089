/** What people write in tests: whole and right unless told otherwise. */
import { readFileSync } from 'node:fs'
import { filled, type FormValues } from '../../src/display/form.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { readPartnership } from '../../src/partnership/read-partnership.ts'

const file = new URL('../../src/partnership/demonstration.yaml', import.meta.url)

export const demonstration: Partnership = readOrThrow(readFileSync(file, 'utf8'))

function readOrThrow(yaml: string): Partnership {
  const read = readPartnership(yaml, 'demonstration.yaml', { demonstration: true })
  if ('problems' in read) throw new Error(read.problems.join('\n'))
  return read.partnership
}

/** Field by field, as a person fills a form in; several for a field where any number may be chosen. */
export type Given = Readonly<Record<string, string | readonly string[]>>

export const formOf = (given: Given): FormValues =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, filled(...(typeof value === 'string' ? [value] : value))]),
  )

export const aRaising: Given = {
  identifier: 'LK104',
  theme: 'permanence',
  tried: 'Two meetings with the family finding team; a panel date was cancelled twice.',
  childSays: 'I want to know where I will live when I am big.',
  wouldHelp: 'One meeting with everybody who can decide.',
  needed: '2026-10-30',
  danger: 'no',
}

/** The rest of the form is there already, by the theme of the case. */
export const aConfirmation: Given = {
  chair: 'chair',
  parents: 'told',
  childTold: 'told',
  basis: 'public-task',
  name: 'Kayleigh Marsden',
  danger: 'no',
}

export const aView: Given = {
  worries: 'She has stopped asking.',
  works: 'The school dog.',
  keepsStuck: 'We wait for each other, us included.',
  needs: 'A date that holds.',
  scale: '3',
  onePointUp: 'The panel has papers.',
  childTold: 'That she likes her room.',
  danger: 'no',
}

export const aRecord: Given = {
  attended: ['chair', 'social-worker', 'health-lead'],
  reflection: 'Each of us thought that another was on it.',
  decisions: '- The plan is long-term fostering with the present carers.\n- The panel meets in October.',
  danger: 'no',
}

export const aProposal: Given = {
  what: 'Send the report to the panel',
  owner: 'health-lead',
  due: '2026-10-09',
  know: 'The panel has confirmed that it came',
  danger: 'no',
}

/** Why, and in words that the people who raised it may be told. */
/** Of a duty, by the IRO. */
export const aChallenge = {
  challenge: 'The health assessment is late. Please have it held.',
  informal: 'With the team manager, on 1 September.',
  ...{ advocate: 'offered', childKnows: 'yes', childsWords: 'I want to know.', danger: 'no' },
} as const

export const aClosing: Given = {
  why: 'The panel has met, and Kayleigh stays.',
  toRaisers: 'The panel has met and decided.',
  danger: 'no',
}

/** Of a health assessment, and when it is offered again. */
export const aRefusal: Given = {
  ...{ on: '2026-09-10', as: 'child-refused', judged: 'Nurse Adeyemi', why: 'She hates needles.' },
  ...{ again: '2026-09-28', againWith: 'health-colleague', byWhom: 'Nurse Adeyemi', danger: 'no' },
}

export const risk: Given = { danger: 'risk-unreported' }
export const allegation: Given = { danger: 'allegation-unreported' }
export const reported: Given = {
  danger: 'reported',
  reportedTo: 'front-door',
  reportedAt: 'ten minutes ago',
}
