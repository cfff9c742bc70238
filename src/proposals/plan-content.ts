import { v7 } from 'uuid';
import type { EntryType } from '../history/domain/entry';
import { requireCategories, type ApprovedList } from '../lists/domain/approved-list';
import {
  planAmendment,
  planListing,
  planReinstatement,
  planRemoval,
  planRenewal,
} from '../lists/domain/change-listing';
import { NotListed } from '../lists/domain/errors';
import type { ListingPlan } from '../lists/domain/listing-plan';
import type { Timeline } from '../lists/domain/timeline';
import { InvalidRequest } from '../problems/registry-error';
import type { ListChange, ProposalContent, StandingChange } from './domain/proposal';

/** One listing's change, and the kind of entry that will record it. */
export interface PlannedChange {
  readonly type: EntryType;
  readonly vendor: string;
  readonly plan: ListingPlan;
}

/** A new listing or a change of one: what an import's rows become as well. */
export type SingleChange = (ListChange | StandingChange) & Pick<ProposalContent, 'authority'>;

/**
 * Plans what a change does to a vendor's listings on one list.
 *
 * @param standing all timelines of the vendor on that list
 * @param now the instant that "from now on" means
 */
export function planChange(
  change: SingleChange,
  list: ApprovedList,
  standing: readonly Timeline[],
  now: Date,
): PlannedChange[] {
  requireCategories(list, change.categories ?? []);
  const { vendor, authority } = change;
  const from = change.effectiveFrom === null ? now : new Date(change.effectiveFrom);
  const terms = { vendor, list, authority, from, to: endOf(change.effectiveTo) };
  const planned = (type: EntryType, plans: readonly ListingPlan[]): PlannedChange[] =>
    plans.map((plan) => ({ type, vendor, plan }));

  switch (change.action) {
    case 'list':
      return planned('listing.listed', [
        planListing(standing, { ...change, ...terms, listing: v7() }),
      ]);
    case 'remove':
      return planned('listing.removed', planRemoval(chosen(standing, change), terms));
    case 'reinstate':
      return planned('listing.reinstated', planReinstatement(chosen(standing, change), terms));
    case 'renew':
      return planned('listing.renewed', [planRenewal(standing, only(standing, change), terms)]);
    case 'amend-listing': {
      const { contractNumber, categories } = change;
      const amendment = { ...terms, contractNumber, categories };
      return planned('listing.amended', [
        planAmendment(standing, only(standing, change), amendment),
      ]);
    }
  }
}

/** The listings that a change means: the one that it names, or all. @throws {NotListed} when that one is not there */
function chosen(standing: readonly Timeline[], change: StandingChange): readonly Timeline[] {
  if (change.listing === undefined) return standing;
  const named = standing.filter((timeline) => timeline[0]?.listing === change.listing);
  if (named.length === 0) throw new NotListed(change.vendor, change.list);
  return named;
}

/** The one listing that a change means. @throws {InvalidRequest} when there are several and it names none */
function only(standing: readonly Timeline[], change: StandingChange): Timeline {
  const [first, ...others] = chosen(standing, change);
  if (!first) throw new NotListed(change.vendor, change.list);
  if (others.length > 0) {
    const ids = standing.map((timeline) => timeline[0]?.listing).join(', ');
    throw new InvalidRequest([
      { pointer: '/listing', message: `must name one of the vendor's listings: ${ids}` },
    ]);
  }
  return first;
}

const endOf = (effectiveTo: string | null | undefined): Date | null | undefined =>
  typeof effectiveTo === 'string' ? new Date(effectiveTo) : effectiveTo;
