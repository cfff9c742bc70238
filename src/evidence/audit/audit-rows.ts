import type { EntityManager } from 'typeorm';
import { checkLeaf, claimBytes } from '../../checks/domain/receipt-claims';
import { claimsToldBy } from '../domain/check-proof';
import { contradictions } from '../domain/recorded-columns';
import { CHECK_COLUMNS, type CheckRow } from '../proof-rows';
import type { AuditedPeriod } from './audited-period';
import type { AuditTally } from './finding';
import { readRows } from './read-rows';

type PlacedRow = CheckRow & {
  /** null: there is no such batch. */
  readonly issuer: string | null;
  readonly position: number | null;
  /** The leaf of its batch at its place; null where there is none. */
  readonly recorded: Buffer | null;
  readonly isYoung: boolean;
};

/**
 * Checks of the period, each with its batch. Ids of checks and of batches tell when they were made, and a check is made
 * before its batch, by a moment. Where instances of the last release still record, their checks are in no batch: for a
 * day after the first batch that is as it should be.
 */
const CHECKS = `
  SELECT ${CHECK_COLUMNS}, b.issuer, b.position,
    CASE WHEN c.leaf BETWEEN 0 AND octet_length(b.leaves) / 32 - 1
         THEN substring(b.leaves FROM c.leaf * 32 + 1 FOR 32) END AS recorded,
    c.id >= first_check_id((SELECT recorded_at FROM check_batch ORDER BY id LIMIT 1) + interval '1 day')
      AS "isYoung"
  FROM purchase_check c LEFT JOIN check_batch b ON b.id = c.batch_id
  WHERE ($1::timestamptz IS NULL OR c.id >= first_check_id($1 - interval '1 hour')
          AND coalesce(c.batch_id, c.id) >= first_check_id($1))
    AND ($2::timestamptz IS NULL OR c.id < first_check_id($2)
          AND coalesce(c.batch_id, c.id) < first_check_id($2))
  ORDER BY c.id`;

/** Looks at the rows of checks: whether each agrees with itself and with its batch. */
export class AuditRows {
  constructor(
    private readonly tx: EntityManager,
    private readonly period: AuditedPeriod,
    private readonly tally: AuditTally,
  ) {}

  async execute(): Promise<void> {
    const { from, to } = this.period;
    for await (const row of readRows<PlacedRow>(this.tx, CHECKS, [from, to], 500)) {
      this.tally.checks += 1;
      this.auditColumns(row);
      if (row.batchId === null) this.auditUnbatched(row);
      else if (row.issuer === null) this.tally.find('batch-missing', `check ${row.id}`);
      else this.auditPlace(row, row.issuer);
    }
  }

  private auditColumns({ id, columns, answer }: PlacedRow): void {
    const contradicting = contradictions(columns, answer).join(', ');
    if (contradicting !== '') this.tally.find('columns', `check ${id} (${contradicting})`);
  }

  private auditUnbatched({ id, isYoung }: PlacedRow): void {
    this.tally.unbatched += 1;
    if (isYoung) this.tally.find('unbatched', `check ${id}`);
  }

  private auditPlace(row: PlacedRow, issuer: string): void {
    const about = `check ${row.id}`;
    const claims = claimsToldBy(row, issuer);
    if (!claims) {
      this.tally.find('claims', about);
      return;
    }
    if (!row.recorded?.equals(checkLeaf(claimBytes(claims)))) this.tally.find('leaf', about);
    if (claims.position !== row.position) this.tally.find('position', about);
  }
}
