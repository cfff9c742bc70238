import type pg from 'pg';
import { uuidAt } from '../memory/bytes';
import type { VendorLeads } from '../memory/known-vendors';
import type { VendorNames } from '../memory/vendor-names';
import { RECORDED_NAMES } from '../recorded-names';
import { CopiedRow } from './copied-row';
import { copyRows } from './copy-rows';
import { rest } from './progress';
import type { Touched } from './touched';

/** Lets the names that are known no longer lead to whose they were, and all names of the excluded to them. */
export async function readOtherNames(client: pg.Client, leads: VendorLeads): Promise<void> {
  await readVendorNames(client, leads, RECORDED_NAMES.past);
  await readExcludedNames(client, leads, 0);
}

/** The same with the names that entries from a position on told, known still or not. */
export async function readNamesSince(
  client: pg.Client,
  leads: VendorLeads,
  { names, exclusion, affiliation, merge }: Touched,
  since: number,
): Promise<void> {
  if (names.length > 0) {
    await readVendorNames(client, leads, RECORDED_NAMES.ofVendors(since));
  }
  if (exclusion.length + affiliation.length + merge.length > 0) {
    await readExcludedNames(client, leads, since);
  }
}

const readVendorNames = (
  client: pg.Client,
  { slots, names }: VendorLeads,
  query: string,
): Promise<number> =>
  readEach(client, query, names, (row, name) =>
    names.add(slots.claim(row.bytes, row.start(0)), name),
  );

async function readExcludedNames(
  client: pg.Client,
  { slots, names }: VendorLeads,
  since: number,
): Promise<void> {
  await readEach(client, RECORDED_NAMES.ofBarred(since), names, (row, name) =>
    names.bar(slots.claim(row.bytes, row.start(0)), name),
  );
  await readEach(client, RECORDED_NAMES.ofMakers(since), names, (row, name) =>
    names.cover(uuidAt(row.bytes, row.start(0)), name),
  );
}

function readEach(
  client: pg.Client,
  query: string,
  names: VendorNames,
  take: (row: CopiedRow, name: string) => void,
): Promise<number> {
  const row = new CopiedRow();
  const each = (): void => take(row, row.bytes.toString('utf8', row.start(1), row.end(1)));
  return copyRows(client, query, row, { take: each, between: () => names.settle(rest) });
}
