import { CONTAINED, OTHER_FORM, type FeatureName } from './compare-names';
import { PARTY_PARTS } from './compare-parties';
import { NORMALISATION } from './name-form';
import { THRESHOLD_COSTS, type ThresholdCost } from './threshold-costs';
import { DEFAULT_THRESHOLDS, FLOOR, type Thresholds } from './thresholds';

/** One thing that is looked at, and what it may add to the score or take from it. */
export interface FeatureDescription {
  readonly name: FeatureName;
  /** The least and the most that it adds: negative where it takes away. */
  readonly least: number;
  readonly most: number;
  readonly description: string;
}

/** How names are compared: what every answer that rests on a likeness names by its version. */
export interface Algorithm {
  readonly version: string;
  /** What is done with a name before it is compared, in order. */
  readonly normalisation: readonly string[];
  readonly features: readonly FeatureDescription[];
  /** What is less alike than this is never found. */
  readonly floor: number;
  /** Unless settings say otherwise. */
  readonly thresholds: Thresholds;
  readonly costs: readonly ThresholdCost[];
}

export const ALGORITHM: Algorithm = {
  version: `likeness-1 of ${NORMALISATION}`,
  normalisation: [
    'Unicode NFKC, one case, no diacritics, letters that look like others read as these.',
    'Legal forms are taken off in whatever script, and compared by themselves.',
    'What is left is written in Latin letters and parted into words; small words are left out.',
    'Each word tells as much as the table says that ships with the algorithm: the less, the more names it stands in.',
  ],
  features: [
    feature(
      'words',
      [0, 1],
      'How much of both names is the same words, in whatever order: also abbreviations, plurals, and words written together or apart.',
    ),
    feature(
      'spelling',
      [0, 1],
      'How much of both names is words that are one slip of the pen apart, or two where they are long.',
    ),
    feature(
      'sound',
      [0, 1],
      'How much of both names is words that sound the same, as one name does in several transliterations.',
    ),
    feature(
      'acronym',
      [0, 1],
      'How much of both names is a word in one that is made of the initials of all other words of the other.',
    ),
    feature(
      'containment',
      [0, CONTAINED],
      'What it adds that what the shorter name tells stands in the longer one: less where little is told, or much beside.',
    ),
    feature(
      'legal-form',
      [-OTHER_FORM, 0],
      'Both have a legal form, and these are not of one kind.',
    ),
    feature(
      'alias',
      [PARTY_PARTS.weakAlias, 0],
      'The known name is a weak alias, which tells little of whose it is.',
    ),
    feature(
      'country',
      [PARTY_PARTS.otherCountry, PARTY_PARTS.sameCountry],
      'Both countries are known, and they are the same or not.',
    ),
    feature(
      'identifier',
      [PARTY_PARTS.otherIdentifier, PARTY_PARTS.sameIdentifier],
      'Both have an identifier of one scheme, and a value is the same or none is.',
    ),
  ],
  floor: FLOOR,
  thresholds: DEFAULT_THRESHOLDS,
  costs: THRESHOLD_COSTS,
};

function feature(
  name: FeatureName,
  [least, most]: readonly [number, number],
  description: string,
): FeatureDescription {
  return { name, least, most, description };
}
