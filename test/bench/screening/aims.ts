import { percentile } from '../support/interleave';
import type { Measurement } from './measure';
import { isTyping, type Kind } from './names/workload';

/** Something that the index is to reach at a million names. */
export interface Aim {
  readonly what: string;
  readonly unit: string;
  /** What was measured; NaN where it was not. */
  readonly value: number;
  readonly limit: number;
  /** Whether more is better. */
  readonly least: boolean;
}

export const isMet = ({ value, limit, least }: Aim): boolean =>
  least ? value >= limit : value <= limit;

/** What was aimed at, with what was measured. */
export function aimsOf({ built, asked }: Measurement): Aim[] {
  const most = (
    what: string,
    unit: string,
    measured: readonly [value: number, limit: number],
  ): Aim => ({ what, unit, value: measured[0], limit: measured[1], least: false });
  const least = (what: string, value: number, limit: number): Aim => ({
    what,
    unit: '',
    value,
    limit,
    least: true,
  });
  const mix = mixOf({ asked });
  return [
    most('build', 's', [built.seconds, 10]),
    most('memory: heap and buffers', 'MiB', [built.heapMiB, 250]),
    most('longest stretch without others’ turn', 'ms', [built.longestStretchMs, 10]),
    most('all questions, p50', 'ms', [percentile(mix, 0.5), 0.2]),
    most('all questions, p99', 'ms', [percentile(mix, 0.99), 2]),
    most('while typing, longest', 'ms', [percentile(typingOf({ asked }), 1), 50]),
    least('one typo, recall@1', recall(asked.withTypo, 1), 0.99),
    least('two typos, recall@1', recall(asked.withTwoTypos, 1), 0.93),
    least('word left out, recall@10', recall(asked.withoutWord, 10), 0.9),
  ];
}

type Asked = Measurement['asked'];

/** Times of all questions about whole names, in rising order. */
export const mixOf = ({ asked }: { readonly asked: Asked }): Float64Array =>
  timesOf(asked, (kind) => !isTyping(kind));

/** Times of all questions about names that are still typed, in rising order. */
export const typingOf = ({ asked }: { readonly asked: Asked }): Float64Array =>
  timesOf(asked, isTyping);

const timesOf = (asked: Asked, wanted: (kind: Kind) => boolean): Float64Array =>
  Float64Array.from(
    Object.entries(asked).flatMap(([kind, { times }]) => (wanted(kind as Kind) ? times : [])),
  ).sort();

/** Share of questions for which who was meant was among the first so many. */
export function recall(
  asked: { readonly ranks: readonly number[] } | undefined,
  of: number,
): number {
  const { ranks = [] } = asked ?? {};
  return ranks.filter((rank) => rank > 0 && rank <= of).length / ranks.length;
}
