/**
 * Structure: a JSON schema of Adaptive Cards 1.5, closed, made from what the reference renderer says of each of its
 * elements, so that a misspelt, misplaced or newer property is found, and a value of the wrong type.
 */
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import type { CardObject, PropertyDefinition, SerializableObject } from 'adaptivecards'
import { adaptiveCards as cards } from './package.ts'

type JsonSchema = Readonly<Record<string, unknown>>

const newest = cards.Versions.v1_5

/** What a press shows or hides. */
const target: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['elementId', 'isVisible'],
  properties: { elementId: { type: 'string' }, isVisible: { type: 'boolean' } },
}

/** What holds other elements is read by code rather than described; and nothing is described as required. */
const held: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>> = {
  AdaptiveCard: { body: listOf('element'), msteams: { type: 'object' } },
  Column: { items: listOf('element') },
  Container: { items: listOf('element') },
  'Action.ToggleVisibility': {
    targetElements: { type: 'array', minItems: 1, items: { anyOf: [{ type: 'string' }, target] } },
  },
  ColumnSet: { columns: { type: 'array', items: { $ref: '#/definitions/Column' } } },
  RichTextBlock: { inlines: { type: 'array', minItems: 1, items: { $ref: '#/definitions/TextRun' } } },
  // It reads Markdown: a heading has none of its marks.
  TextBlock: { text: { type: 'string', minLength: 1, pattern: String.raw`^[^*_\[\]\x60#~<>|\\{}]*$` } },
  ActionSet: { actions: listOf('action') },
  'Action.Execute': { fallback: { $ref: '#/definitions/Action.Submit' } },
  // Newer than 1.5, and drawn by every Teams: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search
  'Input.ChoiceSet': {
    'choices.data': {
      type: 'object',
      additionalProperties: false,
      required: ['type', 'dataset'],
      properties: { type: { const: 'Data.Query' }, dataset: { type: 'string', minLength: 1 } },
    },
  },
}
const required: Readonly<Record<string, readonly string[]>> = {
  AdaptiveCard: ['version', 'body'],
  Column: ['items'],
  ColumnSet: ['columns'],
  Container: ['items'],
  RichTextBlock: ['inlines'],
  TextRun: ['text'],
  ActionSet: ['actions'],
  'Input.Text': ['id', 'label'],
  'Input.Date': ['id', 'label'],
  'Input.ChoiceSet': ['id', 'label', 'choices'],
  'Action.Submit': ['title', 'data'],
  'Action.Execute': ['title', 'verb', 'data'],
  'Action.OpenUrl': ['title', 'url'],
  'Action.ToggleVisibility': ['title', 'targetElements'],
}

/** What we draw with: whatever else the format has would have to be looked at first, as to what it reads as mark-up. */
const elements = [
  'RichTextBlock',
  'TextBlock',
  'ColumnSet',
  'Container',
  'ActionSet',
  'Input.Text',
  'Input.Date',
  'Input.ChoiceSet',
]
const actions = ['Action.Submit', 'Action.Execute', 'Action.OpenUrl', 'Action.ToggleVisibility']

/** A run stands in a line, so it has no place of its own, whatever the renderer inherits. */
const ofPlaces = new Set([
  'height',
  'horizontalAlignment',
  'id',
  'isVisible',
  'lang',
  'requires',
  'separator',
  'spacing',
])

let check: ValidateFunction | undefined

/** A sentence for each place where a card is not built as the format says. */
export function structureViolations(card: unknown): string[] {
  check ??= new Ajv({ allErrors: true, discriminator: true, strict: false }).compile(makeSchema())
  return check(card) ? [] : [...new Set((check.errors ?? []).map(sentence))]
}

const sentence = ({ instancePath, message, params }: ErrorObject): string =>
  `${instancePath === '' ? '/' : instancePath} ${message ?? 'is wrong'} ${JSON.stringify(params)}`

function makeSchema(): JsonSchema {
  const made: Readonly<Record<string, SerializableObject>> = {
    AdaptiveCard: new cards.AdaptiveCard(),
    Column: new cards.Column(),
    TextRun: new cards.TextRun(),
    ...Object.fromEntries(elements.map((name) => [name, found(cards.GlobalRegistry.elements.findByName(name))])),
    ...Object.fromEntries(actions.map((name) => [name, found(cards.GlobalRegistry.actions.findByName(name))])),
  }
  return {
    $ref: '#/definitions/AdaptiveCard',
    definitions: {
      ...Object.fromEntries(Object.entries(made).map(([name, object]) => [name, definition(name, object)])),
      element: oneOf(elements),
      action: oneOf(actions),
    },
  }
}

function found(registered: { readonly objectType: new () => CardObject } | undefined): CardObject {
  if (!registered) throw new Error('the reference renderer has no such element')
  return new registered.objectType()
}

function listOf(kind: 'element' | 'action'): JsonSchema {
  return { type: 'array', items: { $ref: `#/definitions/${kind}` } }
}

const oneOf = (names: readonly string[]): JsonSchema => ({
  type: 'object',
  required: ['type'],
  discriminator: { propertyName: 'type' },
  oneOf: names.map((name) => ({ $ref: `#/definitions/${name}` })),
})

function definition(name: string, object: SerializableObject): JsonSchema {
  const own = propertiesOf(object).filter((property) => name !== 'TextRun' || !ofPlaces.has(property.name))
  return {
    type: 'object',
    additionalProperties: false,
    required: ['type', ...(required[name] ?? [])],
    properties: {
      ...Object.fromEntries(own.map((property) => [property.name, valueOf(property)])),
      ...held[name],
      type: { const: name },
    },
  }
}

function propertiesOf(object: SerializableObject): PropertyDefinition[] {
  const schema = object.getSchema()
  const all = Array.from({ length: schema.getCount() }, (_, at) => schema.getItemAt(at))
  return all.filter(({ targetVersion }) => targetVersion.compareTo(newest) <= 0)
}

function valueOf(property: PropertyDefinition): JsonSchema {
  if (property instanceof cards.BoolProperty) return { type: 'boolean' }
  if (property instanceof cards.NumProperty) return { type: 'number' }
  if (property instanceof cards.StringProperty) return { type: 'string' }
  if (property instanceof cards.ValueSetProperty) return { enum: property.values.map(({ value }) => value) }
  if (property instanceof cards.EnumProperty) return { enum: namesOf(property.enumType as object) }
  if (property instanceof cards.SerializableObjectCollectionProperty) return choices
  if (property.name === 'refresh') return refresh
  return {}
}

/** `enum`s of TypeScript have their numbers as names, too; cards write the names small. */
const namesOf = (values: object): string[] =>
  Object.keys(values)
    .filter((name) => !/^\d/.test(name))
    .map((name) => name.charAt(0).toLowerCase() + name.slice(1))

const choices: JsonSchema = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['title', 'value'],
    properties: { title: { type: 'string', minLength: 1 }, value: { type: 'string', minLength: 1 } },
  },
}

const refresh: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['action'],
  properties: { action: { $ref: '#/definitions/Action.Execute' }, userIds: { type: 'array' } },
}
