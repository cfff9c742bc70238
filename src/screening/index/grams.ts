import { ByHash, NONE } from './by-hash';
import type { Dictionary } from './dictionary';
import { EditMeter, LONGEST_MEASURED } from './edits';
import { Lists, type Stretch } from './lists';
import { mixed, type WordBytes } from './word-bytes';

/** What a letter, a digit, another byte, or the beginning of a word can be. */
const SIGNS = 38;
const OTHER = 37;
/** Shorter words have no others that are several slips away and still like them. */
const SHORTEST = 7;
const MOST_SLIPS = 2;
/** Two neighbours that changed places are one slip, and two edits. */
const MOST_EDITS = 2 * MOST_SLIPS;
/** Most entries that are looked at for a word. */
const BUDGET = 40_000;
/** So many letters of a word must be there that is looked for by its beginning, and so many words are looked at. */
const BEGUN = 3;
const MOST_BEGINNINGS = 4000;
/** So many groups of three must be shared. */
const SHARED = 2;

/** The dictionary by groups of three letters: for words that are several slips away, or only begun. */
export class Grams {
  private readonly lists = new Lists();
  /** By the key, mixed: two keys are never mixed into one. */
  private readonly listOf = new ByHash();
  private readonly meter = new EditMeter();
  private left = 0;
  private shared = new Uint8Array(1024);
  private readonly touched = new Uint32Array(BUDGET);
  private readonly stretch: Stretch = { numbers: new Uint32Array(0), from: 0, count: 0 };

  constructor(private readonly dictionary: Dictionary) {}

  get bytes(): number {
    return this.lists.bytes + this.listOf.bytes + this.shared.byteLength + this.touched.byteLength;
  }

  add(word: number, { bytes, length }: WordBytes): void {
    if (length >= SHORTEST - MOST_SLIPS) {
      for (let at = 0; at + 1 < length; at += 1) this.put(keyOf(gramAt(bytes, at), length), word);
    }
    if (length >= BEGUN) this.put(beginningOf(bytes), word);
  }

  /** Gives the words that may be two slips away, and some that are a little further. */
  near({ bytes, length }: WordBytes, found: (word: number) => void): void {
    if (length < SHORTEST || length > LONGEST_MEASURED) return;
    const touched = this.count(bytes, length);
    this.meter.begin(bytes, length);
    for (let at = 0; at < touched; at += 1) {
      const word = this.touched[at] ?? 0;
      const shared = this.shared[word] ?? 0;
      this.shared[word] = 0;
      if (shared >= SHARED && this.meter.to(this.dictionary, word) <= MOST_EDITS) found(word);
    }
  }

  /** Gives words that begin so, of very many some. @param wanted of three bytes or more */
  beginning({ bytes, length }: WordBytes, found: (word: number) => void): void {
    if (length < BEGUN) return;
    const { numbers, from, count } = this.read(beginningOf(bytes));
    const end = from + Math.min(count, MOST_BEGINNINGS);
    for (let at = from; at < end; at += 1) {
      const word = numbers[at] ?? 0;
      if (this.begins(word, bytes, length)) found(word);
    }
  }

  private begins(word: number, bytes: Uint8Array, length: number): boolean {
    if (this.dictionary.lengthOf(word) < length) return false;
    const [page, start] = [this.dictionary.pageOf(word), this.dictionary.startOf(word)];
    for (let at = 0; at < length; at += 1) if (page[start + at] !== bytes[at]) return false;
    return true;
  }

  /** Counts for each word the groups that it shares. @returns how many words were touched */
  private count(bytes: Uint8Array, length: number): number {
    if (this.shared.length < this.dictionary.size)
      this.shared = new Uint8Array(this.dictionary.size * 2);
    let touched = 0;
    this.left = BUDGET;
    for (let at = 0; at + 1 < length; at += 1) {
      const gram = gramAt(bytes, at);
      const longest = Math.min(length + MOST_SLIPS, LONGEST_MEASURED);
      for (let other = length - MOST_SLIPS; other <= longest; other += 1)
        touched = this.touch(this.read(keyOf(gram, other)), touched);
    }
    return touched;
  }

  /** Counts a list's words, unless it is too long for what is left to do. @returns how many words were touched */
  private touch({ numbers, from, count }: Stretch, before: number): number {
    if (count > this.left) return before;
    this.left -= count;
    let touched = before;
    for (let at = from; at < from + count; at += 1) {
      const word = numbers[at] ?? 0;
      const shared = this.shared[word] ?? 0;
      if (shared === 0) this.touched[touched++] = word;
      this.shared[word] = shared + 1;
    }
    return touched;
  }

  private put(key: number, word: number): void {
    const hash = mixed(key);
    const slot = this.listOf.first(hash);
    const list = slot === NONE ? this.lists.create() : this.listOf.numberAt(hash, slot);
    if (slot === NONE) this.listOf.add(hash, list);
    this.lists.add(list, word);
  }

  private read(key: number): Stretch {
    const hash = mixed(key);
    const slot = this.listOf.first(hash);
    if (slot !== NONE) return this.lists.read(this.listOf.numberAt(hash, slot), this.stretch);
    this.stretch.count = 0;
    return this.stretch;
  }
}

/** A group among words of one length: those much longer are not told apart. */
const keyOf = (gram: number, length: number): number =>
  gram * (LONGEST_MEASURED + 1) + Math.min(length, LONGEST_MEASURED);

/** The key of words that begin with the same three bytes; no group has it, since those of length 0 have none. */
const beginningOf = (bytes: Uint8Array): number => keyOf(gramAt(bytes, 1), 0);

/** The group of three that ends behind the next byte; the first begins with the beginning of the word. */
const gramAt = (bytes: Uint8Array, at: number): number =>
  ((at === 0 ? 0 : signOf(bytes[at - 1] ?? 0)) * SIGNS + signOf(bytes[at] ?? 0)) * SIGNS +
  signOf(bytes[at + 1] ?? 0);

function signOf(byte: number): number {
  if (byte >= 97 && byte <= 122) return byte - 96;
  return byte >= 48 && byte <= 57 ? byte - 21 : OTHER;
}
