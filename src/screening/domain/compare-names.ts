import { align, type Alignment } from './align-names';
import { legalFamilyOf } from './legal-forms/find-legal-forms';
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
  const [alike, counted] = sharesOf(alignment);
  const both = alignment.whole[0] + alignment.whole[1];
  const features = [
    ...KINSHIPS.map((name) => {
      const value = both === 0 ? 0 : alignment.by[name] / both;
      return { name, value, part: value * counted };
    }),
    containmentOf(alignment, alike * counted),
    legalFormsOf(a, b),
  ];
  return {
    score: similarity(alignment, a, b),
    features: features.filter(({ part }) => part !== 0),
  };
}

/** The score alone, for the many that are compared to find the few. */
export const similarityOf = (a: NameForm, b: NameForm): number => similarity(align(a, b), a, b);

function similarity(alignment: Alignment, a: NameForm, b: NameForm): number {
  const [alike, counted] = sharesOf(alignment);
  const without = alike * counted;
  const lifted = without + Math.max(0, CONTAINED * contained(alignment) - without);
  return kept(lifted - (formsDiffer(a, b) ? OTHER_FORM : 0));
}

/** The sum of the parts, kept within 0 and 1. */
export const scoreOf = (features: readonly Feature[]): number =>
  kept(features.reduce((sum, { part }) => sum + part, 0));

const kept = (score: number): number => Math.min(1, Math.max(0, score));

const KINSHIPS = ['words', 'spelling', 'sound', 'acronym'] as const;

/** How much of both names is alike, and what counts of it. */
function sharesOf(alignment: Alignment): readonly [alike: number, counted: number] {
  const { whole, shared } = alignment;
  const both = whole[0] + whole[1];
  const alike = both === 0 ? 0 : (shared[0] + shared[1]) / both;
  return [alike, countedShare(alike, told(alignment))];
}

/** How much is told by what two names share: 1 where it is as much as by one word that is rare. */
const told = ({ shared }: Alignment): number =>
  Math.min(1, Math.min(shared[0], shared[1]) / ENOUGH);

/** What counts of what two names share: less, the more is not shared and the less is told by what is. */
const countedShare = (alike: number, told: number): number =>
  alike === 0 ? 0 : Math.max(0, 1 - (GENERIC * (1 - told) * (1 - alike)) / alike);

/** How much has to be told by what is shared. */
export const ENOUGH = 1;

/** How much less generic words count that two names share beside others. */
export const GENERIC = 1.75;

/** What it lifts the score by that the shorter name stands in the longer one. */
function containmentOf(alignment: Alignment, without: number): Feature {
  const value = contained(alignment);
  return { name: 'containment', value, part: Math.max(0, CONTAINED * value - without) };
}

/** How much of what the shorter name tells stands in the other: less where little is told, or much beside. */
function contained(alignment: Alignment): number {
  const { telling, tellingShared } = alignment;
  if (tellingShared[0] === 0 || tellingShared[1] === 0) return 0;
  const [one, other] = [tellingShared[0] / telling[0], tellingShared[1] / telling[1]];
  const beside = 1 - Math.min(one, other);
  return Math.max(one, other) * told(alignment) * (1 - BESIDE * beside);
}

/** What is told beside in the longer name takes away at most as much of what is contained. */
export const BESIDE = 0.4;

/** What a name scores at most whose telling words are all among those of a longer one. */
export const CONTAINED = 0.9;

/** What two legal forms that are not the same take from the score. */
export const OTHER_FORM = 0.04;

function legalFormsOf(a: NameForm, b: NameForm): Feature {
  const differ = formsDiffer(a, b);
  return { name: 'legal-form', value: differ ? 0 : 1, part: differ ? -OTHER_FORM : 0 };
}

/** Whether both have a legal form, and these are not of one kind: as OOO and GmbH are. */
function formsDiffer({ legalForm: one }: NameForm, { legalForm: other }: NameForm): boolean {
  if (one === null || other === null || one === other) return false;
  return legalFamilyOf(one) !== legalFamilyOf(other);
}
