import type { EntityManager } from 'typeorm';
import { canonicalOf, readCheck, type Check, type RecordedCheck } from './domain/check';
import type { AskedCheck } from './domain/parse-question';
import type { Verdict } from './domain/verdict';

/** A check to be recorded, with the request that it answers. */
export interface MadeCheck {
  readonly check: Check;
  readonly request: AskedCheck;
}

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

  /** Records checks; gives each as it reads back, which is what may be answered once the transaction commits. */
  async add(made: readonly MadeCheck[]): Promise<RecordedCheck[]> {
    if (made.length === 0) return [];
    const answers = made.map(({ check }) => canonicalOf(check));
    const rows = made.map(({ check, request }, index) => [
      ...[check.id, check.askedBy.id, check.askedBy.agency, check.vendor?.id ?? null],
      ...[check.asked.purchase.list, check.verdict, check.position, check.at, check.decidedAt],
      ...[check.asked.purchase.reference, canonicalOf(request), answers[index]],
      ...[check.asked.purchase.agency, check.asked.purchase.items.length > 0],
      `{${check.candidates.map(({ id }) => id).join(',')}}`,
      ...[
        check.asked.purchase.amount?.value ?? null,
        check.asked.purchase.amount?.currency ?? null,
      ],
    ]);
    await this.tx.query(
      `INSERT INTO purchase_check (id, caller_id, agency, vendor_id, list_code, verdict, position, at,
         decided_at, reference, request, answer, for_agency, has_items, candidates, amount, currency)
       SELECT id, caller, agency, vendor, list, verdict, position, at, decided_at, reference, request,
         answer, for_agency, has_items, candidates::uuid[], amount, currency
       FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[],
         $7::bigint[], $8::timestamptz[], $9::timestamptz[], $10::text[], $11::bytea[], $12::bytea[],
         $13::text[], $14::boolean[], $15::text[], $16::numeric[], $17::text[])
         AS made (id, caller, agency, vendor, list, verdict, position, at, decided_at, reference,
           request, answer, for_agency, has_items, candidates, amount, currency)`,
      Array.from({ length: 17 }, (_, column) => rows.map((row) => row[column])),
    );
    return answers.map(readCheck);
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
