import type { EntityManager } from 'typeorm';
import type { EntryDraft } from '../history/domain/entry';
import { History } from '../history/history';
import { settled } from '../history/domain/this-entry';
import type { ExclusionPlan } from './domain/change-exclusion';
import { settledWaiver, type WaiverPlan } from './domain/change-waiver';
import { describeExclusion, describeWaiver } from './domain/describe-exclusion';
import { Exclusions } from './exclusions';
import { Waivers } from './waivers';

/** What an entry says of a change besides the exclusion itself. */
export type ExclusionDraft = Omit<EntryDraft, 'before' | 'after' | 'exclusion' | 'list'>;

/** Records the entry of an exclusion's change, makes the rows say what the plan says, and returns the position. */
export async function recordExclusion(
  tx: EntityManager,
  { exclusion, before, after }: ExclusionPlan,
  { notice, ...draft }: ExclusionDraft & { readonly notice?: object | undefined },
  now: Date,
): Promise<number> {
  const told = before.length === 0 ? null : describeExclusion(before);
  const position = await new History(tx).append(
    { ...draft, exclusion, before: told, after: { ...describeExclusion(after), notice } },
    now,
  );
  const exclusions = new Exclusions(tx);
  if (before.length === 0) await exclusions.add(exclusion, position);
  await exclusions.replace(exclusion, before, settled(after, position), position);
  return position;
}

/** Records the entry of a waiver's change, makes the row say what the plan says, and returns the position. */
export async function recordWaiver(
  tx: EntityManager,
  { before, after }: WaiverPlan,
  draft: ExclusionDraft,
  now: Date,
): Promise<number> {
  const position = await new History(tx).append(
    {
      ...draft,
      exclusion: (before ?? after)?.exclusion,
      before: before && describeWaiver(before),
      after: after && describeWaiver(after),
    },
    now,
  );
  await new Waivers(tx).replace(before, settledWaiver(after, position), position);
  return position;
}
