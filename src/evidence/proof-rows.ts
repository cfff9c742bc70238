import type { EntityManager } from 'typeorm';
import { BATCH_COLUMNS } from './check-seals';
import type { SealedBatch } from './domain/sealed-batch';
import type { RecordedColumns } from './domain/recorded-columns';

/** A check as its row has it. */
export interface CheckRow {
  readonly id: string;
  readonly request: Buffer;
  readonly answer: Buffer;
  /** What the row repeats of the answer, as JSON. */
  readonly columns: RecordedColumns;
  /** The batch that it stands in, and its place there; null where it is older than batches. */
  readonly batchId: string | null;
  readonly leaf: number | null;
}

/** What a check's row is read by; `c` is a row of purchase_check. Times and numbers are read as text, to the last digit. */
export const CHECK_COLUMNS = `
  c.id, c.request, c.answer, c.batch_id AS "batchId", c.leaf,
  jsonb_build_object(
    'id', c.id, 'caller', c.caller_id, 'agency', c.agency, 'vendor', c.vendor_id, 'list', c.list_code,
    'verdict', c.verdict, 'position', c.position, 'at', ${instant('c.at')},
    'decidedAt', ${instant('c.decided_at')}, 'reference', c.reference, 'forAgency', c.for_agency,
    'hasItems', c.has_items, 'candidates', c.candidates, 'amount', c.amount::text, 'currency', c.currency
  ) AS columns`;

/** Milliseconds since 1970, with what there is of smaller parts. */
function instant(column: string): string {
  return `trim_scale(extract(epoch FROM ${column}) * 1000)::text`;
}

/** The rows that speak for one check. */
export class ProofRows {
  constructor(private readonly tx: EntityManager) {}

  /** @param readableBy only a check by a caller of this agency; null: by anyone */
  async check(id: string, readableBy: string | null): Promise<CheckRow | undefined> {
    const [row] = await this.tx.query<CheckRow[]>(
      `SELECT ${CHECK_COLUMNS} FROM purchase_check c
       WHERE c.id = $1 AND ($2::text IS NULL OR c.agency = $2)`,
      [id, readableBy],
    );
    return row;
  }

  /** A batch with the leaf hashes of its checks, 32 bytes each, and whether it waits for its seal. */
  async batch(id: string): Promise<BatchRow | undefined> {
    const [row] = await this.tx.query<BatchRow[]>(
      `SELECT ${BATCH_COLUMNS}, b.leaves,
         EXISTS (SELECT FROM unsealed_check_batch u WHERE u.id = b.id) AS waits
       FROM check_batch b WHERE b.id = $1`,
      [id],
    );
    return row;
  }

  /** The seal that a batch stands in, with what it rests on; undefined where it stands in none. */
  async sealOf(batchId: string): Promise<SealRow | undefined> {
    const [row] = await this.tx.query<SealRow[]>(
      `SELECT m.seal AS number, m.leaf, s.batches, s.checks, encode(s.root, 'hex') AS root,
         e.position, encode(e.leaf_hash, 'hex') AS "leafHash", e.canonical,
         previous.canonical AS previous, next.canonical AS next
       FROM check_seal_batch m
         LEFT JOIN check_seal s ON s.number = m.seal
         LEFT JOIN history_entry e ON e.position = s.revision
         LEFT JOIN check_seal p ON p.number = m.seal - 1
         LEFT JOIN history_entry previous ON previous.position = p.revision
         LEFT JOIN check_seal n ON n.number = m.seal + 1
         LEFT JOIN history_entry next ON next.position = n.revision
       WHERE m.batch_id = $1`,
      [batchId],
    );
    return row;
  }

  /** The batches of a seal, in their order there. */
  sealed(seal: number): Promise<SealedBatch[]> {
    return this.tx.query<SealedBatch[]>(
      `SELECT ${BATCH_COLUMNS} FROM check_seal_batch m JOIN check_batch b ON b.id = m.batch_id
       WHERE m.seal = $1 ORDER BY m.leaf`,
      [seal],
    );
  }
}

export type BatchRow = SealedBatch & { readonly leaves: Buffer; readonly waits: boolean };

/** What is null is gone. */
export interface SealRow {
  readonly number: number;
  /** The place of the batch in it. */
  readonly leaf: number;
  readonly batches: number | null;
  readonly checks: number | null;
  readonly root: string | null;
  readonly position: number | null;
  readonly leafHash: string | null;
  readonly canonical: Buffer | null;
  /** The canonical bytes of the entry of the seal before; null also where it is the first. */
  readonly previous: Buffer | null;
  /** The canonical bytes of the entry of the seal after; null also where it is the last. */
  readonly next: Buffer | null;
}
