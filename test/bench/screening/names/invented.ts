import { Random } from './random';
import { SURNAMES } from './vocabulary';

const BEGINNINGS =
  'b br c ch cl cr d dr f fl fr g gl gr h j k kl kr l m n p pl pr qu r s sc sh sk sl sm sp st str t th tr v w z'.split(
    ' ',
  );
const MIDDLES = 'a a a a e e e e i i i i o o o o u u ai au ea ee ei io oo ou y'.split(' ');
const ENDS = [
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  ...'n r l s t m x nd nt rd rk st ck ng ll'.split(' '),
];
const LAST = 'a o um ix ex on or en is us ia ica eon ity ant ent al ar er ell ett ino ano'.split(
  ' ',
);

/**
 * The made-up word of a rank, the same each time: two to four syllables, such as `Trelvanix`. Words of some
 * ranks may be equal, as brands are.
 */
export function inventedWord(rank: number): string {
  const random = new Random(rank * 2_654_435_761);
  const syllables = random.pickWeighted([
    [1, 55],
    [2, 42],
    [3, 3],
  ]);
  let word = '';
  for (let index = 0; index < syllables; index += 1) {
    word += random.pick(BEGINNINGS) + random.pick(MIDDLES) + random.pick(ENDS);
  }
  return capitalised(
    word + (random.chance(0.7) ? random.pick(BEGINNINGS) : '') + random.pick(LAST),
  );
}

const ROOTS =
  'ander berg brand carl dahl eck feld gold gross hart holm klein land lind lund mark mont nor ost peter rein ros sand schwarz stein stern sund thor wald west wick wolf'.split(
    ' ',
  );
const OF_FAMILIES =
  'son sen berg stein mann feld man ford ley ton well ers strom quist ski sky ov ova enko escu ian yan ez ini etti elli eau'.split(
    ' ',
  );

/** A family name: one of the usual ones, or one that is put together of parts. */
export function surname(random: Random): string {
  if (random.chance(0.5)) return random.pickEarly(SURNAMES);
  const middle = random.chance(0.5) ? random.pick(MIDDLES) + random.pick(BEGINNINGS) : '';
  return capitalised(random.pick(ROOTS) + middle + random.pick(OF_FAMILIES));
}

export const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
