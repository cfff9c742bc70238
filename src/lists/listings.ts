import type { EntityManager } from 'typeorm';
import { inOrder } from '../clock/domain/segments';
import { gathered } from '../database/gathered';
import { changedFrom, knownAt } from '../database/known';
import { formatPeriod, parsePeriod } from '../database/period';
import type { Authority } from '../history/domain/authority';
import {
  sameSegment,
  type ListingSegment,
  type ListingState,
  type Timeline,
} from './domain/timeline';

interface ListingRow {
  readonly listing_id: string;
  readonly vendor_id: string;
  readonly list_code: string;
  readonly status: ListingSegment['status'];
  readonly contract_number: string | null;
  readonly categories: string[];
  readonly term: string;
  readonly effective: string;
  readonly entry: number;
  readonly authority: Authority;
  readonly suspension_id: string | null;
  readonly confirmed: boolean | null;
}

/** Listings as rows in two times. Made from a transaction, so that no call can slip outside it. */
export class Listings {
  constructor(private readonly tx: EntityManager) {}

  /**
   * The timelines of a vendor, on one list or (null) on all.
   *
   * @param size number of entries that were known; left out: all
   */
  of(vendor: string, list: string | null, size?: number): Promise<Timeline[]> {
    return this.ofAll([vendor], list, size);
  }

  /** The same of several vendors. @see of */
  async ofAll(vendors: readonly string[], list: string | null, size?: number): Promise<Timeline[]> {
    const rows = await this.tx.query<ListingRow[]>(
      `SELECT * FROM listing WHERE vendor_id = ANY($1::uuid[]) AND ($2::text IS NULL OR list_code = $2)
         AND ${knownAt('$3')}
       ORDER BY list_code, listing_id`,
      [vendors, list, size ?? null],
    );
    return timelinesOf(rows);
  }

  /** The timelines of all listings that a suspension holds or held, as known now. */
  async suspendedBy(suspension: string): Promise<Timeline[]> {
    const rows = await this.tx.query<ListingRow[]>(
      `SELECT * FROM listing WHERE upper_inf(recorded) AND listing_id IN (
         SELECT listing_id FROM listing WHERE suspension_id = $1 AND upper_inf(recorded))
       ORDER BY list_code, listing_id`,
      [suspension],
    );
    return timelinesOf(rows);
  }

  /** The timelines of some listings, as known at a size. */
  async byIds(listings: readonly string[], size: number): Promise<Timeline[]> {
    const rows = await this.tx.query<ListingRow[]>(
      `SELECT * FROM listing WHERE listing_id = ANY($1) AND recorded @> ($2::bigint - 1)`,
      [listings, size],
    );
    return timelinesOf(rows);
  }

  /**
   * Ids of a list's listings that were known at a size, in order, from after `start` on.
   *
   * @param status only those in this state at `at`; null: all
   */
  async idsOnList(
    list: string,
    { at, status }: { at: Date; status: ListingState | null },
    size: number,
    page: { start: string | null; limit: number },
  ): Promise<string[]> {
    const rows = await this.tx.query<{ listing_id: string }[]>(
      `SELECT listing_id FROM (${STATES_AT}) AS listing_at
       WHERE list_code = $3 AND ($4::text IS NULL OR state = $4)
         AND ($5::uuid IS NULL OR listing_id > $5)
       ORDER BY listing_id LIMIT $6`,
      [size, at, list, status, page.start, page.limit],
    );
    return rows.map(({ listing_id }) => listing_id);
  }

  /** Whether any entry from position `basis` on changed the vendor's listings on the list. */
  async changedSince(vendor: string, list: string, basis: number): Promise<boolean> {
    const rows = await this.tx.query<unknown[]>(
      `SELECT FROM listing WHERE vendor_id = $1 AND list_code = $2
         AND ${changedFrom('$3')} LIMIT 1`,
      [vendor, list, basis],
    );
    return rows.length > 0;
  }

  /** Codes of categories that listings on the list name, as known now. */
  async categoriesInUse(list: string): Promise<Set<string>> {
    const rows = await this.tx.query<{ code: string }[]>(
      `SELECT DISTINCT unnest(categories) AS code FROM listing
       WHERE list_code = $1 AND upper_inf(recorded)`,
      [list],
    );
    return new Set(rows.map(({ code }) => code));
  }

  /** Makes the rows say `after` where they said `before`, from the entry at `position` on. */
  async replace(before: Timeline, after: Timeline, position: number): Promise<void> {
    const gone = before.filter((old) => !after.some((kept) => sameSegment(old, kept)));
    const made = after.filter((segment) => !before.some((old) => sameSegment(old, segment)));
    for (const segment of gone) await this.close(segment, position);
    for (const segment of made) await this.insert(segment, position);
  }

  private async close({ listing, effective }: ListingSegment, position: number): Promise<void> {
    await this.tx.query(
      `UPDATE listing SET recorded = int8range(lower(recorded), $3)
       WHERE listing_id = $1 AND effective = $2::tstzrange AND upper_inf(recorded)`,
      [listing, formatPeriod(effective), position],
    );
  }

  private async insert(segment: ListingSegment, position: number): Promise<void> {
    await this.tx.query(
      `INSERT INTO listing (listing_id, vendor_id, list_code, status, contract_number, categories,
         term, entry, authority, suspension_id, confirmed, effective, recorded)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, int8range($13, NULL))`,
      [
        segment.listing,
        segment.vendor,
        segment.list,
        segment.status,
        segment.contractNumber,
        segment.categories,
        formatPeriod(segment.term),
        segment.entry,
        JSON.stringify(segment.authority),
        segment.suspension?.id ?? null,
        segment.suspension?.confirmed ?? null,
        formatPeriod(segment.effective),
        position,
      ],
    );
  }
}

/**
 * The state of each listing known at size $1 at the instant $2: as the row says that holds then, else
 * expired after the last one and not yet effective before the first. The same rule as `listingAt`.
 */
export const STATES_AT = `
  SELECT DISTINCT ON (listing_id) listing_id, vendor_id, list_code,
         CASE WHEN effective @> $2::timestamptz THEN status
              WHEN upper(effective) <= $2 THEN 'expired'
              ELSE 'not-yet-effective' END AS state
  FROM listing WHERE recorded @> ($1::bigint - 1)
  ORDER BY listing_id, effective @> $2::timestamptz DESC, upper(effective) <= $2 DESC NULLS LAST,
           CASE WHEN upper(effective) <= $2 THEN upper(effective) END DESC, lower(effective)`;

/** Gathers rows into one timeline a listing, in the order in which listings first appear. */
export function timelinesOf(rows: readonly ListingRow[]): Timeline[] {
  const segments = rows.map(segmentOf);
  const timelines = gathered(segments.map((segment) => [segment.listing, segment]));
  return [...timelines.values()].map(inOrder);
}

const segmentOf = (row: ListingRow): ListingSegment => ({
  listing: row.listing_id,
  vendor: row.vendor_id,
  list: row.list_code,
  status: row.status,
  contractNumber: row.contract_number,
  categories: row.categories,
  term: parsePeriod(row.term),
  effective: parsePeriod(row.effective),
  entry: row.entry,
  authority: row.authority,
  suspension:
    row.suspension_id === null
      ? null
      : { id: row.suspension_id, confirmed: row.confirmed ?? false },
});
