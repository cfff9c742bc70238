import { groupKinship, likenessOfGroup } from './compare-groups';
import { kinshipOf, likenessOf, readWord, type ReadWord, type WordKinship } from './compare-words';
import type { NameForm } from './name-form';

/** In what words of two names are alike. */
export type Kinship = WordKinship | 'acronym';

/** How much of each of two names has a counterpart in the other, by weight. */
export interface Alignment {
  /** The sum of the weights of the words of each. */
  readonly whole: readonly [number, number];
  /** What of it has a counterpart, each word as far as it is like it. */
  readonly shared: readonly [number, number];
  /** The same of what words tell beyond what generic ones do. */
  readonly telling: readonly [number, number];
  readonly tellingShared: readonly [number, number];
  /** What has a counterpart in both names together, by that in what it is alike. */
  readonly by: Readonly<Record<Kinship, number>>;
}

/**
 * Pairs the words of two names, each at most once and whatever their order: the same, then those that are most alike and
 * tell most. Then one word that is left may be several neighbours of the other name, joined or by their initials.
 *
 * Symmetric: whole and shared come in the order of the names.
 */
export function align(a: NameForm, b: NameForm): Alignment {
  if (!isBefore(a.words, b.words)) return new Pairing(a, b);
  const { whole, shared, telling, tellingShared, by } = new Pairing(b, a);
  return {
    whole: [whole[1], whole[0]],
    shared: [shared[1], shared[0]],
    telling: [telling[1], telling[0]],
    tellingShared: [tellingShared[1], tellingShared[0]],
    by,
  };
}

/** An order of names, so that what hangs on the order of steps does not hang on which name comes first. */
function isBefore(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return a.length < b.length;
  for (let index = 0; index < a.length; index += 1) {
    const [one = '', other = ''] = [a[index], b[index]];
    if (one !== other) return one < other;
  }
  return false;
}

/** Words beyond these are not looked at. */
const MOST_WORDS = 24;

/** One word stands for at most so many. */
const LONGEST_GROUP = 8;

/** How alike each word of the one is to each of the other: for the comparison that is under way. */
const LIKENESS = new Float64Array(MOST_WORDS * MOST_WORDS);

/** One of the two names while words are paired. */
class Side {
  readonly words: readonly string[];
  readonly length: number;
  whole = 0;
  shared = 0;
  telling = 0;
  tellingShared = 0;
  /** Which words have a counterpart: one bit each. */
  private taken = 0;
  private readonly reads: (ReadWord | undefined)[] = [];

  constructor(private readonly form: NameForm) {
    this.words = form.words;
    this.length = Math.min(form.words.length, MOST_WORDS);
    for (let index = 0; index < this.length; index += 1) {
      this.whole += this.weight(index);
      this.telling += beyondGeneric(this.weight(index));
    }
  }

  read(index: number): ReadWord {
    return (this.reads[index] ??= readWord(this.words[index] ?? ''));
  }

  weight(index: number): number {
    return this.form.weights[index] ?? 0;
  }

  isFree(index: number): boolean {
    return index < this.length && (this.taken & (1 << index)) === 0;
  }

  /**
   * Gives a word its counterpart. What is only alike counts less for what is contained, and initials don't count.
   *
   * @returns what it adds to what is shared
   */
  take(index: number, value: number, kinship: Kinship): number {
    this.taken |= 1 << index;
    const part = this.weight(index) * value;
    this.shared += part;
    if (kinship !== 'acronym')
      this.tellingShared += beyondGeneric(this.weight(index)) * value * value;
    return part;
  }

  /** Whether all words without a counterpart stand between two places, and stand there alone. */
  isAllFree(from: number, end: number): boolean {
    return (((1 << this.length) - 1) & ~this.taken) === (1 << end) - (1 << from);
  }

  hasFree(): boolean {
    return this.taken !== (1 << this.length) - 1;
  }
}

/** What a word tells beyond what a generic one does. */
const beyondGeneric = (weight: number): number => Math.max(0, weight - GENERIC_WEIGHT);

/** A word that tells no more than this is generic. */
export const GENERIC_WEIGHT = 0.15;

