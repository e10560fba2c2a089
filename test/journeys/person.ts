/** What a person of a journey can do and see, in words that fit a chat and a browser alike. */
export type Person = {
  readonly name: string
  /** Takes their place; nobody has to use the bot first for it to reach them. */
  arrives(): Promise<void>
  /** Types a command, such as `/stuck-case mine`. */
  types(command: string): Promise<void>
  /** Presses a button of the newest message whose title has these words. */
  presses(message: string, button: string): Promise<void>
  /** Presses a button of what is open now. */
  goesOn(button: string): Promise<void>
  /** Fills in the form that is open and sends it. */
  sends(answers: Answers): Promise<void>
  /** What is open, or was just said in private, has these words. */
  sees(words: string): Promise<void>
  /** What the open form offers to choose from. */
  choicesOf(question: string): Promise<readonly string[]>
  /** A message came whose title has these words, or the post of a day in which it is; resolves with all of it. */
  isTold(title: string): Promise<Told>
  titlesSoFar(): Promise<readonly string[]>
}

/** The title of the post of somebody's day, in which messages of little haste come together. */
export const isPost = /^\d+ things for today/

export type Told = { readonly title: string; readonly text: string; readonly buttons: readonly string[] }

/** By question: words, a day such as `2026-09-14`, the label of an option, or the labels of several. */
export type Answers = Readonly<Record<string, string | readonly string[]>>
