import type { NameForm } from '../domain/name-form';
import { ByHash } from './by-hash';
import { Dictionary } from './dictionary';
import { Grams } from './grams';
import { Kin } from './kin';
import { Lists } from './lists';
import { Names, referenceTo } from './names';
import { Slips } from './slips';
import { hashOfText, mixed, WordBytes } from './word-bytes';

/** Initials of so many letters are kept. */
const INITIALS = { fewest: 3, most: 8 };

/** Names and all ways to them. */
export class NameTables {
  readonly dictionary = new Dictionary();
  readonly slips = new Slips(this.dictionary);
  readonly kin = new Kin();
  readonly grams = new Grams(this.dictionary);
  readonly names = new Names(this.dictionary);
  /** Where each word stands: references to names, ascending, by the number of the word. */
  readonly places = new Lists();
  private readonly keys = new ByHash();
  private readonly bags = new ByHash();
  private readonly initials = new ByHash();
  private readonly initialled = new Lists();
  private readonly scratch = new WordBytes();

  get bytes(): number {
    const parts = [this.dictionary, this.slips, this.kin, this.grams, this.names];
    const ways = [this.places, this.keys, this.bags, this.initials, this.initialled];
    return [...parts, ...ways].reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Adds a name, unless its owner has it. */
  add(owner: number, form: NameForm): void {
    const words = form.words.map((word, at) => this.wordOf(word, form.weights[at] ?? 1));
    const hash = hashOfText(form.key);
    if (this.isKnown(hash, owner, { form, words })) return;
    const place = this.names.add(owner, form, words);
    this.keys.add(hash, place);
    this.bags.add(bagOf(words), place);
    const reference = referenceTo(place, this.names.wholeOf(place));
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] ?? 0;
      if (words.indexOf(word) === at) this.places.add(word, reference);
    }
    this.addInitials(form.words, place);
  }

  /** Names that may have this key: some others have the same hash. */
  withKey(key: string): readonly number[] {
    return this.keys.of(hashOfText(key));
  }

  /** Names that may have these words, as often, in whatever order. */
  withWords(words: readonly number[]): readonly number[] {
    return this.bags.of(bagOf(words));
  }

  /** Names whose words begin with these letters, one after another: some of them, where there are very many. */
  withInitials(letters: string): readonly number[] {
    const list = this.initials.of(hashOfText(letters))[0];
    if (list === undefined) return [];
    const { numbers, from, count } = this.initialled.read(list, {
      ...{ numbers: new Uint32Array(0), from: 0, count: 0 },
    });
    return Array.from(numbers.subarray(from, from + Math.min(count, MOST_INITIALLED)));
  }

  private wordOf(word: string, weight: number): number {
    const known = this.dictionary.find(word);
    if (known >= 0) return known;
    const number = this.dictionary.add(word, weight);
    this.places.create();
    this.scratch.read(word);
    this.slips.add(number, this.scratch);
    this.grams.add(number, this.scratch);
    this.kin.add(number, word);
    return number;
  }

  private isKnown(
    hash: number,
    owner: number,
    { form, words }: { readonly form: NameForm; readonly words: readonly number[] },
  ): boolean {
    return this.keys
      .of(hash)
      .some(
        (place) => this.names.ownerOf(place) === owner && this.names.isSame(place, form, words),
      );
  }

  private addInitials(words: readonly string[], place: number): void {
    if (words.length < INITIALS.fewest || words.length > INITIALS.most) return;
    let letters = '';
    for (const word of words) letters += word.charAt(0);
    const hash = hashOfText(letters);
    let list = this.initials.of(hash)[0];
    if (list === undefined) this.initials.add(hash, (list = this.initialled.create()));
    this.initialled.add(list, place);
  }
}

/** Most names that are looked at for their initials. */
const MOST_INITIALLED = 400;

/** A hash of words in whatever order. */
function bagOf(words: readonly number[]): number {
  let hash = words.length;
  for (const word of words) hash = (hash + mixed(word + 1)) | 0;
  return mixed(hash);
}
