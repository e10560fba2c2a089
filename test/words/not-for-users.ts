/**
 * Words that must not reach a reader, and what to say instead: the one list of them in the repository. A word that is
 * stored (a fact, a key, a column) keeps its name there; it is only never shown.
 */
type Word = { readonly word: RegExp; readonly say: string }

/** In no text at all: not what the bot says, nor the README, the docs, the settings or a manifest. */
export const notForReaders: readonly Word[] = [
  { word: /\bbod(y|ies)\b/i, say: 'agency, or the name of the organisation' },
  { word: /(?<!lower-case |small )\bletters?\b(?! and digits)/i, say: 'email' },
  { word: /(?<!e)\bmail address|\bby mail\b|\bmail inbox\b/i, say: 'email address, by email' },
  { word: /\bwork address/i, say: 'work email address' },
  { word: /\bpromis(e|es|ed|ing)\b/i, say: 'agreed to do' },
  { word: /\b(does|do|did) not move\b/i, say: 'has stalled, is stuck' },
  { word: /\b(tak(e|es|en|ing)|took) (\w+ )?(\w+ )?(away|out)\b/i, say: 'remove' },
  { word: /\bany ?more\b/i, say: 'no longer, not now' },
  { word: /\bwh(o|at|ich)(m|so)?ever\b/i, say: 'the person who, anybody who, anything that, the one that' },
  { word: /\blaw expects\b/i, say: 'what is expected, and the name of its source' },
  { word: /\bdecided:|\bwhat was decided\?/i, say: "agreed next steps for the child's plan" },
  { word: /^(placement|contact|engagement|missing or exploitation)[.,]?$/i, say: 'the name in src/cases/themes.ts' },
  { word: /\b(some|any|every|no)body of\b/i, say: 'somebody in, somebody from' },
  { word: /\bhears? of (it|this|each)\b/i, say: 'is told' },
  { word: /\basked of (you|them)\b/i, say: 'what you need to do' },
  { word: /\bdoes not have to be\b/i, say: 'say what is so' },
  { word: /\bnot to be\b|\bis to be\b/i, say: 'must, must not' },
  { word: /\bRing\b|\b[Tt]elephone\b/, say: 'call, phone number' },
  { word: /\bnought\b/i, say: 'zero' },
  { word: /\bmay (not )?hold\b/i, say: 'can (not) take on, can contain' },
  { word: /\banew\b|\bbesides\b|\bhereby\b|\bthereof\b|\bshall\b/i, say: 'again, as well, will' },
  { word: /\b(case ?worker|service user|LAC)\b/, say: 'social worker, practitioner, child in care' },
  { word: /\bunwanted mail\b|\bspam\b/i, say: 'junk folder' },
]

/** Our own words for how it is built: good in code and in docs, and nothing to a person in a chat. */
export const notInWhatTheBotSays: readonly Word[] = [
  { word: /(?<!run )\bnudges?\b/, say: 'reminder' },
  { word: /\brungs?\b/i, say: 'step, reminder' },
  { word: /\bwakes?\b/i, say: 'what is due' },
  { word: /\boutbox\b/i, say: 'messages waiting to be sent' },
  { word: /\bstandings?\b/i, say: "a person's part in the case" },
  { word: /\b(an|the|your|this) ask\b/i, say: 'request' },
  { word: /\binputs?\b/i, say: 'views' },
  { word: /\braisers?\b/i, say: 'the person who raised the case' },
  { word: /\bdecisions?\b/i, say: 'next steps' },
  { word: /\bchas(e|es|ed|ing)\b/i, say: 'remind, follow up' },
]
