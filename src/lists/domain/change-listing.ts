import { inOrder, within } from '../../clock/domain/segments';
import { InvalidPeriod } from '../../clock/domain/errors';
import { onwards } from '../../clock/domain/period';
import { THIS_ENTRY } from '../../history/domain/this-entry';
import { InvalidRequest } from '../../problems/registry-error';
import { AlreadyRemoved, NotListed, NotRemoved } from './errors';
import {
  replacing,
  requireRoom,
  restated,
  termFrom,
  touches,
  type ChangeTerms,
  type ListingPlan,
} from './listing-plan';
import { overlay, type ListingSegment, type Timeline } from './timeline';

/** An end that a change may give: undefined leaves it to the term or the policy, null is until ended. */
interface WithEnd {
  readonly to: Date | null | undefined;
}

/** A vendor's new place on a list. */
export interface NewListing extends ChangeTerms, WithEnd {
  /** UUIDv7 that the listing will bear. */
  readonly listing: string;
  readonly contractNumber: string | null;
  readonly categories: readonly string[];
}

/**
 * Puts a vendor on a list.
 *
 * @param standing all timelines of the vendor on that list
 * @throws {InvalidPeriod} when the listing would hold no instant
 * @throws {ListingOverlaps} when another listing covers one of its categories in its time
 * @throws {AlreadyRemoved} when the same contract was removed: that is undone by a reinstatement
 */
export function planListing(standing: readonly Timeline[], change: NewListing): ListingPlan {
  const term = termFrom(change.from, change.to, change.list);
  const segment: ListingSegment = {
    listing: change.listing,
    vendor: change.vendor,
    list: change.list.code,
    status: 'listed',
    contractNumber: change.contractNumber,
    categories: change.categories,
    term,
    effective: term,
    entry: THIS_ENTRY,
    authority: change.authority,
    suspension: null,
  };
  requireRoom(standing, segment);
  const sameContract = standing
    .flat()
    .filter(({ contractNumber }) => contractNumber === change.contractNumber);
  const removed = sameContract.find((other) => touches([other], term, ['removed']));
  if (removed) throw new AlreadyRemoved(change.vendor, change.list.code, removed.effective.from);
  return { listing: change.listing, before: [], after: [segment] };
}

/**
 * Takes a vendor off a list from an instant on, whatever its listings' terms were.
 *
 * @throws {AlreadyRemoved} when it is off the list from then on
 * @throws {NotListed} when nothing is listed from then on
 */
export function planRemoval(standing: readonly Timeline[], change: ChangeTerms): ListingPlan[] {
  const rest = onwards(change.from);
  const open = standing.filter((timeline) => touches(timeline, rest, ['listed', 'suspended']));
  const removed = standing.flat().find((segment) => touches([segment], rest, ['removed']));
  if (open.length === 0 && removed) {
    throw new AlreadyRemoved(change.vendor, change.list.code, removed.effective.from);
  }
  if (open.length === 0) throw new NotListed(change.vendor, change.list.code);
  return open.map((timeline) => {
    const [first] = within(timeline, rest);
    const removal = first && {
      ...restated(first, change),
      status: 'removed' as const,
      effective: { from: first.effective.from, to: null },
    };
    return planOf(timeline, removal ? replacing(timeline, removal) : timeline);
  });
}

/**
 * Ends a removal or a suspension; the listing stands again for the rest of its term, or to a given end.
 *
 * @throws {NotRemoved} when there is neither from then on
 * @throws {InvalidPeriod} when the term is over by then and no later end is given
 */
export function planReinstatement(
  standing: readonly Timeline[],
  change: ChangeTerms & WithEnd,
): ListingPlan[] {
  const rest = onwards(change.from);
  const barred = standing.filter((timeline) => touches(timeline, rest, ['removed', 'suspended']));
  if (barred.length === 0) throw new NotRemoved(change.vendor, change.list.code);
  return barred.map((timeline) => {
    const last = lastOf(timeline);
    const to = change.to === undefined ? last.term.to : change.to;
    if (to && to <= change.from) throw new InvalidPeriod(change.from, to);
    const listed: ListingSegment = {
      ...restated(last, change),
      status: 'listed',
      term: { from: last.term.from, to },
      effective: rest,
    };
    requireRoom(without(standing, timeline), { ...listed, effective: { from: change.from, to } });
    const reopened = replacing(timeline, listed);
    return planOf(timeline, to ? overlay(reopened, onwards(to), () => null) : reopened);
  });
}

/**
 * Gives a listing a later end.
 *
 * @param change `to` undefined: the list's default term, counted from the present end or from `from`
 * @throws {NotListed} when the listing ends in a removal or suspension
 * @throws {InvalidPeriod} when the new end is not later than the old
 */
export function planRenewal(
  standing: readonly Timeline[],
  timeline: Timeline,
  change: ChangeTerms & WithEnd,
): ListingPlan {
  const last = lastOf(timeline);
  if (last.status !== 'listed') throw new NotListed(change.vendor, change.list.code);
  const end = last.effective.to;
  if (end === null) {
    throw new InvalidRequest([
      { pointer: '/action', message: 'does not fit: the listing has no end to be moved' },
    ]);
  }
  const effective = termFrom(end > change.from ? end : change.from, change.to, change.list);
  const renewed: ListingSegment = {
    ...restated(last, change),
    term: { from: last.term.from, to: effective.to },
    effective,
  };
  requireRoom(without(standing, timeline), renewed);
  return planOf(timeline, inOrder([...timeline, renewed]));
}

/**
 * Gives a listing other categories or another contract number from an instant on.
 *
 * @param change what is undefined stays
 * @throws {NotListed} when the listing does not stand from then on
 * @throws {ListingOverlaps} when another listing covers one of the new categories
 */
export function planAmendment(
  standing: readonly Timeline[],
  timeline: Timeline,
  change: ChangeTerms & {
    readonly contractNumber: string | null | undefined;
    readonly categories: readonly string[] | undefined;
  },
): ListingPlan {
  const rest = onwards(change.from);
  if (!touches(timeline, rest, ['listed', 'suspended'])) {
    throw new NotListed(change.vendor, change.list.code);
  }
  const amended = overlay(timeline, rest, (part) =>
    part.status === 'removed'
      ? part
      : {
          ...(part.status === 'listed' ? restated(part, change) : part),
          contractNumber:
            change.contractNumber === undefined ? part.contractNumber : change.contractNumber,
          categories: change.categories ?? part.categories,
        },
  );
  for (const part of within(amended, rest)) {
    if (part.status !== 'removed') requireRoom(without(standing, timeline), part);
  }
  return planOf(timeline, amended);
}

const planOf = (before: Timeline, after: Timeline): ListingPlan => ({
  listing: lastOf(before).listing,
  before,
  after,
});

const without = (standing: readonly Timeline[], timeline: Timeline): readonly Timeline[] =>
  standing.filter((other) => other !== timeline);

function lastOf(timeline: Timeline): ListingSegment {
  const last = timeline.at(-1);
  if (!last) throw new Error('A listing has at least one segment.');
  return last;
}
