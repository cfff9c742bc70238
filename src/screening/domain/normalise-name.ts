/** Which rules made a normalised name. A change of the rules is a new version. */
export const NORMALISATION = 'exact-1';

/**
 * The form in which two names are the same name: NFKC, lower case, no diacritics, words of letters and
 * digits with single spaces between, `&` read as "and". Scripts and legal forms stay as they are.
 */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]+/g, '')
    .normalize('NFC')
    .replaceAll('&', ' and ')
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
