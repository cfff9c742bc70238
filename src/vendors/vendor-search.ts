import type { EntityManager } from 'typeorm';
import { normaliseName } from '../screening/domain/normalise-name';
import type { SqlCondition } from './listing-filter';

/** Where a vendor stands in the order of a search. */
export interface VendorPlace {
  readonly id: string;
  /** The first 60 characters of its normalised legal name. */
  readonly key: string;
}

/** What is looked for, and when. */
export interface VendorSearchTerms {
  readonly q: string | undefined;
  /** Number of entries that are known. */
  readonly size: number;
  readonly at: Date;
  /** Further conditions on the vendor, their parameters numbered from {@link OWN_PARAMETERS} on. */
  readonly filter: SqlCondition | undefined;
}

/** Number of the first parameter of a search that is its filter's. */
export const OWN_PARAMETERS = 7;

const KEY = `left(legal.normalised, 60) COLLATE "C"`;

/** Searches vendors by their names, in order of the legal name. */
export class VendorSearch {
  constructor(private readonly tx: EntityManager) {}

  /**
   * Up to `limit` vendors after a place. Each word of `q` must stand, whole or in part, in one and the same name that
   * the vendor goes by or went by.
   */
  async page(
    terms: VendorSearchTerms,
    start: VendorPlace | null,
    limit: number,
  ): Promise<VendorPlace[]> {
    const patterns = terms.q === undefined ? null : patternsOf(terms.q);
    // A question without a word in it finds nobody, not everybody.
    if (patterns?.length === 0) return [];
    const { sql, parameters } = terms.filter ?? NO_FILTER;
    return this.tx.query<VendorPlace[]>(
      `SELECT v.id, ${KEY} AS key
       FROM vendor v JOIN vendor_name legal ON legal.vendor_id = v.id AND legal.kind = 'legal'
         AND upper_inf(legal.effective) AND legal.recorded @> ($1::bigint - 1)
       WHERE $2::timestamptz IS NOT NULL
         AND ($3::text[] IS NULL OR EXISTS (
           SELECT FROM vendor_name n WHERE n.vendor_id = v.id AND upper_inf(n.effective)
             AND n.recorded @> ($1::bigint - 1) AND n.normalised LIKE ALL ($3)))
         AND ($4::text IS NULL OR (${KEY}, v.id) > ($4, $5::uuid)) AND (${sql})
       ORDER BY ${KEY}, v.id LIMIT $6`,
      [terms.size, terms.at, patterns, ...boundsOf(start), limit, ...parameters],
    );
  }
}

const NO_FILTER: SqlCondition = { sql: 'true', parameters: [] };

const boundsOf = (start: VendorPlace | null): (string | null)[] =>
  start ? [start.key, start.id] : [null, null];

// A normalised name has no character that means something to LIKE.
const patternsOf = (q: string): string[] =>
  normaliseName(q)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => `%${word}%`);
