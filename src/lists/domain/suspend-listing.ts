import { onwards, type Period } from '../../clock/domain/period';
import type { Authority } from '../../history/domain/authority';
import { THIS_ENTRY } from '../../history/domain/this-entry';
import { AlreadySuspended, NotListed } from './errors';
import { replacing, touches, type ListingPlan } from './listing-plan';
import { within } from '../../clock/domain/segments';
import { overlay, type ListingSegment, type Timeline } from './timeline';

/** A suspension by one person, before a second confirms it. */
export interface NewSuspension {
  /** UUIDv7 that the suspension will bear. */
  readonly id: string;
  readonly vendor: string;
  /** null: of the vendor as a whole, on every list. */
  readonly list: string | null;
  /** From when on, and when it lapses by itself. */
  readonly period: Period;
  readonly authority: Authority;
}

/**
 * Suspends all that is listed in a period, for that period; after it the listings stand again by themselves.
 *
 * A suspension of the vendor as a whole leaves what is suspended already as it is, and need not find anything.
 *
 * @throws {AlreadySuspended} when a suspension holds on the list in the period
 * @throws {NotListed} when nothing is listed on the list in the period
 */
export function planSuspension(
  standing: readonly Timeline[],
  { id, vendor, list, period, authority }: NewSuspension,
): ListingPlan[] {
  const open = standing.filter((timeline) => touches(timeline, period, ['listed']));
  if (list !== null) requireListed(standing, { vendor, list, period });
  const suspended = (part: ListingSegment): ListingSegment =>
    part.status !== 'listed'
      ? part
      : {
          ...part,
          status: 'suspended',
          entry: THIS_ENTRY,
          authority,
          suspension: { id, confirmed: false },
        };
  return open.map((timeline) => ({
    listing: timeline[0]?.listing ?? '',
    before: timeline,
    after: overlay(timeline, period, suspended),
  }));
}

/**
 * Makes a suspension that holds at an instant last until a reinstatement or a removal ends it. Where one of these is to
 * end it before it would lapse, that stays.
 *
 * Gives no plans where it holds on no listing at that instant or later.
 */
export function planConfirmation(
  standing: readonly Timeline[],
  { id, lapsesAt }: { readonly id: string; readonly lapsesAt: Date },
  at: Date,
): ListingPlan[] {
  return standing.flatMap((timeline) => {
    const held = timeline.filter(
      ({ suspension, effective: { to } }) => suspension?.id === id && (to === null || to > at),
    );
    const [first] = held;
    if (!first) return [];
    const confirmed = held.map((segment): ListingSegment => {
      const { from, to } = segment.effective;
      const lapses = to?.getTime() === lapsesAt.getTime();
      return {
        ...segment,
        entry: THIS_ENTRY,
        suspension: { id, confirmed: true },
        effective: { from, to: lapses ? nextRemoval(timeline, lapsesAt) : to },
      };
    });
    const after = confirmed.reduce<Timeline>(replacing, timeline);
    return [{ listing: first.listing, before: timeline, after }];
  });
}

/** @throws {AlreadySuspended} @throws {NotListed} */
function requireListed(
  standing: readonly Timeline[],
  { vendor, list, period }: Pick<NewSuspension, 'vendor' | 'period'> & { readonly list: string },
): void {
  const held = standing.flat().find((segment) => touches([segment], period, ['suspended']));
  if (held?.suspension) throw new AlreadySuspended(vendor, held.suspension.id);
  if (!standing.some((timeline) => touches(timeline, period, ['listed']))) {
    throw new NotListed(vendor, list);
  }
}

const nextRemoval = (timeline: Timeline, after: Date): Date | null =>
  within(timeline, onwards(after)).find(({ status }) => status === 'removed')?.effective.from ??
  null;
