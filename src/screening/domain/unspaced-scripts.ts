import { SPELLINGS } from './legal-forms/spellings';

/** Tokens with the legal forms apart that are written without a space before or behind a name. */
export function apart(tokens: readonly string[]): readonly string[] {
  return tokens.some(isUnspaced) ? tokens.flatMap(takeApart) : tokens;
}

/** Whether a token has letters of a script that puts no spaces between words. */
const isUnspaced = (token: string): boolean => UNSPACED.test(token);

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Spellings of one word in such scripts that no other word begins or ends with, the longest first. */
const JOINED: readonly string[] = SPELLINGS.filter(
  ({ words: [word = '', ...others] }) => others.length === 0 && word.length > 1 && isUnspaced(word),
)
  .map(({ words: [word = ''] }) => word)
  .sort((a, b) => b.length - a.length);

function takeApart(token: string): string[] {
  const front = JOINED.find((form) => token.length > form.length && token.startsWith(form)) ?? '';
  const rest = token.slice(front.length);
  const behind = JOINED.find((form) => rest.length > form.length && rest.endsWith(form)) ?? '';
  return [front, rest.slice(0, rest.length - behind.length), behind].filter((part) => part !== '');
}
