import type { Stretch } from './lists';

/** From so many times the length on, the longer list is searched instead of walked. */
const MUCH_LONGER = 16;

/**
 * Gives the numbers that two ascending lists share.
 *
 * @param most so many steps at most
 * @returns the steps taken
 */
export function intersect(
  a: Stretch,
  b: Stretch,
  most: number,
  shared: (number: number) => void,
): number {
  const [short, long] = a.count <= b.count ? [a, b] : [b, a];
  return long.count > MUCH_LONGER * short.count
    ? searched(short, long, most, shared)
    : walked(short, long, most, shared);
}

function walked(a: Stretch, b: Stretch, most: number, shared: (number: number) => void): number {
  let [at, other, steps] = [0, 0, 0];
  while (at < a.count && other < b.count && steps < most) {
    const difference = numberAt(a, at) - numberAt(b, other);
    if (difference === 0) shared(numberAt(a, at));
    if (difference <= 0) at += 1;
    if (difference >= 0) other += 1;
    steps += 1;
  }
  return steps;
}

function searched(
  short: Stretch,
  long: Stretch,
  most: number,
  shared: (number: number) => void,
): number {
  const each = 32 - Math.clz32(long.count);
  let [from, steps] = [0, 0];
  for (let at = 0; at < short.count && steps < most; at += 1) {
    const number = numberAt(short, at);
    from = firstFrom(long, number, from);
    steps += each;
    if (from < long.count && numberAt(long, from) === number) shared(number);
  }
  return steps;
}

/** Where the first number lies that is not below one. @param start from here on it may lie */
function firstFrom(stretch: Stretch, number: number, start: number): number {
  let [from, to] = [start, stretch.count];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (numberAt(stretch, middle) < number) from = middle + 1;
    else to = middle;
  }
  return from;
}

const numberAt = ({ numbers, from }: Stretch, at: number): number => numbers[from + at] ?? 0;
