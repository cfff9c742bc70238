/** Whether a word tells nothing of whose a name is, wherever it stands. In Latin letters, or И. */
export const isIdle = (word: string): boolean => PLACES.has(word);

/** Whether a word is left out of a name, by its place. */
export function isLeftOut(word: string, index: number, length: number): boolean {
  const place = PLACES.get(word);
  if (place === undefined) return false;
  return place === 'anywhere' || (index > 0 && index < length - 1);
}

/** Whether a word only joins two others. */
export const isAnd = (word: string): boolean => ANDS.has(word);

const ANDS: ReadonlySet<string> = new Set(['and', 'und', 'et', 'och', 'og', 've']);

const ANYWHERE = ['the', 'of', 'for', ...ANDS];

/** In front or at the end they may be initials, or the beginning of a name. */
const WITHIN =
  'a an e i y o и і de del de la le les el los las du des da do dos das di della der die das den';

/** Where words are left out. */
const PLACES: ReadonlyMap<string, 'anywhere' | 'within'> = new Map([
  ...WITHIN.split(' ').map((word) => [word, 'within'] as const),
  ...ANYWHERE.map((word) => [word, 'anywhere'] as const),
]);
