import type { EntityManager } from 'typeorm';
import { changedFrom } from '../database/known';
import { VendorMerged } from './domain/errors';
import { mergeStateOf, survivorsIn, type Merge, type VendorRecord } from './domain/merge';
import type { Vendor } from './domain/vendor';
import { known } from './vendor-row';

const SELECT = `SELECT m.duplicate_id AS duplicate, m.survivor_id AS survivor FROM vendor_merge m`;

/** SQL: the vendors that are merged with the one whose id is given, one step away, as known at size $1. */
export const mergedWith = (vendor: string): string => `
  SELECT m.survivor_id AS id FROM vendor_merge m WHERE m.duplicate_id = ${vendor} AND ${known('m')}
  UNION ALL
  SELECT m.duplicate_id FROM vendor_merge m WHERE m.survivor_id = ${vendor} AND ${known('m')}`;

/** Which vendors are one, as rows that are closed and never edited. Made from a transaction. */
export class VendorMerges {
  constructor(private readonly tx: EntityManager) {}

  /**
   * The vendor that each of some vendors is known as in the end, and so of all that are one with them.
   *
   * Who is merged with nobody is left out.
   *
   * @param size number of entries that were known; left out: all
   */
  async groups(vendors: readonly string[], size?: number): Promise<Map<string, string>> {
    const merges = await this.tx.query<Merge[]>(
      `WITH RECURSIVE one (id) AS (
         SELECT unnest($2::uuid[])
         UNION
         SELECT next.id FROM one CROSS JOIN LATERAL (${mergedWith('one.id')}) AS next)
       ${SELECT} JOIN one ON m.duplicate_id = one.id WHERE ${known('m')}`,
      [size ?? null, vendors],
    );
    return survivorsIn(merges);
  }

  /** All records of each of some vendors: itself first, then those that are one with it. */
  async records(vendors: readonly string[], size?: number): Promise<Map<string, string[]>> {
    const groups = await this.groups(vendors, size);
    return new Map(
      vendors.map((vendor) => {
        const survivor = groups.get(vendor);
        const others = [...groups].filter(([id, into]) => into === survivor && id !== vendor);
        return [vendor, [vendor, ...others.map(([id]) => id)]];
      }),
    );
  }

  /** Ids of all records of some vendors: their own first, then those that are one with any of them. */
  async allRecords(vendors: readonly string[], size?: number): Promise<string[]> {
    const groups = await this.groups(vendors, size);
    return [...new Set([...vendors, ...groups.keys()])];
  }

  /** Says of a vendor what it was merged into and from, as known at a size. */
  async tell(vendor: Vendor, size?: number): Promise<VendorRecord> {
    const merges = await this.naming([vendor.id], size);
    return { ...vendor, ...mergeStateOf(vendor.id, merges) };
  }

  /** Says the same of several. @see tell */
  async tellAll(vendors: readonly Vendor[], size?: number): Promise<VendorRecord[]> {
    const ids = vendors.map(({ id }) => id);
    const merges = await this.naming(ids, size);
    return vendors.map((vendor) => ({ ...vendor, ...mergeStateOf(vendor.id, merges) }));
  }

  /** Whether any entry from position `basis` on merged the vendor with another, or undid that. */
  async changedSince(vendor: string, basis: number): Promise<boolean> {
    const rows = await this.tx.query<unknown[]>(
      `SELECT FROM vendor_merge WHERE (duplicate_id = $1 OR survivor_id = $1)
         AND ${changedFrom('$2')} LIMIT 1`,
      [vendor, basis],
    );
    return rows.length > 0;
  }

  /** Whether the one is merged into the other, with nobody in between. */
  async has({ duplicate, survivor }: Merge): Promise<boolean> {
    const rows = await this.tx.query<unknown[]>(
      `SELECT FROM vendor_merge
       WHERE duplicate_id = $1 AND survivor_id = $2 AND upper_inf(recorded)`,
      [duplicate, survivor],
    );
    return rows.length > 0;
  }

  /** Makes two vendors one, from the entry at `position` on. */
  async add({ duplicate, survivor }: Merge, position: number): Promise<void> {
    await this.tx.query(
      `INSERT INTO vendor_merge (duplicate_id, survivor_id, entry, recorded)
       VALUES ($1, $2, $3, int8range($3, NULL))`,
      [duplicate, survivor, position],
    );
  }

  /** Makes them two again, from the entry at `position` on. */
  async close({ duplicate, survivor }: Merge, position: number): Promise<void> {
    await this.tx.query(
      `UPDATE vendor_merge SET recorded = int8range(lower(recorded), $3)
       WHERE duplicate_id = $1 AND survivor_id = $2 AND upper_inf(recorded)`,
      [duplicate, survivor, position],
    );
  }

  private naming(vendors: readonly string[], size: number | undefined): Promise<Merge[]> {
    return this.tx.query<Merge[]>(
      `${SELECT} WHERE ${known('m')}
         AND (m.duplicate_id = ANY($2::uuid[]) OR m.survivor_id = ANY($2::uuid[]))`,
      [size ?? null, vendors],
    );
  }
}

/**
 * Refuses a change of vendors that are known as others. Hold them before, so that none is merged meanwhile.
 *
 * @throws {VendorMerged} naming the first that was merged, and whom it is known as
 */
export async function requireUnmerged(
  tx: EntityManager,
  vendors: readonly string[],
): Promise<void> {
  const groups = await new VendorMerges(tx).groups(vendors);
  for (const vendor of vendors) {
    const survivor = groups.get(vendor) ?? vendor;
    if (survivor !== vendor) throw new VendorMerged(vendor, survivor);
  }
}
