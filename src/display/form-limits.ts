/** What a form takes at most, where a refusal says it too. */

/** Of agencies, and of people. A page draws each list whole, in every form that has it: half a megabyte at this length. */
export const longestList = 5_000

/** Actions of a meeting. More is a plan that nobody carries out in one go; the form of the summary holds as many. */
export const mostActions = 15
