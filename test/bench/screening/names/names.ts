import { chineseName, greekName, russianName, type NameParts } from './foreign-names';
import { inventedWord, surname } from './invented';
import { Random } from './random';
import { DESCRIPTIONS, FIRST_NAMES, LEGAL_FORMS, PLACES, TRADES } from './vocabulary';

export type Script = 'latin' | 'cyrillic' | 'chinese' | 'greek';

/** A company's name, and what it was made of. */
export interface CompanyName extends NameParts {
  /** As it is registered: with its legal form and punctuation. */
  readonly text: string;
  readonly script: Script;
}

/**
 * Makes companies' names, no two of the same words: case, punctuation, the order of words and the legal form tell
 * none from another. The same numbers give the same names.
 *
 * Words are as frequent as in registries: few trades and descriptions in many names, most invented words in one to
 * three. Two thirds of names have two to four words.
 */
export class NameMaker {
  /** The words of each name that was made, by `wordsKey`. */
  readonly made = new Set<string>();
  private readonly random: Random;
  /** How many brands there are: the number of different words grows more slowly than that of names (Heaps' law). */
  private readonly brands: number;

  /** @param expected about how many names are made: the more, the more brands there are */
  constructor(expected: number, seed = 1) {
    this.random = new Random(seed);
    this.brands = 6 * expected ** 0.8;
  }

  next(): CompanyName {
    for (;;) {
      const name = this.any();
      const key = wordsKey(name.words);
      if (this.made.has(key)) continue;
      this.made.add(key);
      return name;
    }
  }

  private any(): CompanyName {
    const script = this.random.pickWeighted(SCRIPTS);
    const parts = script === 'latin' ? this.latinName() : FOREIGN[script](this.random);
    return { ...parts, script, text: this.written(parts, script) };
  }

  private latinName(): NameParts {
    const form = this.random.chance(0.9) ? this.random.pickWeighted(LEGAL_FORMS) : [''];
    const words = this.random.pickWeighted(this.patterns)();
    return { words, legalForm: this.random.pick(form) };
  }

  private written({ words, legalForm }: NameParts, script: Script): string {
    if (script === 'chinese') return words.join('') + legalForm;
    const text = words.join(' ');
    if (script === 'cyrillic') {
      return this.random.chance(0.8) ? `${legalForm} "${text}"` : `${text}, ${legalForm}`;
    }
    const cased = this.random.chance(0.5) ? text.toUpperCase() : text;
    const comma = this.random.chance(0.4) ? ',' : '';
    return legalForm === '' ? cased : `${cased}${comma} ${legalForm}`;
  }

  private readonly brand = (): string =>
    // To a power, so that few brands are many companies' and most are one's or two's.
    inventedWord(Math.floor(this.brands * this.random.next() ** 1.8));
  private readonly trade = (): string => this.random.pickEarly(TRADES);
  private readonly description = (): string => this.random.pickEarly(DESCRIPTIONS);
  private readonly place = (): string => this.random.pickEarly(PLACES);
  private readonly family = (): string => surname(this.random);
  private readonly letters = (most: number): string =>
    Array.from({ length: 2 + this.random.below(most - 1) }, () =>
      this.random.pick([...'ABCDEFGHIJKLMNOPRSTVW']),
    ).join('');
  private readonly initials = (): string[] =>
    Array.from({ length: 1 + this.random.below(2) }, () => `${this.letters(2).charAt(0)}.`);

  private readonly patterns: readonly (readonly [() => string[], weight: number])[] = [
    [() => [this.brand()], 7],
    [() => [this.brand(), this.trade()], 16],
    [() => [this.brand(), this.description()], 3],
    [() => [this.brand(), this.brand()], 3],
    [() => [this.brand(), this.brand(), this.trade()], 9],
    [() => [this.brand(), this.description(), this.trade()], 5],
    [() => [this.brand(), this.trade(), this.trade()], 5],
    [() => [this.brand(), this.trade(), '&', this.trade()], 4],
    [() => [this.brand(), this.place(), this.trade()], 5],
    [() => [this.brand(), this.brand(), this.trade(), this.description()], 3],
    [() => [this.brand(), 'of', this.place()], 2],
    [() => [`${this.brand()}-${this.brand()}`, this.trade()], 1],
    [() => [this.brand(), String(1 + this.random.below(2_000)), this.trade()], 2],
    [() => [this.letters(4), this.brand(), this.trade()], 3],
    [() => [this.letters(4), this.trade(), this.place()], 2],
    [() => [this.family(), '&', this.family()], 3],
    [() => [this.family(), '&', this.family(), this.trade()], 5],
    [() => [this.family(), '&', 'Sons', this.trade(), 'of', this.place()], 2],
    [() => [this.family(), 'Brothers', this.place(), this.trade()], 2],
    [() => [this.random.pick(FIRST_NAMES), this.family(), this.trade()], 5],
    [() => [...this.initials(), this.family(), this.trade()], 3],
    [() => [this.place(), this.brand(), this.trade()], 4],
    [() => [this.place(), this.family(), this.trade(), this.trade()], 2],
    [() => ['The', this.brand(), this.description()], 1],
    [() => [this.description(), this.brand(), this.trade(), 'of', this.place()], 3],
    [() => [this.brand(), this.brand(), 'and', this.family(), this.trade(), this.description()], 2],
    [() => [this.place(), this.family(), 'Institute', 'of', this.trade(), '&', this.trade()], 1],
    [() => [this.brand(), this.trade(), this.trade(), this.description(), this.place()], 2],
  ];
}

const SCRIPTS: readonly (readonly [Script, weight: number])[] = [
  ['latin', 93],
  ['cyrillic', 4],
  ['chinese', 2],
  ['greek', 1],
];

const FOREIGN = { cyrillic: russianName, chinese: chineseName, greek: greekName } as const;

/** Words that every name may have, and none is known by. */
const LINKS: ReadonlySet<string> = new Set(['and', 'of', 'the', '', 'и']);

/** The words that tell a name from others, in order: letters and digits of one case, without accents. */
export const tellingWords = (words: readonly string[]): string[] =>
  words.flatMap((word) => plain(word).split(' ')).filter((word) => !LINKS.has(word));

/** What two names have in common that differ in case, punctuation, accents, links and the order of words alone. */
export const wordsKey = (words: readonly string[]): string => tellingWords(words).sort().join(' ');

function plain(word: string): string {
  const lower = word.toLowerCase().replace(/['’.&]/g, '');
  const bare = /^[a-z0-9]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '');
  return bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
