/** The shapes of what identifies a person in England. Each takes a text made plain. */
import { isNhsNumber } from './nhs-number.ts'

const gap = '[ .-]{0,2}'
const tenDigits = new RegExp(`(?<!\\d)\\d(?:${gap}\\d){9}(?!\\d)`, 'g')
const saidToBeNhs = new RegExp(`\\bnhs\\b\\D{0,20}\\d(?:${gap}\\d){8,9}(?!\\d)`, 'i')

/** A check letter and 12 digits; a temporary one ends in a letter. The letter is not checked: many do not match. */
const upn = /(?<![a-z0-9])[a-z](?:[ -]?\d){11}[ -]?[a-z\d](?![a-z0-9])/i

/** Looser than the official pattern, which refuses postcodes that people do write down. */
const postcode = /(?<![a-z0-9])([a-z]{1,2}\d[a-z\d]?) {0,2}(\d[a-z]{2})(?![a-z0-9])/gi
const ordinalOrTime = /^\d(?:st|nd|rd|th|am|pm|hr)$/

const telephones = [
  /(?<!\d)(?:\+|\b00) ?[1-9]\d?(?:[ .()-]{0,2}\d){8,12}(?!\d)/,
  /(?<![\d/])\(?0\d(?:[ .()-]{0,2}\d){8,9}(?!\d)/,
  /(?<![\d/])7(?:[ .-]{0,2}\d){9}(?!\d)/,
]

const emailAddress = /[^\s@<>()"]+ ?@ ?[^\s@<>()"]+\.[a-z]{2,}/i

const nationalInsuranceNumber = /(?<![a-z0-9])[a-ceghj-pr-tw-z]{2}(?: ?\d){6} ?[a-d](?![a-z0-9])/i

export const shapes = {
  nhsNumber: (text: string): boolean =>
    saidToBeNhs.test(text) || (text.match(tenDigits) ?? []).some((found) => isNhsNumber(found)),
  upn: (text: string): boolean => upn.test(text),
  postcode: (text: string): boolean =>
    [...text.matchAll(postcode)].some(([, outward = '', inward = '']) => !isYearOrQuarter(outward, inward)),
  telephone: (text: string): boolean => telephones.some((telephone) => telephone.test(text)),
  emailAddress: (text: string): boolean => emailAddress.test(text),
  nationalInsuranceNumber: (text: string): boolean => nationalInsuranceNumber.test(text),
}

/** "Y9 3pm" and "Q1 2nd draft": capitals followed by a small ordinal or time, which nobody writes for a postcode. */
const isYearOrQuarter = (outward: string, inward: string): boolean =>
  outward === outward.toUpperCase() && ordinalOrTime.test(inward)
