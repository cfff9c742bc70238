import { WORDS_BY_WEIGHT } from './word-weights.data';

/**
 * How much a word tells of whose a name is: above 0 (it stands in the names of very many) to 1 (in hardly any).
 *
 * The table ships with the algorithm, so that the same two names score the same everywhere and at all times. A word that
 * it does not have tells most, save for numbers and for words of one or two letters.
 *
 * @param word in Latin letters and lower case
 */
export function weightOf(word: string): number {
  return WEIGHTS.get(word) ?? unknown(word);
}

function unknown(word: string): number {
  if (word.length === 1) return ONE_LETTER;
  if (DIGITS.test(word)) return NUMBER;
  return word.length === 2 ? TWO_LETTERS : 1;
}

const ONE_LETTER = 0.2;
const TWO_LETTERS = 0.5;
const NUMBER = 0.4;
const DIGITS = /^\d+$/;

const WEIGHTS: ReadonlyMap<string, number> = new Map(
  WORDS_BY_WEIGHT.flatMap(([weight, words]) =>
    words
      .trim()
      .split(/\s+/)
      .map((word) => [word, weight] as const),
  ),
);
