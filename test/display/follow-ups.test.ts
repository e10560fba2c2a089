/** Which questions follow from an answer. */
import { describe, expect, it } from 'vitest'
import { askedOf, followingOf, mayStayEmpty, withAsked } from '../../src/display/follow-ups.ts'
import { filled, form, type FormValues } from '../../src/display/form.ts'

const words = { field: 'words', max: 20, lines: 'one' } as const
const yes = [{ value: 'yes', label: 'Yes' }]
const aForm = form('A form', {
  fields: {
    known: { field: 'choice', label: 'Known?', options: yes },
    other: { field: 'choices', label: 'Other?', options: yes },
    number: { ...words, label: 'The number', unless: { known: ['yes'] }, optional: 'as-asked' },
    why: { ...words, label: 'Why?', when: { known: ['no', 'maybe'], other: ['yes'] }, optional: 'as-asked' },
    who: { ...words, label: 'Who?', when: { known: ['no'] }, optional: true },
    plain: { ...words, label: 'Anything else?', optional: 'as-asked' },
    spokenTo: { ...words, label: 'Who was spoken to?', optional: 'at-times' },
  },
  submit: { label: 'Send', ask: { ask: 'raise-case' } },
})
const following = followingOf(aForm.fields)

describe('a question that follows', () => {
  it.each<[string, FormValues, readonly string[]]>([
    ['nothing was answered', {}, ['number']],
    ['another answer was given', { known: filled('yes') }, []],
    ['one of its answers was given', { known: filled('maybe') }, ['number', 'why']],
    ['one of several questions brings it', { known: filled('yes'), other: filled('yes') }, ['why']],
    ['it was answered before', { known: filled('yes'), who: filled('Ms Abara') }, ['who']],
    ['it was emptied again', { known: filled('yes'), who: filled('') }, []],
  ])('is asked or not where %s', (_, values, asked) => {
    expect(askedOf(following, values)).toEqual(asked)
  })

  it('is drawn where something is wrong with it', () => {
    const drawn = withAsked(aForm, { known: filled('yes') }, ['why'])
    expect(Object.keys(drawn.fields)).toEqual(['known', 'other', 'why', 'plain', 'spokenTo'])
  })

  it('has to be answered once it is drawn, unless it says that it is optional; so has what is needed at times', () => {
    const empty = Object.entries(aForm.fields).filter(([, field]) => mayStayEmpty(field))
    expect(empty.map(([name]) => name)).toEqual(['who', 'plain'])
  })
})
