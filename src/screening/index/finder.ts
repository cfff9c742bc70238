import { similarityOf } from '../domain/compare-names';
import type { NameForm } from '../domain/name-form';
import { typedLikeness } from '../domain/typed-name';
import { Best } from './best';
import type { Stretch } from './lists';
import { intersect } from './intersect';
import type { NameTables } from './name-tables';
import { placeOf, tellsMoreThan } from './names';
import { Rater } from './rater';
import { Seen } from './seen';
import { Wanted } from './wanted';
import type { Mark } from './word-marks';

/** A name and how much it resembles what is looked for. */
export interface Found {
  readonly place: number;
  readonly score: number;
}

/** What is looked for, how many at most, and the lowest score that is of use. */
export interface Search {
  readonly form: NameForm;
  readonly most: number;
  readonly floor: number;
}

type Likeness = (form: NameForm, name: NameForm) => number;

/** Scores of names that were compared, by place. */
type Scores = Map<number, number>;

/** The rarest words' names are looked at as long as there are no more than so many. */
const FEW = 300;
/** Most steps through the names of words that are less rare. */
const STEPS = 150_000;
/** Where the best is less alike, words two slips away from any that it lacks are looked for. */
const GOOD = 0.9;
/** So many are compared in any case, and so many pairs of words at most. */
const COMPARED = 32;
const PAIRS = 6000;
/** Above all that is rated. */
const SURE = 2;
const LIKELY = 0.75;

/** Finds the names that resemble one, with work that is bounded whatever the name. */
export class Finder {
  private readonly wanted: Wanted;
  private readonly rater: Rater;
  private readonly seen = new Seen();
  private readonly best = new Best();
  private readonly lists = [emptyStretch(), emptyStretch()] as const;
  /** References with a last byte from this on tell too much. */
  private tooMuch = 256;
  private steps = 0;
  /** Names are looked at that were looked at before. */
  private again = false;
  private readonly offer = (reference: number): void => {
    if ((reference & 255) < this.tooMuch) this.rate(placeOf(reference));
  };

  constructor(private readonly tables: NameTables) {
    this.wanted = new Wanted(tables);
    this.rater = new Rater(tables, this.wanted);
  }

  find(search: Search): Found[] {
    this.wanted.begin(search.form);
    this.collect(search);
    const known: Scores = new Map();
    const found = this.compare(search, similarityOf, known);
    const missing = this.missing(found[0]);
    if (missing === 0) return found;
    const more = this.wanted.deepen(missing);
    if (more.length === 0) return found;
    this.seen.begin();
    this.again = true;
    this.follow(more, search.floor);
    return this.compare(search, similarityOf, known);
  }

  /** The same for a name whose last word may be begun only. */
  complete(search: Search): Found[] {
    this.wanted.begin(search.form);
    this.wanted.finish();
    this.collect(search);
    return this.compare(search, typedLikeness, new Map());
  }

  /** Which wanted words the best lacks; where it is good, words that no name has only. All, where there is none. */
  private missing(best: Found | undefined): number {
    const { numbers, words } = this.wanted;
    const all = 2 ** words.length - 1;
    if (best === undefined) return all;
    this.rater.rate(best.place);
    const missing = all & ~this.rater.mask;
    if (best.score < GOOD) return missing;
    return numbers.reduce((mask, number, at) => (number < 0 ? mask : mask & ~(1 << at)), missing);
  }

  private collect({ form, most, floor }: Search): void {
    this.seen.begin();
    this.again = false;
    this.best.begin(Math.max(COMPARED, 2 * most));
    this.sure(form);
    this.parts();
    this.follow(this.wanted.ways, floor);
  }

  /** Names with the same key, the same words, or these initials. */
  private sure(form: NameForm): void {
    for (const place of this.tables.withKey(form.key)) this.put(place, SURE);
    const { numbers, words } = this.wanted;
    if (!numbers.includes(-1))
      for (const place of this.tables.withWords(numbers)) this.put(place, SURE);
    if (words.length === 1)
      for (const place of this.tables.withInitials(words[0] ?? '')) this.put(place, LIKELY);
  }

