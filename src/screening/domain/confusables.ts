/**
 * Reads letters that only look like Latin ones as these: in words that mix them with Latin letters, and in words of
 * nothing but such letters that stand among Latin words. Other words of their script keep them what they are.
 *
 * @param tokens of a name, lower case
 * @param isAmongLatin whether the name has other words in Latin letters
 * @returns the same array where there is nothing to read so
 */
export function foldConfusables(
  tokens: readonly string[],
  isAmongLatin: boolean,
): readonly string[] {
  if (!tokens.some(hasLookalike)) return tokens;
  const isLatin = isAmongLatin || tokens.some(hasLatin);
  if (!isLatin) return tokens;
  const isOfItsOwn = tokens.some((token) => hasLookalikeScript(token) && !isDisguise(token));
  return tokens.map((token) =>
    hasLatin(token) || (!isOfItsOwn && isDisguise(token)) ? asSeen(token) : token,
  );
}

export const hasLatin = (token: string): boolean => /[a-z]/.test(token);

const hasLookalike = (token: string): boolean => LOOKALIKE.test(token);

/** Whether a word is in a script that has lookalikes, so that a whole name may be. */
const hasLookalikeScript = (token: string): boolean => !hasLatin(token) && SCRIPTS.test(token);

/** Whether a word has only letters that could be Latin to the eye, and digits. */
const isDisguise = (token: string): boolean =>
  [...token].every((letter) => LOOKALIKES.has(letter) || /[a-z0-9]/.test(letter));

const asSeen = (token: string): string =>
  [...token].map((letter) => LOOKALIKES.get(letter) ?? letter).join('');

const SCRIPTS =
  /\p{Script=Cyrillic}|\p{Script=Greek}|\p{Script=Armenian}|\p{Script=Cherokee}|\p{Script=Lisu}/u;

/**
 * Letters by the Latin ones that they look like, in the same place of both texts. As case is folded before, a letter of
 * which only the capital looks like a Latin one stands for that; where both do, and unlike, the small one counts.
 *
 * @source Unicode Technical Standard 39, confusables.txt
 */
const PAIRS: readonly (readonly [letters: string, latin: string])[] = [
  // Cyrillic
  ['авгеѕіјкмнорстухԁԍԛԝӏһүь', 'abresijkmhopctyxdgqwlhyb'],
  // Greek
  ['αβγεζηικμνορτυχϲϳ', 'abyezhikmvoptuxcj'],
  // Armenian
  ['սօհոցյլ', 'uohngjl'],
  // Cherokee
  ['ᎪᎡᎢᎫᎬᎳᎷᎻᎽᏃᏏᏒᏔᏙᏚᏞᏟᏢᏦᏴ', 'artjewmhyzbrwvslcpkb'],
  // Lisu
  ['ꓐꓑꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ', 'bpdtgkjczfmnlsrvhwxyaeiou'],
];

const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  PAIRS.flatMap(([letters, latin]) =>
    [...letters.toLowerCase()].map((letter, index) => [letter, latin[index] ?? letter] as const),
  ),
);

const LOOKALIKE = new RegExp(`[${[...LOOKALIKES.keys()].join('')}]`, 'u');
