import { isAnd, isIdle } from '../idle-words';
import { weightOf } from '../word-weights';
import { BY_CODE, BY_FIRST_WORD, type Spelling } from './spellings';
import type { LegalFamily } from './legal-form';

/** A legal form where it stands in a name. */
export interface FoundForm {
  /** The first of its words, and the one after its last. */
  readonly start: number;
  readonly end: number;
  readonly spelling: Spelling;
}

/**
 * Finds the legal forms in a name: those behind it, those before it that may stand there, and those within that can be
 * nothing else. None where nothing would be left without them.
 *
 * @param tokens as `tokensOf` gives them
 * @returns in order of their places, none within another
 */
export function findLegalForms(tokens: readonly string[]): readonly FoundForm[] {
  const matches = matchAll(tokens);
  if (matches.length === 0) return NONE;
  const forms = inPlace(matches, tokens.length);
  const left = withoutForms(tokens, forms);
  if (left.every(isIdle)) return NONE;
  const [first] = forms;
  return first?.start === 0 && first.spelling.vague && !left.some(tells) ? forms.slice(1) : forms;
}

/** The tokens that belong to no legal form. */
export function withoutForms(
  tokens: readonly string[],
  forms: readonly FoundForm[],
): readonly string[] {
  if (forms.length === 0) return tokens;
  const left: string[] = [];
  let from = 0;
  for (const { start, end } of forms) {
    for (let index = from; index < start; index += 1) left.push(tokens[index] ?? '');
    from = end;
  }
  for (let index = from; index < tokens.length; index += 1) left.push(tokens[index] ?? '');
  return left;
}

/**
 * The text of tokens with each legal form in its one spelling. What then reads as another form, with words beside it, is
 * spelled as that one, so that the text is what it gives for itself.
 *
 * @param forms those that were found in the tokens
 */
export function inOneSpelling(tokens: readonly string[], forms: readonly FoundForm[]): string {
  let [spelled, found] = [tokens, forms];
  for (let round = 0; round < MOST_ROUNDS && !found.every(isSpelledSo); round += 1) {
    spelled = respell(spelled, found);
    found = findLegalForms(spelled);
  }
  return spelled.join(' ');
}

/** The form that a name has: the last that is more than "company", else the last; by its code. */
export function mainForm(forms: readonly FoundForm[]): string | null {
  const main = forms.findLast(({ spelling }) => isSpecific(spelling.form.family)) ?? forms.at(-1);
  return main ? main.spelling.form.code : null;
}

/** The family of a legal form, by its code; null where there is none, or none that is known. */
export function legalFamilyOf(code: string | null): LegalFamily | null {
  return code === null ? null : (BY_CODE.get(code)?.family ?? null);
}

/**
 * Whether two names may be one by their legal forms, given by their codes: these are the same, one is the English name of
 * the other, or a name has none, or only says that it is a company.
 */
export function legalFormsAgree(a: string | null, b: string | null): boolean {
  if (a === b || isOpen(a) || isOpen(b)) return true;
  return englishOf(a) === b || englishOf(b) === a;
}

const NONE: readonly FoundForm[] = [];

/** More than any name takes: each round leaves fewer forms to be spelled otherwise. */
const MOST_ROUNDS = 8;

const isSpelledSo = ({ spelling }: FoundForm): boolean => spelling.isKey;

function respell(tokens: readonly string[], forms: readonly FoundForm[]): readonly string[] {
  const spelled: string[] = [];
  let from = 0;
  for (const { start, end, spelling } of forms) {
    for (let index = from; index < start; index += 1) spelled.push(tokens[index] ?? '');
    for (const word of spelling.inKey) spelled.push(word);
    from = end;
  }
  for (let index = from; index < tokens.length; index += 1) spelled.push(tokens[index] ?? '');
  return spelled;
}

/** Whether a family is of legal forms proper: "company" is said of them all. */
const isSpecific = (family: LegalFamily | null): boolean => family !== null && family !== 'company';

const isOpen = (code: string | null): boolean => !isSpecific(legalFamilyOf(code));

const englishOf = (code: string | null): string | undefined =>
  code === null ? undefined : BY_CODE.get(code)?.english;

/** All spellings that match, the longest at each place, from the front on. */
function matchAll(tokens: readonly string[]): readonly FoundForm[] {
  let found: FoundForm[] | null = null;
  for (let start = 0; start < tokens.length;) {
    const spelling = spellingAt(tokens, start);
    const end = start + (spelling?.words.length ?? 1);
    if (spelling) (found ??= []).push({ start, end, spelling });
    start = end;
  }
  return found ?? NONE;
}

function spellingAt(tokens: readonly string[], start: number): Spelling | null {
  const spellings = BY_FIRST_WORD.get(tokens[start] ?? '');
  if (!spellings) return null;
  for (const spelling of spellings)
    if (standsAt(spelling.words, tokens, start))
      return spelling.vague && belongs(tokens, start) ? null : spelling;
  return null;
}

/** Whether a word goes with the one before it: a resort and spa, R S A. */
function belongs(tokens: readonly string[], index: number): boolean {
  const [before = '', word = ''] = [tokens[index - 1], tokens[index]];
  return isAnd(before) || (word.length === 1 && before.length === 1);
}

function standsAt(words: readonly string[], tokens: readonly string[], start: number): boolean {
  for (let index = 1; index < words.length; index += 1)
    if (tokens[start + index] !== words[index]) return false;
  return true;
}

/** Those that stand where they may: behind all else, within if they are sure, in front if their form goes there. */
function inPlace(matches: readonly FoundForm[], length: number): readonly FoundForm[] {
  let tail = length;
  let behind: LegalFamily | null = null;
  const placed: FoundForm[] = [];
  for (const match of matches.toReversed()) {
    if (match.end === tail && match.start > 0) {
      tail = match.start;
      behind = isSpecific(behind) ? behind : match.spelling.form.family;
    } else if (!mayPrecede(match, behind)) continue;
    placed.push(match);
  }
  return placed.length > 1 ? placed.reverse() : placed;
}

/** Whether a form that is not behind the name counts. @param behind the family of the form behind it */
function mayPrecede({ start, spelling }: FoundForm, behind: LegalFamily | null): boolean {
  const { form, vague } = spelling;
  if (start > 0) return !vague;
  if (form.front !== true) return false;
  return !vague || !isSpecific(behind) || behind === form.family;
}

/** Whether a word tells names apart well enough for a vague one before it to be a legal form. */
const tells = (token: string): boolean => weightOf(token) >= TELLING;

const TELLING = 0.35;
