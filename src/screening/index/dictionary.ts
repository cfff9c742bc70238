import { ByHash, NONE } from './by-hash';
import { Numbers } from './numbers';
import { hashOfBytes, WordBytes } from './word-bytes';

const SHIFT = 16;
const PAGE = 1 << SHIFT;
/** Words whose text is kept at hand. */
const AT_HAND = 1 << 13;
const NOTHING = new Uint8Array(0);

/** Each word once, with a number and with what it tells, as bytes that are never moved. */
export class Dictionary {
  private readonly numbers = new ByHash();
  private readonly pages: Uint8Array[] = [];
  private end = 0;
  private readonly places = new Numbers();
  private readonly weightsOf = new Numbers();
  private readonly weights: number[] = [];
  private readonly weightIds = new Map<number, number>();
  private readonly handy = new Array<string>(AT_HAND).fill('');
  private readonly handyWords = new Int32Array(AT_HAND).fill(-1);
  private readonly scratch = new WordBytes();

  /** The number of words. */
  get size(): number {
    return this.places.length;
  }

  get bytes(): number {
    const numbers = this.places.bytes + this.weightsOf.bytes;
    return this.numbers.bytes + this.pages.length * PAGE + numbers;
  }

  /** The number of a word; -1 where it is not known. */
  find(word: string): number {
    const { bytes, length } = this.scratch.read(word);
    return this.findBytes(bytes, length);
  }

  findBytes(bytes: Uint8Array, length: number): number {
    const hash = hashOfBytes(bytes, length);
    let at = this.numbers.first(hash);
    for (; at !== NONE; at = this.numbers.following(hash, at)) {
      const number = this.numbers.numberAt(hash, at);
      if (this.isWord(number, bytes, length)) return number;
    }
    return -1;
  }

  /** Adds a word that is not known. @returns its number: one higher than the last one's */
  add(word: string, weight: number): number {
    const { bytes, length } = this.scratch.read(word);
    const place = this.room(length + 2);
    const page = this.pages[place >>> SHIFT] ?? NOTHING;
    const start = place & (PAGE - 1);
    page[start] = length & 255;
    page[start + 1] = length >> 8;
    page.set(bytes.subarray(0, length), start + 2);
    this.weightsOf.push(this.weightId(weight));
    const number = this.places.push(place);
    this.numbers.add(hashOfBytes(bytes, length), number);
    return number;
  }

  lengthOf(word: number): number {
    const place = this.places.at(word);
    const page = this.pages[place >>> SHIFT] ?? NOTHING;
    const start = place & (PAGE - 1);
    return (page[start] ?? 0) | ((page[start + 1] ?? 0) << 8);
  }

  /** The bytes that a word lies in, and more. */
  pageOf(word: number): Uint8Array {
    return this.pages[this.places.at(word) >>> SHIFT] ?? NOTHING;
  }

  /** Where in its page a word begins. */
  startOf(word: number): number {
    return (this.places.at(word) & (PAGE - 1)) + 2;
  }

  /** How much a word tells. */
  weightOf(word: number): number {
    return this.weights[this.weightsOf.at(word)] ?? 1;
  }

  textOf(word: number): string {
    const at = word & (AT_HAND - 1);
    if (this.handyWords[at] === word) return this.handy[at] ?? '';
    const start = this.startOf(word);
    const bytes = this.pageOf(word).subarray(start, start + this.lengthOf(word));
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
    this.handyWords[at] = word;
    this.handy[at] = text;
    return text;
  }

  private isWord(number: number, bytes: Uint8Array, length: number): boolean {
    if (this.lengthOf(number) !== length) return false;
    const [page, start] = [this.pageOf(number), this.startOf(number)];
    for (let at = 0; at < length; at += 1) if (page[start + at] !== bytes[at]) return false;
    return true;
  }

  private room(size: number): number {
    if ((this.end & (PAGE - 1)) + size > PAGE) this.end = this.pages.length << SHIFT;
    const place = this.end;
    this.end += size;
    if (this.end > this.pages.length << SHIFT) this.pages.push(new Uint8Array(PAGE));
    return place;
  }

  private weightId(weight: number): number {
    const known = this.weightIds.get(weight);
    if (known !== undefined) return known;
    const id = this.weights.push(weight) - 1;
    this.weightIds.set(weight, id);
    return id;
  }
}
