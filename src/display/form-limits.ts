/** What a form takes at most, where a refusal says it too. */

/** Actions of a meeting. More is a plan that nobody carries out in one go; the form of the summary holds as many. */
export const mostActions = 15
