import { intersect } from '../../clock/domain/period';
import type { ExclusionTimeline } from './exclusion';
import { reachOf } from './reach';
import type { Affiliation } from '../../vendors/domain/affiliation';

/** Before everything that is dated. */
const DAWN = new Date(-8.64e15);

/** Ids of all vendors that an exclusion reaches at any instant at which it holds, besides the one that it names. */
export function everReached(
  timeline: ExclusionTimeline,
  affiliations: readonly Affiliation[],
): Set<string> {
  const reached = new Set<string>();
  for (const { vendor, affiliates, effective } of timeline) {
    if (vendor === null) continue;
    // Whom it reaches grows only where an affiliation begins.
    const starts = affiliations.flatMap((one) => {
      const both = intersect(one.effective, effective);
      return both === null ? [] : [both.from?.getTime() ?? DAWN.getTime()];
    });
    for (const start of new Set(starts)) {
      for (const id of reachOf(vendor, affiliates, affiliations, new Date(start)).keys()) {
        reached.add(id);
      }
    }
  }
  return reached;
}
