import { InvalidPeriod } from '../../clock/domain/errors';
import { onwards } from '../../clock/domain/period';
import { within } from '../../clock/domain/segments';
import type { Authority } from '../../history/domain/authority';
import { THIS_ENTRY } from '../../history/domain/this-entry';
import { InvalidRequest } from '../../problems/registry-error';
import { ExclusionNotInEffect } from './errors';
import type { ExclusionSegment, ExclusionTerms, ExclusionTimeline } from './exclusion';
import { termsOf } from './exclusion-timeline';

/** What one exclusion looks like and will look like. `before` is empty for a new one, `after` where nothing is left. */
export interface ExclusionPlan {
  readonly exclusion: string;
  readonly before: ExclusionTimeline;
  readonly after: ExclusionTimeline;
}

/** What every change of an exclusion has, with its time resolved. */
export interface ExclusionChange {
  /** UUIDv7 of the exclusion. */
  readonly exclusion: string;
  /** The change holds from here on. */
  readonly from: Date;
  readonly authority: Authority;
}

/**
 * Bars what the terms say, from an instant until an end; null: indefinitely.
 *
 * @param change `suspension` is that by one person which the exclusion is; left out: none
 * @throws {InvalidPeriod} when it would hold no instant
 */
export function planExclusion(
  terms: ExclusionTerms,
  change: ExclusionChange & {
    readonly to: Date | null;
    readonly suspension?: ExclusionSegment['suspension'];
  },
): ExclusionPlan {
  const { exclusion, from, to, authority, suspension = null } = change;
  requireInstant(from, to);
  const effective = { from, to };
  const segment = { ...terms, exclusion, effective, entry: THIS_ENTRY, authority, suspension };
  return { exclusion, before: [], after: [segment] };
}

/**
 * Makes an exclusion say something else from an instant on, and end at another if one is given. Whom it names, and when
 * it begins, stay.
 *
 * @param change `terms` says what it says then, of what it said; `to` undefined: its end stays, null: indefinite
 * @throws {ExclusionNotInEffect} when nothing of it lies after `from`
 * @throws {InvalidPeriod} when nothing of it would lie between `from` and the new end
 * @throws {InvalidRequest} when it is an unconfirmed suspension and would end later than it lapses
 */
export function planExclusionAmendment(
  timeline: ExclusionTimeline,
  change: ExclusionChange & {
    readonly to: Date | null | undefined;
    readonly terms: (before: ExclusionTerms) => ExclusionTerms;
  },
): ExclusionPlan {
  const { exclusion, from, to, authority, terms } = change;
  const rest = within(timeline, onwards(from));
  const [first] = rest;
  if (!first) throw new ExclusionNotInEffect(exclusion, from);
  const amended = endingAt(rest, to, first.effective.from ?? from).map((segment) => {
    const said = { ...terms(termsOf(segment)), vendor: segment.vendor };
    return { ...segment, ...said, entry: THIS_ENTRY, authority };
  });
  return { exclusion, before: timeline, after: [...upTo(timeline, from), ...amended] };
}

/**
 * Ends an exclusion at an instant, whenever it would have ended; at its start or before, nothing is left of it.
 *
 * @throws {ExclusionNotInEffect} when nothing of it lies after `from`
 */
export function planExclusionEnd(
  timeline: ExclusionTimeline,
  { exclusion, from }: Omit<ExclusionChange, 'authority'>,
): ExclusionPlan {
  const rest = within(timeline, onwards(from));
  if (rest.length === 0) throw new ExclusionNotInEffect(exclusion, from);
  return { exclusion, before: timeline, after: upTo(timeline, from) };
}

const upTo = (timeline: ExclusionTimeline, to: Date): ExclusionTimeline =>
  within(timeline, { from: null, to });

/** What is left of a timeline that begins at `start`, cut or lengthened to a new end; undefined: as it was. */
function endingAt(
  timeline: ExclusionTimeline,
  to: Date | null | undefined,
  start: Date,
): ExclusionTimeline {
  const last = timeline.at(-1);
  if (to === undefined || !last) return timeline;
  requireInstant(start, to);
  const end = last.effective.to;
  if (end === null || (to !== null && to <= end)) return within(timeline, { from: null, to });
  if (last.suspension?.confirmed === false) {
    const message =
      'does not fit: the suspension lapses before, unless a second person confirms it';
    throw new InvalidRequest([{ pointer: '/effectiveTo', message }]);
  }
  return [...timeline.slice(0, -1), { ...last, effective: { from: last.effective.from, to } }];
}

/** @throws {InvalidPeriod} when the period would hold no instant */
function requireInstant(from: Date, to: Date | null): void {
  if (to !== null && to <= from) throw new InvalidPeriod(from, to);
}
