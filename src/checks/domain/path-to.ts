import type { ExclusionSegment } from '../../exclusions/domain/exclusion';
import { reachOf } from '../../exclusions/domain/reach';
import type { Facts } from '../../register/domain/facts';
import type { Question } from './question';
import type { PathStep } from './reason';

/** How an exclusion comes to a vendor: no steps where it names it, undefined where it does not come to it. */
export function pathTo(
  vendor: { readonly id: string },
  segment: ExclusionSegment,
  { at }: Question,
  { affiliations, relatives }: Facts,
): PathStep[] | undefined {
  if (segment.vendor === null) return undefined;
  if (segment.vendor === vendor.id) return [];
  const path = reachOf(segment.vendor, segment.affiliates, affiliations, at).get(vendor.id);
  const nameOf = (id: string): string => relatives.find((one) => one.id === id)?.name ?? id;
  return (
    path && [
      { vendor: segment.vendor, name: nameOf(segment.vendor), relation: null, position: null },
      ...path.map(({ to, relation, entry }) => ({
        ...{ vendor: to, name: nameOf(to), relation, position: entry },
      })),
    ]
  );
}
