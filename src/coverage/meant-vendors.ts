import type { EntityManager } from 'typeorm';
import { gathered } from '../database/gathered';
import { VendorMerges } from '../vendors/vendor-merges';
import { meantBy, Records, type Lead, type Meant } from './domain/meant-vendor';
import type { ReadPurchase } from './read-purchase';

/** Most vendors of one name that are looked at: of more than one it is not clear who is meant. */
const MOST_NAMESAKES = 50;

/** A purchase by its place among others, and where it leads. */
interface FoundLead extends Lead {
  readonly index: number;
}

/** Whom purchases were from. Made from a transaction. */
export class MeantVendors {
  constructor(private readonly tx: EntityManager) {}

  /**
   * Whom each of some purchases was from: an identifier means whose it was at the award, a name whoever goes or went by
   * it. Vendors that are merged now are one.
   */
  async of(purchases: readonly ReadPurchase[]): Promise<Meant[]> {
    const found = [
      ...(await this.byIdentifier(purchases)),
      ...(await this.byId(purchases)),
      ...(await this.byName(purchases)),
    ];
    const leads = purchases.map((): Lead[] => []);
    for (const { index, ...lead } of found) leads[index]?.push(lead);
    const vendors = [...new Set(found.map(({ vendor }) => vendor))];
    const records = new Records(await new VendorMerges(this.tx).groups(vendors));
    return leads.map((own) => meantBy(own, records));
  }

  private async byIdentifier(purchases: readonly ReadPurchase[]): Promise<FoundLead[]> {
    const asked = purchases.flatMap(({ identifiers, awardedAt }, index) =>
      identifiers
        .filter(({ scheme }) => scheme !== 'id')
        .map(({ scheme, value }) => [index, scheme, value, awardedAt]),
    );
    return this.tx.query<FoundLead[]>(
      `SELECT asked.index, asked.scheme AS by, i.vendor_id AS vendor
       FROM unnest($1::int[], $2::text[], $3::text[], $4::timestamptz[])
         AS asked (index, scheme, value, at)
       JOIN vendor_identifier i ON i.scheme = asked.scheme AND i.value = asked.value
         AND i.effective @> asked.at AND upper_inf(i.recorded)`,
      columnsOf(asked, 4),
    );
  }

  private async byId(purchases: readonly ReadPurchase[]): Promise<FoundLead[]> {
    const asked = purchases.flatMap(({ identifiers }, index) =>
      identifiers.filter(({ scheme }) => scheme === 'id').map(({ value }) => [index, value]),
    );
    return this.tx.query<FoundLead[]>(
      `SELECT asked.index, 'id' AS by, v.id AS vendor
       FROM unnest($1::int[], $2::uuid[]) AS asked (index, id) JOIN vendor v ON v.id = asked.id`,
      columnsOf(asked, 2),
    );
  }

  private async byName(purchases: readonly ReadPurchase[]): Promise<FoundLead[]> {
    const names = new Set(purchases.flatMap(({ name }) => name ?? []));
    const namesakes = await this.tx.query<{ name: string; vendor: string }[]>(
      `SELECT asked.name, namesake.vendor_id AS vendor
       FROM unnest($1::text[]) AS asked (name) CROSS JOIN LATERAL (
         SELECT DISTINCT n.vendor_id FROM vendor_name n
         WHERE n.normalised = asked.name AND upper_inf(n.recorded)
         ORDER BY n.vendor_id LIMIT $2) AS namesake`,
      [[...names], MOST_NAMESAKES],
    );
    const byName = gathered(namesakes.map(({ name, vendor }) => [name, vendor]));
    return purchases.flatMap(({ name }, index) =>
      (name === null ? [] : (byName.get(name) ?? [])).map((vendor) => ({
        ...{ index, by: 'name', vendor },
      })),
    );
  }
}

/** Rows as one array a column, as `unnest` takes them. */
export const columnsOf = (rows: readonly (readonly unknown[])[], width: number): unknown[][] =>
  Array.from({ length: width }, (_, column) => rows.map((row) => row[column]));
