import { remembered } from './remembered';

/**
 * How a word sounds, roughly: what spellings of one name in Latin letters have in common, whatever language they were
 * written down in. Vowels are one letter between consonants; consonants that stand for one another are one; doubled
 * letters are single; endings of Slavic adjectives, vowels and an h at the end are left out.
 *
 * Kaspersky, Kasperskiy and Kasperskogo sound the same, and so do Mohammad, Muhammed and Mohamed.
 *
 * @param word in Latin letters and lower case
 */
export const soundOf = remembered((word): string => {
  let sound = '';
  for (let index = 0; index < word.length;) {
    const [letters, heard] = heardAt(word, index);
    if (heard !== sound.at(-1)) sound += heard;
    index += letters;
  }
  return sound.replaceAll(SILENT, '$1').replace(ENDING, '');
});

/** How many consonants a sound has, which says how much it tells. */
export function consonantsIn(sound: string): number {
  let consonants = 0;
  for (const letter of sound) if (letter !== VOWEL) consonants += 1;
  return consonants;
}

/**
 * The vowels of a word, one letter for those between two consonants: a, e, i, o or u. Two words of one sound have as many,
 * save for those at the end.
 */
export const vowelsOf = remembered((word): string =>
  word
    .replace(GLIDE, '')
    .replaceAll(BETWEEN_VOWELS, ' ')
    .trim()
    .split(' ')
    .map((vowels) => TOGETHER[vowels] ?? (vowels.charAt(0) === 'y' ? 'i' : vowels.charAt(0)))
    .join(''),
);

const GLIDE = /[iyj]+(?=[aou])/g;
const BETWEEN_VOWELS = /[^aeiouy]+/g;

/** Vowels that are heard as one that neither of them is written with. */
const TOGETHER: Readonly<Partial<Record<string, string>>> = {
  ...{ oo: 'u', ou: 'u', ee: 'i', ea: 'i', ie: 'i', ai: 'e', ay: 'e', ei: 'e', ey: 'e' },
  ...{ au: 'o', aw: 'o', oe: 'o' },
};

const VOWEL = 'a';

// An h between a vowel and a consonant, as in Ahmad.
const SILENT = /(a)h(?=[^ah])/g;

// -ogo, -om, -ikh and the like after -sk: of Kaspersky, in Kaspersky; then vowels, an h, and both after -sk.
const ENDING = /(?<=.sk)a[gmhvj]?a?$|(?<=..)[ah]+$/;

/** What is heard from a place on: how many letters it takes, and the one letter that it is written with. */
function heardAt(word: string, index: number): readonly [letters: number, heard: string] {
  const group = GROUPS[word.charAt(index)];
  const several = group?.find(([letters]) => word.startsWith(letters, index));
  return several === undefined ? [1, heardAlone(word, index)] : [several[0].length, several[1]];
}

function heardAlone(word: string, index: number): string {
  const letter = word.charAt(index);
  const next = word.charAt(index + 1) || '-';
  if (letter === 'c') return SOFTENING.includes(next) ? 's' : 'k';
  return letter === 'j' || letter === 'i' || letter === 'y'
    ? glideOrVowel(letter, word.charAt(index - 1), next)
    : (SINGLE[letter] ?? letter);
}

/** An i, j or y: a consonant as in Yusuf and in Jamal, a vowel as in Sergej. */
function glideOrVowel(letter: string, last: string, next: string): string {
  if (letter === 'j') return last === '' || VOWELS.includes(next) ? 'j' : VOWEL;
  const isGlide = BROAD.includes(next) && (last === '' || (letter === 'y' && BROAD.includes(last)));
  return isGlide ? 'j' : VOWEL;
}

const BROAD = 'aou';
const SOFTENING = 'eiy';
const VOWELS = 'aeiouy';

const SINGLE: Readonly<Record<string, string>> = {
  ...{ e: VOWEL, i: VOWEL, o: VOWEL, u: VOWEL, y: VOWEL },
  ...{ q: 'k', w: 'v', z: 's', x: 's' },
};

/** Letters that are one sound together, the longest first, by the letter that they begin with. */
const GROUPS: Readonly<Partial<Record<string, readonly (readonly [string, string])[]>>> = {
  b: [['bh', 'b']],
  c: [
    ['ch', 'c'],
    ['ck', 'k'],
    ['cz', 'c'],
  ],
  d: [
    ['dzh', 'j'],
    ['dj', 'j'],
    ['dh', 'd'],
  ],
  g: [['gh', 'g']],
  k: [
    ['kh', 'h'],
    ['ks', 's'],
  ],
  p: [['ph', 'f']],
  s: [
    ['shch', 'c'],
    ['sch', 'c'],
    ['sh', 'c'],
  ],
  t: [
    ['tch', 'c'],
    ['th', 't'],
    ['ts', 's'],
    ['tz', 's'],
  ],
  z: [['zh', 'j']],
};
