/** Asks the chair for the link of an online meeting. */
import { formWithNumbers } from '../concerns/safeguarded.form.ts'
import { text } from '../display/card.ts'
import { filled, type Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { servicesInWords } from './meeting-address.ts'
import type { Meeting } from './meeting.ts'

export const linkFields = fields({
  address: {
    field: 'words',
    label: 'Link to the online meeting',
    hint: `Paste the whole link to a meeting in ${servicesInWords}. It starts with https://.`,
    // An invitation around it, or what a link scanner makes of it, is longer than the link.
    max: 3000,
    lines: 'one',
  },
})

export const linkForm = ({ id, online }: Meeting, { urgent }: Partnership): Form =>
  formWithNumbers('Online link', urgent, {
    intro: [text('Everybody in the case will be sent it, and sent it again when the meeting starts.')],
    fields: linkFields,
    ...(online && { values: { address: filled(online.address) } }),
    submit: { label: 'Tell everybody', ask: { ask: 'set-meeting-link', meeting: id } },
  })
