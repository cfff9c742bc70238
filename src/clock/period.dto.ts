import type { Period } from './domain/period';

/** A half-open stretch of time, `[from, to)`, UTC; null: unbounded on that side. */
export class PeriodAnswer implements Period {
  readonly from!: Date | null;
  readonly to!: Date | null;
}
