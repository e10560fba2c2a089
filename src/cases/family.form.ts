/** What the form that confirms a case asks about the family, and about the right to share. */
import { isBlank } from '../display/is-blank.ts'
import { fields, type ValuesOf } from '../display/read-form.ts'
import { basisInWords, needsReason, shortestReason, whyNot, type Family } from './family.ts'
import { Basis, ChildTold, ParentsTold } from './told.ts'

const labels = {
  told: 'Yes, they know',
  'will-be-told': 'They will be told before the meeting',
  'not-told': `No, ${whyNot['not-told']}`,
  'not-safe': `No, ${whyNot['not-safe']}, for the reason below`,
  'not-found': `No, ${whyNot['not-found']}`,
  'no-parent': `No, ${whyNot['no-parent']}`,
  'too-young': `No, they are ${whyNot['too-young']}`,
} as const satisfies Record<Family['parents'] | Family['child'], string>

const explained = {
  'public-task': 'Keeping the child safe and well: the usual one. Article 6(1)(e)',
  'legal-duty': 'A law says that it has to be shared. Article 6(1)(c)',
  'vital-interests': "To protect somebody's life. Article 6(1)(d)",
  consent: 'Seldom the right one: it can be refused and taken back. Article 6(1)(a)',
} as const satisfies Record<Basis, string>

const options = <Value extends keyof typeof labels>(values: readonly Value[]) =>
  values.map((value) => ({ value, label: labels[value] }))

export const familyFields = fields({
  parents: { field: 'choice', label: 'Do the parents know?', options: options(ParentsTold.options) },
  childTold: { field: 'choice', label: 'Does the child know?', options: options(ChildTold.options) },
  notTold: {
    field: 'words',
    label: 'If the parents or the child are not told, why not?',
    hint: `At least ${shortestReason} characters. Needed where the answer says "for the reason below".`,
    max: 1000,
    lines: 'many',
    when: { parents: ParentsTold.options.filter(needsReason), childTold: ChildTold.options.filter(needsReason) },
    optional: 'as-asked',
  },
  basis: {
    field: 'choice',
    label: 'What is the lawful basis for sharing this with the agencies?',
    options: Basis.options.map((value) => ({ value, label: basisInWords[value], explanation: explained[value] })),
  },
})

type Given = ValuesOf<typeof familyFields>

export const familyFrom = ({ parents, childTold, basis }: Given): Family => ({ parents, child: childTold, basis })

/** What is wrong with the reason, in a sentence. */
export function reasonProblem({ parents, childTold, notTold }: Partial<Given>): string | undefined {
  const words = notTold?.reveal() ?? ''
  if (isBlank(words)) return [parents, childTold].some((answer) => answer && needsReason(answer)) ? missing : undefined
  return words.trim().replaceAll(/\s+/g, ' ').length < shortestReason ? tooShort : undefined
}

const missing = 'Say why the parents or the child are not told.'
const tooShort = `Say more about why they are not told: at least ${shortestReason} characters.`
