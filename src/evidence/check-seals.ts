import type { EntityManager } from 'typeorm';
import { readCanonical } from '../history/domain/entry';
import type { SealedBatch } from './domain/sealed-batch';
import type { SealStatement } from './domain/seal-statement';

/** A seal as it is recorded, with the position and the time of its entry. */
export interface RecordedSeal {
  readonly statement: SealStatement;
  readonly position: number;
  readonly recordedAt: Date;
  /** The canonical bytes of its entry. */
  readonly canonical: Buffer;
}

/** What a batch's statement is read by; `b` is a row of check_batch. */
export const BATCH_COLUMNS = `
  b.id, b.issuer, b.position, octet_length(b.leaves) / 32 AS size, encode(b.root, 'hex') AS root,
  to_char(b.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "recordedAt"`;

/** Seals of batches of checks as rows: they are added and read, never changed. */
export class CheckSeals {
  constructor(private readonly tx: EntityManager) {}

  /** Lets one transaction at a time seal; others wait here until it ends. */
  async lock(): Promise<void> {
    await this.tx.query(`SELECT pg_advisory_xact_lock(hashtext('check seals'))`);
  }

  /** Takes batches that wait for their seal, in order of their ids. A batch is taken once. */
  async take(most: number): Promise<SealedBatch[]> {
    const [taken] = await this.tx.query<[{ id: string }[], number]>(
      `DELETE FROM unsealed_check_batch
       WHERE id IN (SELECT id FROM unsealed_check_batch ORDER BY id LIMIT $1) RETURNING id`,
      [most],
    );
    return this.tx.query<SealedBatch[]>(
      `SELECT ${BATCH_COLUMNS} FROM check_batch b WHERE b.id = ANY ($1) ORDER BY b.id`,
      [taken.map(({ id }) => id)],
    );
  }

  /** @param most counts no further */
  async countWaiting(most: number): Promise<number> {
    const [row] = await this.tx.query<[{ waiting: number }]>(
      `SELECT count(*)::int AS waiting FROM (SELECT FROM unsealed_check_batch LIMIT $1) AS waiting`,
      [most],
    );
    return row.waiting;
  }

  /** @param position of the entry of the seal, made in this transaction */
  async add(
    { number, batches, checks, root }: SealStatement,
    sealed: readonly SealedBatch[],
    position: number,
  ): Promise<void> {
    await this.tx.query(
      `INSERT INTO check_seal (number, batches, checks, root, revision)
       VALUES ($1, $2, $3, decode($4, 'hex'), $5)`,
      [number, batches, checks, root, position],
    );
    await this.tx.query(
      `INSERT INTO check_seal_batch (seal, batch_id, leaf)
       SELECT $1, id, place - 1 FROM unnest($2::uuid[]) WITH ORDINALITY AS sealed (id, place)`,
      [number, sealed.map(({ id }) => id)],
    );
  }

  async last(): Promise<RecordedSeal | undefined> {
    const [last] = await this.page(null, 1);
    return last;
  }

  async find(number: number): Promise<RecordedSeal | undefined> {
    const [row] = await this.tx.query<SealRow[]>(`${SELECT} WHERE s.number = $1`, [number]);
    return row && sealOf(row);
  }

  /** Up to `limit` seals, newest first, from before number `start` on. */
  async page(start: number | null, limit: number): Promise<RecordedSeal[]> {
    const rows = await this.tx.query<SealRow[]>(
      `${SELECT} WHERE $1::bigint IS NULL OR s.number < $1 ORDER BY s.number DESC LIMIT $2`,
      [start, limit],
    );
    return rows.map(sealOf);
  }
}

interface SealRow {
  readonly position: number;
  readonly recordedAt: Date;
  readonly canonical: Buffer;
}

const SELECT = `
  SELECT e.position, e.recorded_at AS "recordedAt", e.canonical
  FROM check_seal s JOIN history_entry e ON e.position = s.revision`;

function sealOf(row: SealRow): RecordedSeal {
  // What the entry holds under `after` is what `formSeal` made.
  const statement = readCanonical(row.canonical)['after'] as unknown as SealStatement;
  return { ...row, statement };
}
