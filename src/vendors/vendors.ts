import { validate } from 'uuid';
import type { EntityManager } from 'typeorm';
import { parsePeriod } from '../database/period';
import type { Holding } from './domain/claim-identifiers';
import { VendorNotFound } from './domain/errors';
import type { Identifier, Vendor } from './domain/vendor';
import { VendorFacts } from './vendor-facts';
import { known, SELECT_VENDOR, vendorOf, type VendorRow } from './vendor-row';

/** Most vendors that are found by one name. */
export const MAX_NAMESAKES = 50;

/** Vendors as rows in two times. Made from a transaction, so that no call can slip outside it. */
export class Vendors {
  constructor(private readonly tx: EntityManager) {}

  /** The vendor as known now, held for a change until the transaction ends. @throws {VendorNotFound} */
  async lock(id: string): Promise<Vendor> {
    await this.lockAll([id]);
    const vendor = await this.find(id);
    if (!vendor) throw new VendorNotFound(id);
    return vendor;
  }

  /**
   * Holds vendors for a change until the transaction ends, in the order of their ids, so that two
   * transactions never wait for each other.
   *
   * @throws {VendorNotFound} naming the first that there is none of
   */
  async lockAll(ids: readonly string[]): Promise<void> {
    const held = await this.tx.query<{ id: string }[]>(
      `SELECT id FROM vendor WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`,
      [ids.filter(validate)],
    );
    const found = new Set(held.map(({ id }) => id));
    const missing = ids.find((id) => !found.has(id.toLowerCase()));
    if (missing !== undefined) throw new VendorNotFound(missing);
  }

  /** @param size number of entries that were known; left out: all */
  async find(id: string, size?: number): Promise<Vendor | undefined> {
    const [vendor] = await this.findAll([id], size);
    return vendor;
  }

  /** Those of some vendors that were known at a size, in order of their ids. */
  findAll(ids: readonly string[], size?: number): Promise<Vendor[]> {
    return this.select('v.id = ANY($2::uuid[])', size, [ids.filter(validate)]);
  }

  /** The vendor that had an identifier at an instant, as known at a size. */
  async byIdentifier(
    scheme: string,
    value: string,
    { at, size }: { readonly at: Date; readonly size?: number },
  ): Promise<Vendor | undefined> {
    const [vendor] = await this.select(
      `v.id IN (SELECT vendor_id FROM vendor_identifier i WHERE i.scheme = $2 AND i.value = $3
                  AND i.effective @> $4::timestamptz AND ${known('i')})`,
      size,
      [scheme, value, at],
    );
    return vendor;
  }

  /**
   * The vendors that go by a name, of any kind, as known at a size: the first 50 in order of their ids.
   *
   * A former name counts; a name that was taken away does not, whenever it held.
   *
   * @param normalised the name as `normaliseName` gives it; never a name as it is written
   */
  byNormalisedName(normalised: string, size?: number): Promise<Vendor[]> {
    return this.select(
      `v.id IN (SELECT vendor_id FROM vendor_name n WHERE n.normalised = $2
                  AND upper_inf(n.effective) AND ${known('n')})`,
      size,
      [normalised],
      MAX_NAMESAKES,
    );
  }

  /** All vendors that go by any of some names now, of whatever kind. @param normalised as `normaliseName` gives them */
  goingBy(normalised: readonly string[]): Promise<Vendor[]> {
    return this.select(
      `v.id IN (SELECT vendor_id FROM vendor_name n WHERE n.normalised = ANY($2)
                  AND upper_inf(n.effective) AND ${known('n')})`,
      undefined,
      [normalised],
    );
  }

  /** Who holds or held any of these identifiers, as known now. */
  async holdings(identifiers: readonly Identifier[]): Promise<Holding[]> {
    const rows = await this.tx.query<(Identifier & { vendor: string; effective: string })[]>(
      `SELECT vendor_id AS vendor, scheme, value, effective::text FROM vendor_identifier
         JOIN unnest($1::text[], $2::text[]) AS wanted (scheme, value) USING (scheme, value)
       WHERE upper_inf(recorded)`,
      [identifiers.map(({ scheme }) => scheme), identifiers.map(({ value }) => value)],
    );
    return rows.map((row) => ({ ...row, effective: parsePeriod(row.effective) }));
  }

  /** Adds vendors, each registered by the entry at its `revision`. */
  async insert(vendors: readonly Vendor[]): Promise<void> {
    await this.tx.query(
      `INSERT INTO vendor (id, revision) SELECT * FROM unnest($1::uuid[], $2::bigint[])`,
      [vendors.map(({ id }) => id), vendors.map(({ revision }) => revision)],
    );
    await new VendorFacts(this.tx).add(vendors);
  }

  /** Makes the rows say `after` where they said `before`, from the entry at `after.revision` on. */
  async replace(before: Vendor, after: Vendor): Promise<void> {
    await this.tx.query(`UPDATE vendor SET revision = $2 WHERE id = $1`, [
      after.id,
      after.revision,
    ]);
    await new VendorFacts(this.tx).replace(before, after);
  }

  private async select(
    condition: string,
    size: number | undefined,
    parameters: readonly unknown[],
    limit: number | null = null,
  ): Promise<Vendor[]> {
    const rows = await this.tx.query<VendorRow[]>(
      `${SELECT_VENDOR} WHERE ${condition} ORDER BY v.id LIMIT ${limit ?? 'ALL'}`,
      [size ?? null, ...parameters],
    );
    return rows.map(vendorOf);
  }
}