  private put(place: number, rating: number): void {
    if (this.seen.first(place)) this.best.offer(place, rating);
  }

  private rate(place: number): void {
    if (!this.seen.first(place)) return;
    const rating = this.rater.rate(place);
    if (this.again) this.best.offerAgain(place, rating);
    else this.best.offer(place, rating);
  }

  /** Names that are made of some of the wanted words, one after another. */
  private parts(): void {
    const { numbers } = this.wanted;
    for (let from = 0; from < numbers.length; from += 1) {
      for (let to = from + 1; to <= numbers.length && numbers[to - 1] !== -1; to += 1) {
        for (const place of this.tables.withWords(numbers.slice(from, to))) this.rate(place);
      }
    }
  }

  /**
   * Looks at the names that words lead to: all of the rarest words; of the others those that have two of them, then those
   * for which one is enough, since there is little else in them.
   *
   * @param ways the rarest first
   */
  private follow(ways: readonly Mark[], floor: number): void {
    this.tooMuch = 256;
    this.steps = 0;
    let looked = 0;
    const rare = ways.findIndex(({ names }) => (looked += names) > FEW);
    const at = rare < 0 ? ways.length : rare;
    for (const way of ways.slice(0, at)) this.go(way);
    const long = ways.slice(at);
    this.cross(long, floor);
    for (const way of long) {
      this.tooMuch = tellsMoreThan(this.wanted.mostThatFits([way], floor));
      if (this.tooMuch > 1 && this.steps + way.names <= STEPS) this.go(way);
    }
  }

  private go(way: Mark): void {
    const { numbers, from, count } = this.tables.places.read(way.word, this.lists[0]);
    this.steps += count;
    for (let at = from; at < from + count; at += 1) this.offer(numbers[at] ?? 0);
  }

  /** Looks at what two of some words share, unless all of them together are too little. */
  private cross(ways: readonly Mark[], floor: number): void {
    this.tooMuch = tellsMoreThan(this.wanted.mostThatFits(ways, floor));
    if (this.tooMuch <= 1) return;
    for (let index = 1; index < ways.length; index += 1) {
      for (let other = 0; other < index; other += 1) {
        if (this.steps >= STEPS || this.seen.full) return;
        this.steps += 1 + this.share(ways[other], ways[index]);
      }
    }
  }

  /** Looks at what two words share that stand for different ones. @returns the steps taken */
  private share(one?: Mark, other?: Mark): number {
    if (!one || !other || isOneBit(one.mask | other.mask)) return 0;
    const a = this.tables.places.read(one.word, this.lists[0]);
    const b = this.tables.places.read(other.word, this.lists[1]);
    return intersect(a, b, STEPS - this.steps, this.offer);
  }

  /** Compares those rated highest with what is looked for. @param known scores of names compared before */
  private compare(search: Search, resembles: Likeness, known: Scores): Found[] {
    const found: Found[] = [];
    const key = { key: search.form.key, places: this.tables.withKey(search.form.key) };
    let [pairs, least] = [0, 1];
    for (let at = 0; at < this.best.count && pairs < PAIRS; at += 1) {
      const rating = this.best.ratingAt(at) + SLACK;
      if (rating < search.floor || (at >= search.most && rating < least)) break;
      const place = this.best.placeAt(at);
      const score = known.get(place) ?? resembles(search.form, this.formOf(place, key));
      known.set(place, score);
      pairs += search.form.words.length * this.tables.names.wordCount(place);
      if (at < search.most) least = Math.min(least, score);
      found.push({ place, score });
    }
    return found.sort((a, b) => b.score - a.score || a.place - b.place);
  }

  /** Keys are not kept; that of a name which was found by it is known. */
  private formOf(place: number, { key, places }: { key: string; places: readonly number[] }) {
    return this.tables.names.formOf(place, places.includes(place) ? key : '');
  }
}

const isOneBit = (mask: number): boolean => (mask & (mask - 1)) === 0;

/** So far the rating may be from the score. */
const SLACK = 0.12;

const emptyStretch = (): Stretch => ({ numbers: new Uint32Array(0), from: 0, count: 0 });
