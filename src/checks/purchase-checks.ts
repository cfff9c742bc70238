import type { EntityManager } from 'typeorm';
import { readCheck, type RecordedCheck } from './domain/check';
import type { Verdict } from './domain/verdict';
import { batchOf, type Batch } from './recording/batch';
import { parametersOf, recordBatch } from './recording/batch-sql';
import type { MadeCheck } from './recording/decide-check';

/** Which checks are asked for. Absent members don't narrow. */
export interface CheckFilter {
  /** Only checks by callers of this agency, besides what else is asked for. */
  readonly readableBy: string | null;
  readonly vendor?: string | undefined;
  readonly list?: string | undefined;
  readonly agency?: string | undefined;
  readonly client?: string | undefined;
  readonly verdict?: Verdict | undefined;
  /** Decided at this instant or later. */
  readonly from?: Date | undefined;
  /** Decided before this instant. */
  readonly to?: Date | undefined;
}

/** Checks as rows: they are added and read, never changed. */
export class PurchaseChecks {
  constructor(private readonly tx: EntityManager) {}

  /**
   * Records checks as one batch. Its checks may be answered once the transaction commits.
   *
   * @param position that all were decided at; the transaction sees the registry as it stood there
   * @param issuer the registry's own absolute URI
   * @returns undefined where there are none
   */
  async add(
    made: readonly MadeCheck[],
    position: number,
    issuer: string,
  ): Promise<Batch | undefined> {
    if (made.length === 0) return undefined;
    const batch = batchOf(made, position, issuer);
    await this.tx.query(recordBatch('true'), parametersOf(batch));
    return batch;
  }

  /** @param readableBy only a check by a caller of this agency; null: by anyone */
  async find(id: string, readableBy: string | null): Promise<RecordedCheck | undefined> {
    const [row] = await this.tx.query<{ answer: Buffer }[]>(
      `SELECT answer FROM purchase_check WHERE id = $1 AND ($2::text IS NULL OR agency = $2)`,
      [id, readableBy],
    );
    return row && readCheck(row.answer);
  }

  /** Up to `limit` checks, newest first, from before `start` on. */
  async page(filter: CheckFilter, start: string | null, limit: number): Promise<RecordedCheck[]> {
    const rows = await this.tx.query<{ answer: Buffer }[]>(
      `SELECT answer FROM purchase_check
       WHERE ($1::uuid IS NULL OR id < $1)
         AND ($2::text IS NULL OR agency = $2) AND ($3::uuid IS NULL OR vendor_id = $3)
         AND ($4::text IS NULL OR list_code = $4) AND ($5::text IS NULL OR agency = $5)
         AND ($6::uuid IS NULL OR caller_id = $6) AND ($7::text IS NULL OR verdict = $7)
         AND ($8::timestamptz IS NULL OR decided_at >= $8)
         AND ($9::timestamptz IS NULL OR decided_at < $9)
       ORDER BY id DESC LIMIT $10`,
      [
        ...[start, filter.readableBy, filter.vendor ?? null, filter.list ?? null],
        ...[filter.agency ?? null, filter.client ?? null, filter.verdict ?? null],
        ...[filter.from ?? null, filter.to ?? null, limit],
      ],
    );
    return rows.map(({ answer }) => readCheck(answer));
  }
}