class Pairing implements Alignment {
  readonly by: Record<Kinship, number> = { words: 0, spelling: 0, sound: 0, acronym: 0 };
  private readonly a: Side;
  private readonly b: Side;

  constructor(a: NameForm, b: NameForm) {
    [this.a, this.b] = [new Side(a), new Side(b)];
    this.pairSame();
    if (this.a.hasFree() && this.b.hasFree()) {
      this.pairAlike();
      this.pairGroups(this.a, this.b);
      this.pairGroups(this.b, this.a);
    }
  }

  get whole(): readonly [number, number] {
    return [this.a.whole, this.b.whole];
  }

  get shared(): readonly [number, number] {
    return [this.a.shared, this.b.shared];
  }

  get telling(): readonly [number, number] {
    return [this.a.telling, this.b.telling];
  }

  get tellingShared(): readonly [number, number] {
    return [this.a.tellingShared, this.b.tellingShared];
  }

  private pairSame(): void {
    const { a, b } = this;
    for (let row = 0; row < a.length; row += 1) {
      for (let column = 0; column < b.length; column += 1) {
        if (a.words[row] === b.words[column] && b.isFree(column)) {
          this.by.words += a.take(row, 1, 'words') + b.take(column, 1, 'words');
          break;
        }
      }
    }
  }

  private pairAlike(): void {
    const { a, b } = this;
    this.compareFree();
    for (let best = this.mostAlike(); best >= 0; best = this.mostAlike()) {
      const value = LIKENESS[best] ?? 0;
      const [row, column] = [Math.floor(best / MOST_WORDS), best % MOST_WORDS];
      const kinship = kinshipOf(a.read(row), b.read(column));
      this.by[kinship] += a.take(row, value, kinship) + b.take(column, value, kinship);
    }
  }

  /** Compares the words without a counterpart. */
  private compareFree(): void {
    const { a, b } = this;
    for (let row = 0; row < a.length; row += 1) {
      if (!a.isFree(row)) continue;
      const word = a.read(row);
      for (let column = 0; column < b.length; column += 1) {
        if (b.isFree(column))
          LIKENESS[row * MOST_WORDS + column] = likenessOf(word, b.read(column));
      }
    }
  }

  /** Where the two words without a counterpart are that are most alike; of several the two that tell most. -1: nowhere. */
  private mostAlike(): number {
    const { a, b } = this;
    let [best, most] = [-1, 0];
    for (let row = 0; row < a.length; row += 1) {
      if (!a.isFree(row)) continue;
      for (let column = 0; column < b.length; column += 1) {
        if (!b.isFree(column)) continue;
        const place = row * MOST_WORDS + column;
        const value = LIKENESS[place] ?? 0;
        const gain = 8 * value + a.weight(row) + b.weight(column);
        if (value > 0 && gain > most) [best, most] = [place, gain];
      }
    }
    return best;
  }

  /** Pairs words of the one with neighbours of the other that have no counterpart. */
  private pairGroups(one: Side, other: Side): void {
    for (let index = 0; index < one.length; index += 1) {
      const word = one.words[index] ?? '';
      if (one.isFree(index) && word.length > 1) this.pairGroup(one, index, other);
    }
  }

  private pairGroup(one: Side, index: number, other: Side): void {
    const word = one.words[index] ?? '';
    for (let from = 0; from < other.length - 1; from += 1) {
      const to = endOfFree(other, from);
      for (let end = to; end >= from + 2; end -= 1) {
        const value = likenessOfGroup(word, other.words, from, end);
        if (value === 0) continue;
        const kinship = groupKinship(word, other.words, from, end);
        if (kinship === 'acronym' && !other.isAllFree(from, end)) continue;
        this.by[kinship] += one.take(index, value, kinship);
        for (let at = from; at < end; at += 1) this.by[kinship] += other.take(at, value, kinship);
        return;
      }
    }
  }
}

/** Where the words without a counterpart end that begin at a place. */
function endOfFree(side: Side, from: number): number {
  let end = from;
  while (end < from + LONGEST_GROUP && side.isFree(end)) end += 1;
  return end;
}
