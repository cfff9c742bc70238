import type { SqlCondition } from './listing-filter';

/**
 * Narrows a search for vendors by whether an exclusion names them. Vendors know no exclusions: whoever keeps the
 * exclusions provides it.
 */
export abstract class ExclusionFilter {
  /**
   * A condition on the vendor whose id is `v.id`, without parameters of its own.
   *
   * It may use `$1`, the number of entries known, and `$2`, the present instant.
   */
  abstract condition(excluded: boolean): SqlCondition;
}
