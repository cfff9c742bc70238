import { ByHash } from './by-hash';
import type { Dictionary } from './dictionary';
import { isOneEdit } from './edits';
import { hashOfBytes, type WordBytes } from './word-bytes';

const SHORTEST = 3;
/** Of longer words so many bytes are looked at: what is one slip from another is so in its beginning too. */
const BEGINNING = 10;

/**
 * Words one slip apart: each word is kept by itself and by what is left of it without any one of its letters. Two words
 * that are a slip apart have at least one of these in common.
 */
export class Slips {
  private readonly words = new ByHash();

  constructor(private readonly dictionary: Dictionary) {}

  get bytes(): number {
    return this.words.bytes;
  }

  add(word: number, { bytes, length }: WordBytes): void {
    if (length < SHORTEST) return;
    const end = Math.min(length, BEGINNING);
    for (let skipped = -1; skipped < end; skipped += 1) {
      if (isWorthSkipping(bytes, skipped)) this.words.add(hashOfBytes(bytes, end, skipped), word);
    }
  }

  /** Gives each word that is at most one slip from this one, some of them more than once. */
  find(wanted: WordBytes, found: (word: number) => void): void {
    const { bytes, length } = wanted;
    if (length < SHORTEST) return;
    const end = Math.min(length, BEGINNING);
    for (let skipped = -1; skipped < end; skipped += 1) {
      if (!isWorthSkipping(bytes, skipped)) continue;
      for (const word of this.words.of(hashOfBytes(bytes, end, skipped))) {
        if (isOneEdit(wanted, this.dictionary, word)) found(word);
      }
    }
  }
}

// Of a doubled letter either may be left out: what is left is the same.
const isWorthSkipping = (bytes: Uint8Array, at: number): boolean =>
  at < 1 || bytes[at] !== bytes[at - 1];
