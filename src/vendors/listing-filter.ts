/** States that a listing can be in at an instant. */
export const LISTING_STATES = [
  'listed',
  'suspended',
  'removed',
  'expired',
  'not-yet-effective',
] as const;

/** Vendors with at least one listing that meets all that is given. */
export interface ListingCriteria {
  /** Code of the list that it is on. */
  readonly list?: string | undefined;
  /** The state that it is in now. */
  readonly status?: (typeof LISTING_STATES)[number] | undefined;
}

/** SQL that is true of some rows, with its parameters in order. */
export interface SqlCondition {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Narrows a search for vendors to those on lists. Vendors know no lists: whoever keeps the lists provides it. */
export abstract class ListingFilter {
  /**
   * A condition on the vendor whose id is `v.id`.
   *
   * It may use `$1`, the number of entries known, and `$2`, the present instant.
   *
   * @param first number of the first parameter that is its own
   */
  abstract condition(criteria: ListingCriteria, first: number): SqlCondition;
}
