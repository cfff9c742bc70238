import { readByRules, type IdentifierText } from './identifier-text';

/**
 * Reads a Legal Entity Identifier: 18 letters or digits and 2 check digits, not case sensitive.
 *
 * @source ISO 17442; check digits after ISO 7064, MOD 97-10
 */
export const readLei = (text: string): IdentifierText =>
  readByRules(text.trim().toUpperCase(), [
    [(lei) => /^[0-9A-Z]{18}\d{2}$/.test(lei), 'must be 18 letters or digits, then 2 digits'],
    [(lei) => remainderOf(lei) === 1, 'must end in its check digits'],
  ]);

/** The remainder by 97 of the number that the text is when A stands for 10 and Z for 35. */
function remainderOf(lei: string): number {
  const digits = Array.from(lei, (char) => parseInt(char, 36)).join('');
  return Array.from(digits, Number).reduce((rest, digit) => (rest * 10 + digit) % 97, 0);
}
