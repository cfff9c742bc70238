import type { EntityManager } from 'typeorm';
import { VendorMerges } from './vendor-merges';
import { Vendors } from './vendors';

/**
 * Holds all records of some vendors until the transaction ends, and gives their ids: those that are one with them once
 * they are held, though a merge was under way.
 *
 * @throws {VendorNotFound} naming the first that there is none of
 */
export async function holdRecords(
  tx: EntityManager,
  vendors: readonly string[],
): Promise<string[]> {
  const merges = new VendorMerges(tx);
  for (;;) {
    await tx.query('SAVEPOINT hold_records');
    const records = await merges.allRecords(vendors);
    await new Vendors(tx).lockAll(records);
    const held = new Set(records);
    const now = await merges.allRecords(vendors);
    if (now.every((id) => held.has(id))) return now;
    // What is held is let go, so that all are held in the one order.
    await tx.query('ROLLBACK TO SAVEPOINT hold_records');
  }
}
