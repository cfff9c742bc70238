import type { EntityManager } from 'typeorm';
import { isSelector } from './domain/api-key';
import { KeyNotFound } from './domain/errors';

/** What the registry holds of an API key, its secret's digest aside. */
export interface RegisteredKey {
  /** The key's selector: the part of it that is not secret. */
  readonly id: string;
  readonly callerId: string;
  readonly label: string | null;
  readonly issuedAt: Date;
  /** From when on it opens nothing; null: until it is revoked. */
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  /** Position of the entry that last changed it. */
  readonly revision: number;
}

const COLUMNS = `
  id, caller_id AS "callerId", label, issued_at AS "issuedAt",
  expires_at AS "expiresAt", revoked_at AS "revokedAt", revision`;

/** API keys as rows. Made from a transaction, so that no call can slip outside it. */
export class ApiKeys {
  constructor(private readonly tx: EntityManager) {}

  /** @throws {KeyNotFound} when the caller has no such key */
  async read(callerId: string, id: string): Promise<RegisteredKey> {
    if (!isSelector(id)) throw new KeyNotFound(id);
    const [key] = await this.tx.query<RegisteredKey[]>(
      `SELECT ${COLUMNS} FROM api_key WHERE id = $1 AND caller_id = $2`,
      [id, callerId],
    );
    if (!key) throw new KeyNotFound(id);
    return key;
  }

  /** Up to `limit` keys of a caller in order of their ids, from after `start` on. */
  page(callerId: string, start: string | null, limit: number): Promise<RegisteredKey[]> {
    return this.tx.query<RegisteredKey[]>(
      `SELECT ${COLUMNS} FROM api_key
       WHERE caller_id = $1 AND ($2::text IS NULL OR id COLLATE "C" > $2 COLLATE "C")
       ORDER BY id COLLATE "C" LIMIT $3`,
      [callerId, start, limit],
    );
  }

  /** Adds a key that the entry at its `revision` issued. @param digest SHA-256 of its verifier */
  async add(key: RegisteredKey, digest: Buffer): Promise<void> {
    await this.tx.query(
      `INSERT INTO api_key (id, caller_id, verifier, label, issued_at, expires_at, revision)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [key.id, key.callerId, digest, key.label, key.issuedAt, key.expiresAt, key.revision],
    );
  }

  /** Ends a key, as the entry at `revision` says. */
  async revoke(id: string, at: Date, revision: number): Promise<void> {
    await this.tx.query(`UPDATE api_key SET revoked_at = $2, revision = $3 WHERE id = $1`, [
      id,
      at,
      revision,
    ]);
  }
}
