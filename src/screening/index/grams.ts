import type { Dictionary } from './dictionary';
import { EditMeter, LONGEST_MEASURED } from './edits';
import { Lists, type Stretch } from './lists';
import type { WordBytes } from './word-bytes';

/** What a letter, a digit, another byte, or the beginning of a word can be. */
const SIGNS = 38;
const OTHER = 37;
/** Shorter words have no others that are several slips away and still like them. */
const SHORTEST = 7;
/** Two neighbours that changed places are one slip, and two edits. */
const MOST_SLIPS = 2;
/** Most entries that are looked at for a word, and most words among them. */
const BUDGET = 100_000;
const MOST_TOUCHED = 1 << 16;
/** So many groups of three must be shared. */
const SHARED = 2;

/** The dictionary by groups of three letters: for words that are several slips away, or only begun. */
export class Grams {
  private readonly lists = new Lists();
  private readonly listOf = new Map<number, number>();
  private readonly meter = new EditMeter();
  private shared = new Uint8Array(1024);
  private readonly touched = new Uint32Array(MOST_TOUCHED);
  private readonly stretch: Stretch = { numbers: new Uint32Array(0), from: 0, count: 0 };

  constructor(private readonly dictionary: Dictionary) {}

  get bytes(): number {
    return this.lists.bytes + this.shared.byteLength + this.touched.byteLength;
  }

  add(word: number, { bytes, length }: WordBytes): void {
    for (let at = 0; at + 1 < length; at += 1) {
      const gram = gramAt(bytes, at);
      let list = this.listOf.get(gram);
      if (list === undefined) this.listOf.set(gram, (list = this.lists.create()));
      this.lists.add(list, word);
    }
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
      if (shared >= SHARED && this.isNear(word, length)) found(word);
    }
  }

  /** @param length of the word that the meter holds */
  private isNear(word: number, length: number): boolean {
    const difference = Math.abs(this.dictionary.lengthOf(word) - length);
    return difference <= MOST_SLIPS && this.meter.to(this.dictionary, word) <= 2 * MOST_SLIPS;
  }

  /** Gives words that begin so. @param wanted of two bytes or more @param most so many words are looked at */
  beginning({ bytes, length }: WordBytes, most: number, found: (word: number) => void): void {
    const list = this.listOf.get(gramAt(bytes, 0));
    if (list === undefined) return;
    const { numbers, from, count } = this.lists.read(list, this.stretch);
    const end = from + Math.min(count, most);
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
    let [touched, spent] = [0, 0];
    for (let at = 0; at + 1 < length; at += 1) {
      const list = this.listOf.get(gramAt(bytes, at));
      if (list === undefined || spent + this.lists.count(list) > BUDGET) continue;
      spent += this.lists.count(list);
      touched = this.touch(list, touched);
    }
    return touched;
  }

  private touch(list: number, before: number): number {
    const { numbers, from, count } = this.lists.read(list, this.stretch);
    let touched = before;
    for (let at = from; at < from + count; at += 1) {
      const word = numbers[at] ?? 0;
      const shared = this.shared[word] ?? 0;
      if (shared === 0) {
        if (touched === MOST_TOUCHED) continue;
        this.touched[touched++] = word;
      }
      this.shared[word] = shared + 1;
    }
    return touched;
  }
}

/** The group of three that ends behind the next byte; the first begins with the beginning of the word. */
const gramAt = (bytes: Uint8Array, at: number): number =>
  ((at === 0 ? 0 : signOf(bytes[at - 1] ?? 0)) * SIGNS + signOf(bytes[at] ?? 0)) * SIGNS +
  signOf(bytes[at + 1] ?? 0);

function signOf(byte: number): number {
  if (byte >= 97 && byte <= 122) return byte - 96;
  return byte >= 48 && byte <= 57 ? byte - 21 : OTHER;
}
