import type { EntityManager } from 'typeorm';
import { knownAt } from '../database/known';
import { formatPeriod, parsePeriod } from '../database/period';
import type { Authority } from '../history/domain/authority';
import { WaiverNotFound } from './domain/errors';
import type { CoveredArticle, Waiver } from './domain/exclusion';

/** A waiver as its row keeps it. */
export interface WaiverRow {
  readonly waiver_id: string;
  readonly exclusion_id: string;
  readonly agency: string;
  readonly vendor_id: string | null;
  readonly articles: readonly CoveredArticle[];
  readonly effective: string;
  readonly entry: number;
  readonly authority: Authority;
}

/** Rows that were known at the size $2; null: that are known now. */
const KNOWN = knownAt('$2');

/**
 * Waivers as rows in two times; a change of one holds the exclusion that it is of. Made from a transaction, so that no
 * call can slip outside it.
 */
export class Waivers {
  constructor(private readonly tx: EntityManager) {}

  /**
   * @param size number of entries that were known; left out: all
   * @throws {WaiverNotFound} when it was not known by then, or revoked from its very start
   */
  async read(id: string, size?: number): Promise<Waiver> {
    const [row] = await this.tx.query<WaiverRow[]>(
      `SELECT * FROM waiver_terms WHERE waiver_id = $1 AND ${KNOWN}`,
      [id, size ?? null],
    );
    if (!row) throw new WaiverNotFound(id);
    return waiverOf(row);
  }

  /**
   * The waivers of some exclusions, in the order in which they begin.
   *
   * @param size number of entries that were known; left out: all
   */
  async of(exclusions: readonly string[], size?: number): Promise<Waiver[]> {
    if (exclusions.length === 0) return [];
    const rows = await this.tx.query<WaiverRow[]>(
      `SELECT * FROM waiver_terms WHERE exclusion_id = ANY($1::uuid[]) AND ${KNOWN}
       ORDER BY lower(effective), waiver_id`,
      [exclusions, size ?? null],
    );
    return rows.map(waiverOf);
  }

  /** Makes the row of a waiver say `after` where it said `before`, from the entry at `position` on; null: nothing. */
  async replace(before: Waiver | null, after: Waiver | null, position: number): Promise<void> {
    if (before) await this.close(before, position);
    else if (after) {
      await this.tx.query(`INSERT INTO waiver (id, revision) VALUES ($1, $2)`, [
        after.id,
        position,
      ]);
    }
    if (after) await this.insert(after, position);
  }

  private async close({ id }: Waiver, position: number): Promise<void> {
    await this.tx.query(
      `UPDATE waiver_terms SET recorded = int8range(lower(recorded), $2)
       WHERE waiver_id = $1 AND upper_inf(recorded)`,
      [id, position],
    );
    await this.tx.query(`UPDATE waiver SET revision = $2 WHERE id = $1`, [id, position]);
  }

  private async insert(waiver: Waiver, position: number): Promise<void> {
    await this.tx.query(
      `INSERT INTO waiver_terms (waiver_id, exclusion_id, agency, vendor_id, articles, entry,
         authority, effective, recorded)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, int8range($9, NULL))`,
      [
        ...[waiver.id, waiver.exclusion, waiver.agency, waiver.vendor],
        ...[JSON.stringify(waiver.articles), waiver.entry, JSON.stringify(waiver.authority)],
        ...[formatPeriod(waiver.effective), position],
      ],
    );
  }
}

export const waiverOf = (row: WaiverRow): Waiver => ({
  id: row.waiver_id,
  exclusion: row.exclusion_id,
  agency: row.agency,
  vendor: row.vendor_id,
  articles: row.articles,
  effective: parsePeriod(row.effective),
  entry: row.entry,
  authority: row.authority,
});
