import { capitalised } from './invented';
import { tellingWords, type CompanyName } from './names';
import type { Random } from './random';
import { inCyrillic, inLatin, ROMANISATIONS_KNOWN } from './transliteration';
import { LEGAL_FORMS } from './vocabulary';

/** A name as somebody writes it who means it. */
export interface Deviant {
  readonly text: string;
  /** What it says, without the legal form. */
  readonly words: readonly string[];
}

/** Writes a name otherwise; undefined where it can't be written so. */
export type Deviation = (name: CompanyName, random: Random) => Deviant | undefined;

/** The same name in another case, with other punctuation and another legal form. */
export const rewritten: Deviation = (name, random) => {
  if (name.script === 'chinese') return undefined;
  const text = name.words.map((word) => otherLink(word, random)).join(' ');
  const written = repunctuated(recased(text, random), random);
  return { words: name.words, text: withForm(written, name, random) };
};

/** One letter left out, put in or replaced, or two neighbours that changed places, in any word of four letters or more. */
export const withTypo: Deviation = (name, random) => {
  const words = typed(name.words, random);
  return words && spelled({ ...name, words });
};

/** Two of these; both in one word only where it has eight letters or more. */
export const withTwoTypos: Deviation = (name, random) => {
  const once = typed(name.words, random);
  if (!once) return undefined;
  const hit = once.findIndex((word, index) => word !== name.words[index]);
  const twice = typed(once, random, (word, index) => index !== hit || word.length >= LONG);
  const undone = twice?.every((word, index) => word === name.words[index]);
  return twice && !undone ? spelled({ ...name, words: twice }) : undefined;
};

/** The words in another order. */
export const swapped: Deviation = (name, random) => {
  const words = reordered(name, random);
  return words && spelled({ ...name, words });
};

/** The words in another order, one with a slip, and another legal form. */
export const swappedAndTyped: Deviation = (name, random) => {
  const words = reordered(name, random);
  const slipped = words && typed(words, random);
  return slipped && { words: slipped, text: withForm(slipped.join(' '), name, random) };
};

/** One of three or more words left out, whichever. */
export const withoutWord: Deviation = (name, random) => {
  const words = meaning(name.words);
  if (words.length < 3) return undefined;
  const lost = random.pick(words);
  return spelled({ ...name, words: withoutLinks(name.words.filter((word) => word !== lost)) });
};

/** What stands between two words is not left where one of them is missing at the begin or end. */
function withoutLinks(words: readonly string[]): readonly string[] {
  const isWord = (word: string): boolean => tellingWords([word]).length > 0;
  return words.slice(words.findIndex(isWord), words.findLastIndex(isWord) + 1);
}

/** Two words that stand side by side as one. */
export const joined: Deviation = (name, random) => {
  const places = name.words.flatMap((word, index) => {
    const next = name.words[index + 1];
    return next !== undefined && isLong(word) && isLong(next) ? [index] : [];
  });
  if (places.length === 0) return undefined;
  const at = random.pick(places);
  const words = [...name.words];
  words.splice(at, 2, `${words[at] ?? ''}${(words[at + 1] ?? '').toLowerCase()}`);
  return spelled({ ...name, words });
};

/** Without its legal form, in whichever script. */
export const withoutForm: Deviation = (name) =>
  name.legalForm === ''
    ? undefined
    : { words: name.words, text: name.words.join(name.script === 'chinese' ? '' : ' ') };

/** A name of Latin letters as a Russian who heard it writes it. */
export const heardInCyrillic: Deviation = (name) => {
  const text = name.words.join(' ');
  if (name.script !== 'latin' || /[\d&]/.test(text)) return undefined;
  return asText(capitalised(inCyrillic(text)));
};

/** A Russian name in one of the romanisations that are used. */
export const romanised: Deviation = (name, random) => {
  if (name.script !== 'cyrillic') return undefined;
  const way = random.below(ROMANISATIONS_KNOWN);
  return asText(name.words.map((word) => capitalised(inLatin(word, way))).join(' '));
};

/** The first letters of four or more words. */
export const acronym: Deviation = (name) => {
  const letters = initialsOf(name);
  return letters !== undefined && letters.length >= 4 ? asText(letters) : undefined;
};

