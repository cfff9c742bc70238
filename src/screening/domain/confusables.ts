/**
 * Reads letters that only look like Latin ones as these, in words that mix scripts and in words that could be Latin to
 * the eye among words that are.
 *
 * A word in one other script among others of that script stays: its letters mean what they are.
 */
export function foldConfusables(name: string): string {
  if (!LATIN.test(name) || !LOOKALIKE.test(name)) return name;
  const text = name.normalize('NFKC');
  const isForeign = FOREIGN.test(text.replaceAll(WORD, (word) => (isDisguised(word) ? '' : word)));
  return text.replaceAll(WORD, (word) =>
    LATIN.test(word) || (!isForeign && isDisguised(word)) ? asSeen(word) : word,
  );
}

/** Whether a word has only letters that could be Latin to the eye. */
const isDisguised = (word: string): boolean =>
  [...word].every((letter) => LOOKALIKES.has(letter) || LATIN.test(letter));

const asSeen = (word: string): string =>
  [...word].map((letter) => LOOKALIKES.get(letter) ?? letter).join('');

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const LATIN = /[a-z]/i;

/** Letters of the scripts that have lookalikes, in which a whole name may be written. */
const FOREIGN = /\p{Script=Cyrillic}|\p{Script=Greek}|\p{Script=Armenian}|\p{Script=Cherokee}/u;

/**
 * Letters by the Latin one that they look like, in the same place of both texts.
 *
 * @source Unicode Technical Standard 39, confusables.txt, and for capitals their shapes in common typefaces
 */
const PAIRS: readonly (readonly [letters: string, latin: string])[] = [
  // Cyrillic
  ['АВЕЅІЈКМНОРСТУХԌԜԚӀҮЬ', 'ABESIJKMHOPCTYXGWQIYb'],
  ['аеѕіјорсухһԁԛԝӏԍгкмтпвн', 'aesijopcyxhdqwlgrkmtnbh'],
  // Greek
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
  ['αγικνορτυχϲϳ', 'ayikvoptuxcj'],
  // Armenian
  ['ՍՕԼհոսցօյ', 'UOLhnugoj'],
  // Cherokee
  ['ᎪᎡᎢᏀᎫᎬᎳᎷᎻᎽᏀᏂᏃᏏᏒᏔᏙᏚᏞᏟᏢᏦᏴ', 'ARTGJEWMHYGhZbRWVSLCPKB'],
];

const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  PAIRS.flatMap(([letters, latin]) =>
    [...letters].map((letter, index) => [letter, latin[index] ?? letter] as const),
  ),
);

const LOOKALIKE = new RegExp(`[${[...LOOKALIKES.keys()].join('')}]`, 'u');
