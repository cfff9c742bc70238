import { similarityOf } from './compare-names';
import type { NameForm } from './name-form';
import { FLOOR } from './thresholds';

/**
 * How much a name resembles what somebody has typed so far, 0 to 1: as much as what was typed would if its last word
 * were finished as a word of the name. A name in which all that was typed stands is never below the floor of a search,
 * however little its words tell.
 */
export function typedLikeness(typed: NameForm, name: NameForm): number {
  const begun = typed.words.at(-1);
  if (begun === undefined) return similarityOf(typed, name);
  const finished = name.words.flatMap((word, place) =>
    word.startsWith(begun) ? [finishedAs(typed, word, name.weights[place] ?? 1)] : [],
  );
  const scores = [typed, ...finished].map((form) => similarityOf(form, name));
  const least = finished.length > 0 && standsIn(typed.words.slice(0, -1), name.words) ? FLOOR : 0;
  return Math.max(least, ...scores);
}

const finishedAs = (typed: NameForm, word: string, weight: number): NameForm => ({
  ...typed,
  words: [...typed.words.slice(0, -1), word],
  weights: [...typed.weights.slice(0, -1), weight],
});

const standsIn = (words: readonly string[], others: readonly string[]): boolean =>
  words.every((word) => others.includes(word));
