import { readByRules, type IdentifierText } from './identifier-text';

const SCHEME = /^[a-z]{2}-[a-z0-9-]{1,28}$/;

/** Whether a scheme names a country's register: `us-ein`, `gb-coh`, `de-hrb`. */
export const isNationalScheme = (scheme: string): boolean => SCHEME.test(scheme);

/** Reads a number of a national register: up to 64 characters, as that register writes them. */
export const readNationalNumber = (text: string): IdentifierText =>
  readByRules(text.trim(), [
    [(number) => number.length >= 1 && number.length <= 64, 'must be 1 to 64 characters'],
    [isPlainText, 'must not hold control characters or lone surrogates'],
  ]);

const isPlainText = (text: string): boolean => text.isWellFormed() && !/\p{Cc}/u.test(text);
