/** Who comes to a meeting and has no part in the case: known by what they do, and never by a name. */
export const cameTooRoles = [
  { value: 'foster-carer', label: 'A foster carer' },
  { value: 'kinship-carer', label: 'A kinship carer' },
  { value: 'residential-worker', label: 'A residential worker' },
  { value: 'advocate', label: 'An advocate' },
  { value: 'independent-visitor', label: 'An independent visitor' },
  { value: 'interpreter', label: 'An interpreter' },
  { value: 'camhs', label: 'Somebody from CAMHS' },
  { value: 'youth-justice', label: 'Somebody from youth justice' },
  { value: 'other-professional', label: 'Another professional' },
] as const

export type CameToo = (typeof cameTooRoles)[number]['value']

/** A role that is no longer in the list is left out: it was of an earlier version. */
export const cameTooInWords = (roles: readonly CameToo[] = []): readonly string[] =>
  cameTooRoles.filter(({ value }) => roles.includes(value)).map(({ label }) => label)
