import { remembered } from './remembered';

/**
 * The form in which two names are the same name: NFKC, one case, no diacritics of the European scripts, words of
 * letters and digits with single spaces between, `&` read as "and". Scripts and legal forms stay as they are.
 *
 * It holds nothing but letters, their marks, digits and spaces; it is empty where a name has neither letter nor digit.
 */
export const normaliseName = remembered((name): string => {
  const normalised = foldCase(name.normalize('NFKC'))
    .normalize('NFD')
    .replace(EUROPEAN_DIACRITICS, '')
    .normalize('NFC')
    .replaceAll('&', ' and ')
    .replace(INSIDE_WORDS, '')
    .replace(BETWEEN_WORDS, ' ')
    .trim();
  return /[\p{L}\p{N}]/u.test(normalised) ? normalised : '';
});

// By way of upper case, so that ß is ss; a final sigma is a sigma.
const foldCase = (text: string): string => text.toUpperCase().toLowerCase().replaceAll('ς', 'σ');

const EUROPEAN_DIACRITICS = /[\u0300-\u036f]+/g;

// Apostrophes and full stops, and what only steers how text is joined or laid out.
const INSIDE_WORDS = /['’.\p{Cf}]/gu;

// Marks stay: in Devanagari, Thai and others they are vowels.
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/gu;
