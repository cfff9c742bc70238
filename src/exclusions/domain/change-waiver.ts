import { InvalidPeriod } from '../../clock/domain/errors';
import { intersect, onwards } from '../../clock/domain/period';
import { THIS_ENTRY } from '../../history/domain/this-entry';
import { ExclusionNotInEffect, WaiverNotInEffect } from './errors';
import type { ExclusionTimeline, Waiver } from './exclusion';

/** What one waiver looks like and will look like. `before` is null for a new one, `after` where nothing is left. */
export interface WaiverPlan {
  readonly before: Waiver | null;
  readonly after: Waiver | null;
}

/** A waiver with its time resolved: it always has a start and an end. */
export interface NewWaiver extends Omit<Waiver, 'effective' | 'entry'> {
  readonly from: Date;
  readonly to: Date;
}

/** The waiver of a plan with the position of the entry that made it. */
export const settledWaiver = (waiver: Waiver | null, position: number): Waiver | null =>
  waiver?.entry === THIS_ENTRY ? { ...waiver, entry: position } : waiver;

/**
 * Excepts an agency from an exclusion for a time.
 *
 * @param timeline that of the exclusion
 * @throws {InvalidPeriod} when the waiver would hold no instant
 * @throws {ExclusionNotInEffect} when the exclusion bars nothing in that time
 */
export function planWaiver(
  timeline: ExclusionTimeline,
  { from, to, ...waiver }: NewWaiver,
): WaiverPlan {
  if (to <= from) throw new InvalidPeriod(from, to);
  const effective = { from, to };
  if (!timeline.some((segment) => intersect(segment.effective, effective))) {
    throw new ExclusionNotInEffect(waiver.exclusion, from);
  }
  return { before: null, after: { ...waiver, effective, entry: THIS_ENTRY } };
}

/**
 * Ends a waiver at an instant; at its start or before, nothing is left of it.
 *
 * @throws {WaiverNotInEffect} when nothing of it lies after `from`
 */
export function planRevocation(waiver: Waiver, from: Date): WaiverPlan {
  if (!intersect(waiver.effective, onwards(from))) throw new WaiverNotInEffect(waiver.id, from);
  const effective = intersect(waiver.effective, { from: null, to: from });
  return { before: waiver, after: effective && { ...waiver, effective } };
}
