/**
 * How alike a word is to neighbouring words: 0 where it is neither what they are when they are joined, nor their initials.
 *
 * @param from the first of the words
 * @param end one after the last of them
 */
export function likenessOfGroup(
  word: string,
  words: readonly string[],
  from: number,
  end: number,
): number {
  if (isJoined(word, words, from, end)) return 0.97;
  if (!areInitials(word, words, from, end)) return 0;
  return INITIALS[Math.min(word.length, INITIALS.length - 1)] ?? 0;
}

/** In what they are alike. */
export const groupKinship = (
  word: string,
  words: readonly string[],
  from: number,
  end: number,
): 'words' | 'acronym' => (isJoined(word, words, from, end) ? 'words' : 'acronym');

/** How much initials tell, by their number. */
const INITIALS = [0, 0, 0.5, 0.75, 0.9, 0.95] as const;

function isJoined(word: string, words: readonly string[], from: number, end: number): boolean {
  let letters = 0;
  for (let index = from; index < end; index += 1) {
    const part = words[index] ?? '';
    if (!word.startsWith(part, letters)) return false;
    letters += part.length;
  }
  return letters === word.length;
}

function areInitials(word: string, words: readonly string[], from: number, end: number): boolean {
  if (word.length !== end - from) return false;
  for (let index = from; index < end; index += 1) {
    if (word.charCodeAt(index - from) !== words[index]?.charCodeAt(0)) return false;
  }
  return true;
}
