import { nameFormOf } from '../../src/screening/domain/name-form';
import { Random } from '../bench/screening/names/random';
import type { RealName } from './real-names';

/** Two names of two. */
export type Negative = readonly [one: string, other: string];

/** A word is rare where the names of so few hold it. */
const RARE = 3;

/**
 * Names of two organisations each that share a rare word: one that at most three of them have. Many of these are one group
 * still, or one firm that is listed twice: lists don't say so, so that they count as wrong when they are told to be alike.
 */
export function sameRareWord(names: readonly RealName[]): Negative[] {
  const holders = holdersOf(names);
  const pairs = [...holders.values()]
    .filter(({ length }) => length > 1 && length <= RARE)
    .flatMap((held) => held.flatMap((one, at) => held.slice(at + 1).map((other) => [one, other])));
  return distinct(pairs as [RealName, RealName][]);
}

/** Names of two organisations each that share two words or more, of which none is rare. */
export function sameGenericWords(names: readonly RealName[], most: number): Negative[] {
  const holders = holdersOf(names);
  const isGeneric = (word: string) => (holders.get(word)?.length ?? 0) >= GENERIC;
  const random = new Random(5);
  const byWords = new Map<string, RealName[]>();
  for (const name of names) {
    const words = [...new Set(nameFormOf(name.name).words)].filter(isGeneric).sort();
    for (const pair of pairsOf(words)) byWords.set(pair, [...(byWords.get(pair) ?? []), name]);
  }
  const pairs = [...byWords.values()]
    .filter(({ length }) => length > 1)
    .map((held) => [random.pick(held), random.pick(held)] as const);
  return random.shuffle(distinct(pairs)).slice(0, most);
}

const GENERIC = 20;

/** One name of each organisation by the words that it holds: the names of at most one entity of each. */
function holdersOf(names: readonly RealName[]): Map<string, RealName[]> {
  const holders = new Map<string, Map<string, RealName>>();
  for (const name of names) {
    for (const word of nameFormOf(name.name).words) {
      if (word.length < 4) continue;
      const held = holders.get(word) ?? new Map<string, RealName>();
      holders.set(word, held);
      if (!held.has(name.entity)) held.set(name.entity, name);
    }
  }
  return new Map([...holders].map(([word, held]) => [word, [...held.values()]]));
}

const pairsOf = (words: readonly string[]): string[] =>
  words.flatMap((one, at) => words.slice(at + 1).map((other) => `${one} ${other}`));

/** Each pair once, without those who have the same name or are one entity. */
function distinct(pairs: readonly (readonly [RealName, RealName])[]): Negative[] {
  const once = new Map<string, Negative>();
  for (const [one, other] of pairs) {
    const keys = [one, other].map(({ name }) => nameFormOf(name).words.toSorted().join(' '));
    if (one.entity === other.entity || keys[0] === keys[1]) continue;
    once.set(keys.sort().join('|'), [one.name, other.name]);
  }
  return [...once.values()];
}
