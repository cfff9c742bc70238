import type { KnownExclusion } from '../../exclusions/domain/exclusion';
import type { ApprovedList } from '../../lists/domain/approved-list';
import type { Timeline } from '../../lists/domain/timeline';
import type { MatchDecision } from '../../screening/domain/match-decision';
import type { Affiliation } from '../../vendors/domain/affiliation';
import type { Vendor } from '../../vendors/domain/vendor';

/** Most vendors that are named as candidates. */
export const MAX_CANDIDATES = 20;

/** A vendor whom a question may mean, with all its listings. */
export interface KnownVendor extends Vendor {
  readonly listings: readonly Timeline[];
  /** Ids of the vendors that turned out to be this one. */
  readonly formerIds?: readonly string[];
  /** The revision of each of these records, in the same order. */
  readonly formerRevisions?: readonly number[];
}

/** A list as far as verdicts rest on it. */
export type KnownList = Pick<ApprovedList, 'code' | 'name' | 'categories' | 'policy'>;

/** Everything that a verdict rests on, as known at one position. The order of its parts means nothing. */
export interface Facts {
  /** Every vendor that has, had or will have one of the identifiers asked for, or goes or went by the name. */
  readonly vendors: readonly KnownVendor[];
  /**
   * Vendors besides who may be meant, or be the same as one of these: whose names resemble the name asked for, or, where
   * an exclusion is of one or of somebody connected with it, a name of the vendors above; and those of which a person
   * found something.
   */
  readonly alike: readonly KnownVendor[];
  /** What persons found of the vendors above and of the names asked for. */
  readonly decisions: readonly MatchDecision[];
  /** The list asked for, if there is one of that code, and every list that the vendors' listings stand on. */
  readonly lists: readonly KnownList[];
  /**
   * Every exclusion of a vendor above or of one that affiliations connect it with; and every exclusion that covers
   * articles where the purchase has items, else those whose makers' names resemble one of the seller's.
   */
  readonly exclusions: readonly KnownExclusion[];
  /** Every affiliation that connects vendors above, or makers of the items, with others, however far. */
  readonly affiliations: readonly Affiliation[];
  /** Who stands in the exclusions and affiliations, and every vendor that goes by the name of an item's manufacturer. */
  readonly relatives: readonly Relative[];
}

/** A vendor as far as exclusions of others may reach it, and its products. */
export type Relative = Pick<Vendor, 'id' | 'name' | 'names'>;
