import { inFull } from './abbreviations';
import { remembered } from './remembered';
import { slipsBetween } from './slip';
import { consonantsIn, soundOf, vowelsOf } from './sound';

/** In what two words are alike. */
export type WordKinship = 'words' | 'spelling' | 'sound';

/** A word, and what it is compared by: worked out once for all the words that it is compared with. */
export interface ReadWord {
  readonly word: string;
  /** What it stands for where it is an abbreviation. */
  readonly full: string;
  readonly sound: string;
  /** Which letters it has, one bit each. */
  readonly letters: number;
}

export const readWord = remembered((word): ReadWord => ({
  word,
  full: inFull(word),
  sound: soundOf(word),
  letters: lettersOf(word),
}));

/** How alike two words are, 0 to 1: the most that one of the ways gives. Symmetric; 1 for a word with itself. */
export const likenessOfWords = (a: string, b: string): number =>
  likenessOf(readWord(a), readWord(b));

/** The same of words that are read. */
export function likenessOf(a: ReadWord, b: ReadWord): number {
  if (a.word === b.word) return 1;
  if (a.word.length < SHORTEST || b.word.length < SHORTEST) return 0;
  return isShortened(a, b) ? SHORTENED : Math.max(sounding(a, b), slipped(a, b));
}

/** In what two words are alike that are. */
export function kinshipOf(a: ReadWord, b: ReadWord): WordKinship {
  if (a.word === b.word || isShortened(a, b)) return 'words';
  return sounding(a, b) >= slipped(a, b) ? 'sound' : 'spelling';
}

const SHORTEST = 3;

/** Whether one is an abbreviation of the other, or both are of a third; or one is the plural of the other. */
const isShortened = (a: ReadWord, b: ReadWord): boolean =>
  a.full === b.full || isPlural(a.word, b.word) || isPlural(b.word, a.word);

/** How alike an abbreviation is to the word that it stands for. */
export const SHORTENED = 0.97;

const isPlural = (word: string, other: string): boolean =>
  word.length === other.length + 1 && word.endsWith('s') && word.startsWith(other);

/** They sound the same, which tells the more, the more consonants there are and the nearer the vowels. */
function sounding({ word: a, sound }: ReadWord, { word: b, sound: other }: ReadWord): number {
  if (sound !== other) return 0;
  const apart = vowelsApart(vowelsOf(a), vowelsOf(b));
  const consonants = Math.min(consonantsIn(sound), SOUNDING.length - 1);
  if (apart === 0 && (consonants > 2 || isOneLetterMore(a, b))) return SAME_VOWELS;
  return Math.max(0, (SOUNDING[consonants] ?? 0) - apart);
}

const isOneLetterMore = (a: string, b: string): boolean =>
  Math.abs(a.length - b.length) <= 1 && Math.min(a.length, b.length) > SHORTEST;

const SAME_VOWELS = 0.97;

/** By the number of consonants that two words have in common. */
const SOUNDING = [0, 0, 0.75, 0.9, 0.96, 0.98] as const;

/** What other vowels take away: little where they are near one another, as in transliterations of Arabic. */
function vowelsApart(a: string, b: string): number {
  let apart = Math.abs(a.length - b.length) * NEAR;
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index += 1) {
    const [one, other] = [a.charAt(index), b.charAt(index)];
    if (one !== other) apart += NEIGHBOURS.includes(one + other) ? NEAR : FAR;
  }
  return apart;
}

const NEAR = 0.02;
const FAR = 0.1;
const NEIGHBOURS = 'ae ea ei ie ou uo';

/** They are a slip of the pen apart, or two where they are long. */
function slipped({ word: a, letters }: ReadWord, { word: b, letters: others }: ReadWord): number {
  const longest = Math.max(a.length, b.length);
  const most = longest < 4 ? 0 : longest < 8 ? 1 : 2;
  if (most === 0 || Math.abs(a.length - b.length) > most) return 0;
  if (bitsIn(letters ^ others) > 2 * most) return 0;
  const slips = slipsBetween(a, b, most);
  if (slips > most) return 0;
  return longest === 4 ? SLIP_OF_FOUR : 1 - slips / longest;
}

/** One letter in four is much: it tells where other words do too. */
const SLIP_OF_FOUR = 0.6;

/** How many letters are in one of two words only: at most two for each slip. */
function bitsIn(differing: number): number {
  let count = 0;
  for (let bits = differing; bits !== 0; bits &= bits - 1) count += 1;
  return count;
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index += 1)
    letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}
