import type { NameForm } from '../domain/name-form';
import type { Dictionary } from './dictionary';
import { inPage, Numbers } from './numbers';
import { tellingOf, type Whole } from './rough-score';

/** Numbers that stand before a name's words. */
export const HEAD = 3;
/** What a name tells is kept in these parts of one. */
const FINENESS = 512;

/**
 * The names themselves: each, in one piece, its owner, its legal form with the number of its words, what its words tell
 * together, and its words. A name is known by its place, which is a multiple of four.
 */
export class Names {
  private readonly numbers = new Numbers();
  private readonly legalForms: (string | null)[] = [null];
  private readonly legalFormIds = new Map<string | null, number>([[null, 0]]);
  private count = 0;

  constructor(private readonly dictionary: Dictionary) {}

  /** The number of names. */
  get size(): number {
    return this.count;
  }

  get bytes(): number {
    return this.numbers.bytes;
  }

  /** @param words the numbers of the form's words @returns the place */
  add(owner: number, form: NameForm, words: readonly number[]): number {
    const place = this.numbers.room((HEAD + words.length + 3) & ~3);
    this.numbers.set(place, owner);
    this.numbers.set(place + 1, (this.legalFormId(form.legalForm) << 8) | words.length);
    this.numbers.set(place + 2, packed(form.weights));
    for (let at = 0; at < words.length; at += 1) {
      this.numbers.set(place + HEAD + at, words[at] ?? 0);
    }
    this.count += 1;
    return place;
  }

  wholeOf(place: number): Whole {
    return wholeAt(this.numbers.page(place), inPage(place));
  }

  ownerOf(place: number): number {
    return this.numbers.at(place);
  }

  wordCount(place: number): number {
    return this.numbers.at(place + 1) & 255;
  }

  wordAt(place: number, at: number): number {
    return this.numbers.at(place + HEAD + at);
  }

  /** Where a name's numbers lie. */
  page(place: number): Uint32Array {
    return this.numbers.page(place);
  }

  /** The form of a name, but for its key, which is not kept. @param key what to put there */
  formOf(place: number, key: string): NameForm {
    const page = this.page(place);
    const start = inPage(place);
    const about = page[start + 1] ?? 0;
    const words: string[] = [];
    const weights: number[] = [];
    for (let at = start + HEAD; at < start + HEAD + (about & 255); at += 1) {
      const word = page[at] ?? 0;
      words.push(this.dictionary.textOf(word));
      weights.push(this.dictionary.weightOf(word));
    }
    return { key, words, weights, legalForm: this.legalForms[about >>> 8] ?? null };
  }

  /** Whether a name has these words and this legal form. */
  isSame(place: number, form: NameForm, words: readonly number[]): boolean {
    const about = (this.legalFormId(form.legalForm) << 8) | words.length;
    return (
      this.numbers.at(place + 1) === about &&
      words.every((word, at) => this.wordAt(place, at) === word)
    );
  }

  private legalFormId(legalForm: string | null): number {
    const known = this.legalFormIds.get(legalForm);
    if (known !== undefined) return known;
    const id = this.legalForms.push(legalForm) - 1;
    this.legalFormIds.set(legalForm, id);
    return id;
  }
}

/** What a name's words tell together, and beyond generic words, in one number. */
function packed(weights: readonly number[]): number {
  let [weight, telling] = [0, 0];
  for (const each of weights) {
    weight += each;
    telling += tellingOf(each);
  }
  return ((Math.round(weight * FINENESS) << 16) | Math.round(telling * FINENESS)) >>> 0;
}

/** The same read back. @param start where in its page a name begins */
export function wholeAt(page: Uint32Array, start: number): Whole {
  const number = page[start + 2] ?? 0;
  return { weight: (number >>> 16) / FINENESS, telling: (number & 0xffff) / FINENESS };
}

/** In a reference, what a name tells is kept in these parts of one, up to 255 of them. */
const COARSENESS = 16;

/**
 * A reference to a name: its place, and roughly what it tells beyond generic words, so that whoever goes through many
 * need not look at those that tell too much. References are in the order of places. There is room for 2^26 numbers, about
 * eight million names.
 */
export const referenceTo = (place: number, { telling }: Whole): number =>
  (((place >>> 2) << 8) | Math.min(255, Math.floor(telling * COARSENESS))) >>> 0;

export const placeOf = (reference: number): number => (reference >>> 8) << 2;

/** @returns from which number on a reference's last byte tells of more */
export const tellsMoreThan = (telling: number): number =>
  Math.min(256, Math.max(0, Math.floor(telling * COARSENESS) + 1));
