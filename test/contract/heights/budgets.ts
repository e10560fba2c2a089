/**
 * How long a form may be, by what it asks, in screens of 568 px (a modal of Slack at 520 px wide) and in pixels before its first
 * question. Two screens at most, and the first question within 120 px; where it is more, why.
 */

export const screen = 568

export type Budget = {
  readonly screens: number
  readonly firstQuestion: number
  /** Labels that do not fit into a list of Slack until it is opened. */
  readonly cutInSlack?: readonly string[]
}

export const otherwise: Budget = { screens: 2, firstQuestion: 120 }
/** What comes every day: no scrolling. */
const routine: Budget = { screens: 1, firstQuestion: 120 }

export const budgets: Readonly<Record<string, Budget>> = {
  'complete-action': routine,
  'move-action': routine,
  'hand-over-action': routine,
  'set-meeting-link': routine,
  'not-ours': routine,
  'pass-on': routine,
  // The question about danger with its answers is a third of a screen, and there are two texts to write.
  'close-case': { screens: 1.08, firstQuestion: 90 },
  // Begins with the actions that were added so far.
  'add-action': { screens: 1.4, firstQuestion: 150 },
  // Six texts to write, and the question about danger; who was told of the family stands above them.
  'give-input': { screens: 2.3, firstQuestion: 120 },
  // Begins with ticks, and in Teams the first of them is measured, two lines below its question.
  'confirm-case 1': { screens: 2, firstQuestion: 146 },
  // The line about what was raised takes two on a phone, where each reason that was filled in is read whole.
  'confirm-case 2': { screens: 2.05, firstQuestion: 122 },
  'confirm-case 3': { screens: 1.5, firstQuestion: 122 },
  // What somebody else wrote is read before it is answered.
  'answer-objection': { screens: 2.1, firstQuestion: 630 },
  'answer-closing': { screens: 2, firstQuestion: 250 },
  // What the IRO wrote is read before it is answered.
  'answer-challenge': { screens: 2, firstQuestion: 350 },
  // Which dates of a child they are stands above the question, and takes two lines in Teams.
  'confirm-dates': { screens: 1, firstQuestion: 125 },
  'match-raising': { screens: 1, firstQuestion: 350 },
  'not-in-care': { screens: 1.3, firstQuestion: 270 },
  // Everybody who came is ticked, and the roles of who came too.
  'record-meeting': { screens: 2.1, firstQuestion: 120 },
  // What the answer brings, which is not to be overlooked.
  'ask-another': { screens: 2, firstQuestion: 170 },
  'approve-summary': { screens: 2, firstQuestion: 150 },
  'pass-duty': { screens: 1, firstQuestion: 220 },
  'record-duty': {
    screens: 2,
    firstQuestion: 160,
    cutInSlack: ['Relatives or friends, including special guardianship or child arrangements'],
  },
  'withdraw-raising': { screens: 1, firstQuestion: 150 },
}

/**
 * How many times as long the same form may be elsewhere: GOV.UK's letters and fields are larger, its texts have five lines, and
 * on a phone there is less in a line. A page is scrolled as pages are; in a modal and in a dialog a scroll hides the button.
 */
export type Times = { readonly height: number; readonly firstQuestion: number }
export const inTeams = { 520: { height: 1.1, firstQuestion: 1.45 }, 320: { height: 1.4, firstQuestion: 2.1 } } as const
export const onPages = { 1280: { height: 2.2, firstQuestion: 2.9 }, 375: { height: 2.6, firstQuestion: 3.4 } } as const

/** The letters of Teams, which the renderer leaves to the host. */
export const lookOfTeams = `body { margin: 0; font: 14px/20px 'Segoe UI', 'Liberation Sans', sans-serif }
input:not([type=radio], [type=checkbox]), select, textarea { box-sizing: border-box; width: 100%; min-height: 32px; font: inherit }
textarea { height: 66px }`
