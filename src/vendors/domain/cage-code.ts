import { readByRules, type IdentifierText } from './identifier-text';

/**
 * Reads a Commercial and Government Entity code, of the United States (CAGE) or of another country (NCAGE):
 * 5 of 0–9 and A–Z without I and O, not case sensitive. It names a location: a vendor may have several.
 */
export const readCageCode = (text: string): IdentifierText =>
  readByRules(text.trim().toUpperCase(), [
    [
      (code) => /^[0-9A-HJ-NP-Z]{5}$/.test(code),
      'must be 5 digits or letters, without the letters I and O',
    ],
  ]);
