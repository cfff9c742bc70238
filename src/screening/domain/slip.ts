/**
 * How many slips of the pen two words are apart: a letter left out, too much, another one, or two neighbours that changed
 * places (the distance of optimal string alignment).
 *
 * @returns more than `most` where they are further apart, without saying how far
 */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most || b.length >= LONGEST) return most + 1;
  let [before, last, next] = ROWS;
  for (let column = 0; column <= b.length; column += 1) last[column] = column;
  for (let row = 1; row <= a.length; row += 1) {
    if (fill({ before, last, next }, row, a, b) > most) return most + 1;
    [before, last, next] = [last, next, before];
  }
  return last[b.length] ?? 0;
}

// Longer words are cut: no name that is meant by another has such.
const LONGEST = 64;

const ROWS: readonly [Uint8Array, Uint8Array, Uint8Array] = [
  new Uint8Array(LONGEST),
  new Uint8Array(LONGEST),
  new Uint8Array(LONGEST),
];

interface Rows {
  readonly before: Uint8Array;
  readonly last: Uint8Array;
  readonly next: Uint8Array;
}

/** Fills the next row. @returns the least in it */
function fill({ before, last, next }: Rows, row: number, a: string, b: string): number {
  const letter = a.charCodeAt(row - 1);
  const earlier = row > 1 ? a.charCodeAt(row - 2) : -1;
  next[0] = row;
  let least = row;
  for (let column = 1; column <= b.length; column += 1) {
    const other = b.charCodeAt(column - 1);
    let cost = at(last, column - 1) + (letter === other ? 0 : 1);
    cost = Math.min(cost, at(last, column) + 1, at(next, column - 1) + 1);
    if (column > 1 && earlier === other && letter === b.charCodeAt(column - 2))
      cost = Math.min(cost, at(before, column - 2) + 1);
    next[column] = cost;
    if (cost < least) least = cost;
  }
  return least;
}

const at = (costs: Uint8Array, column: number): number => costs[column] ?? 0;
