/** Whether a word tells nothing of whose a name is, wherever it stands. In Latin letters, or И. */
export const isIdle = (word: string): boolean => ANYWHERE.has(word) || WITHIN.has(word);

/** Whether a word is left out of a name, by its place. */
export const isLeftOut = (word: string, index: number, length: number): boolean =>
  ANYWHERE.has(word) || (index > 0 && index < length - 1 && WITHIN.has(word));

/** Whether a word only joins two others. */
export const isAnd = (word: string): boolean => ANDS.has(word);

const ANDS: ReadonlySet<string> = new Set(['and', 'und', 'et', 'och', 'og', 've']);

/** Left out wherever they stand. */
const ANYWHERE: ReadonlySet<string> = new Set(['the', 'of', 'for', ...ANDS]);

/** Left out between other words only: in front or at the end they may be initials, or the beginning of a name. */
const WITHIN: ReadonlySet<string> = new Set(
  'a an e i y o и і de del de la le les el los las du des da do dos das di della der die das den'.split(
    ' ',
  ),
);
