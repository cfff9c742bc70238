import type { EntityManager } from 'typeorm';
import type { ExclusionPlan } from '../exclusions/domain/change-exclusion';
import { recordExclusion } from '../exclusions/record-exclusion';
import type { Actor } from '../history/domain/entry';
import type { ListingPlan } from '../lists/domain/listing-plan';
import type { Notice } from './domain/proposal';
import { recordPlans } from './record-plans';
import type { Suspension } from './suspensions';

/** What a suspension, or its confirmation, does to listings and to the exclusion that it made. */
export interface SuspensionPlan {
  readonly listings: readonly ListingPlan[];
  /** null: none. */
  readonly exclusion: ExclusionPlan | null;
}

/** A suspension with the positions of the entries that were made, and the new number of entries. */
export interface Suspended {
  readonly suspension: Suspension;
  readonly entries: number[];
  readonly position: number;
}

/** Records one entry a listing, then that of the exclusion, makes the rows say so, and returns the positions. */
export async function recordSuspension(
  tx: EntityManager,
  { listings, exclusion }: SuspensionPlan,
  step: 'suspended' | 'suspension-confirmed',
  given: Pick<Suspension, 'vendor' | 'authority' | 'reason'> & {
    readonly actor: Actor;
    readonly now: Date;
    readonly notice?: Notice | undefined;
  },
): Promise<number[]> {
  const { vendor, authority, reason, actor, now, notice } = given;
  const draft = { actor, authority, reason, vendors: [vendor] };
  const planned = listings.map((plan) => ({
    draft: { ...draft, type: `listing.${step}` as const },
    plan,
  }));
  const entries = await recordPlans(tx, planned, { now, notice });
  if (exclusion === null) return entries;
  const said = { ...draft, type: `exclusion.${step}` as const, notice };
  return [...entries, await recordExclusion(tx, exclusion, said, now)];
}
