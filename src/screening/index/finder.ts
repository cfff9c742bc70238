import { similarityOf } from '../domain/compare-names';
import type { NameForm } from '../domain/name-form';
import { typedLikeness } from '../domain/typed-name';
import { Best } from './best';
import type { Stretch } from './lists';
import { intersect } from './intersect';
import type { NameTables } from './name-tables';
import { Rater, roughly } from './rater';
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

/** Most entries of lists that are gone through one by one. */
const SCANNED = 8000;
/** Most steps of finding what two long lists share. */
const STEPS = 200_000;
/** Where the best is less alike, words several slips away are looked for too. */
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
  private readonly offer = (place: number): void => {
    if (this.seen.first(place)) this.best.offer(place, this.rater.rate(place));
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
    if ((found[0]?.score ?? 0) >= GOOD || missing === 0) return found;
    if (!this.wanted.deepen(missing)) return found;
    this.collect(search);
    return this.compare(search, similarityOf, known);
  }

  /** The same for a name whose last word may be begun only. */
  complete(search: Search): Found[] {
    this.wanted.begin(search.form);
    this.wanted.finish();
    this.collect(search);
    return this.compare(search, typedLikeness, new Map());
  }

  /** Which wanted words a name lacks; all, where there is none. */
  private missing(found: Found | undefined): number {
    const all = 2 ** this.wanted.words.length - 1;
    if (found === undefined) return all;
    this.rater.rate(found.place);
    return all & ~this.rater.mask;
  }

  private collect({ form, most, floor }: Search): void {
    this.seen.begin();
    this.best.begin(Math.max(COMPARED, 2 * most));
    this.sure(form);
    this.parts();
    const rest = this.scan(floor);
    this.cross(rest);
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

  /** Names that are made of some of the wanted words, one after another. */
  private parts(): void {
    const { numbers } = this.wanted;
    for (let from = 0; from < numbers.length; from += 1) {
      for (let to = from + 1; to <= numbers.length && numbers[to - 1] !== -1; to += 1) {
        for (const place of this.tables.withWords(numbers.slice(from, to))) this.offer(place);
      }
    }
  }

  /**
   * Goes through the names that words lead to, the rarest first, until what was not seen yet can hardly resemble.
   *
   * @returns the ways that are too long to go
   */
  private scan(floor: number): readonly Mark[] {
    const { ways, weights } = this.wanted;
    const left = weights.map((_, index) => ways.filter(({ mask }) => mask & (1 << index)).length);
    let [spent, open] = [0, weights.reduce((sum, each, at) => sum + (left[at] ? each : 0), 0)];
    for (const [index, way] of ways.entries()) {
      if (roughly(open, this.wanted.weight, open, open) < floor) return [];
      if (spent + way.names > SCANNED) return ways.slice(index);
      spent += way.names;
      this.go(way, way.names);
      for (const [at, weight] of weights.entries()) {
        if (!(way.mask & (1 << at))) continue;
        left[at] = (left[at] ?? 0) - 1;
        if (left[at] === 0) open -= weight;
      }
    }
    return [];
  }

  private go({ word }: Mark, most: number): void {
    const { numbers, from, count } = this.tables.places.read(word, this.lists[0]);
    const end = from + Math.min(count, most);
    for (let at = from; at < end; at += 1) this.offer(numbers[at] ?? 0);
  }

  /** Looks, of the ways that are too long, at what two of them share. */
  private cross(ways: readonly Mark[]): void {
    let left = STEPS;
    const [only] = ways;
    if (only !== undefined && this.best.count === 0) this.go(only, SCANNED);
    for (const [index, way] of ways.entries()) {
      for (const other of ways.slice(0, index)) {
        if (left <= 0 || this.seen.full) return;
        if ((way.mask & other.mask) === 0) left -= this.share(other, way, left);
      }
    }
  }

  private share(one: Mark, other: Mark, most: number): number {
    const a = this.tables.places.read(one.word, this.lists[0]);
    const b = this.tables.places.read(other.word, this.lists[1]);
    return intersect(a, b, most, this.offer);
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

/** So far the rating may be from the score. */
const SLACK = 0.12;

const emptyStretch = (): Stretch => ({ numbers: new Uint32Array(0), from: 0, count: 0 });
