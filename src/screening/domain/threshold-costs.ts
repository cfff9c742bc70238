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

export const THRESHOLD_COSTS: readonly ThresholdCost[] = [
  { threshold: 0.6, recall: 0.9912, precision: 0.9107, reviewed: 0.0175 },
  { threshold: 0.62, recall: 0.9899, precision: 0.917, reviewed: 0.0143 },
  { threshold: 0.64, recall: 0.9886, precision: 0.9266, reviewed: 0.0123 },
  { threshold: 0.66, recall: 0.9874, precision: 0.9354, reviewed: 0.0096 },
  { threshold: 0.68, recall: 0.9861, precision: 0.9455, reviewed: 0.0073 },
  { threshold: 0.7, recall: 0.9836, precision: 0.9523, reviewed: 0.006 },
  { threshold: 0.72, recall: 0.9836, precision: 0.9594, reviewed: 0.0048 },
  { threshold: 0.74, recall: 0.9798, precision: 0.9652, reviewed: 0.0035 },
  { threshold: 0.76, recall: 0.976, precision: 0.9687, reviewed: 0.0029 },
  { threshold: 0.78, recall: 0.971, precision: 0.9747, reviewed: 0.0022 },
  { threshold: 0.8, recall: 0.9609, precision: 0.9756, reviewed: 0.0013 },
  { threshold: 0.82, recall: 0.9444, precision: 0.9803, reviewed: 0.0008 },
  { threshold: 0.84, recall: 0.923, precision: 0.9812, reviewed: 0.0006 },
  { threshold: 0.86, recall: 0.904, precision: 0.9822, reviewed: 0.0005 },
  { threshold: 0.88, recall: 0.8763, precision: 0.9844, reviewed: 0.0005 },
  { threshold: 0.9, recall: 0.8384, precision: 0.991, reviewed: 0.0003 },
  { threshold: 0.92, recall: 0.7854, precision: 0.9952, reviewed: 0.0003 },
  { threshold: 0.94, recall: 0.7247, precision: 0.9965, reviewed: 0.0002 },
  { threshold: 0.96, recall: 0.6528, precision: 0.9981, reviewed: 0.0001 },
  { threshold: 0.98, recall: 0.529, precision: 0.9976, reviewed: 0.0001 },
  { threshold: 1, recall: 0.4078, precision: 1, reviewed: 0.0001 },
];
