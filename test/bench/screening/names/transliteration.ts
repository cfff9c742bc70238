/** Longest first, so that `sh` is one sound. */
const SOUNDS: readonly (readonly [latin: string, cyrillic: string])[] = [
  ...pairs('tions шнс tion шн shch щ sch ш tch ч sh ш ch ч zh ж kh х ts ц ph ф th т ck к qu кв'),
  ...pairs('ya я yu ю ye е yo ё ee и oo у ou у ce се ci си cy си'),
  ...pairs('a а b б c к d д e е f ф g г h х i и j дж k к l л m м n н o о p п q к r р s с'),
  ...pairs('t т u у v в w в x кс y и z з'),
];

/** Romanisations of Russian: letters that they write in different ways, then those that they share. */
const SHARED = pairs('а a б b в v г g д d з z и i к k л l м m н n о o п p р r с s т t у u ф f ы y');
const ROMANISATIONS: readonly ReadonlyMap<string, string>[] = [
  // As newspapers and gazetteers write it (BGN/PCGN).
  'е e ё yo ж zh й y х kh ц ts ч ch ш sh щ shch э e ю yu я ya',
  // As libraries do (ISO 9).
  'е e ё ë ж ž й j х h ц c ч č ш š щ ŝ э è ю û я â',
  // As passports did, by way of French.
  'е e ё e ж j й i х kh ц ts ч tch ш ch щ chtch э e ю iou я ia у ou',
  // As Germans do.
  'е e ё jo ж sch й i х ch ц z ч tsch ш sch щ schtsch э e ю ju я ja в w',
].map((letters) => new Map([...SHARED, ...pairs(letters)]));

export const ROMANISATIONS_KNOWN = ROMANISATIONS.length;

/** What a Russian writes who heard a name in Latin letters; in small letters. */
export function inCyrillic(text: string): string {
  let left = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  let written = '';
  while (left !== '') {
    const [latin, cyrillic] = SOUNDS.find(([sound]) => left.startsWith(sound)) ?? [
      left.charAt(0),
      left.charAt(0),
    ];
    written += cyrillic;
    left = left.slice(latin.length);
  }
  return written;
}

/** A Russian name in Latin letters, in small letters. @param way 0 to below `ROMANISATIONS_KNOWN` */
export function inLatin(text: string, way: number): string {
  const letters = ROMANISATIONS[way];
  return Array.from(text.toLowerCase().normalize('NFC'), (letter) => {
    if (letter === 'ь' || letter === 'ъ') return '';
    return letters?.get(letter) ?? letter;
  }).join('');
}

function pairs(text: string): (readonly [string, string])[] {
  const words = text.split(' ');
  return words.flatMap((word, index) =>
    index % 2 === 0 ? [[word, words[index + 1] ?? ''] as const] : [],
  );
}
