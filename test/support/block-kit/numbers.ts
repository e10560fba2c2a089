/**
 * What Slack accepts, in characters or in number. Where nothing else is said, the source is Slack's Block Kit reference
 * (docs.slack.dev/reference/block-kit) as repeated by the doc comments of @slack/types 3.
 */

/** docs.slack.dev/reference/block-kit/blocks */
export const blocksOfMessage = 50
/** @slack/types: views.d.ts */
export const blocksOfView = 100
/** docs.slack.dev/reference/methods/chat.postMessage: longer text is cut. */
export const messageText = 40_000

/** docs.slack.dev/reference/views: a view as JSON, in bytes. */
export const viewBytes = 250_000
/** @slack/types: views.d.ts, for title, submit and close. */
export const viewTitle = 24
/** @slack/types: views.d.ts */
export const privateMetadata = 3000
/** docs.slack.dev/reference/views */
export const callbackId = 255
/** docs.slack.dev/reference/views */
export const externalId = 255

/** @slack/types: blocks.d.ts, `Block`. */
export const blockId = 255
/** @slack/types: extensions.d.ts, `Actionable`. */
export const actionId = 255

export const sectionText = 3000
export const sectionFields = 10
export const sectionField = 2000
export const headerText = 150
export const contextElements = 10
/** @slack/types: composition-objects.d.ts, any text object. */
export const anyText = 3000
export const actionsElements = 25
export const inputLabel = 2000
export const inputHint = 2000
/** @slack/types: blocks.d.ts, `MarkdownBlock`; all of a message together. */
export const markdownText = 12_000
export const tableRows = 100
export const tableCells = 20
export const imageAlt = 2000

export const buttonText = 75
export const buttonValue = 2000
export const buttonUrl = 3000
export const accessibilityLabel = 75
export const confirmTitle = 100
export const confirmText = 300
export const confirmButton = 30

export const plainTextInput = 3000
/** @slack/types: extensions.d.ts, `Placeholdable`. */
export const placeholder = 150
export const selectOptions = 100
export const selectGroups = 100
/** Radio buttons and checkboxes. */
export const buttonedOptions = 10
/** docs.slack.dev/reference/block-kit/block-elements/overflow-menu-element */
export const overflowOptions = 5
export const optionText = 75
export const optionValue = 75
export const optionDescription = 75
