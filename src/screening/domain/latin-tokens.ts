import anyAscii from 'any-ascii';
import { isAscii, tokensOf } from './name-tokens';

/** Tokens in Latin letters, lower case. What can't be written so is left out; one may become several. */
export const toLatin = (tokens: readonly string[]): readonly string[] =>
  tokens.flatMap((token) => (isAscii(token) ? token : tokensOf(anyAscii(token))));
