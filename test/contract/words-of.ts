import type { Home } from '../../src/display/answer.ts'
import { showNumbers } from '../../src/display/card.ts'
import type { Button, Card } from '../../src/display/card.ts'
import type { Field, Form, Option } from '../../src/display/form.ts'
import type { Reading, ReadingBlock } from '../../src/display/reading.ts'

export type View = Card | Reading | Form | Home

/** All that a view says, in the order in which it says it: no renderer may leave any of it out. */
export function wordsOf(view: View): string[] {
  switch (view.kind) {
    case 'card':
    case 'reading':
      return [view.title, ...view.body.flatMap(wordsOfBlock), ...view.buttons.flatMap(wordsOfButton)]
    case 'form':
      return [
        view.title,
        ...view.intro.flatMap(wordsOfBlock),
        ...(view.table?.rows ?? []).flatMap((row) => [row.label, row.about.reveal(), ...row.known]),
        ...(view.again?.rows ?? []).map(({ label }) => label),
        ...Object.entries(view.fields).flatMap(([name, field]) => wordsOfField(view, name, field)),
        ...view.outro.flatMap(wordsOfBlock),
        view.submit.label,
        ...(view.step?.back ? ['Back'] : []),
      ]
    case 'home':
      return [view.title, ...view.sections.flatMap(wordsOf)]
  }
}

const wordsOfButton = ({ label, confirm }: Button): string[] => [label, ...(confirm ? Object.values(confirm) : [])]

/** Where a view leads, in the order in which it says so. */
export function addressesOf(view: View): string[] {
  switch (view.kind) {
    case 'card':
    case 'reading':
      return view.body.flatMap(addressOfBlock)
    case 'form':
      return [...view.intro, ...view.outro].flatMap(addressOfBlock)
    case 'home':
      return view.sections.flatMap(addressesOf)
  }
}

const addressOfBlock = (part: ReadingBlock): string[] => (part.block === 'link' ? [part.address] : [])

function wordsOfBlock(part: ReadingBlock): string[] {
  switch (part.block) {
    case 'text':
    case 'heading':
      return [part.text]
    case 'facts':
      return part.facts.flat()
    case 'list':
      return [...part.items]
    case 'numbers':
      return part.folded ? [...part.lines.slice(0, 1), showNumbers] : [...part.lines]
    case 'row':
      return [part.text, ...wordsOfButton(part.button)]
    case 'link':
      return [part.label]
    case 'fold':
      return [part.text, part.label]
    case 'words':
      return [part.label, part.words.reveal()]
  }
}

function wordsOfField({ values }: Form, name: string, field: Field): string[] {
  const asked = [field.label, ...(field.hint === undefined ? [] : [field.hint])]
  if (field.field === 'words') return [...asked, ...(values[name] ?? []).map((typed) => typed.reveal())]
  if (field.field === 'day') return asked
  const shown = ({ label, explanation }: Option) => [
    typeof label === 'string' ? label : label.reveal(),
    ...(explanation === undefined ? [] : [explanation]),
  ]
  return [...asked, ...field.options.flatMap(shown)]
}
