import type { ExclusionSegment } from '../../exclusions/domain/exclusion';
import { reachOf } from '../../exclusions/domain/reach';
import type { Affiliation } from '../../vendors/domain/affiliation';
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
  const path = reachAt(segment, affiliations, at).get(vendor.id);
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

type Reached = ReturnType<typeof reachOf>;

/** What was worked out: in one decision, it is asked of each vendor that may be meant. */
const REACHED = new WeakMap<readonly Affiliation[], Map<ExclusionSegment, Map<number, Reached>>>();

/** Whom an exclusion reaches at an instant. */
function reachAt(
  segment: ExclusionSegment,
  affiliations: readonly Affiliation[],
  at: Date,
): Reached {
  const bySegment = REACHED.get(affiliations) ?? new Map<ExclusionSegment, Map<number, Reached>>();
  REACHED.set(affiliations, bySegment);
  const byInstant = bySegment.get(segment) ?? new Map<number, Reached>();
  bySegment.set(segment, byInstant);
  const { vendor, affiliates } = segment;
  const reached =
    byInstant.get(at.getTime()) ??
    (vendor === null ? new Map() : reachOf(vendor, affiliates, affiliations, at));
  byInstant.set(at.getTime(), reached);
  return reached;
}
