import type pg from 'pg';
import { ByteWriter, bytesOfUuid } from '../memory/bytes';
import { KnownVendors } from '../memory/known-vendors';
import { MemoryRegister } from '../memory/memory-register';
import type { VendorGroups } from '../memory/vendor-records';
import {
  readAffiliations,
  readCallers,
  readExclusions,
  readKeys,
  readLists,
  readMerges,
} from './read-rest';
import { KINDS, readVendorRows } from './read-vendors';
import { inSnapshot } from './snapshot';
import { touchedFrom, type Touched } from './touched';
import { vendorColumn, type VendorKindName } from './vendor-rows';

/** Vendors whose rows are read with one statement. */
const VENDORS_AT_ONCE = 10_000;

/** The register as it is now, made of an older one and what entries touched since. The older one stays as it is. */
export function catchUp(client: pg.Client, before: MemoryRegister): Promise<MemoryRegister> {
  return inSnapshot(client, async ({ size, recordedAt }) => {
    if (size <= before.position) return before;
    const touched = await touchedFrom(client, before.position);
    const { vendors, lists, exclusions, affiliations, merges, access } = before.parts;
    const { list, exclusion, affiliation, merge, caller, key } = touched;
    const anew = <Item>(
      ids: readonly string[],
      read: (client: pg.Client, ids: readonly string[]) => Promise<Item[]>,
      idOf: (item: Item) => string,
    ): Promise<Map<string, Item | undefined>> => readAnew(ids, (some) => read(client, some), idOf);
    return new MemoryRegister({
      ...{ position: size, recordedAt },
      vendors: await vendorsAnew(client, vendors, touched),
      lists: lists.with(await anew(list, readLists, ({ code }) => code)),
      exclusions: exclusions.with(await anew(exclusion, readExclusions, ({ id }) => id)),
      affiliations: affiliations.with(await anew(affiliation, readAffiliations, ({ id }) => id)),
      merges: merges.with(await anew(merge, readMerges, ({ duplicate }) => duplicate)),
      access: access.with({
        callers: await anew(caller, readCallers, (record) => record.caller.id),
        keys: await anew(key, readKeys, (record) => record.key.id),
      }),
    });
  });
}

/** What there is now at some ids; undefined where there is nothing any more. */
async function readAnew<Item>(
  ids: readonly string[],
  read: (ids: readonly string[]) => Promise<Item[]>,
  idOf: (item: Item) => string,
): Promise<Map<string, Item | undefined>> {
  const anew = new Map<string, Item | undefined>(ids.map((id) => [id, undefined]));
  if (ids.length === 0) return anew;
  for (const item of await read(ids)) anew.set(idOf(item), item);
  return anew;
}

async function vendorsAnew(
  client: pg.Client,
  vendors: KnownVendors,
  { vendor: touched }: Touched,
): Promise<KnownVendors> {
  let groups = vendors.groups;
  for (let start = 0; start < touched.length; start += VENDORS_AT_ONCE) {
    const some = touched.slice(start, start + VENDORS_AT_ONCE);
    groups = await groupsAnew(client, new KnownVendors(vendors.leads, groups), some);
  }
  return new KnownVendors(vendors.leads, groups);
}

async function groupsAnew(
  client: pg.Client,
  { leads, groups: before }: KnownVendors,
  vendors: readonly string[],
): Promise<VendorGroups> {
  const groups: Record<VendorKindName, VendorGroups[VendorKindName]> = { ...before };
  const slots = vendors.map((id) => leads.slots.claim(bytesOfUuid(id) ?? Buffer.alloc(16)));
  for (const kind of KINDS) {
    const parts = new Map(slots.map((slot) => [slot, new ByteWriter()]));
    await readVendorRows(client, kind, leads, {
      condition: `${vendorColumn(kind)} IN (${vendors.map((id) => `'${id}'`).join(', ')})`,
      again: true,
      add(slot, write) {
        const writer = parts.get(slot);
        if (writer) write(writer);
      },
    });
    const whole = [...parts].map(([slot, writer]) => [slot, writer.view()] as const);
    groups[kind] = before[kind].with(new Map(whole));
  }
  return groups;
}
