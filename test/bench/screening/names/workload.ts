import {
  acronym,
  heardInCyrillic,
  initialsOf,
  joined,
  rewritten,
  romanised,
  swapped,
  swappedAndTyped,
  withoutForm,
  withoutWord,
  withTwoTypos,
  withTypo,
  type Deviant,
  type Deviation,
} from './deviations';
import { NameMaker, tellingWords, wordsKey, type CompanyName } from './names';
import { Random } from './random';

/** The kinds of questions, in the order of the table. */
export const KINDS = {
  rewritten: 'other case, punctuation and legal form',
  withTypo: 'one typo',
  withTwoTypos: 'two typos',
  swapped: 'words swapped',
  swappedAndTyped: 'swapped, one typo, other legal form',
  withoutWord: 'one of three or more words left out',
  joined: 'two words joined',
  withoutForm: 'legal form missing',
  heardInCyrillic: 'Latin name spelled in Cyrillic',
  romanised: 'Russian name, romanised',
  acronym: 'acronym of four words or more',
  unknown: 'a name that is not there',
  'typed 2': 'typing: 2 letters',
  'typed 4': 'typing: 4 letters',
  'typed 8': 'typing: 8 letters',
  'typed 14': 'typing: 14 letters',
} as const;

export type Kind = keyof typeof KINDS;
export const ALL_KINDS = Object.keys(KINDS) as Kind[];

/** Questions that are asked while a name is still typed. */
export const isTyping = (kind: Kind): boolean => kind.startsWith('typed');

/** One question. */
export interface Question {
  readonly text: string;
  /** The number of the name that is meant; -1 where none is. */
  readonly owner: number;
  /** Whether more than ten names hold all of its words, or have its initials: no answer of ten can be sure to hold it. */
  readonly ambiguous?: boolean;
}

/** Names, numbered from 0 on, and questions about them. */
export interface Workload {
  readonly names: readonly string[];
  readonly questions: Readonly<Record<Kind, readonly Question[]>>;
}

/** Makes names and as many questions of each kind, the same for the same numbers. */
export function makeWorkload(size: number, queries: number, seed = 1): Workload {
  const maker = new NameMaker(size, seed);
  const names: string[] = [];
  const samples = new Map<number, CompanyName>();
  const initials = new Map<string, number>();
  // Enough that each kind finds names that it can be made of; Russian ones are one in 25.
  const step = Math.max(1, Math.floor(size / (queries * 40)));
  for (let owner = 0; owner < size; owner += 1) {
    const name = maker.next();
    names.push(name.text);
    if (owner % step === 0) samples.set(owner, name);
    const letters = initialsOf(name);
    if (letters !== undefined) initials.set(letters, (initials.get(letters) ?? 0) + 1);
  }
  const isTaken = (words: readonly string[]): boolean => maker.made.has(wordsKey(words));
  const asked = questionsAbout(samples, { queries, random: new Random(seed + 1), isTaken });
  const shared = {
    withoutWord: markAmbiguous(asked.withoutWord, maker.made),
    acronym: asked.acronym.map((question) => ({
      ...question,
      ambiguous: (initials.get(question.text) ?? 0) > MOST_ANSWERS,
    })),
  };
  const unknown = Array.from({ length: queries }, () => ({ text: maker.next().text, owner: -1 }));
  return { names, questions: { ...asked, ...shared, unknown } };
}

type Asked = Record<Kind, (Question & Deviant)[]>;

interface Asking {
  readonly queries: number;
  readonly random: Random;
  /** Whether some name is of these words. */
  readonly isTaken: (words: readonly string[]) => boolean;
}

function questionsAbout(samples: ReadonlyMap<number, CompanyName>, asking: Asking): Asked {
  const asked = {} as Asked;
  for (const kind of ALL_KINDS) {
    asked[kind] = [];
    for (const [owner, name] of asking.random.shuffle([...samples])) {
      if (asked[kind].length >= asking.queries) break;
      const deviant = deviantOf(kind, name, asking);
      if (deviant) asked[kind].push({ ...deviant, owner });
    }
  }
  return asked;
}

function deviantOf(
  kind: Kind,
  name: CompanyName,
  { random, isTaken }: Asking,
): Deviant | undefined {
  if (isTyping(kind)) return beginning(name, Number(kind.split(' ')[1]));
  const deviant = DEVIATIONS[kind]?.(name, random);
  // What by chance is another's name means that other.
  return deviant && SLIPS.has(kind) && isTaken(deviant.words) ? undefined : deviant;
}

const SLIPS: ReadonlySet<Kind> = new Set<Kind>(['withTypo', 'withTwoTypos', 'swappedAndTyped']);

const DEVIATIONS: Partial<Record<Kind, Deviation>> = {
  ...{ rewritten, withTypo, withTwoTypos, swapped, swappedAndTyped, withoutWord, joined },
  ...{ withoutForm, heardInCyrillic, romanised, acronym },
};

/** As much of a name as somebody has typed who has not come to its end. */
function beginning({ words }: CompanyName, letters: number): Deviant | undefined {
  const text = words.join(' ').toLowerCase();
  return text.length > letters ? { words, text: text.slice(0, letters).trimEnd() } : undefined;
}

/** Says of each question whether more than ten names have all of its words. */
export function markAmbiguous(
  questions: readonly (Question & Deviant)[],
  made: ReadonlySet<string>,
): Question[] {
  const asked = questions.map(({ words }) => tellingWords(words));
  const having = new Map(asked.flat().map((word): [string, Set<number>] => [word, new Set()]));
  let number = 0;
  for (const key of made) {
    for (const word of key.split(' ')) having.get(word)?.add(number);
    number += 1;
  }
  return questions.map(({ text, owner }, index) => {
    const sets = (asked[index] ?? []).map((word) => having.get(word) ?? new Set<number>());
    const [fewest = new Set<number>(), ...others] = sets.sort((a, b) => a.size - b.size);
    const all = [...fewest].filter((name) => others.every((set) => set.has(name)));
    return { text, owner, ambiguous: all.length > MOST_ANSWERS };
  });
}

/** Answers that a question gets at most. */
export const MOST_ANSWERS = 10;
