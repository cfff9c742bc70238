import { SPELLINGS } from './legal-forms/spellings';
import { BUSINESS_WORDS, PLACES } from './unspaced-words';

/** Tokens with the legal forms apart that are written without a space before or behind a name. */
export function apart(tokens: readonly string[]): readonly string[] {
  return tokens.some(isUnspaced)
    ? tokens.flatMap((token) => takeApart(token, { front: FORMS, behind: FORMS }))
    : tokens;
}

/**
 * Tokens with places before and common words of business behind a name apart, such words in English: what is written
 * without spaces would be one word else.
 */
export function partsOf(tokens: readonly string[]): readonly string[] {
  if (!tokens.some(isUnspaced)) return tokens;
  return tokens
    .flatMap((token) => takeApart(token, { front: PLACES, behind: [...BUSINESS_WORDS.keys()] }))
    .map((part) => BUSINESS_WORDS.get(part) ?? part);
}

/** Whether a token has letters of a script that puts no spaces between words. */
const isUnspaced = (token: string): boolean => UNSPACED.test(token);

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Spellings of one word in such scripts, the longest first; one letter alone is too soon part of something else. */
const FORMS: readonly string[] = SPELLINGS.filter(
  ({ words: [word = '', ...others] }) => others.length === 0 && word.length > 1 && isUnspaced(word),
)
  .map(({ words: [word = ''] }) => word)
  .sort((a, b) => b.length - a.length);

interface Ends {
  readonly front: readonly string[];
  readonly behind: readonly string[];
}

/** Most parts that are taken from a token. */
const MOST_PARTS = 6;

/** Takes from both ends what may stand there, as long as something is left. */
function takeApart(token: string, { front, behind }: Ends): string[] {
  const before: string[] = [];
  const after: string[] = [];
  let rest = token;
  for (let turn = 0; turn < MOST_PARTS && !behind.includes(rest); turn += 1) {
    const first = front.find((part) => isMore(rest, part) && rest.startsWith(part));
    const last = behind.find((part) => isMore(rest, part) && rest.endsWith(part));
    if (last !== undefined) {
      after.unshift(last);
      rest = rest.slice(0, -last.length);
    } else if (first !== undefined) {
      before.push(first);
      rest = rest.slice(first.length);
    } else break;
  }
  return [...before, rest, ...after];
}

const isMore = (token: string, part: string): boolean => token.length > part.length;
