import { inFull } from '../domain/abbreviations';
import { likenessOfGroup } from '../domain/compare-groups';
import { likenessOfWords } from '../domain/compare-words';
import type { NameForm } from '../domain/name-form';
import type { NameTables } from './name-tables';
import { mostThatFits, tellingOf, type Whole } from './rough-score';
import { type Mark, WordMarks } from './word-marks';
import { WordBytes } from './word-bytes';

/** So many words of a name are looked for, those that tell most; a bit each. */
const MOST_WORDS = 24;
/** What is looked for: the words of a name, and the words of the dictionary that may stand for them. */
export class Wanted {
  readonly marks = new WordMarks();
  words: readonly string[] = [];
  weights: readonly number[] = [];
  /** The numbers of the words in the dictionary; -1: it is not there. */
  numbers: number[] = [];
  whole: Whole = { weight: 0, telling: 0 };
  private readonly scratch = new WordBytes();

  constructor(private readonly tables: NameTables) {}

  /** The words of the dictionary that may stand for some of those that are looked for, the rarest first. */
  get ways(): readonly Mark[] {
    return this.marks.marks.toSorted(byNames);
  }

  begin(form: NameForm): void {
    this.marks.begin();
    const { words, weights } = heaviest(form);
    this.words = words;
    this.weights = weights;
    this.whole = {
      weight: weights.reduce((sum, each) => sum + each, 0),
      telling: weights.reduce((sum, each) => sum + tellingOf(each), 0),
    };
    this.numbers = words.map((word) => this.tables.dictionary.find(word));
    for (const [index, word] of words.entries()) this.expand(index, word);
    this.join();
    this.split();
  }

  /**
   * How much a name may tell beyond generic words that has some of these words and no others which are wanted, to be as
   * alike as the floor.
   */
  mostThatFits(marks: readonly Mark[], floor: number): number {
    const common = { had: 0, hadTelling: 0, fits: 0, fitsTelling: 0 };
    let mask = 0;
    for (const mark of marks) {
      mask |= mark.mask;
      common.fits += mark.weight;
      common.fitsTelling += tellingOf(mark.weight);
    }
    for (const [index, weight] of this.weights.entries()) {
      if (!(mask & (1 << index))) continue;
      common.had += weight;
      common.hadTelling += tellingOf(weight);
    }
    return mostThatFits(common, this.whole, floor);
  }

  /** Adds words that are two slips from some of those that are looked for. @param mask which @returns these words */
  deepen(mask: number): readonly Mark[] {
    const before = this.marks.marks.length;
    for (const [index, word] of this.words.entries()) {
      if (mask & (1 << index))
        this.tables.grams.near(this.scratch.read(word), (found) => this.markLike(found, index));
    }
    return this.marks.marks.slice(before).sort(byNames);
  }

  /** Adds words that begin with the last of those that are looked for. */
  finish(): void {
    const index = this.words.length - 1;
    const begun = this.scratch.read(this.words[index] ?? '');
    this.tables.grams.beginning(begun, (found) => this.mark(found, 1 << index, 1));
  }

  private mark(word: number, mask: number, likeness: number, half = false): void {
    const { marks, tables } = this;
    const before = marks.of(word);
    if (before !== undefined) {
      before.mask |= mask;
      if (likeness > before.likeness) [before.likeness, before.half] = [likeness, half];
    } else if (!marks.full) {
      const names = tables.places.count(word);
      const weight = tables.dictionary.weightOf(word);
      marks.add({ word, names, weight, mask, likeness, half });
    }
  }

  private expand(index: number, word: string): void {
    const number = this.numbers[index] ?? -1;
    if (number >= 0) this.mark(number, 1 << index, 1);
    const found = (other: number): void => this.markLike(other, index);
    this.tables.slips.find(this.scratch.read(word), found);
    this.tables.kin.find(word, found);
    const full = this.tables.dictionary.find(inFull(word));
    if (full >= 0) found(full);
  }

  /** Lets a word stand for one that is looked for as far as it is like it. */
  private markLike(found: number, index: number): void {
    if (((this.marks.of(found)?.mask ?? 0) >>> index) & 1) return;
    const text = this.tables.dictionary.textOf(found);
    const likeness = likenessOfWords(this.words[index] ?? '', text);
    if (likeness > 0) this.mark(found, 1 << index, likeness);
  }

  /** Several words may be written as one, or by their initials. */
  private join(): void {
    for (let from = 0; from < this.words.length; from += 1) {
      const end = Math.min(this.words.length, from + LONGEST_GROUP);
      for (let to = from + 2; to <= end; to += 1) this.joinGroup(from, to);
    }
  }

  private joinGroup(from: number, to: number): void {
    const group = this.words.slice(from, to);
    const initials = group.map((word) => word.charAt(0)).join('');
    for (const word of [group.join(''), initials]) {
      const number = this.tables.dictionary.find(word);
      if (number < 0) continue;
      const mask = 2 ** to - 2 ** from;
      this.mark(number, mask, likenessOfGroup(word, this.words, from, to));
    }
  }

  /** One word may be written as two. */
  private split(): void {
    const { dictionary } = this.tables;
    for (const [index, word] of this.words.entries()) {
      if ((this.numbers[index] ?? -1) >= 0 || word.length > LONGEST_SPLIT) continue;
      for (let at = 2; at + 2 <= word.length; at += 1) {
        const first = dictionary.find(word.slice(0, at));
        const second = first < 0 ? -1 : dictionary.find(word.slice(at));
        if (second < 0) continue;
        this.mark(first, 1 << index, 0.49, true);
        this.mark(second, 1 << index, 0.49, true);
      }
    }
  }
}

const LONGEST_SPLIT = 32;
const LONGEST_GROUP = 6;

const byNames = (a: Mark, b: Mark): number => a.names - b.names || a.word - b.word;

/** The words that tell most, in their order. */
function heaviest({ words, weights }: NameForm): Pick<NameForm, 'words' | 'weights'> {
  if (words.length <= MOST_WORDS) return { words, weights };
  const order = words
    .map((_, index) => index)
    .sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b)
    .slice(0, MOST_WORDS)
    .sort((a, b) => a - b);
  return {
    words: order.map((index) => words[index] ?? ''),
    weights: order.map((index) => weights[index] ?? 1),
  };
}
