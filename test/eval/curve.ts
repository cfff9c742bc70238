import type { ThresholdCost } from '../../src/screening/domain/threshold-costs';

/** The thresholds that are measured: from the floor to 1, in steps of 0.02. */
export const THRESHOLDS: readonly number[] = Array.from({ length: 21 }, (_, step) =>
  round(0.6 + step * 0.02),
);

/** How many of some scores are as high as a threshold, as a share; 0 of none. */
export const shareFrom = (scores: readonly number[], threshold: number): number =>
  scores.length === 0 ? 0 : scores.filter((score) => score >= threshold).length / scores.length;

/** What each threshold costs, from scores of pairs that are one, of pairs that aren't, and of ordinary names. */
export function costsOf(scores: {
  readonly positives: readonly number[];
  readonly negatives: readonly number[];
  readonly ordinary: readonly number[];
}): ThresholdCost[] {
  return THRESHOLDS.map((threshold) => {
    const found = scores.positives.filter((score) => score >= threshold).length;
    const wrong = scores.negatives.filter((score) => score >= threshold).length;
    return {
      threshold,
      recall: round(shareFrom(scores.positives, threshold)),
      precision: found + wrong === 0 ? 1 : round(found / (found + wrong)),
      reviewed: round(shareFrom(scores.ordinary, threshold)),
    };
  });
}

/** The harmonic mean of precision and recall. */
export const f1 = ({ recall, precision }: ThresholdCost): number =>
  recall + precision === 0 ? 0 : round((2 * recall * precision) / (recall + precision));

export function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
