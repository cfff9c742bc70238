import type { EntityManager } from 'typeorm';
import { readCheck, type RecordedCheck } from './domain/check';
import type { Verdict } from './domain/verdict';

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

/** Recorded checks as rows, to be read. */
export class PurchaseChecks {
  constructor(private readonly tx: EntityManager) {}

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
