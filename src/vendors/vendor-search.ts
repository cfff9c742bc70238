import type { EntityManager } from 'typeorm';
import type { SqlCondition } from './listing-filter';

/** Where a vendor stands in the order of a search. */
export interface VendorPlace {
  readonly id: string;
  /** The first 60 characters of its normalised legal name. */
  readonly key: string;
}

/** What is known, and what narrows a search. */
export interface SearchTerms {
  /** Number of entries that are known. */
  readonly size: number;
  /** The present instant. */
  readonly at: Date;
  /** Makes the condition on the vendor `v.id`, its own parameters numbered from `first` on. */
  readonly filter: (first: number) => SqlCondition;
}

/** SQL: a vendor's place in the order of legal names. */
export const LEGAL_KEY = `left(legal.normalised, 60) COLLATE "C"`;

/** SQL: each vendor `v` with the legal name that it goes by, as known at size $1. */
export const VENDOR_WITH_LEGAL_NAME = `vendor v JOIN vendor_name legal ON legal.vendor_id = v.id
  AND legal.kind = 'legal' AND upper_inf(legal.effective) AND legal.recorded @> ($1::bigint - 1)`;

/** All vendors, in order of the legal name. */
export class VendorSearch {
  constructor(private readonly tx: EntityManager) {}

  /** Up to `limit` vendors after a place. */
  async page(
    { size, at, filter }: SearchTerms,
    start: VendorPlace | null,
    limit: number,
  ): Promise<VendorPlace[]> {
    const { sql, parameters } = filter(6);
    return this.tx.query<VendorPlace[]>(
      `SELECT v.id, ${LEGAL_KEY} AS key FROM ${VENDOR_WITH_LEGAL_NAME}
       WHERE $2::timestamptz IS NOT NULL
         AND ($3::text IS NULL OR (${LEGAL_KEY}, v.id) > ($3, $4::uuid)) AND (${sql})
       ORDER BY ${LEGAL_KEY}, v.id LIMIT $5`,
      [size, at, start?.key ?? null, start?.id ?? null, limit, ...parameters],
    );
  }
}
