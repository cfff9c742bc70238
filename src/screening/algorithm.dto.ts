import { ALGORITHM, type FeatureDescription } from './domain/algorithm';
import { NORMALISATION } from './domain/name-form';
import type { ThresholdCost } from './domain/threshold-costs';
import type { Thresholds } from './domain/thresholds';
import { ThresholdsAnswer } from './screening.dto';

/** How names are read before they are compared. */
export class NormalisationAnswer {
  readonly version!: string;
  /** In order. */
  readonly steps!: string[];
}

/** One thing that is looked at, and what it may add to the score. */
export class FeatureDescriptionAnswer implements FeatureDescription {
  readonly name!:
    | 'words'
    | 'containment'
    | 'spelling'
    | 'sound'
    | 'acronym'
    | 'legal-form'
    | 'alias'
    | 'country'
    | 'identifier';
  /** The least that it adds; below 0, the most that it takes away. */
  readonly least!: number;
  /** The most that it adds. */
  readonly most!: number;
  readonly description!: string;
}

/** What a threshold costs, as measured on names that nothing was tuned on. */
export class ThresholdCostAnswer implements ThresholdCost {
  readonly threshold!: number;
  /** The share, of pairs of names that are one, that score as much. */
  readonly recall!: number;
  /** The share, of pairs that score as much, that are one. */
  readonly precision!: number;
  /** The share, of ordinary names, that would be sent to review. */
  readonly reviewed!: number;
}

/** How names are compared. */
export class AlgorithmAnswer {
  /** What every answer names that rests on a likeness. */
  readonly version!: string;
  readonly normalisation!: NormalisationAnswer;
  /** The score is the sum of their parts, kept within 0 and 1. */
  readonly features!: FeatureDescriptionAnswer[];
  /** What is less alike than this is never found; no threshold is lower. */
  readonly floor!: number;
  /** Those that are in force here. */
  readonly thresholds!: ThresholdsAnswer;
  /** What each value of a threshold costs. */
  readonly costs!: ThresholdCostAnswer[];

  static of(thresholds: Thresholds): AlgorithmAnswer {
    const { version, normalisation, features, floor, costs } = ALGORITHM;
    return {
      ...{ version, floor, thresholds },
      normalisation: { version: NORMALISATION, steps: [...normalisation] },
      features: features.map((one) => ({ ...one })),
      costs: costs.map((one) => ({ ...one })),
    };
  }
}
