/** Asks the chair where the meeting is: a room, the link of an online meeting, or both. */
import { formWithNumbers } from '../concerns/safeguarded.form.ts'
import { text } from '../display/card.ts'
import { filled, type Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import { Typed } from '../display/typed.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { pasteWhole } from './check-link.ts'
import type { Meeting } from './meeting.ts'

export const placeFields = (partnership: Pick<Partnership, 'meetingHosts'>) =>
  fields({
    room: {
      field: 'words',
      label: 'Room and building',
      hint: 'For example: Room 4, Shire Hall. Leave out the postcode.',
      max: 120,
      lines: 'one',
      optional: true,
    },
    address: {
      field: 'words',
      label: 'Link to the online meeting',
      hint: pasteWhole(partnership),
      // An invitation around it, or what a link scanner makes of it, is longer than the link.
      max: 3000,
      lines: 'one',
      optional: true,
    },
  })

export const placeForm = ({ id, where }: Meeting, partnership: Partnership): Form =>
  formWithNumbers('Where the meeting is', partnership.urgent, {
    intro: [text('Give a room, a link, or both. Everybody in the case will be told.')],
    fields: placeFields(partnership),
    values: {
      ...(where?.room && { room: filled(new Typed(where.room)) }),
      ...(where?.address && { address: filled(where.address) }),
    },
    submit: { label: 'Tell everybody', ask: { ask: 'set-meeting-link', meeting: id } },
  })
