/** Asks the chair where the meeting is: in a room, online, or both, and then for what that needs. */
import { formWithNumbers } from '../concerns/safeguarded.form.ts'
import { text } from '../display/card.ts'
import { filled, type FieldErrors, type Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import { Typed } from '../display/typed.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { pasteWhole } from './check-link.ts'
import type { Meeting } from './meeting.ts'

export const placeFields = (partnership: Pick<Partnership, 'meetingHosts'>) =>
  fields({
    held: {
      field: 'choice',
      label: 'Where is the meeting held?',
      options: [
        { value: 'online', label: 'Online' },
        { value: 'room', label: 'In a room' },
        { value: 'both', label: 'In a room and online' },
      ],
    },
    room: {
      field: 'words',
      label: 'Room and building',
      hint: 'For example: Room 4, Shire Hall. Leave out the postcode.',
      max: 120,
      lines: 'one',
      when: { held: ['room', 'both'] },
      optional: 'as-asked',
    },
    address: {
      field: 'words',
      label: 'Link to the online meeting',
      hint: pasteWhole(partnership),
      // An invitation around it, or what a link scanner makes of it, is longer than the link.
      max: 3000,
      lines: 'one',
      when: { held: ['online', 'both'] },
      optional: 'as-asked',
    },
  })

export const placeForm = ({ id, where }: Meeting, partnership: Partnership): Form =>
  formWithNumbers('Where the meeting is', partnership.urgent, {
    intro: [text('Everybody in the case will be told.')],
    fields: placeFields(partnership),
    values: {
      held: filled(where?.room ? (where.address ? 'both' : 'room') : 'online'),
      ...(where?.room && { room: filled(new Typed(where.room)) }),
      ...(where?.address && { address: filled(where.address) }),
    },
    submit: { label: 'Tell everybody', ask: { ask: 'set-meeting-link', meeting: id } },
  })

type Written = {
  readonly held: 'online' | 'room' | 'both'
  readonly room?: Typed | undefined
  readonly address?: Typed | undefined
}

/** What was chosen and what was written have to be the same: nobody is sent to a room, or to a link, by a slip. */
export function placeErrors({ held, room, address }: Written): FieldErrors {
  const [inRoom, online] = [held !== 'online', held !== 'room']
  return {
    ...(inRoom && !room && { room: 'Say which room.' }),
    ...(!inRoom && room && { room: 'You chose "Online". Empty this, or choose "In a room and online".' }),
    ...(online && !address && { address: 'Give the link.' }),
    ...(!online && address && { address: 'You chose "In a room". Empty this, or choose "In a room and online".' }),
  }
}
