import type { EntityManager } from 'typeorm';
import type { Authority } from '../history/domain/authority';
import { SuspensionNotFound } from '../lists/domain/errors';

/** A suspension by one person, until another confirms it or it lapses. */
export interface Suspension {
  /** UUIDv7. */
  readonly id: string;
  readonly vendor: string;
  /** null: on every list. */
  readonly list: string | null;
  readonly confirmed: boolean;
  readonly authority: Authority;
  readonly reason: string;
  readonly suspendedBy: string;
  readonly suspendedAt: Date;
  /** When it ends by itself, unless it is confirmed before. */
  readonly lapsesAt: Date;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
}

const SELECT = `
  SELECT id, vendor_id AS vendor, list_code AS list, state = 'confirmed' AS confirmed, authority,
         reason, suspended_by AS "suspendedBy", suspended_at AS "suspendedAt",
         lapses_at AS "lapsesAt", confirmed_by AS "confirmedBy", confirmed_at AS "confirmedAt"
  FROM suspension`;

/** Suspensions as rows. Made from a transaction, so that no call can slip outside it. */
export class Suspensions {
  constructor(private readonly tx: EntityManager) {}

  /** Reads a suspension and holds it until the transaction ends. @throws {SuspensionNotFound} */
  async lock(id: string): Promise<Suspension> {
    await this.tx.query(`SELECT FROM suspension WHERE id = $1 FOR UPDATE`, [id]);
    return this.read(id);
  }

  /** @throws {SuspensionNotFound} */
  async read(id: string): Promise<Suspension> {
    const [suspension] = await this.tx.query<Suspension[]>(`${SELECT} WHERE id = $1`, [id]);
    if (!suspension) throw new SuspensionNotFound(id);
    return suspension;
  }

  async add(suspension: Suspension, position: number): Promise<void> {
    await this.tx.query(
      `INSERT INTO suspension (id, vendor_id, list_code, state, authority, reason,
         suspended_by, suspended_at, lapses_at, revision)
       VALUES ($1, $2, $3, 'unconfirmed', $4, $5, $6, $7, $8, $9)`,
      [
        suspension.id,
        suspension.vendor,
        suspension.list,
        JSON.stringify(suspension.authority),
        suspension.reason,
        suspension.suspendedBy,
        suspension.suspendedAt,
        suspension.lapsesAt,
        position,
      ],
    );
  }

  async confirm(id: string, person: string, at: Date, position: number): Promise<void> {
    await this.tx.query(
      `UPDATE suspension SET state = 'confirmed', confirmed_by = $2, confirmed_at = $3, revision = $4
       WHERE id = $1`,
      [id, person, at, position],
    );
  }
}
