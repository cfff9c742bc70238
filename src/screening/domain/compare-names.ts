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

/** Compares two names. Symmetric; of a name with itself it is 1. Pure: no other name has a say in it. */
export function compareNames(a: NameForm, b: NameForm): Comparison {
  const score = similarityOf(a, b);
  return { score, features: [{ name: 'words', value: score, part: score }] };
}

/** The score alone, for the many that are compared to find the few. */
export function similarityOf(a: NameForm, b: NameForm): number {
  const [one, other] = [new Set(a.words), new Set(b.words)];
  const common = [...one].filter((word) => other.has(word)).length;
  return common === 0 ? 0 : (2 * common) / (one.size + other.size);
}
