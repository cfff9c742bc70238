import { validate } from 'uuid';
import type { EntityManager } from 'typeorm';
import { changedFrom } from '../database/known';
import { formatPeriod, parsePeriod } from '../database/period';
import type { Affiliation, AffiliationKind } from './domain/affiliation';
import { AffiliationNotFound } from './domain/errors';
import { mergedWith } from './vendor-merges';
import { known } from './vendor-row';

/** An affiliation as its row keeps it. */
export interface AffiliationRow {
  readonly affiliation_id: string;
  readonly kind: AffiliationKind;
  readonly vendor_id: string;
  readonly other_id: string;
  readonly effective: string;
  readonly entry: number;
}

const SELECT = `
  SELECT a.affiliation_id, a.kind, a.vendor_id, a.other_id, a.effective, a.entry FROM affiliation a`;

/** How vendors belong together, as rows in two times. Made from a transaction, so that no call can slip outside it. */
export class Affiliations {
  constructor(private readonly tx: EntityManager) {}

  /**
   * @param size number of entries that were known; left out: all
   * @throws {AffiliationNotFound} when there is none, or it was taken back whole
   */
  async read(id: string, size?: number): Promise<Affiliation> {
    const [affiliation] = await this.select('a.affiliation_id = ANY($2::uuid[])', size, [
      [id].filter(validate),
    ]);
    if (!affiliation) throw new AffiliationNotFound(id);
    return affiliation;
  }

  /** The affiliations of one vendor, whenever they hold. */
  of(vendor: string, size?: number): Promise<Affiliation[]> {
    return this.select('$2::uuid IN (a.vendor_id, a.other_id)', size, [vendor]);
  }

  /**
   * Every affiliation that connects some vendors with others, however far and whenever it holds.
   *
   * Vendors that are one are as near as can be: the way goes on from whomever a vendor is merged with.
   */
  async around(vendors: readonly string[], size?: number): Promise<Affiliation[]> {
    const rows = await this.tx.query<AffiliationRow[]>(
      `WITH RECURSIVE connected (id) AS (
         SELECT unnest($2::uuid[])
         UNION
         SELECT next.id FROM connected CROSS JOIN LATERAL (
           SELECT a.other_id AS id FROM affiliation a WHERE a.vendor_id = connected.id AND ${known('a')}
           UNION ALL
           SELECT a.vendor_id FROM affiliation a WHERE a.other_id = connected.id AND ${known('a')}
           UNION ALL ${mergedWith('connected.id')}) AS next)
       ${SELECT} JOIN connected ON a.vendor_id = connected.id WHERE ${known('a')} ${IN_ORDER}`,
      [size ?? null, vendors],
    );
    return rows.map(affiliationOf);
  }

  /** Whether any entry from position `basis` on changed an affiliation. */
  async changedSince(id: string, basis: number): Promise<boolean> {
    const rows = await this.tx.query<unknown[]>(
      `SELECT FROM affiliation WHERE affiliation_id = $1
         AND ${changedFrom('$2')} LIMIT 1`,
      [id, basis],
    );
    return rows.length > 0;
  }

  /**
   * Makes the rows say `after` where they said `before`, from the entry at `position` on.
   *
   * @param before null: a new one
   * @param after null: it never was
   */
  async replace(
    before: Affiliation | null,
    after: Affiliation | null,
    position: number,
  ): Promise<void> {
    if (before) {
      await this.tx.query(
        `UPDATE affiliation SET recorded = int8range(lower(recorded), $2)
         WHERE affiliation_id = $1 AND upper_inf(recorded)`,
        [before.id, position],
      );
    }
    if (!after) return;
    const { id, kind, vendor, other, entry, effective } = after;
    await this.tx.query(
      `INSERT INTO affiliation (affiliation_id, kind, vendor_id, other_id, entry, effective, recorded)
       VALUES ($1, $2, $3, $4, $5, $6, int8range($7, NULL))`,
      [id, kind, vendor, other, entry, formatPeriod(effective), position],
    );
  }

  private async select(
    condition: string,
    size: number | undefined,
    parameters: readonly unknown[],
  ): Promise<Affiliation[]> {
    const rows = await this.tx.query<AffiliationRow[]>(
      `${SELECT} WHERE ${condition} AND ${known('a')} ${IN_ORDER}`,
      [size ?? null, ...parameters],
    );
    return rows.map(affiliationOf);
  }
}

const IN_ORDER = 'ORDER BY a.affiliation_id';

export const affiliationOf = (row: AffiliationRow): Affiliation => ({
  id: row.affiliation_id,
  kind: row.kind,
  vendor: row.vendor_id,
  other: row.other_id,
  effective: parsePeriod(row.effective),
  entry: row.entry,
});
