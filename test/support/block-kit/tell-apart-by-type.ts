/**
 * A union in a schema made from types says only "one of these twenty"; an error then comes twenty times. Slack's unions
 * are told apart by `type`, so each is rewritten to say so, and an error is about the one that was meant.
 */
export type JsonSchema = {
  readonly $ref?: string
  readonly type?: string
  readonly const?: unknown
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly definitions?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | JsonSchema
  readonly discriminator?: { readonly propertyName: string }
}

type Definitions = Readonly<Record<string, JsonSchema>>

export function tellApartByType(definitions: Definitions): Definitions {
  const known = { ...definitions, AnyBlock: definitions['KnownBlock'] ?? {} }
  return mapValues(known, (schema) => rewrite(schema, known))
}

function rewrite(schema: JsonSchema, definitions: Definitions): JsonSchema {
  const members = schema.anyOf && flatten(schema.anyOf, definitions)
  if (members && differByType(members)) {
    const oneOf = members.map((member) => rewrite(member, definitions))
    return { type: 'object', required: ['type'], discriminator: { propertyName: 'type' }, oneOf }
  }
  return {
    ...schema,
    ...(schema.anyOf && { anyOf: schema.anyOf.map((member) => rewrite(member, definitions)) }),
    ...(schema.items && { items: rewrite(schema.items, definitions) }),
    ...(schema.properties && { properties: mapValues(schema.properties, (each) => rewrite(each, definitions)) }),
  }
}

/** The members themselves, unions within the union opened; the two ways to give an image become one. */
function flatten(members: readonly JsonSchema[], definitions: Definitions): JsonSchema[] {
  const flat = members.flatMap((member): JsonSchema[] => {
    const meant = member.$ref ? definitions[member.$ref.replace('#/definitions/', '')] : member
    return meant?.anyOf ? flatten(meant.anyOf, definitions) : [meant ?? member]
  })
  const images = flat.filter((member) => typeOf(member) === 'image')
  return images.length < 2 ? flat : [...flat.filter((member) => typeOf(member) !== 'image'), oneImage(images)]
}

function oneImage(images: readonly JsonSchema[]): JsonSchema {
  const properties = Object.assign({}, ...images.map((image) => image.properties)) as JsonSchema['properties']
  return {
    type: 'object',
    additionalProperties: false,
    required: ['type', 'alt_text'],
    ...(properties && { properties }),
  }
}

const typeOf = (schema: JsonSchema): unknown => schema.properties?.['type']?.const

function differByType(members: readonly JsonSchema[]): boolean {
  const types = members.map(typeOf)
  return types.length > 1 && types.every((type) => typeof type === 'string') && new Set(types).size === types.length
}

const mapValues = (
  record: Readonly<Record<string, JsonSchema>>,
  to: (value: JsonSchema) => JsonSchema,
): Readonly<Record<string, JsonSchema>> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]))
