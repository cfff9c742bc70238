import anyAscii from 'any-ascii';
import { tokensOf } from '../name-tokens';
import { ASIAN_FORMS } from './asian';
import { ENGLISH_FORMS } from './english';
import { GERMANIC_FORMS } from './germanic';
import type { LegalForm } from './legal-form';
import { ROMANCE_FORMS } from './romance';
import { SLAVIC_FORMS } from './slavic';

export const LEGAL_FORMS: readonly LegalForm[] = [
  ...[...ENGLISH_FORMS, ...GERMANIC_FORMS, ...ROMANCE_FORMS, ...SLAVIC_FORMS, ...ASIAN_FORMS],
];

/** One way in which a legal form is written. */
export interface Spelling {
  readonly form: LegalForm;
  /** Its words as `tokensOf` gives them. */
  readonly words: readonly string[];
  /** Whether they are words or initials of other things too. */
  readonly vague: boolean;
  /** The words that stand for it in a key. */
  readonly inKey: readonly string[];
  /** Whether it is written as in a key. */
  readonly isKey: boolean;
}

/**
 * All spellings of all forms. Those in Latin, Cyrillic and Greek letters are also written in plain Latin ones, and those of
 * a few letters with spaces between these; a form's vague spellings are not, since they are too soon something else.
 */
export const SPELLINGS: readonly Spelling[] = LEGAL_FORMS.flatMap(spellingsOf);

/** Spellings by their first words, the longest first. */
export const BY_FIRST_WORD: ReadonlyMap<string, readonly Spelling[]> = byFirstWord();

/** The forms by their codes. */
export const BY_CODE: ReadonlyMap<string, LegalForm> = new Map(
  LEGAL_FORMS.map((form) => [form.code, form]),
);

function byFirstWord(): Map<string, Spelling[]> {
  const byWord = new Map<string, Spelling[]>();
  for (const spelling of SPELLINGS) {
    const [first = ''] = spelling.words;
    const others = byWord.get(first) ?? [];
    byWord.set(first, [...others, spelling]);
  }
  for (const spellings of byWord.values())
    spellings.sort((a, b) => b.words.length - a.words.length);
  return byWord;
}

function spellingsOf(form: LegalForm): Spelling[] {
  const vague = textsOf(form.vague);
  const sure = [form.code.replaceAll('-', ' '), ...textsOf(form.spelled)];
  const inKey = form.code.split('-');
  const known = new Map<string, Spelling>();
  const add = (text: string, isVague: boolean): void => {
    const words = tokensOf(text);
    const spelled = words.join(' ');
    const isKey = spelled === inKey.join(' ');
    if (!known.has(spelled)) known.set(spelled, { form, words, vague: isVague, inKey, isKey });
  };
  for (const text of vague) add(text, true);
  for (const text of sure) add(text, false);
  for (const text of sure.filter(isEuropean)) add(anyAscii(text), false);
  for (const [text, spelling] of [...known])
    if (!spelling.vague && isInitials(text)) add([...text].join(' '), false);
  return [...known.values()];
}

function textsOf(spelled: string | undefined): string[] {
  return spelled?.split(' | ') ?? [];
}

function isInitials(spelled: string): boolean {
  return /^[a-z]{3,5}$/.test(spelled);
}

function isEuropean(text: string): boolean {
  return /^(?:\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}|[^\p{L}\p{M}])+$/u.test(text);
}
