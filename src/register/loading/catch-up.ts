import type pg from 'pg';
import { ByteWriter, bytesOfUuid } from '../memory/bytes';
import type { KnownVendors } from '../memory/known-vendors';
import { MemoryRegister } from '../memory/memory-register';
import type { Packed } from '../memory/packed';
import {
  readAffiliations,
  readCallers,
  readDecisions,
  readExclusions,
  readKeys,
  readLists,
  readMerges,
} from './read-rest';
import { rest } from './progress';
import { readNamesSince } from './read-names';
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
    const { vendors, lists, exclusions, affiliations, merges, decisions, access } = before.parts;
    const { list, exclusion, affiliation, merge, decision, caller, key } = touched;
    const anew = <Item>(
      ids: readonly string[],
      read: (client: pg.Client, ids: readonly string[]) => Promise<Item[]>,
      idOf: (item: Item) => string,
    ): Promise<Map<string, Item | undefined>> => readAnew(ids, (some) => read(client, some), idOf);
    await readNamesSince(client, vendors.leads, touched, before.position);
    await vendors.leads.names.settle(rest);
    return new MemoryRegister({
      ...{ position: size, recordedAt },
      vendors: await vendorsAnew(client, vendors, touched),
      lists: lists.with(await anew(list, readLists, ({ code }) => code)),
      exclusions: exclusions.with(await anew(exclusion, readExclusions, ({ id }) => id)),
      affiliations: affiliations.with(await anew(affiliation, readAffiliations, ({ id }) => id)),
      merges: merges.with(await anew(merge, readMerges, ({ duplicate }) => duplicate)),
      decisions: decisions.with(await anew(decision, readDecisions, ({ id }) => id)),
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

/** Reads again what was touched of vendors, one kind after the other. */
async function vendorsAnew(
  client: pg.Client,
  vendors: KnownVendors,
  touched: Touched,
): Promise<KnownVendors> {
  const groups: Record<VendorKindName, Packed> = { ...vendors.groups };
  const changed = new Set<string>();
  for (const kind of KINDS) {
    for (let start = 0; start < touched[kind].length; start += VENDORS_AT_ONCE) {
      const some = touched[kind].slice(start, start + VENDORS_AT_ONCE);
      groups[kind] = groups[kind].with(await groupsAnew(client, kind, vendors, some));
    }
    for (const id of touched[kind]) changed.add(id);
  }
  return vendors.with(groups, changed);
}

/** What is said now of some vendors. */
async function groupsAnew(
  client: pg.Client,
  kind: VendorKindName,
  { leads }: KnownVendors,
  vendors: readonly string[],
): Promise<Map<number, Buffer>> {
  const slots = vendors.map((id) => leads.slots.claim(bytesOfUuid(id) ?? Buffer.alloc(16)));
  const parts = new Map(slots.map((slot) => [slot, new ByteWriter()]));
  await readVendorRows(client, kind, leads, {
    condition: `${vendorColumn(kind)} IN (${vendors.map((id) => `'${id}'`).join(', ')})`,
    again: true,
    add(slot, write) {
      const writer = parts.get(slot);
      if (writer) write(writer);
    },
  });
  return new Map([...parts].map(([slot, writer]) => [slot, writer.view()]));
}
