/** A half-open stretch of time, `[from, to)`, UTC, to the millisecond. null: unbounded on that side. */
export interface Period {
  readonly from: Date | null;
  readonly to: Date | null;
}

/** All of time. */
export const ALWAYS: Period = { from: null, to: null };

/** All time from an instant on. */
export const onwards = (from: Date): Period => ({ from, to: null });

/** Whether an instant lies in a period: its start does, its end does not. */
export function holdsAt({ from, to }: Period, at: Date): boolean {
  return (from === null || from <= at) && (to === null || at < to);
}

/** What two periods share, or null where they share no instant. */
export function intersect(a: Period, b: Period): Period | null {
  const from = laterStart(a.from, b.from);
  const to = earlierEnd(a.to, b.to);
  return from !== null && to !== null && from >= to ? null : { from, to };
}

/** The parts of a period that lie outside another: none, one or two, in order of time. */
export function subtract(period: Period, cut: Period): Period[] {
  if (!intersect(period, cut)) return [period];
  const before = cut.from && intersect(period, { from: null, to: cut.from });
  const after = cut.to && intersect(period, { from: cut.to, to: null });
  return [before, after].filter((part) => part !== null);
}

/** Whether two periods begin and end at the same instants. */
export function samePeriod(a: Period, b: Period): boolean {
  return a.from?.getTime() === b.from?.getTime() && a.to?.getTime() === b.to?.getTime();
}

const laterStart = (a: Date | null, b: Date | null): Date | null =>
  a === null ? b : b === null ? a : a > b ? a : b;

const earlierEnd = (a: Date | null, b: Date | null): Date | null =>
  a === null ? b : b === null ? a : a < b ? a : b;
