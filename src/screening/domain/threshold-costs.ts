/** What a threshold costs, as measured by `npm run eval:screening` on names that nothing was tuned on. */
export interface ThresholdCost {
  readonly threshold: number;
  /** Of the pairs of names that are one, and share script or transliterate: how many score as much. */
  readonly recall: number;
  /** Of the pairs that score as much: how many are one. */
  readonly precision: number;
  /** Of ordinary names: how many score as much with a name of an excluded one, and would be sent to review. */
  readonly reviewed: number;
}

export const THRESHOLD_COSTS: readonly ThresholdCost[] = [];
