/** Asks an agency for its view, and reminds it. */
import { agencyName, nameOf } from '../people/name-of.ts'
import { inWords } from '../calendar/in-words.ts'
import type { Case } from '../cases/case.ts'
import { button, card, facts, text, type Button, type Card } from '../display/card.ts'
import { numberInWords } from '../display/number-in-words.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { themeName } from '../partnership/theme-words.ts'
import { inputFields } from './agency-input.form.ts'
import { isPartys, type Request } from './request.ts'

const inputButtons = ({ id }: Request): readonly Button[] => [
  button('Who is this child?', { ask: 'open-who', request: id }),
  button('Give our view', { ask: 'open-input', request: id }, 'primary'),
]

const inputFacts = (stuck: Case, partnership: Partnership, { agency }: Request) =>
  facts(
    ['For', agencyName(partnership, agency)],
    ['What is stuck', themeName(partnership, stuck.theme)],
    ['Views due by', stuck.inputsClose ? inWords(stuck.inputsClose) : 'not set'],
    ['Asked by', nameOf(partnership, asker(stuck), 'the social worker')],
  )

/** The social worker is a party to a disagreement, and asks nobody about it. */
const asker = ({ disagreement, chair, socialWorker }: Case) => (disagreement && chair ? chair : socialWorker)

const forAgency = 'We will meet about a child in care whose plan is stuck.'
const forParty =
  'Somebody has raised a disagreement about a child you are responsible for. You are asked for your view like everybody else. ' +
  'The chair or a coordinator closes the case, and not you.'
const capitalised = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

const questions = `${capitalised(numberInWords(Object.keys(inputFields).length))} questions, five minutes.`

export const askedCard = (stuck: Case, request: Request, partnership: Partnership): Card =>
  card(
    `Case ${stuck.ref}: please give your view`,
    [
      text(`${isPartys(request, partnership) ? forParty : forAgency} ${questions}`),
      inputFacts(stuck, partnership, request),
    ],
    inputButtons(request),
  )

export const reminderCard = (stuck: Case, request: Request, partnership: Partnership): Card =>
  card(
    `Case ${stuck.ref}: your view is still needed`,
    [
      text(
        isPartys(request, partnership)
          ? 'You have not given your view of the disagreement yet.'
          : 'Your agency has not given its view yet.',
      ),
      inputFacts(stuck, partnership, request),
    ],
    inputButtons(request),
  )

/** What an agency said when it was asked, for the social worker, who may have asked the wrong one. */
export const agencyAnswersCard = (stuck: Case, agency: string, says: string): Card =>
  card(
    `Case ${stuck.ref}: an answer from ${agency}`,
    [text(says)],
    [
      button('Open the case', { ask: 'open-case', case: stuck.id }),
      button('Ask somebody else', { ask: 'open-ask-another', case: stuck.id }),
    ],
  )

/** For the chair, the IRO and those who raised it. */
export const askedTooCard = ({ ref, id }: Case, agency: string): Card =>
  card(
    `Case ${ref}: ${agency} is asked for its view too`,
    [text('Somebody who looks after the case has asked for one more view. You do not need to do anything.')],
    [button('Open the case', { ask: 'open-case', case: id })],
  )

export const noLongerAskedCard = ({ ref }: Case): Card =>
  card(`Case ${ref}: you are no longer asked`, [
    text('Somebody else at your agency has been asked for its view instead. You have nothing left to do.'),
  ])
