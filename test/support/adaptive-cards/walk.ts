/** Everything in a card that has a type of its own, however deep. */
export type Part = Readonly<Record<string, unknown>> & { readonly type: string }

export function* partsOf(value: unknown): Generator<Part> {
  if (typeof value !== 'object' || value === null) return
  if ('type' in value && typeof value.type === 'string') yield value as Part
  for (const [name, inner] of Object.entries(value)) if (name !== 'data') yield* partsOf(inner)
}
