import { inFull } from './abbreviations';
import { slipsBetween } from './slip';
import { consonantsIn, soundOf } from './sound';

/** In what two words are alike. */
export type WordKinship = 'words' | 'spelling' | 'sound';

/** How alike two words are, 0 to 1, and in what. Symmetric. */
export interface WordLikeness {
  readonly value: number;
  readonly by: WordKinship;
}

/** How alike two words are: the most that one of the ways gives. Symmetric; 1 for a word with itself. */
export function likenessOfWords(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < SHORTEST || b.length < SHORTEST) return 0;
  return Math.max(shortened(a, b), sounding(a, b), slipped(a, b));
}

/** In what two words are alike that are. */
export function kinshipOf(a: string, b: string): WordKinship {
  if (a === b || shortened(a, b) > 0) return 'words';
  return sounding(a, b) >= slipped(a, b) ? 'sound' : 'spelling';
}

const SHORTEST = 3;

/** One is an abbreviation of the other, or both are of a third. */
const shortened = (a: string, b: string): number => (inFull(a) === inFull(b) ? 0.97 : 0);

/** They sound the same, which tells the more, the more consonants there are. */
function sounding(a: string, b: string): number {
  const sound = soundOf(a);
  if (sound !== soundOf(b)) return 0;
  return SOUNDING[Math.min(consonantsIn(sound), SOUNDING.length - 1)] ?? 0;
}

const SOUNDING = [0, 0, 0.7, 0.88, 0.95] as const;

/** They are a slip of the pen apart, or two where they are long. */
function slipped(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  const most = longest < 5 ? 0 : longest < 8 ? 1 : 2;
  if (most === 0 || differing(a, b) > 2 * most) return 0;
  const slips = slipsBetween(a, b, most);
  return slips > most ? 0 : 1 - slips / longest;
}

/** How many letters are in one of the two only: at most two for each slip. */
function differing(a: string, b: string): number {
  let bits = lettersOf(a) ^ lettersOf(b);
  let count = 0;
  while (bits !== 0) {
    bits &= bits - 1;
    count += 1;
  }
  return count;
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index += 1)
    letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}
