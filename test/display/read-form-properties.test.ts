/** What holds of every form, whatever a door lets in: an answer is one that was offered, or a sentence says what is wrong. */
import fc from 'fast-check'
import { it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { filled } from '../../src/display/form.ts'
import { fields, readForm } from '../../src/display/read-form.ts'

const declared = fields({
  words: { field: 'words', label: 'Words', max: 40, lines: 'one' },
  choice: { field: 'choice', label: 'One', options: ['a', 'b'].map((value) => ({ value, label: value })) },
  choices: {
    field: 'choices',
    label: 'Some',
    options: ['x', 'y', 'z'].map((value) => ({ value, label: value })),
    optional: true,
  },
  day: { field: 'day', label: 'Day', earliest: asDay('2026-01-10'), latest: asDay('2026-02-10') },
})

const anything = fc.array(
  fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.constantFrom('a', 'b', 'x', 'y', 'z', ' ', '2026-01-15', '2026-02-30', '2026-03-01'),
  ),
  { maxLength: 4 },
)
const aForm = fc.record({ words: anything, choice: anything, choices: anything, day: anything }, { requiredKeys: [] })

it('what is read was offered and keeps to its limits, and whatever is wrong has a sentence of its own', () => {
  fc.assert(
    fc.property(aForm, (sent) => {
      const values = Object.fromEntries(Object.entries(sent).map(([name, given]) => [name, filled(...given)]))
      const read = readForm(declared, values)
      if (!('values' in read)) return Object.values(read.fields ?? {}).every((sentence) => sentence.endsWith('.'))
      const { words, choice, choices, day } = read.values
      return (
        words.reveal().trim() !== '' &&
        words.reveal().length <= 40 &&
        ['a', 'b'].includes(choice) &&
        (choices === undefined || choices.every((one) => ['x', 'y', 'z'].includes(one))) &&
        day >= '2026-01-10' &&
        day <= '2026-02-10'
      )
    }),
    { seed: 1, numRuns: 2_000 },
  )
})
