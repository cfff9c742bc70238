import { holdsAt, intersect, type Period } from './period';

/** One stretch of time in which something stands the same. */
interface Dated {
  readonly effective: Period;
}

/** Puts segments in order of time. */
export const inOrder = <Segment extends Dated>(segments: readonly Segment[]): Segment[] =>
  [...segments].sort((a, b) => startOf(a) - startOf(b));

/** The segment that holds at an instant, or undefined. */
export const segmentAt = <Segment extends Dated>(
  segments: readonly Segment[],
  at: Date,
): Segment | undefined => segments.find(({ effective }) => holdsAt(effective, at));

/** The parts of segments that lie within a period. */
export const within = <Segment extends Dated>(
  segments: readonly Segment[],
  period: Period,
): Segment[] =>
  segments.flatMap((segment) => {
    const effective = intersect(segment.effective, period);
    return effective ? [{ ...segment, effective }] : [];
  });

const startOf = ({ effective: { from } }: Dated): number => from?.getTime() ?? -Infinity;
