import anyAscii from 'any-ascii';
import { normaliseName } from './normalise-name';
import { remembered } from './remembered';

/** Legal forms and words that tell no company from another. */
const COMMON_WORDS: ReadonlySet<string> = new Set(
  (
    'a and the of inc incorporated corp corporation co company llc llp lp ltd limited plc gmbh ag sa sas sarl srl spa ' +
    'bv nv ab as oy oyj kk pte pty pvt ao oao ooo pao zao jsc group holding holdings international global ' +
    'technology technologies tech labs lab systems solutions software services digital communications'
  ).split(' '),
);

const SHORTEST_CORE = 3;

/** The words of a name, in order. */
export const wordsOf = remembered((name): readonly string[] =>
  normaliseName(name)
    .split(' ')
    .filter((word) => word !== ''),
);

/** The words of a name in Latin letters, in order, so that scripts can be compared. */
export const latinWordsOf = remembered((name): readonly string[] => wordsOf(anyAscii(name)));

/** The words of a name that tell it from others, in Latin letters and in order; all of them where none does. */
export const coreOf = remembered((name): readonly string[] => {
  const words = latinWordsOf(name);
  const telling = words.filter((word) => !COMMON_WORDS.has(word));
  return telling.length === 0 ? words : telling;
});

const coreText = remembered((name) => coreOf(name).join(' '));

/** Whether some words stand one after another in others. */
export function standsIn(words: readonly string[], text: readonly string[]): boolean {
  return (
    words.length > 0 &&
    text.some((_, start) => words.every((word, index) => text[start + index] === word))
  );
}

/**
 * Whether one name may be meant by another, in whatever scripts: the words that tell are the same, one's stand within
 * the other's, or a slip of the pen apart. A likeness is for a person to look at; it decides nothing.
 */
export function isLike(a: string, b: string): boolean {
  const [one, other] = [coreText(a), coreText(b)];
  if (isShort(one) || isShort(other)) return one === other;
  const [words, others] = [coreOf(a), coreOf(b)];
  return standsIn(words, others) || standsIn(others, words) || isSlip(one, other);
}

const isShort = (core: string): boolean => core.replaceAll(' ', '').length < SHORTEST_CORE;

/** Whether two words are one slip apart, or two where they are long. */
function isSlip(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  const allowed = longest < 5 ? 0 : longest < 9 ? 1 : 2;
  return Math.abs(a.length - b.length) <= allowed && distance(a, b) <= allowed;
}

/** Optimal string alignment: insertions, deletions, replacements, and neighbours that changed places. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const edits = [
        at(last, column) + 1,
        at(next, column - 1) + 1,
        at(last, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1),
      ];
      if (changedPlaces(a, b, row, column)) edits.push(at(before, column - 2) + 1);
      next.push(Math.min(...edits));
    }
    before = last;
    last = next;
  }
  return at(last, b.length);
}

const at = (costs: readonly number[], column: number): number => costs[column] ?? 0;

const changedPlaces = (a: string, b: string, row: number, column: number): boolean =>
  row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
