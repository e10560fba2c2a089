/** The files that may open words which people typed, and why each has to. */
export const mayReveal: Readonly<Record<string, string>> = {
  'adapters/postgres/actions.ts': 'reads back what the chair approved, which was sealed',
  'adapters/postgres/children.ts':
    'hashes an identifier to look the child up, and reads back an identity that was sealed',
  'adapters/postgres/seals.ts': 'seals words under the key of their case',
  'adapters/slack/render-block.ts': 'draws readings',
  'adapters/slack/render-field.ts': 'draws what a form holds',
  'adapters/web/render-form.ts': 'draws what a form holds',
  'adapters/web/render-reading.ts': 'draws readings',
  'src/answer.ts': 'tells the same form sent again from one that was changed, by a hash',
  'src/cases/confirm-case.ts': 'checks the digits of an NHS number, and that a reason is not empty',
  'src/cases/raise-case.form.ts': "writes a child's own reference beside the authority's identifier, typed again",
  'src/cases/raise-case.ts': 'reads which child was picked, where the rest of the form could not be read',
  'src/display/clear.ts': 'turns what was approved and guarded into words that a card may show',
  'src/display/content-guard.ts': 'looks for what identifies a child',
  'src/display/identifiers-of-child.ts': 'knows what the guard has to look for',
  'src/display/read-form.ts': 'reads a form by its fields',
  'src/duties/first-look.form.ts': 'says which child a question is about, typed again',
  'src/duties/open-duty.ts': 'writes a date of birth in words, typed again',
  'src/meetings/record-meeting.ts': 'counts the lines of what was decided',
  'src/meetings/summary-draft.form.ts': 'gives each line of what was decided a field of its own',
  'src/people/colleague-field.ts': 'finds a colleague by work address',
}
