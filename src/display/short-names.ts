/** What somebody is called for short, and by a slip of the keyboard. Of what is known, never of what a text has. */
import { formsOf } from './forms-of-name.ts'

const lines = [
  'alexander alex xander sandy lex alec',
  'alexandra alex lexi lexie sandra',
  'andrew andy drew',
  'anthony antony tony',
  'benjamin ben benny benji',
  'charlotte charlie lottie',
  'charles charlie chas',
  'christopher chris topher',
  'christina christine chris tina',
  'daniel dan danny',
  'david dave davy davey',
  'edward ed eddie ted teddy ned',
  'eleanor elena ellie nell nora',
  'elizabeth liz lizzie beth betty eliza libby bess',
  'frederick fred freddie freddy',
  'gabriel gabe',
  'gabrielle gabby gaby',
  'gemma gem',
  'george georgie',
  'georgina georgia georgie',
  'gregory greg',
  'harold harry',
  'henry harry hal',
  'isabella bella izzy izzie',
  'jack jackie',
  'jacob jake',
  'james jim jimmy jamie',
  'jennifer jen jenny',
  'jessica jess jessie',
  'jonathan jon jonny johnny',
  'john johnny jack',
  'joseph joe joey',
  'joshua josh',
  'katherine kate katie kathy kat katy kitty',
  'kayleigh kay',
  'kenneth ken kenny',
  'kimberley kimberly kim',
  'lawrence laurence larry laurie',
  'leonard leo lenny len',
  'louise lou',
  'madeleine maddie maddy',
  'margaret maggie meg peggy',
  'matthew matt matty',
  'maximilian max',
  'megan meg',
  'michael mike mick micky mikey',
  'mohammed mo mohd',
  'natalie nat',
  'nathaniel nathan nate nat',
  'nicholas nick nicky',
  'nicola nicky nikki',
  'oliver ollie olly',
  'olivia liv livvy ollie',
  'patricia pat patsy trish tricia',
  'patrick pat paddy',
  'peter pete',
  'philip phil',
  'rebecca becky becca bex',
  'richard rick ricky dick rich',
  'robert rob bob bobby robbie bert',
  'ronald ron ronnie',
  'samantha sam sammy sammie',
  'samuel sam sammy',
  'sebastian seb',
  'stephen steve stevie',
  'susan sue susie',
  'terence terry',
  'theodore theo ted teddy',
  'thomas tom tommy',
  'timothy tim timmy',
  'victoria vicky vicki tori',
  'william will bill billy liam willy',
  'zachary zach zac zak',
]
const shortOf = new Map<string, readonly string[]>()
for (const line of lines.map((one) => one.split(' ')))
  for (const name of line) shortOf.set(name, [...(shortOf.get(name) ?? []), ...line.filter((other) => other !== name)])

export const shortFormsOf = (word: string): readonly string[] =>
  formsOf(word).flatMap((form) => shortOf.get(form) ?? [])

/** Shorter words are another word by two letters changed round. */
const shortestSlip = 6

/** Two neighbouring letters the wrong way round, but for the first and the last: Kayliegh. */
export const slipsOf = (form: string): readonly string[] =>
  form.length < shortestSlip
    ? []
    : Array.from({ length: form.length - 3 }, (_, at) => at + 1)
        .map((at) => `${form.slice(0, at)}${form.charAt(at + 1)}${form.charAt(at)}${form.slice(at + 2)}`)
        .filter((slip) => slip !== form)
