import anyAscii from 'any-ascii';
import { MOST_WORDS } from './name-words';
import { isAscii, tokensOf } from './name-tokens';

/** Letters of a name beyond these are not compared. */
export const LONGEST = 512;

/** Tokens in Latin letters, lower case. What can't be written so is left out; one may become several. */
export function toLatin(tokens: readonly string[]): readonly string[] {
  const latin: string[] = [];
  let left = LONGEST;
  for (const token of tokens) {
    if (left <= 0 || latin.length >= MOST_WORDS) break;
    const part = token.slice(0, left);
    left -= part.length;
    if (isAscii(part)) latin.push(part);
    else latin.push(...tokensOf(anyAscii(part)));
  }
  return latin;
}
