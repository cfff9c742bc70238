import { Inject, Injectable, Optional } from '@nestjs/common';
import { InvalidRequest } from '../problems/registry-error';
import { ExclusionFilter } from './exclusion-filter';
import { ListingFilter, type ListingCriteria, type SqlCondition } from './listing-filter';

/** What vendors are narrowed to besides their names. */
export interface VendorCriteria extends ListingCriteria {
  /** Whether an exclusion in effect now names it. */
  readonly excluded?: boolean | undefined;
}

/** Narrows a search for vendors by what others keep about them. */
@Injectable()
export class VendorFilters {
  constructor(
    @Optional() @Inject(ListingFilter) private readonly listings?: ListingFilter,
    @Optional() @Inject(ExclusionFilter) private readonly exclusions?: ExclusionFilter,
  ) {}

  /**
   * A condition on the vendor whose id is `v.id`; true of all where nothing is given.
   *
   * It may use `$1`, the number of entries known, and `$2`, the present instant.
   *
   * @param first number of the first parameter that is its own
   * @throws {InvalidRequest} where it is asked for what nobody keeps
   */
  of(criteria: VendorCriteria, first: number): SqlCondition {
    const conditions = [this.onLists(criteria, first), this.ofExclusions(criteria)];
    const given = conditions.filter((condition) => condition !== undefined);
    return {
      sql: ['true', ...given.map(({ sql }) => `(${sql})`)].join(' AND '),
      parameters: given.flatMap(({ parameters }) => parameters),
    };
  }

  private onLists({ list, status }: VendorCriteria, first: number): SqlCondition | undefined {
    if (list === undefined && status === undefined) return undefined;
    if (this.listings) return this.listings.condition({ list, status }, first);
    const pointer = list === undefined ? '/status' : '/list';
    throw new InvalidRequest([{ pointer, message: 'asks about lists, which are not kept here' }]);
  }

  private ofExclusions({ excluded }: VendorCriteria): SqlCondition | undefined {
    if (excluded === undefined) return undefined;
    if (this.exclusions) return this.exclusions.condition(excluded);
    const message = 'asks about exclusions, which are not kept here';
    throw new InvalidRequest([{ pointer: '/excluded', message }]);
  }
}
