import type { Period } from '../../clock/domain/period';
import type { Authority } from '../../history/domain/authority';
import { AlreadySuspended, NotListed } from './errors';
import { onwards, replacing, THIS_ENTRY, touches, within, type ListingPlan } from './listing-plan';
import { listingAt, overlay, type ListingSegment, type Timeline } from './timeline';

/** A suspension by one person, before a second confirms it. */
export interface NewSuspension {
  /** UUIDv7 that the suspension will bear. */
  readonly id: string;
  readonly vendor: string;
  /** null: on every list. */
  readonly list: string | null;
  /** From when on, and when it lapses by itself. */
  readonly period: Period;
  readonly authority: Authority;
}

/**
 * Suspends all that is listed in a period, for that period; after it the listings stand again by themselves.
 *
 * @throws {AlreadySuspended} when a suspension holds in the period
 * @throws {NotListed} when nothing is listed in the period
 */
export function planSuspension(
  standing: readonly Timeline[],
  { id, vendor, list, period, authority }: NewSuspension,
): ListingPlan[] {
  const held = standing.flat().find((segment) => touches([segment], period, ['suspended']));
  if (held?.suspension) throw new AlreadySuspended(vendor, held.suspension.id);
  const open = standing.filter((timeline) => touches(timeline, period, ['listed']));
  if (open.length === 0) throw new NotListed(vendor, list ?? 'any list');
  const suspended = (part: ListingSegment): ListingSegment =>
    part.status === 'removed'
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
 * Makes a suspension that holds at an instant last until a reinstatement or a removal ends it.
 * Gives no plans where it holds on no listing at that instant.
 */
export function planConfirmation(
  standing: readonly Timeline[],
  suspension: string,
  at: Date,
): ListingPlan[] {
  return standing.flatMap((timeline) => {
    const held = listingAt(timeline, at)?.segment;
    if (held?.suspension?.id !== suspension) return [];
    const confirmed: ListingSegment = {
      ...held,
      entry: THIS_ENTRY,
      suspension: { id: suspension, confirmed: true },
      effective: { from: held.effective.from, to: nextRemoval(timeline, held) },
    };
    return [{ listing: held.listing, before: timeline, after: replacing(timeline, confirmed) }];
  });
}

function nextRemoval(timeline: Timeline, { effective }: ListingSegment): Date | null {
  if (effective.to === null) return null;
  const later = within(timeline, onwards(effective.to));
  return later.find(({ status }) => status === 'removed')?.effective.from ?? null;
}
