import { CONTAINED, ENOUGH } from '../domain/compare-names';

/** What two names have in common: of each, what its words tell that the other has, and what that is beyond generic words. */
export interface Common {
  had: number;
  hadTelling: number;
  fits: number;
  fitsTelling: number;
}

/** What the words of a name tell together, and what that is beyond generic words. */
export interface Whole {
  readonly weight: number;
  readonly telling: number;
}

/** What a word tells beyond a generic one. */
export const tellingOf = (weight: number): number => Math.max(0, weight - GENERIC);

const GENERIC = 0.3;

/**
 * What `similarityOf` comes to at most, or nearly: for whatever else counts there takes something away.
 *
 * @param wanted the name of which `had` is a part
 * @param whole the one of which `fits` is a part
 */
export function roughly(common: Common, wanted: Whole, whole: Whole): number {
  const alike = (common.had + common.fits) / (wanted.weight + whole.weight);
  const contained = Math.max(
    shareOf(common.hadTelling, wanted.telling),
    shareOf(common.fitsTelling, whole.telling),
  );
  return Math.max(alike, CONTAINED * contained * told(common));
}

/**
 * How much beyond generic words a name may tell that has no more in common with the wanted one than this, to be as alike
 * as the floor. Endless where it has enough of the wanted one, whatever else it has.
 */
export function mostThatFits(common: Common, wanted: Whole, floor: number): number {
  const lift = CONTAINED * told(common);
  if (lift * shareOf(common.hadTelling, wanted.telling) >= floor) return Infinity;
  const alike = (common.had + common.fits) / floor - wanted.weight;
  return Math.max(alike, (lift * common.fitsTelling) / floor);
}

const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

const told = ({ had, fits }: Common): number => Math.min(1, Math.min(had, fits) / ENOUGH);
