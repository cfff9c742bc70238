import { readByRules, type IdentifierText } from './identifier-text';

/**
 * Reads a D-U-N-S number, which the UEI replaced on 4 April 2022: 9 digits.
 *
 * Spreadsheets drop leading zeros. A shorter number is refused, not padded: it may as well be a mistyped one.
 */
export const readDuns = (text: string): IdentifierText =>
  readByRules(text.trim(), [
    [(duns) => /^\d{9}$/.test(duns), 'must be 9 digits, leading zeros among them'],
  ]);
