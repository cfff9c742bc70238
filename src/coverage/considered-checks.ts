import type { EntityManager } from 'typeorm';
import { gathered } from '../database/gathered';
import type { AwardedPurchase } from './domain/awarded-purchase';
import type { ConsideredCheck } from './domain/considered-check';
import { columnsOf } from './meant-vendors';

/** Checks that have a reference, or why they are not looked through. */
export type OfReference = readonly ConsideredCheck[] | 'too-many';

const CHECK = `c.id, btrim(c.reference) AS reference, c.vendor_id AS vendor, c.candidates::text[],
  c.for_agency AS agency, c.list_code AS list, c.verdict, c.at, c.decided_at AS "decidedAt",
  (convert_from(c.answer, 'UTF8')::jsonb ->> 'validUntil')::timestamptz AS "validUntil"`;

/** Recorded checks that purchases are compared with, found for many purchases in one statement. Made from a transaction. */
export class ConsideredChecks {
  constructor(private readonly tx: EntityManager) {}

  /**
   * All checks that have one of some references.
   *
   * @param most checks of one reference that are looked through: one that has more tells no purchase apart
   */
  async withReferences(
    references: readonly string[],
    most: number,
  ): Promise<ReadonlyMap<string, OfReference>> {
    const checks = await this.tx.query<(ConsideredCheck & { readonly reference: string })[]>(
      `SELECT ${CHECK} FROM unnest($1::text[]) AS asked (reference) CROSS JOIN LATERAL (
         SELECT * FROM purchase_check
         WHERE reference IS NOT NULL AND btrim(reference) = asked.reference
         ORDER BY id DESC LIMIT $2) AS c`,
      [references, most + 1],
    );
    const byReference = gathered(checks.map((check) => [check.reference, check]));
    return new Map(
      [...byReference].map(([reference, found]) => [
        reference,
        found.length > most ? 'too-many' : found,
      ]),
    );
  }

  /**
   * The last check about the vendor of each of some purchases, for its agency and its list, at or before its award; of
   * those about their own time. Purchases without an agency have none.
   *
   * Checks and awards are put in one order of time, so that the cost grows with their number and not with its square.
   *
   * @returns by the place of the purchase
   */
  async lastOfVendors(
    purchases: readonly AwardedPurchase[],
  ): Promise<ReadonlyMap<number, ConsideredCheck>> {
    const asked = purchases.flatMap(({ vendors, agency, list, awardedAt }, index) =>
      vendors.length === 0 || agency === null ? [] : [[index, vendors[0], agency, list, awardedAt]],
    );
    const records = new Map(
      purchases.flatMap(({ vendors }) => vendors.map((record) => [record, vendors[0]])),
    );
    const rows = await this.tx.query<(ConsideredCheck & { readonly index: number })[]>(LAST, [
      ...columnsOf(asked, 5),
      ...columnsOf([...records], 2),
    ]);
    return new Map(rows.map(({ index, ...check }) => [index, check]));
  }
}

/**
 * Asked is by one record of each vendor, the first, and all its records lead there. What is wanted of the checks is put
 * together before they are looked at: one by one, agencies would be joined first, of which there are few.
 */
const LAST = `
  WITH asked AS (
    SELECT * FROM unnest($1::int[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[])
      AS asked (index, vendor, agency, list, at)),
  record AS (SELECT * FROM unnest($6::uuid[], $7::uuid[]) AS record (id, vendor)),
  wanted AS MATERIALIZED (
    SELECT record.id AS record, told.*
    FROM (SELECT DISTINCT vendor, agency, list FROM asked) AS told JOIN record USING (vendor)),
  moment AS (
    SELECT vendor, agency, list, at, NULL::uuid AS checked, index FROM asked
    UNION ALL
    SELECT wanted.vendor, wanted.agency, wanted.list, c.decided_at, c.id, NULL
    FROM wanted JOIN purchase_check c ON c.vendor_id = wanted.record
      AND c.for_agency = wanted.agency AND (wanted.list IS NULL OR c.list_code = wanted.list)
    WHERE c.at BETWEEN c.decided_at - interval '5 minutes' AND c.decided_at + interval '5 minutes'),
  numbered AS (
    SELECT moment.*, count(checked) OVER (
      PARTITION BY vendor, agency, list
      ORDER BY at, checked NULLS LAST ROWS UNBOUNDED PRECEDING) AS number
    FROM moment),
  last AS (
    SELECT index, first_value(checked) OVER (
      PARTITION BY vendor, agency, list, number ORDER BY checked NULLS LAST) AS id
    FROM numbered)
  SELECT last.index, ${CHECK} FROM last JOIN purchase_check c ON c.id = last.id
  WHERE last.index IS NOT NULL`;
