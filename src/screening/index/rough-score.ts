import { CONTAINED, ENOUGH } from '../domain/compare-names';

/**
 * What `similarityOf` comes to, but for what hangs on the legal form and on which word is paired with which.
 *
 * @param had what of the wanted words the name has, by weight
 * @param wanted what all of them tell
 * @param fits what of the name's words is wanted
 * @param whole what all of these tell
 */
export function roughly(had: number, wanted: number, fits: number, whole: number): number {
  const told = Math.min(1, Math.min(had, fits) / ENOUGH);
  const contained = CONTAINED * Math.max(had / wanted, fits / whole) * told;
  return Math.max((had + fits) / (wanted + whole), contained);
}

/**
 * How much a name may tell whose words fit so far, to be as alike as the floor: what tells more has too much that is not
 * wanted. Endless where the name has enough of what is wanted, whatever else it has.
 *
 * @param fits see `roughly`
 */
export function mostThatFits(had: number, wanted: number, fits: number, floor: number): number {
  const lift = CONTAINED * Math.min(1, Math.min(had, fits) / ENOUGH);
  if ((lift * had) / wanted >= floor) return Infinity;
  return Math.max((had + fits) / floor - wanted, (lift * fits) / floor);
}
