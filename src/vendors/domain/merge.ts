import type { Vendor } from './vendor';

/** Two vendors that turned out to be one. They always were: a merge holds at all times, from when it is recorded. */
export interface Merge {
  /** Id of the vendor that is to be known no more for itself. */
  readonly duplicate: string;
  /** Id of the vendor that both are known as. */
  readonly survivor: string;
}

/** How a vendor stands to those that it is one with. */
export interface MergeState {
  /** Id of the vendor that it was merged into; null where it stands for itself. */
  readonly mergedInto: string | null;
  /** Ids of the vendors that were merged into it, in order. */
  readonly mergedFrom: readonly string[];
}

/** A vendor that nobody has taken for another. */
export const UNMERGED: MergeState = { mergedInto: null, mergedFrom: [] };

/** Who a vendor is, and who it is one with. */
export type VendorRecord = Vendor & MergeState;

/** How a vendor stands in some merges. */
export const mergeStateOf = (vendor: string, merges: readonly Merge[]): MergeState => ({
  mergedInto: merges.find(({ duplicate }) => duplicate === vendor)?.survivor ?? null,
  mergedFrom: merges
    .filter(({ survivor }) => survivor === vendor)
    .map(({ duplicate }) => duplicate)
    .sort(),
});

/**
 * The vendor that each of those merged is known as in the end, itself among them.
 *
 * @param merges each duplicate once, and nobody merged in a circle
 */
export function survivorsIn(merges: readonly Merge[]): Map<string, string> {
  const next = new Map(merges.map(({ duplicate, survivor }) => [duplicate, survivor]));
  const last = (vendor: string): string => {
    const survivor = next.get(vendor);
    return survivor === undefined ? vendor : last(survivor);
  };
  const named = merges.flatMap(({ duplicate, survivor }) => [duplicate, survivor]);
  return new Map(named.map((vendor) => [vendor, last(vendor)]));
}
