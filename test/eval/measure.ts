import { similarityOf } from '../../src/screening/domain/compare-names';
import type { ThresholdCost } from '../../src/screening/domain/threshold-costs';
import { nameFormOf } from '../../src/screening/domain/name-form';
import { NameMaker } from '../bench/screening/names/names';
import { Random } from '../bench/screening/names/random';
import { costsOf } from './curve';
import { sameGenericWords, sameRareWord, type Negative } from './hard-negatives';
import { kindOfPair, STRONG_KINDS, type PairKind } from './kinds-of-pairs';
import { ordinaryNames } from './ordinary-names';
import {
  aliasPairs,
  contractorNames,
  halfOf,
  ofacNames,
  samNames,
  type Half,
  type RealName,
} from './real-names';
import { Watchlist } from './watchlist';

/** A pair of names that are one, by what has to be seen to see it. */
export interface ScoredPair {
  readonly kind: PairKind;
  readonly one: string;
  readonly other: string;
  readonly score: number;
}

/** An ordinary name, and the name of an excluded one that it is most alike to. */
export interface ScoredName {
  readonly name: string;
  readonly hit: string;
  readonly score: number;
}

export const scoreOfPair = (one: string, other: string): number =>
  similarityOf(nameFormOf(one), nameFormOf(other));

/** OFAC's organisations with their aliases, of one half. */
export const scoredPairs = (half: Half): ScoredPair[] =>
  aliasPairs()
    .filter(({ entity }) => halfOf(entity) === half)
    .map(({ name: one, alias: other }) => ({
      ...{ kind: kindOfPair(one, other), one, other },
      score: scoreOfPair(one, other),
    }));

export const isStrong = ({ kind }: ScoredPair): boolean => STRONG_KINDS.has(kind);

/** Names of different organisations that look alike, of one half: as many as there are pairs that are strong. */
export function scoredNegatives(half: Half, count: number): (readonly [...Negative, number])[] {
  const firms = samNames().filter(({ isFirm }) => isFirm);
  const organisations = [...ofacNames(), ...firms].filter(
    ({ entity, kind }) => kind === 'organisation' && halfOf(entity) === half,
  );
  const rare = new Random(3).shuffle(sameRareWord(organisations)).slice(0, count / 2);
  const generic = sameGenericWords(organisations, count - rare.length);
  return [...rare, ...generic].map(([one, other]) => [one, other, scoreOfPair(one, other)]);
}

/** Ordinary names, each with the name on a list that it is most alike to. */
export function screened(names: readonly string[], list: Watchlist): ScoredName[] {
  return names.map((name) => {
    const { name: hit, score } = list.mostAlike(name);
    return { name, hit, score };
  });
}

/** All names on SAM's and OFAC's lists of who may sell something: vessels and aircraft don't. */
export const listedSellers = (): Watchlist => listOf([...samNames(), ...ofacNames()].filter(sells));

/** The same with vessels and aircraft. */
export const everyListedName = (): Watchlist => listOf([...samNames(), ...ofacNames()]);

export const sellersListedByOfac = (): Watchlist => listOf(ofacNames().filter(sells));

const sells = ({ kind }: RealName): boolean => kind !== 'vessel';

const listOf = (names: readonly RealName[]): Watchlist =>
  new Watchlist(names.map(({ name }) => name));

/** Ordinary names that a generator made, of one half: of common words, and of invented ones. */
export function generatedNames(half: Half, count: number): readonly string[] {
  return [...commonNames(half, count / 2), ...inventedNames(half, count / 2)];
}

const commonNames = (half: Half, count: number): readonly string[] =>
  ordinaryNames(count, half === 'test' ? 11 : 12);

function inventedNames(half: Half, count: number): readonly string[] {
  const maker = new NameMaker(count, half === 'test' ? 31 : 32);
  return Array.from({ length: count }, () => maker.next().text);
}

/** What the evaluation measures, of one half. */
export interface Measured {
  readonly pairs: readonly ScoredPair[];
  readonly strong: readonly ScoredPair[];
  readonly negatives: readonly number[];
  readonly common: readonly ScoredName[];
  readonly invented: readonly ScoredName[];
  /** Both of these. */
  readonly generated: readonly ScoredName[];
  readonly withVessels: readonly ScoredName[];
  readonly firms: readonly ScoredName[];
  readonly costs: readonly ThresholdCost[];
}

/** Measures all, with so many ordinary names. */
export function measure(half: Half, count: number): Measured {
  const pairs = scoredPairs(half);
  const strong = pairs.filter(isStrong);
  const negatives = scoredNegatives(half, strong.length).map(([, , score]) => score);
  const list = listedSellers();
  const common = screened(commonNames(half, count / 2), list);
  const invented = screened(inventedNames(half, count / 2), list);
  const generated = [...common, ...invented];
  const withVessels = screened(generatedNames(half, count), everyListedName());
  const firms = screened(realFirms(), sellersListedByOfac());
  const scores = (scored: readonly { readonly score: number }[]) =>
    scored.map(({ score }) => score);
  const costs = costsOf({ positives: scores(strong), negatives, ordinary: scores(generated) });
  return { pairs, strong, negatives, common, invented, generated, withVessels, firms, costs };
}

/** Real firms that OFAC does not list: those that SAM lists for other reasons, and contractors. */
export function realFirms(): readonly string[] {
  const ofac = new Set(ofacNames().map(({ name }) => nameFormOf(name).words.toSorted().join(' ')));
  const firms = [...samNames().filter(({ isFirm }) => isFirm), ...contractorNames()];
  const names = new Set(firms.map(({ name }) => name));
  return [...names].filter((name) => !ofac.has(nameFormOf(name).words.toSorted().join(' ')));
}
