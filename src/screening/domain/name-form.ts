import { foldConfusables, hasLatin } from './confusables';
import { toLatin } from './latin-tokens';
import {
  findLegalForms,
  inOneSpelling,
  legalFormsAgree,
  mainForm,
  withoutForms,
} from './legal-forms/find-legal-forms';
import { asciiTokens, isAscii, tokensOf } from './name-tokens';
import { toWords } from './name-words';
import { remembered } from './remembered';
import { apart, partsOf } from './unspaced-scripts';
import { weightOf } from './word-weights';

/** The version of how names are read: it changes with whatever changes a form of a name. See docs/names.md. */
export const NORMALISATION = 'names-1';

/** A name as it is compared with others. */
export interface NameForm {
  /**
   * The form in which two names are the same name: as `normaliseName` gives it, each legal form in its one spelling.
   * Empty where the name has neither letter nor digit.
   */
  readonly key: string;
  /** Its words in Latin letters, in order, without legal forms; all of them where there are no others. At most 64. */
  readonly words: readonly string[];
  /** How much each word tells, above 0 (a generic one) to 1. */
  readonly weights: readonly number[];
  /** Its legal form by the code that all its spellings share; null where it has none. */
  readonly legalForm: string | null;
}

/** The form of a name in which it is compared. Never throws, whatever the text. Remembers what it read last. */
export const nameFormOf = remembered(readNameForm);

/** The same for names that are read once: it remembers nothing. */
export function readNameForm(name: string): NameForm {
  const ascii = name.length > LONGEST ? null : asciiTokens(name);
  return ascii ? readLatin(ascii) : readAnyName(name);
}

/**
 * Whether two names have the same words, in whatever order, and no legal forms that tell them apart; one may lack it. By
 * this a name that is given beside an identifier agrees with a vendor's. No name is the same as one without words.
 */
export function sameWords(a: NameForm, b: NameForm): boolean {
  if (a.words.length !== b.words.length || a.words.length === 0) return false;
  if (!legalFormsAgree(a.legalForm, b.legalForm)) return false;
  const [one, other] = [a.words.toSorted(), b.words.toSorted()];
  return one.every((word, index) => word === other[index]);
}

/** What is longer has its whole text for a key, and is compared by its beginning. */
const LONGEST = 512;

function readAnyName(name: string): NameForm {
  const tokens = tokensOf(name);
  const key = tokens.join(' ');
  if (key.length <= LONGEST) return readTokens(tokens);
  return { ...readTokens(key.slice(0, LONGEST).trim().split(' ')), key };
}

const readTokens = (tokens: readonly string[]): NameForm =>
  tokens.every(isAscii) ? readLatin(tokens) : readAnyScript(tokens);

function readLatin(tokens: readonly string[]): NameForm {
  const forms = findLegalForms(tokens);
  const words = toWords(withoutForms(tokens, forms));
  return {
    key: inOneSpelling(tokens, forms),
    words,
    weights: words.map(weightOf),
    legalForm: mainForm(forms),
  };
}

/** The key is of the letters that are there, the words of those that are seen. */
function readAnyScript(joined: readonly string[]): NameForm {
  const tokens = apart(joined);
  const forms = findLegalForms(tokens);
  const left = withoutForms(tokens, forms);
  const seen = foldConfusables(left, tokens.some(hasLatin));
  const seenForms = seen === left ? [] : findLegalForms(seen);
  const words = wordsOf(withoutForms(seen, seenForms));
  return {
    key: inOneSpelling(tokens, forms),
    words,
    weights: words.map(weightOf),
    legalForm: mainForm(seenForms) ?? mainForm(forms),
  };
}

/** The words of tokens in any script; the tokens themselves where none of them can be written in Latin letters. */
function wordsOf(tokens: readonly string[]): readonly string[] {
  const latin = toLatin(partsOf(tokens));
  return toWords(latin.length === 0 ? tokens : latin);
}
