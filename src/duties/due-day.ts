/** By which day law and guidance expect a thing for a child in care, and why, in words that people can check. */
import type { Day } from '../calendar/day.ts'
import { inWords } from '../calendar/in-words.ts'
import { addMonths } from '../calendar/months.ts'
import { careBegan, returnedOtherwise, showsAllReviews } from '../children/care-began.ts'
import type { Child, InCare } from '../children/child.ts'
import type { DutyKind } from './duty.ts'
import { reviewsCounted } from './reviews-counted.ts'
import { dueBy, type CareEvents, type DueDay, type Happened, type Rule } from './rule.ts'

/** Reviews of this period of care, earliest first. */
type CareDates = Pick<InCare, 'careFrom' | 'began'> &
  Pick<Child, 'reviewsHeld' | 'reviewsTakenBack' | 'assessed' | 'lastAssessmentNotKnown'>

/** First review within 20 working days of becoming looked after (SI 2010/959, regulation 33(1)). */
const untilFirstReview = { count: 20, unit: 'working days' } as const
/** Second review within three months of the first (SI 2010/959, regulation 33(2)). */
const betweenReviews = { count: 3, unit: 'months' } as const

/** No law says how long: two weeks in which health can answer, and the review itself may be overdue already. */
const toFindOut = { count: 10, unit: 'working days' } as const

const sixMonths = { count: 6, unit: 'months' } as const

export const rules = {
  /** Never later than the second review could have been held at the latest, whatever was held late. */
  'permanence-plan': {
    earliestOf: [
      { from: 'second-review', after: [] },
      { from: 'first-review', after: [betweenReviews] },
      { from: 'care-began', after: [untilFirstReview, betweenReviews] },
    ],
    source: 'Statutory guidance (Children Act 1989 Guidance, volume 2): a plan for permanence by the second review.',
  },
  /** SI 2010/959, regulation 7; Promoting the health and well-being of looked-after children, 2015. */
  'health-assessment': {
    earliestOf: [
      { from: 'first-review', after: [] },
      { from: 'care-began', after: [untilFirstReview] },
    ],
    source:
      'Care Planning Regulations 2010, regulation 7, and statutory guidance: the assessment and its plan must be ready for ' +
      'the first review. Check your local agreement.',
  },
  /** SI 2010/959, regulation 7(3). It recurs: each that is held begins the next. */
  'review-health-assessment': {
    earliestOf: [
      { from: 'assessed-under-five', after: [sixMonths] },
      { from: 'assessed-from-five', after: [{ count: 12, unit: 'months' }] },
      { from: 'last-not-known', after: [toFindOut] },
    ],
    source:
      'Care Planning Regulations 2010, regulation 7: at least once in 6 months under the age of five, and once in 12 months ' +
      'from then on. Check your local agreement.',
  },
} as const satisfies Record<DutyKind, Rule>

/** Undefined while nobody knows when care began: nothing is due before. */
export function dueDay(kind: DutyKind, care: CareDates): DueDay | undefined {
  const began = careBegan(care)
  return began && dueBy(rules[kind], eventsOf(care, began))
}

/** What the record of the child says. */
function eventsOf(care: CareDates, began: Day): CareEvents {
  const isWhole = showsAllReviews(care)
  const { first, second, inParts } = reviewsCounted(isWhole ? care.reviewsHeld : [])
  const otherwise = returnedOtherwise(care)
  const assessed = assessedIn(care, began)
  const notKnown = assessed ? undefined : notKnownIn(care, began)
  return {
    days: {
      'care-began': began,
      ...(first && { 'first-review': first }),
      ...(second && { 'second-review': second }),
      ...(assessed && { [assessed.as]: assessed.on }),
      ...(notKnown && { 'last-not-known': notKnown }),
    },
    doubts: [
      ...doubt('last-not-known', notKnown && 'Ask health when it was held, and say so here'),
      ...doubt('assessed-from-five', assessed?.betweenAges && turnsFiveSoon),
      ...doubt('second-review', inParts && 'Two reviews within 20 working days are counted as one in two parts'),
      ...(care.reviewsTakenBack ?? []).flatMap((on) =>
        doubt('first-review', `The review on ${inWords(on)} was taken back here`),
      ),
      ...doubt('first-review', !isWhole && 'The returns do not show which reviews were the first and the second'),
      ...doubt('care-began', care.began.assumed && 'Care may have begun earlier, which the next return shows'),
      ...doubt('care-began', otherwise && `A return says that care began on ${inWords(otherwise)}`),
    ],
  }
}

const turnsFiveSoon =
  'The child turns five within 6 months of it: check whether your authority expects the assessment after 6 months'

/** One of before this period of care says nothing of it. Six months count where they end by the fifth birthday. */
function assessedIn({ assessed }: CareDates, began: Day) {
  if (!assessed || assessed.on < earliestAssessment(began)) return undefined
  const { on, turnsFive } = assessed
  const underFive = addMonths(on, sixMonths.count) <= turnsFive
  const as: Happened = underFive ? 'assessed-under-five' : 'assessed-from-five'
  return { on, as, betweenAges: !underFive && on < turnsFive }
}

const notKnownIn = ({ lastAssessmentNotKnown: on }: CareDates, began: Day): Day | undefined =>
  on !== undefined && on >= began ? on : undefined

/** An assessment shortly before care began counts; how shortly is to be checked locally. */
export const earliestAssessment = (began: Day): Day => addMonths(began, -3)

/** By then a review was due of everybody: which assessment was the first tells nothing of the next. */
const longInCare = { count: 12, unit: 'months' } as const

/** Or perhaps, since nobody knows when care began. */
export const isLongInCare = (care: Pick<InCare, 'careFrom' | 'began'>, today: Day): boolean => {
  const began = careBegan(care)
  return began === undefined || addMonths(began, longInCare.count) <= today
}

const doubt = (about: Happened, says: string | false | undefined): CareEvents['doubts'] =>
  says ? [{ about, says }] : []
