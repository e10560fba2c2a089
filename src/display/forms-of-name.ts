/** How a part of a name may be written: without accents, as a keyboard without its letters has it, by another office. */

/** Letters that are no letter with a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ...{
    æ: 'ae',
    đ: 'd',
    ð: 'd',
    ħ: 'h',
    ı: 'i',
    ĸ: 'k',
    ł: 'l',
    ŋ: 'ng',
    ø: 'o',
    œ: 'oe',
    ß: 'ss',
    þ: 'th',
    ŧ: 't',
    ə: 'e',
  },
}
/** How offices write letters with marks where they cannot write the mark. */
const spelledOut: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  å: 'aa',
  ø: 'oe',
  đ: 'dj',
  ñ: 'ny',
  þ: 'th',
}
/** Letters of other scripts that look the same: a word that mixes them was typed on the wrong keyboard. */
const lookAlike: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    е: 'e',
    о: 'o',
    р: 'p',
    с: 'c',
    у: 'y',
    х: 'x',
    і: 'i',
    ї: 'i',
    ј: 'j',
    ѕ: 's',
    ԁ: 'd',
    һ: 'h',
    к: 'k',
    м: 'm',
  },
  ...{ т: 't', в: 'b', н: 'h', α: 'a', ε: 'e', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x', γ: 'y' },
}
/** Of Arabic, which people write with and without. */
const arabic: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ة: 'ه',
  ک: 'ك',
  ؤ: 'و',
}

/** Marks that change no name: accents, and the vowel signs of Arabic and Hebrew. Other scripts are nothing without theirs. */
const marks = /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]/g

/** Names that offices write out of another script, each in its own way. */
const written = [
  'mohammed muhammad mohamed mohammad muhammed mohamad muhamad mohamud muhamed mahammed mohd',
  'ahmed ahmad ahmet',
  'hussein hussain husain husayn hossain hussien husein huseyin',
  'hassan hasan',
  'fatima fatimah fatema fatma fatimata',
  'aisha aysha ayesha aishah aaisha aicha aysa',
  'yusuf yousuf yousef youssef yusef yosef yousaf yusuph',
  'omar umar omer umer',
  'ibrahim ebrahim ibraheem',
  'khadija khadijah khadeeja khadeja kadija',
  'zainab zaynab zeinab zeynep zaineb',
  'abdullah abdulla abdallah abdullahi',
  'abdul abdel abdal',
  'rahman rehman rahmaan',
  'osman usman othman uthman',
  'khalid khaled',
  'jamal gamal jamaal',
  'said saeed sayed syed sayyid',
  'mariam maryam mariyam miriam meryem',
  'mustafa mustapha moustafa',
  'yasmin yasmeen jasmin jasmine yasmine',
  'nasrin nasreen',
  'iqbal eqbal',
  'chaudhry choudhury chowdhury chaudhary choudhry chaudhari',
  'oleksandr aleksandr alexander olexander',
  'oleksandra aleksandra alexandra',
  'andrii andriy andrey andrei',
  'dmytro dmitri dmitry dmitriy dmytri',
  'mykola nikolai nikolay mikola',
  'yuliia yulia julia yuliya iuliia',
  'nataliia natalia nataliya natalya',
  'sofiia sofia sophia sofiya',
  'kateryna katerina ekaterina yekaterina',
  'serhii sergey sergei serhiy sergiy',
  'volodymyr vladimir wladimir',
  'yevhen evgeny yevgeny eugene evgeniy',
  'tetiana tatiana tatyana tetyana',
  'singh sing',
  'uddin aldin eddin addin uldin',
  'stephen steven stefan steffan stephan',
  'sean shaun shawn',
  'katherine catherine kathryn catharine kathrin katharine cathryn',
  'caitlin kaitlin kaitlyn katelyn caitlyn',
  'rebecca rebekah rebeca',
  'matthew mathew',
  'nicholas nicolas nikolas nickolas',
  'isabel isabelle isobel isabella izabella',
  'aaliyah aliyah aliya aaliya aleeyah',
  'zoe zoey zoie',
  'chloe khloe cloe',
  'kayleigh kayley kaylee kaleigh caleigh',
  'ashleigh ashley ashlee',
  'jayden jaiden jaydon jaden',
  'aiden aidan ayden aaden',
  'connor conor conner',
  'rhys reece reese',
  'megan meghan meagan',
  'hannah hanna hana',
  'sarah sara',
  'niamh neve',
  'jon john',
  'geoffrey jeffrey',
  'philip phillip',
  'alan allan allen',
  'graham graeme',
  'tracy tracey',
  'lucas lukas',
  'teresa theresa',
  'elisabeth elizabeth',
  'leah lea lia',
  'llewellyn llywelyn llewelyn',
  'jacob jakob yakub',
  'joseph josef yosef',
]
const sameName = new Map(written.flatMap((line) => line.split(' ').map((one) => [one, line.split(' ')] as const)))

const replaced = (word: string, letters: Readonly<Record<string, string>>): string =>
  Array.from(word, (letter) => letters[letter] ?? letter).join('')

/** Without accents, in small letters. */
export function foldName(word: string): string {
  const small = replaced(word.toLowerCase(), arabic)
  const bare = replaced(small.normalize('NFD').replace(marks, '').normalize('NFC'), plainLetters)
  return /\p{sc=Latin}/u.test(bare) && /[\p{sc=Cyrillic}\p{sc=Greek}]/u.test(bare) ? replaced(bare, lookAlike) : bare
}

/** All the forms that count as the same, each folded. */
export function formsOf(word: string): readonly string[] {
  const forms = new Set([foldName(word), foldName(replaced(word.toLowerCase().normalize('NFC'), spelledOut))])
  for (const form of [...forms]) {
    for (const other of sameName.get(form) ?? []) forms.add(other)
    for (const one of inAnotherOffice(form)) forms.add(one)
  }
  return [...forms]
}

/** One writes Mac where another writes Mc, Abdul where another writes Abd al-, and the surname of a daughter as her father's. */
function inAnotherOffice(form: string): readonly string[] {
  const [, mac, clan] = /^(ma?c)(.{4,})$/.exec(form) ?? []
  const [, servantOf] = /^abd[aeiou]?l(.{3,})$/.exec(form) ?? []
  const [, doubled, rest] = /^abd[aeiou]([^aeiou])\1(.{2,})$/.exec(form) ?? []
  const [, father] = /^(.{2,}[eo]v)a?$/.exec(form) ?? []
  const [, place] = /^(.{2,}[sc]k)(?:[aiy]|ij|yj|aja|aya)$/.exec(form) ?? []
  return [
    ...(clan === undefined ? [] : [`${mac === 'mc' ? 'mac' : 'mc'}${clan}`]),
    ...(servantOf === undefined ? [] : [`abdul${servantOf}`]),
    ...(rest === undefined ? [] : [`abdul${doubled}${rest}`]),
    ...(father === undefined ? [] : [father, `${father}a`]),
    // one writes ue for ü, another leaves the marks out
    ...(/^.*[aou]e.{2,}$/.test(form) && form.length > 4 ? [form.replace(/([aou])e/g, '$1')] : []),
    ...(place === undefined ? [] : ['a', 'i', 'y'].map((ending) => `${place}${ending}`)),
  ]
}
