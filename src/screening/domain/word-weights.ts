import { COMMON_WORDS } from './common-words.data';
import { GENERIC_WORDS } from './generic-words.data';

/**
 * How much a word tells of whose a name is: above 0 (it stands in the names of very many) to 1 (in hardly any).
 *
 * The table ships with the algorithm, so that the same two names score the same everywhere and at all times. A word that
 * it does not have tells most, save for numbers and for words of three letters and less.
 *
 * @param word in Latin letters and lower case
 */
export function weightOf(word: string): number {
  return WEIGHTS.get(word) ?? unknown(word);
}

function unknown(word: string): number {
  if (DIGITS.test(word)) return NUMBER;
  return SHORT[word.length] ?? 1;
}

/** By the number of letters: there are few words of two or three, so that many have the same by chance. */
const SHORT: readonly (number | undefined)[] = [0.2, 0.2, 0.5, 0.7];
const NUMBER = 0.4;
const DIGITS = /^\d+$/;

const WEIGHTS: ReadonlyMap<string, number> = new Map(
  [...GENERIC_WORDS, ...COMMON_WORDS].flatMap(([weight, words]) =>
    words
      .trim()
      .split(/\s+/)
      .map((word) => [word, weight] as const),
  ),
);
