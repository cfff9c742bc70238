import type pg from 'pg';
import { AccessRecords } from '../memory/access-records';
import { Clearances } from '../memory/clearances';
import { Hints } from '../memory/hints';
import { VendorNames } from '../memory/vendor-names';
import { KnownVendors, type VendorLeads } from '../memory/known-vendors';
import { MemoryRegister } from '../memory/memory-register';
import { Packing, type Packed } from '../memory/packed';
import { indexDecisions } from '../known-decisions';
import { indexAffiliations, indexExclusions, indexMerges } from '../memory/parts';
import { StableMap } from '../memory/stable-map';
import { VendorSlots } from '../memory/vendor-slots';
import type { VendorGroups } from '../memory/vendor-records';
import { Words } from '../memory/words';
import { rest, type Progress } from './progress';
import {
  readAffiliations,
  readCallers,
  readDecisions,
  readExclusions,
  readKeys,
  readLists,
  readMerges,
} from './read-rest';
import { readOtherNames } from './read-names';
import { KINDS, readVendorRows } from './read-vendors';
import { inSnapshot } from './snapshot';
import type { VendorKindName } from './vendor-rows';

/** Reads everything that verdicts rest on, as it is at one instant. */
export function loadRegister(client: pg.Client, progress: Progress): Promise<MemoryRegister> {
  return inSnapshot(client, async ({ size, recordedAt }) => {
    await progress.begin(client);
    const leads = newLeads();
    const vendors = new KnownVendors(leads, await loadGroups(client, leads, progress));
    await readOtherNames(client, leads);
    await leads.names.settle(rest);
    const lists = await progress.follow('lists', () => readLists(client, null));
    const exclusions = await progress.follow('exclusions', () => readExclusions(client, null));
    const bonds = await progress.follow('affiliations', () => readAffiliations(client, null));
    const merges = await progress.follow('merges', () => readMerges(client, null));
    const found = await progress.follow('decisions', () => readDecisions(client, null));
    const callers = await progress.follow('callers', () => readCallers(client, null));
    const keys = await progress.follow('keys', () => readKeys(client, null));
    return new MemoryRegister({
      ...{ position: size, recordedAt, vendors },
      lists: StableMap.of(lists.map((list) => [list.code, list])),
      exclusions: indexExclusions(exclusions),
      affiliations: indexAffiliations(bonds),
      merges: indexMerges(merges),
      decisions: indexDecisions(found),
      access: AccessRecords.of(callers, keys),
    });
  });
}

const newLeads = (): VendorLeads => ({
  slots: new VendorSlots(),
  words: {
    countries: new Words(),
    schemes: new Words(),
    lists: new Words(),
    authorities: new Words(),
  },
  identifiers: new Hints(),
  names: new VendorNames(),
  clearances: new Clearances(),
});

/** Profiles first: they say which vendors there are. */
async function loadGroups(
  client: pg.Client,
  leads: VendorLeads,
  progress: Progress,
): Promise<VendorGroups> {
  const groups: Partial<Record<VendorKindName, Packed>> = {};
  for (const kind of KINDS) {
    const packing = new Packing();
    await readVendorRows(client, kind, leads, {
      ...{ condition: 'true', again: false },
      add(slot, write) {
        packing.add(slot, write);
        progress.count(kind);
      },
    });
    progress.done(kind);
    groups[kind] = await packing.pack(rest);
  }
  return groups as VendorGroups;
}
