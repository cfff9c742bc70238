import { nameFormOf } from '../../src/screening/domain/name-form';
import { GENERIC_WORDS } from './generic-words';

/**
 * What has to be seen to see that two names are one. The rules stand here and use nothing of the score: what is tested
 * must not say what it is tested on.
 */
export const PAIR_KINDS = [
  'same words',
  'written together or apart',
  'respelled',
  'generic words apart',
  'telling words left out',
  'half of the words',
  'acronym',
  'other name',
] as const;

export type PairKind = (typeof PAIR_KINDS)[number];

/**
 * Strong aliases that share script or transliterate: all that one name tells, the other tells too, however it is spelled,
 * written and ordered. An alias that leaves telling words out, or is a translation, an acronym or another name altogether, is
 * none of these; of most of the latter no comparison of two names can see it: they have to be known.
 */
export const STRONG_KINDS: ReadonlySet<PairKind> = new Set([
  'same words',
  'written together or apart',
  'respelled',
  'generic words apart',
]);

/** Of which kind a pair is: the first of the kinds whose rule holds. */
export function kindOfPair(one: string, other: string): PairKind {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.toSorted().join(' ') === b.toSorted().join(' ')) return 'same words';
  if (a.join('') === b.join('')) return 'written together or apart';
  if (a.length === b.length && counterparts(a, b) === a.length) return 'respelled';
  return (
    kindByTellingWords(a, b) ??
    (isAcronym(one, other) || isAcronym(other, one) ? 'acronym' : 'other name')
  );
}

function kindByTellingWords(a: readonly string[], b: readonly string[]): PairKind | undefined {
  const [shorter = [], longer = []] = [a.filter(isTelling), b.filter(isTelling)].sort(
    (one, other) => one.length - other.length,
  );
  const found = counterparts(shorter, longer);
  if (found === 0) return undefined;
  if (found === longer.length) return 'generic words apart';
  if (found === shorter.length) return 'telling words left out';
  return found * 2 >= shorter.length ? 'half of the words' : undefined;
}

const wordsOf = (name: string): readonly string[] => nameFormOf(name).words;

/** Generic words tell nothing, and neither do numbers and words of one or two letters. */
const isTelling = (word: string): boolean =>
  word.length > 2 && !/^\d+$/.test(word) && !GENERIC.has(word);

const GENERIC: ReadonlySet<string> = new Set(
  GENERIC_WORDS.filter(([most]) => most <= 0.2).flatMap(([, words]) => words.split(/\s+/)),
);

/** How many words have a counterpart, each another. */
function counterparts(words: readonly string[], others: readonly string[]): number {
  const left = [...others];
  let found = 0;
  for (const word of words) {
    const at = left.findIndex((other) => isCounterpart(word, other));
    if (at === -1) continue;
    left.splice(at, 1);
    found += 1;
  }
  return found;
}

/** The same consonants, or one letter changed, added or left out in words of four letters and more. */
const isCounterpart = (one: string, other: string): boolean =>
  one === other ||
  (skeleton(one).length > 1 && skeleton(one) === skeleton(other)) ||
  (Math.min(one.length, other.length) >= 4 && isOneLetterApart(one, other));

const skeleton = (word: string): string =>
  word
    .replaceAll(/ph/g, 'f')
    .replaceAll(/[ckq]/g, 'k')
    .replaceAll(/z/g, 's')
    .replaceAll(/w/g, 'v')
    .replaceAll(/[aeiouyhj]/g, '')
    .replaceAll(/(.)\1+/g, '$1');

function isOneLetterApart(one: string, other: string): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  if (longer.length - shorter.length > 1) return false;
  let same = 0;
  while (same < shorter.length && shorter[same] === longer[same]) same += 1;
  const rest = shorter.length === longer.length ? shorter.slice(same + 1) : shorter.slice(same);
  return rest === longer.slice(same + 1);
}

/** Whether one name is the initials of the other, with or without its small words. */
function isAcronym(one: string, other: string): boolean {
  const letters = one.toLowerCase().replaceAll(/[^a-z]/g, '');
  const all = other.toLowerCase().match(/[a-z]+/g) ?? [];
  const initialsOf = (words: readonly string[]) => words.map((word) => word[0]).join('');
  return (
    letters.length > 1 &&
    (letters === initialsOf(all) || letters === initialsOf(nameFormOf(other).words))
  );
}
