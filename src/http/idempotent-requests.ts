import type { EntityManager } from 'typeorm';

/** What makes two requests the same to the registry: who sent it, and under which key. */
export interface RequestKey {
  readonly caller: string;
  readonly key: string;
}

/** An answer as it is kept to be given again. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The very text that was sent; null where it held a secret. */
  readonly body: string | null;
}

/** A request that came with an Idempotency-Key. */
export interface IdempotentRequest {
  /** SHA-256 of what was asked. */
  readonly fingerprint: Buffer;
  readonly startedAt: Date;
  /** null: it has no outcome, or none that is known. */
  readonly answer: KeptAnswer | null;
}

/** Requests with an Idempotency-Key, and their answers, as rows. */
export class IdempotentRequests {
  constructor(private readonly tx: EntityManager) {}

  /** Takes the key for a request. @returns false when it is taken already */
  async begin({ caller, key }: RequestKey, fingerprint: Buffer, startedAt: Date): Promise<boolean> {
    const begun = await this.tx.query<unknown[]>(
      `INSERT INTO idempotent_request (caller_id, key, fingerprint, started_at)
       VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING key`,
      [caller, key, fingerprint, startedAt],
    );
    return begun.length > 0;
  }

  async find({ caller, key }: RequestKey): Promise<IdempotentRequest | null> {
    const [row] = await this.tx.query<Row[]>(
      `SELECT fingerprint, started_at AS "startedAt", status, headers, body
       FROM idempotent_request WHERE caller_id = $1 AND key = $2`,
      [caller, key],
    );
    if (!row) return null;
    const { fingerprint, startedAt, status, headers, body } = row;
    const answer = status === null ? null : { status, headers: headers ?? {}, body };
    return { fingerprint, startedAt, answer };
  }

  async keep({ caller, key }: RequestKey, answer: KeptAnswer): Promise<void> {
    await this.tx.query(
      `UPDATE idempotent_request SET status = $3, headers = $4, body = $5
       WHERE caller_id = $1 AND key = $2`,
      [caller, key, answer.status, JSON.stringify(answer.headers), answer.body],
    );
  }

  /** Frees the key of a request that changed nothing. */
  async forget({ caller, key }: RequestKey): Promise<void> {
    await this.tx.query(`DELETE FROM idempotent_request WHERE caller_id = $1 AND key = $2`, [
      caller,
      key,
    ]);
  }

  /** Frees the keys of requests that began before an instant. */
  async forgetBefore(instant: Date): Promise<void> {
    await this.tx.query(`DELETE FROM idempotent_request WHERE started_at < $1`, [instant]);
  }
}

interface Row {
  readonly fingerprint: Buffer;
  readonly startedAt: Date;
  readonly status: number | null;
  readonly headers: Record<string, string> | null;
  readonly body: string | null;
}
