import { align, type Alignment } from './align-names';
import type { NameForm } from './name-form';

/** What a comparison looks at. */
export const FEATURES = [
  ...(['words', 'containment', 'spelling', 'sound', 'acronym', 'legal-form'] as const),
  ...(['alias', 'country', 'identifier'] as const),
] as const;

export type FeatureName = (typeof FEATURES)[number];

/** One thing that speaks for or against two names, or parties, being one. */
export interface Feature {
  readonly name: FeatureName;
  /** How far it is there, 0 to 1. */
  readonly value: number;
  /** What it adds to the score, or takes from it. */
  readonly part: number;
}

/** How much two names, or parties, resemble each other. */
export interface Comparison {
  /** 0 to 1: the sum of the parts, kept within these. */
  readonly score: number;
  /** Those that have a part in the score. */
  readonly features: readonly Feature[];
}

/**
 * Compares two names. Symmetric; of a name with itself it is 1. Pure: no other name has a say in it.
 *
 * The words that have a counterpart, by weight and as far as they are like it, make the score, parted by that in what they
 * are alike. Where all that the shorter name tells stands in the longer one, containment adds to it. Legal forms take
 * something away where they differ.
 */
export function compareNames(a: NameForm, b: NameForm): Comparison {
  const alignment = align(a, b);
  const features = [
    ...KINSHIPS.map((name) => asPart(name, shareOf(alignment, name))),
    containmentOf(alignment),
    legalFormsOf(a, b),
  ];
  return { score: scoreOf(features), features: features.filter(({ part }) => part !== 0) };
}

/** The score alone, for the many that are compared to find the few. */
export function similarityOf(a: NameForm, b: NameForm): number {
  return compareNames(a, b).score;
}

/** The sum of the parts, kept within 0 and 1. */
export function scoreOf(features: readonly Feature[]): number {
  let sum = 0;
  for (const { part } of features) sum += part;
  return Math.min(1, Math.max(0, sum));
}

const KINSHIPS = ['words', 'spelling', 'sound', 'acronym'] as const;

const asPart = (name: FeatureName, value: number): Feature => ({ name, value, part: value });

/** How much of both names together has a counterpart that is alike in this way. */
function shareOf({ whole, by }: Alignment, kinship: (typeof KINSHIPS)[number]): number {
  const both = whole[0] + whole[1];
  return both === 0 ? 0 : by[kinship] / both;
}

/** What of the shorter name stands in the other, the more so the more it tells; it lifts the score up to as far. */
function containmentOf(alignment: Alignment): Feature {
  const { whole, shared } = alignment;
  const together = shared[0] + shared[1];
  if (together === 0) return { name: 'containment', value: 0, part: 0 };
  const told = Math.min(1, Math.min(shared[0], shared[1]) / ENOUGH);
  const value = Math.max(shared[0] / whole[0], shared[1] / whole[1]) * told;
  const without = together / (whole[0] + whole[1]);
  return { name: 'containment', value, part: Math.max(0, CONTAINED * value - without) };
}

/** What a name scores at most whose words are all among those of a longer one. */
export const CONTAINED = 0.9;

/** How much has to be told by what is contained: as much as by one word that is rare. */
export const ENOUGH = 0.9;

/** What two legal forms that are not the same take from the score. */
export const OTHER_FORM = 0.04;

function legalFormsOf({ legalForm: one }: NameForm, { legalForm: other }: NameForm): Feature {
  const differ = one !== null && other !== null && one !== other;
  return { name: 'legal-form', value: differ ? 0 : 1, part: differ ? -OTHER_FORM : 0 };
}
