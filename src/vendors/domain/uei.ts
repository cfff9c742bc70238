import { readByRules, type FormatRule, type IdentifierText } from './identifier-text';

/**
 * Reads a Unique Entity ID, the name that SAM.gov gives a legal entity: 12 of A–Z and 0–9, not case sensitive.
 *
 * The last character is a check digit over the first eleven. Masked and legacy data fail it, so a wrong one is
 * a warning and no refusal.
 *
 * @source GSA, "UEI technical specifications and API information"
 */
export function readUei(text: string): IdentifierText {
  const uei = text.trim().toUpperCase();
  const read = readByRules(uei, RULES);
  if ('broken' in read || uei.endsWith(checkDigitOf(uei.slice(0, 11)))) return read;
  return { ...read, warning: 'does not end in its check digit: look for a typing error' };
}

const RULES: readonly FormatRule[] = [
  [(uei) => /^[A-Z0-9]{12}$/.test(uei), 'must be 12 letters or digits'],
  [(uei) => !/[OI]/.test(uei), 'must not use the letters O and I'],
  [(uei) => !uei.startsWith('0'), 'must not start with 0'],
  [(uei) => !/\d{9}/.test(uei), 'must not hold nine digits in a row'],
];

/** Weighs the characters by their places, then the digits of the sum, until one digit is left. */
function checkDigitOf(body: string): string {
  let sum = weigh(Array.from(body, (char) => char.charCodeAt(0)));
  while (sum > 9) sum = weigh(Array.from(String(sum), Number));
  return String(sum);
}

/** Sums the last digit of each value times its 1-based place. */
const weigh = (values: readonly number[]): number =>
  values.reduce((sum, value, index) => sum + ((value * (index + 1)) % 10), 0);
