import type { EntityManager } from 'typeorm';
import type { EntryDraft } from '../history/domain/entry';
import { History } from '../history/history';
import { describeTimeline } from '../lists/domain/describe-timeline';
import { settled } from '../history/domain/this-entry';
import type { ListingPlan } from '../lists/domain/listing-plan';
import { Listings } from '../lists/listings';
import type { Notice } from './domain/proposal';

/** A listing's change with what its entry says of it besides the listing itself. */
export interface PlannedEntry {
  readonly draft: Omit<EntryDraft, 'before' | 'after' | 'list'> & {
    readonly vendors: readonly string[];
  };
  readonly plan: ListingPlan;
}

/** Records one entry a plan, in the order given, makes the rows say what the plans say, and returns the positions. */
export async function recordPlans(
  tx: EntityManager,
  planned: readonly PlannedEntry[],
  { now, notice }: { readonly now: Date; readonly notice?: Notice | undefined },
): Promise<number[]> {
  const drafts = planned.map(({ draft, plan }) => ({
    ...draft,
    // A listing may stand on another record of the vendor.
    vendors: [...new Set([...draft.vendors, ...plan.after.map(({ vendor }) => vendor)])],
    list: plan.after[0]?.list,
    before: plan.before.length === 0 ? null : describeTimeline(plan.before),
    after: { ...describeTimeline(plan.after), notice },
  }));
  const positions = await new History(tx).appendAll(drafts, now);
  const listings = new Listings(tx);
  for (const [index, { plan }] of planned.entries()) {
    const position = positions[index];
    if (position === undefined) throw new Error('The history gave too few positions.');
    await listings.replace(plan.before, settled(plan.after, position), position);
  }
  return positions;
}
