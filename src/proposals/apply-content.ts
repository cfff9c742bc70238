import type { EntityManager } from 'typeorm';
import type { Actor, EntryDraft } from '../history/domain/entry';
import type { ApprovedList } from '../lists/domain/approved-list';
import type { Timeline } from '../lists/domain/timeline';
import { Listings } from '../lists/listings';
import { registerVendors } from '../vendors/register-vendor';
import type { ImportedVendor, ProposalContent } from './domain/proposal';
import { recordPlans } from './record-plans';
import { planChange, type PlannedChange, type SingleChange } from './plan-content';

/** Rows of an import that its entry tells one by one; the digest binds all the others. */
export const MAX_TOLD_ROWS = 50;

/** Who carries a change out, on which list and proposal, and when. */
export interface Carrying {
  /** The list that is to change, held by the transaction. */
  readonly list: ApprovedList;
  readonly proposal: NonNullable<EntryDraft['proposal']>;
  readonly actor: Actor;
  readonly now: Date;
}

/**
 * Makes the changes that a proposal asks for, each with its entry, and returns the positions.
 *
 * The transaction must hold the list and the vendors of {@link vendorsOf}. Refuses, by throwing, what the
 * facts as they are now do not allow.
 */
export async function applyContent(
  tx: EntityManager,
  content: ProposalContent,
  carrying: Carrying,
): Promise<number[]> {
  const registered = await registerNew(tx, content, carrying);
  const changes = singleChanges(content, registered.ids);
  const planned = await planAll(tx, changes, carrying.list, carrying.now);
  const { proposal, actor, now } = carrying;
  const { authority, reason } = content;
  const entries = planned.map(({ type, vendor, plan }) => ({
    draft: { type, actor, authority, reason, proposal, vendors: [vendor] },
    plan,
  }));
  const notice = 'notice' in content ? content.notice : undefined;
  return [...registered.positions, ...(await recordPlans(tx, entries, { now, notice }))];
}

/** Vendors that stand in the registry and that a proposal touches. */
export function vendorsOf(content: ProposalContent): string[] {
  if (content.action !== 'import') return [content.vendor];
  const known = content.listings.map(({ vendor }) => vendor).filter((id) => typeof id === 'string');
  return [...new Set(known)];
}

/** Vendors that an entry about a proposal names: all of them, but for an import that is too long for one entry. */
export function vendorsTold(content: ProposalContent): string[] {
  const vendors = vendorsOf(content);
  return vendors.length > MAX_TOLD_ROWS ? [] : vendors;
}

/** Registers the vendors that an import brings, once each however many rows name them. */
async function registerNew(
  tx: EntityManager,
  content: ProposalContent,
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
  content: ProposalContent,
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
  for (const change of changes) {
    const known =
      standing.get(change.vendor) ?? (await new Listings(tx).of(change.vendor, list.code));
    const made = planChange(change, list, known, now);
    standing.set(change.vendor, [...known, ...made.map(({ plan }) => plan.after)]);
    planned.push(...made);
  }
  return planned;
}