/** The first letters of a Latin name's words. */
export function initialsOf({ words, script }: CompanyName): string | undefined {
  if (script !== 'latin') return undefined;
  const letters = tellingWords(words).map((word) => word.charAt(0).toUpperCase());
  return letters.every((letter) => /[A-Z]/.test(letter)) ? letters.join('') : undefined;
}

const LONG = 8;
const isLong = (word: string): boolean =>
  /^\p{L}{3,}$/u.test(word) && tellingWords([word]).length > 0;

/** Words that are more than a link between others. */
const meaning = (words: readonly string[]): string[] =>
  words.filter((word) => tellingWords([word]).length > 0);

/** The name with its own legal form, where a slip is all that differs. */
const spelled = ({ words, legalForm }: CompanyName): Deviant => ({
  words,
  text: [...words, legalForm].filter((part) => part !== '').join(' '),
});

const asText = (text: string): Deviant => ({ text, words: text.split(' ') });

function withForm(text: string, { legalForm, script }: CompanyName, random: Random): string {
  const others = script === 'latin' ? LEGAL_FORMS : FOREIGN_FORMS[script];
  const other = others.filter(([spellings]) => !spellings.includes(legalForm));
  return `${text} ${random.pick(random.pickWeighted(other))}`;
}

const FOREIGN_FORMS: Readonly<Record<'cyrillic' | 'greek' | 'chinese', typeof LEGAL_FORMS>> = {
  cyrillic: [
    [['ООО', 'Общество с ограниченной ответственностью'], 5],
    [['АО', 'Акционерное общество'], 3],
    [['ПАО'], 1],
  ],
  greek: [
    [['Α.Ε.', 'ΑΕ'], 1],
    [['Ε.Π.Ε.', 'ΕΠΕ'], 1],
  ],
  chinese: [
    [['有限公司'], 1],
    [['股份有限公司'], 1],
  ],
};

const otherLink = (word: string, random: Random): string =>
  word === '&' && random.chance(0.5) ? 'and' : word;

function recased(text: string, random: Random): string {
  return random.pick([text.toUpperCase(), text.toLowerCase(), text]);
}

function repunctuated(text: string, random: Random): string {
  const ways = [
    (plain: string) => plain.replace(/\./g, ''),
    (plain: string) => plain.replace(/-/g, ' '),
    (plain: string) => `"${plain}"`,
    (plain: string) => plain.replace(/ /g, '  '),
    (plain: string) => `${plain},`,
  ];
  return random.pick(ways)(text);
}

function reordered(name: CompanyName, random: Random): string[] | undefined {
  const words = meaning(name.words);
  if (words.length < 2) return undefined;
  const shuffled = random.shuffle(words);
  const same = shuffled.every((word, index) => word === words[index]);
  return same ? [...shuffled.slice(1), ...shuffled.slice(0, 1)] : shuffled;
}

/** The words with one slip in one of them. */
function typed(
  words: readonly string[],
  random: Random,
  may: (word: string, index: number) => boolean = () => true,
): string[] | undefined {
  const places = words.flatMap((word, index) =>
    /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{4,}$/u.test(word) && may(word, index)
      ? [index]
      : [],
  );
  if (places.length === 0) return undefined;
  const at = random.pick(places);
  return words.map((word, index) => (index === at ? slipped(word, random) : word));
}

/** The word with one slip, in the case that it is written in. */
function slipped(word: string, random: Random): string {
  for (;;) {
    const at = random.below(word.length);
    const letter = strayLetter(word, random);
    const slip = random.pick([
      word.slice(0, at) + word.slice(at + 1),
      word.slice(0, at) + letter + word.slice(at),
      word.slice(0, at) + letter + word.slice(at + 1),
      word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
    ]);
    if (slip.toLowerCase() !== word.toLowerCase()) return slip;
  }
}

function strayLetter(word: string, random: Random): string {
  const letters = Object.entries(ALPHABETS).find(([first]) => word.toLowerCase() >= first);
  const letter = random.pick([...(letters?.[1] ?? '')]);
  return word === word.toUpperCase() ? letter.toUpperCase() : letter;
}

// By what no word of an alphabet that stands before it in Unicode begins with; the last one first.
const ALPHABETS: Readonly<Record<string, string>> = {
  а: 'абвгдежзийклмнопрстуфхцчшщыэюя',
  ͰͰ: 'αβγδεζηθικλμνξοπρστυφχψω',
  '': 'abcdefghijklmnopqrstuvwxyz',
};
