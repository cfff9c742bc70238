import type { Dictionary } from './dictionary';
import type { WordBytes } from './word-bytes';

/** Words longer than this are not measured. */
export const LONGEST_MEASURED = 31;

/** Bytes of a word, from a place on. */
interface Letters {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly length: number;
}

/** Whether a word is one slip from another: a letter more, less or other, or two neighbours that changed places. */
export function isOneEdit({ bytes, length }: WordBytes, dictionary: Dictionary, word: number) {
  const otherLength = dictionary.lengthOf(word);
  if (Math.abs(length - otherLength) > 1) return false;
  const a: Letters = { bytes, start: 0, length };
  const b: Letters = {
    ...{ bytes: dictionary.pageOf(word), start: dictionary.startOf(word) },
    length: otherLength,
  };
  const begun = sharedBeginning(a, b);
  const ended = sharedEnd(a, b, begun);
  const [left, otherLeft] = [length - begun - ended, otherLength - begun - ended];
  if (left <= 1 && otherLeft <= 1) return true;
  return left === 2 && otherLeft === 2 && changedPlaces(a, b, begun);
}

const letterOf = ({ bytes, start }: Letters, at: number): number => bytes[start + at] ?? 0;

function sharedBeginning(a: Letters, b: Letters): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && letterOf(a, at) === letterOf(b, at)) at += 1;
  return at;
}

/** @param begun how many letters at the beginning are not looked at */
function sharedEnd(a: Letters, b: Letters, begun: number): number {
  const most = Math.min(a.length, b.length) - begun;
  let ended = 0;
  while (ended < most && letterOf(a, a.length - 1 - ended) === letterOf(b, b.length - 1 - ended))
    ended += 1;
  return ended;
}

const changedPlaces = (a: Letters, b: Letters, at: number): boolean =>
  letterOf(a, at) === letterOf(b, at + 1) && letterOf(a, at + 1) === letterOf(b, at);

/**
 * Counts the edits between one word and many others: Levenshtein's distance by Myers' bit vectors.
 *
 * @source G. Myers, "A fast bit-vector algorithm for approximate string matching", J. ACM 46 (1999)
 */
export class EditMeter {
  private readonly places = new Int32Array(256);
  private length = 0;

  /** Sets the word that others are compared with. @param length 1 to 31 */
  begin(bytes: Uint8Array, length: number): void {
    this.places.fill(0);
    this.length = length;
    for (let at = 0; at < length; at += 1) {
      const byte = bytes[at] ?? 0;
      this.places[byte] = (this.places[byte] ?? 0) | (1 << at);
    }
  }

  /** The edits to a word of the dictionary. */
  to(dictionary: Dictionary, word: number): number {
    const [page, start] = [dictionary.pageOf(word), dictionary.startOf(word)];
    const end = start + dictionary.lengthOf(word);
    const top = 1 << (this.length - 1);
    let edits = this.length;
    let [plus, minus] = [-1, 0];
    for (let at = start; at < end; at += 1) {
      const equal = this.places[page[at] ?? 0] ?? 0;
      const vertical = equal | minus;
      const horizontal = (((equal & plus) + plus) ^ plus) | equal;
      let up = minus | ~(horizontal | plus);
      let down = plus & horizontal;
      if (up & top) edits += 1;
      if (down & top) edits -= 1;
      up = (up << 1) | 1;
      down <<= 1;
      plus = down | ~(vertical | up);
      minus = up & vertical;
    }
    return edits;
  }
}
