import type { EntityManager } from 'typeorm';
import { BATCH_COLUMNS } from '../check-seals';
import { isOfItsLeaves, type SealedBatch } from '../domain/sealed-batch';
import type { AuditedPeriod } from './audited-period';
import type { AuditTally } from './finding';
import { readRows } from './read-rows';

const IN_PERIOD = `($1::timestamptz IS NULL OR b.id >= first_check_id($1))
  AND ($2::timestamptz IS NULL OR b.id < first_check_id($2))`;

/** Batches of checks in no seal. One without leaves is of no check: it stands for a batch that was given up. */
const UNSEALED = `
  SELECT ${BATCH_COLUMNS}, b.leaves, u.id IS NOT NULL AS waits, b.recorded_at < $3 AS "isOverdue"
  FROM check_batch b LEFT JOIN unsealed_check_batch u ON u.id = b.id
  WHERE ${IN_PERIOD} AND b.leaves <> ''
    AND NOT EXISTS (SELECT FROM check_seal_batch m WHERE m.batch_id = b.id)
  ORDER BY b.id`;

/** What waits for a seal and is no batch without one. */
const NOT_TO_SEAL = `
  SELECT u.id, b.id IS NULL AS "isGone"
  FROM unsealed_check_batch u LEFT JOIN check_batch b ON b.id = u.id
  WHERE b.id IS NULL OR EXISTS (SELECT FROM check_seal_batch m WHERE m.batch_id = u.id)
  ORDER BY u.id`;

/** Batches that have not one check for each of their leaves. */
const MISCOUNTED = `
  SELECT b.id
  FROM check_batch b LEFT JOIN (
    SELECT c.batch_id, count(*) AS checks FROM purchase_check c
    WHERE c.batch_id IS NOT NULL
      AND ($1::timestamptz IS NULL OR c.id >= first_check_id($1 - interval '1 hour'))
    GROUP BY c.batch_id
  ) AS counted ON counted.batch_id = b.id
  WHERE ${IN_PERIOD} AND coalesce(counted.checks, 0) <> octet_length(b.leaves) / 32
  ORDER BY b.id`;

type UnsealedRow = SealedBatch & {
  readonly leaves: Buffer;
  readonly waits: boolean;
  readonly isOverdue: boolean;
};

/** Looks at batches: those in no seal yet, and whether each has all its checks and no other. */
export class AuditBatches {
  constructor(
    private readonly tx: EntityManager,
    private readonly period: AuditedPeriod,
    private readonly tally: AuditTally,
  ) {}

  /** @param overdueBefore a batch that waits and was recorded before this instant should have been sealed */
  async execute(overdueBefore: Date): Promise<void> {
    const { from, to } = this.period;
    const unsealed = [from, to, overdueBefore];
    for await (const row of readRows<UnsealedRow>(this.tx, UNSEALED, unsealed, 100)) {
      this.auditUnsealed(row);
    }
    type Waiting = { id: string; isGone: boolean };
    for await (const { id, isGone } of readRows<Waiting>(this.tx, NOT_TO_SEAL, [], 100)) {
      this.tally.find(isGone ? 'batch-missing' : 'batch-sealed-twice', `batch ${id}`);
    }
    for await (const { id } of readRows<{ id: string }>(this.tx, MISCOUNTED, [from, to], 100)) {
      this.tally.find('batch-checks', `batch ${id}`);
    }
  }

  private auditUnsealed(row: UnsealedRow): void {
    const about = `batch ${row.id}`;
    this.tally.batches += 1;
    if (!isOfItsLeaves(row)) this.tally.find('batch-root', about);
    if (!row.waits) this.tally.find('batch-unsealed', about);
    else this.tally.waiting += 1;
    if (row.waits && row.isOverdue) this.tally.overdue += 1;
  }
}
