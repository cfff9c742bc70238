import type { ApprovedList } from '../../lists/domain/approved-list';
import type { Timeline } from '../../lists/domain/timeline';
import type { Vendor } from '../../vendors/domain/vendor';

/** A vendor whom a question may mean, with all its listings. */
export interface KnownVendor extends Vendor {
  readonly listings: readonly Timeline[];
}

/** A list as far as verdicts rest on it. */
export type KnownList = Pick<ApprovedList, 'code' | 'name' | 'categories' | 'policy'>;

/** Everything that a verdict rests on, as known at one position. The order of its parts means nothing. */
export interface Facts {
  /** Every vendor that has, had or will have one of the identifiers asked for, or goes or went by the name. */
  readonly vendors: readonly KnownVendor[];
  /** The list asked for, if there is one of that code, and every list that the vendors' listings stand on. */
  readonly lists: readonly KnownList[];
}
