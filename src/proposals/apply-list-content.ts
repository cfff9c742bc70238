import type { EntityManager } from 'typeorm';
import type { ApprovedList } from '../lists/domain/approved-list';
import type { Timeline } from '../lists/domain/timeline';
import { Listings } from '../lists/listings';
import { VendorMerges } from '../vendors/vendor-merges';
import { registerVendors } from '../vendors/register-vendor';
import type { Carrying } from './carrying';
import type { ImportedVendor, ListContent } from './domain/proposal';
import { recordPlans } from './record-plans';
import { planChange, type PlannedChange, type SingleChange } from './plan-content';

/** Makes a change of a list, which the transaction must hold. @see applyContent */
export async function applyListContent(
  tx: EntityManager,
  content: ListContent,
  carrying: Carrying & { readonly list: ApprovedList },
): Promise<number[]> {
  const registered = await registerNew(tx, content, carrying);
  const changes = singleChanges(content, registered.ids);
  const planned = await planAll(tx, changes, carrying.list, carrying.now);
  const { proposal, actor, now } = carrying;
  const { authority, reason, corrects } = content;
  const entries = planned.map(({ type, vendor, plan }) => ({
    draft: {
      type,
      actor,
      authority,
      reason,
      corrects,
      proposal,
      vendors: [vendor],
    },
    plan,
  }));
  const notice = 'notice' in content ? content.notice : undefined;
  return [...registered.positions, ...(await recordPlans(tx, entries, { now, notice }))];
}

/** Registers the vendors that an import brings, once each however many rows name them. */
async function registerNew(
  tx: EntityManager,
  content: ListContent,
  { proposal, actor, now }: Carrying,
): Promise<{ ids: ReadonlyMap<string, string>; positions: number[] }> {
  const wanted = new Map<string, ImportedVendor>();
  for (const { vendor } of content.action === 'import' ? content.listings : []) {
    if (typeof vendor !== 'string') wanted.set(keyOf(vendor), vendor);
  }
  if (wanted.size === 0) return { ids: new Map(), positions: [] };
  const { authority, reason } = content;
  const commands = [...wanted.values()].map((vendor) => ({
    ...vendor,
    names: [],
    ...{ authority, reason, proposal },
  }));
  const vendors = await registerVendors(tx, commands, actor, now);
  const ids = [...wanted.keys()].map((key, index) => [key, vendors[index]?.id ?? ''] as const);
  return { ids: new Map(ids), positions: vendors.map(({ revision }) => revision) };
}

const keyOf = (vendor: ImportedVendor): string => JSON.stringify(vendor);

function singleChanges(
  content: ListContent,
  registered: ReadonlyMap<string, string>,
): SingleChange[] {
  if (content.action !== 'import') return [content];
  const { list, authority } = content;
  return content.listings.map((row) => {
    const vendor =
      typeof row.vendor === 'string' ? row.vendor : (registered.get(keyOf(row.vendor)) ?? '');
    return { ...row, action: 'list', list, authority, vendor };
  });
}

/** Plans each change on top of those before it, so that two of one vendor see each other. */
async function planAll(
  tx: EntityManager,
  changes: readonly SingleChange[],
  list: ApprovedList,
  now: Date,
): Promise<PlannedChange[]> {
  const standing = new Map<string, readonly Timeline[]>();
  const planned: PlannedChange[] = [];
  const records = await new VendorMerges(tx).records(changes.map(({ vendor }) => vendor));
  for (const change of changes) {
    const known =
      standing.get(change.vendor) ??
      (await new Listings(tx).ofAll(records.get(change.vendor) ?? [], list.code));
    const made = planChange(change, list, known, now);
    standing.set(change.vendor, [...known, ...made.map(({ plan }) => plan.after)]);
    planned.push(...made);
  }
  return planned;
}
