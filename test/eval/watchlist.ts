import { inFull } from '../../src/screening/domain/abbreviations';
import { likenessOfWords } from '../../src/screening/domain/compare-words';
import { similarityOf } from '../../src/screening/domain/compare-names';
import { nameFormOf, type NameForm } from '../../src/screening/domain/name-form';
import { soundOf } from '../../src/screening/domain/sound';

/** The name on a list that is most alike to another, and how much. */
export interface Hit {
  readonly name: string;
  readonly score: number;
}

/**
 * Names, and which of them is most alike. Unlike the index of the service it looks at every name that shares enough
 * words, or words that are alike, so that what it finds does not hang on how the index searches. Only names
 * that are written together or by initials in one of the two are found by these.
 */
export class Watchlist {
  private readonly forms: NameForm[] = [];
  private readonly names: string[] = [];
  private readonly holders = new Map<string, number[]>();
  private readonly joined = new Map<string, number[]>();
  private readonly alike = new Map<string, readonly string[]>();
  private readonly words: readonly string[];
  private readonly letters: readonly number[];
  private readonly sounds: readonly string[];
  private readonly inFull: readonly string[];

  constructor(names: readonly string[]) {
    for (const name of new Set(names)) this.add(name);
    this.words = [...this.holders.keys()];
    this.letters = this.words.map(lettersOf);
    this.sounds = this.words.map(soundOf);
    this.inFull = this.words.map(inFull);
  }

  get size(): number {
    return this.names.length;
  }

  mostAlike(name: string): Hit {
    const form = nameFormOf(name);
    let best: Hit = { name: '', score: 0 };
    for (const at of this.candidates(form)) {
      const score = similarityOf(form, this.forms[at]!);
      if (score > best.score) best = { name: this.names[at]!, score };
    }
    return best;
  }

  private add(name: string): void {
    const form = nameFormOf(name);
    const at = this.names.push(name) - 1;
    this.forms.push(form);
    for (const word of new Set(form.words)) append(this.holders, word, at);
    for (const group of groupsOf(form.words)) append(this.joined, group, at);
  }

  /** Names that share as much with one as a score that counts takes. */
  private candidates({ words, weights }: NameForm): Set<number> {
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    const least = Math.min(LEAST_SHARED, LEAST_SHARE * whole);
    const shared = new Map<number, number>();
    for (const [index, word] of words.entries()) {
      const weight = weights[index] ?? 0;
      const holders = new Set(this.likes(word).flatMap((other) => this.holders.get(other) ?? []));
      for (const at of holders) shared.set(at, (shared.get(at) ?? 0) + weight);
    }
    const found = [...shared].filter(([, weight]) => weight >= least).map(([at]) => at);
    const groups = groupsOf(words).flatMap((group) => this.holders.get(group) ?? []);
    const joined = words.flatMap((word) => this.joined.get(word) ?? []);
    return new Set([...found, ...groups, ...joined]);
  }

  private likes(word: string): readonly string[] {
    const known = this.alike.get(word);
    if (known !== undefined) return known;
    const [letters, sound, full] = [lettersOf(word), soundOf(word), inFull(word)];
    const alike = this.words.filter(
      (other, at) =>
        (isNear(word, other, letters ^ (this.letters[at] ?? 0)) ||
          this.sounds[at] === sound ||
          this.inFull[at] === full) &&
        likenessOfWords(word, other) > 0,
    );
    this.alike.set(word, alike);
    return alike;
  }
}

/** Whether two words may be two slips apart, by the letters that are in one of them only. */
const isNear = (word: string, other: string, differing: number): boolean =>
  Math.abs(word.length - other.length) <= 2 && bitsIn(differing) <= 4;

function lettersOf(word: string): number {
  let letters = 0;
  for (const char of word) letters |= 1 << (char.charCodeAt(0) & 31);
  return letters;
}

function bitsIn(value: number): number {
  let count = 0;
  for (let bits = value; bits !== 0; bits &= bits - 1) count += 1;
  return count;
}

// What two names share that score as much as the lowest threshold: see `compareNames`.
const LEAST_SHARED = 0.61;
const LEAST_SHARE = 0.55;

/** What neighbouring words are when they are joined or by their initials. */
function groupsOf(words: readonly string[]): string[] {
  const groups: string[] = [];
  for (let from = 0; from < words.length; from += 1) {
    for (let end = from + 2; end <= Math.min(words.length, from + 6); end += 1) {
      const group = words.slice(from, end);
      groups.push(group.join(''), group.map((word) => word.charAt(0)).join(''));
    }
  }
  return groups.filter(({ length }) => length > 2);
}

function append(map: Map<string, number[]>, key: string, at: number): void {
  const held = map.get(key);
  if (held === undefined) map.set(key, [at]);
  else held.push(at);
}
