/** From which scores on a likeness counts. */
export interface Thresholds {
  /** With someone or something excluded: it is told, and a person must look. */
  readonly deny: number;
  /** With any vendor: it is a candidate for whom may be meant. */
  readonly candidate: number;
}

/** What is less alike than this is never found. No threshold may be lower. */
export const FLOOR = 0.6;

export const DEFAULT_THRESHOLDS: Thresholds = { deny: 0.66, candidate: 0.7 };
