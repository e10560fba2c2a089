/** The part of Adaptive Cards 1.5, the newest that Teams draws, that we make use of: adaptivecards.io/explorer */

export type AdaptiveCard = {
  readonly type: 'AdaptiveCard'
  readonly version: '1.5'
  /** In which it is read aloud: two letters, no more. */
  readonly lang: 'en'
  /** Where this version of cards is not known. */
  readonly fallbackText: string
  readonly body: readonly Element[]
  /** Asked for by Teams itself, whenever somebody looks at the card. */
  readonly refresh?: { readonly action: Execute }
}

export type Element = Paragraph | Heading | Columns | Container | Actions | Input

type Spacing = 'none' | 'small' | 'medium' | 'large'
type Placed = { readonly spacing?: Spacing; readonly separator?: true }

export type Paragraph = Placed & { readonly type: 'RichTextBlock'; readonly inlines: readonly Run[] }

/** A screen reader says that it is a heading. It reads Markdown: see `inert-text.ts`. */
export type Heading = Placed & {
  readonly type: 'TextBlock'
  readonly text: string
  readonly style: 'heading'
  readonly weight: 'bolder'
  readonly size: 'medium' | 'large'
  readonly wrap: true
}

export type TextLook = {
  readonly weight?: 'bolder'
  readonly size?: 'small' | 'medium' | 'large'
  readonly color?: 'attention'
  readonly isSubtle?: true
}
export type Run = TextLook & { readonly type: 'TextRun'; readonly text: string }

export type Columns = Placed & { readonly type: 'ColumnSet'; readonly columns: readonly Column[] }
type Column = {
  readonly type: 'Column'
  readonly width: 'stretch' | 'auto'
  readonly verticalContentAlignment?: 'center'
  readonly items: readonly Element[]
}

export type Container = Placed & {
  readonly type: 'Container'
  readonly id?: string
  readonly isVisible?: false
  /** Red, from edge to edge. */
  readonly style?: 'attention'
  readonly bleed?: true
  readonly items: readonly Element[]
}

export type Actions = Placed & { readonly type: 'ActionSet'; readonly actions: readonly Action[] }
export type Action = Submit | Execute | OpenUrl | Toggle

type Titled = { readonly title: string; readonly style?: 'positive' | 'destructive' }
export type Submit = Titled & {
  readonly type: 'Action.Submit'
  readonly data: object
  readonly associatedInputs?: 'none'
}
export type Execute = Titled & {
  readonly type: 'Action.Execute'
  readonly verb: string
  readonly data: object
  readonly fallback?: Submit
}
export type OpenUrl = Titled & { readonly type: 'Action.OpenUrl'; readonly url: string }

export type Toggle = Titled & {
  readonly type: 'Action.ToggleVisibility'
  /** By their ids: shown where they are hidden and the other way round, or as is said. */
  readonly targetElements: readonly (string | { readonly elementId: string; readonly isVisible: boolean })[]
}

type Asked = Placed & { readonly id: string; readonly label: string; readonly value?: string }
export type Input =
  | (Asked & { readonly type: 'Input.Text'; readonly isMultiline?: true; readonly maxLength?: number })
  | (Asked & { readonly type: 'Input.Date' })
  | (Asked & {
      readonly type: 'Input.ChoiceSet'
      readonly style: 'compact' | 'expanded' | 'filtered'
      readonly isMultiSelect?: true
      readonly wrap: true
      readonly choices: readonly Choice[]
      readonly placeholder?: string
      /** Newer than 1.5: every Teams draws it. Sent with what somebody types, as `application/search`. */
      readonly 'choices.data'?: { readonly type: 'Data.Query'; readonly dataset: string }
    })
export type Choice = { readonly title: string; readonly value: string }
