import type { EntityManager } from 'typeorm';
import type { Authority } from '../history/domain/authority';
import { SuspensionNotFound } from '../lists/domain/errors';

/**
 * What became of a suspension by one person. `confirmed`: a second person made it last. `lapsed`: nobody did in time.
 * `ended`: it was over before, by a reinstatement, a removal, the end of its exclusion or of the listing's term.
 */
export const SUSPENSION_STATES = ['unconfirmed', 'confirmed', 'lapsed', 'ended'] as const;

export type SuspensionState = (typeof SUSPENSION_STATES)[number];

/** A suspension by one person, until another confirms it or it lapses. */
export interface Suspension {
  /** UUIDv7. */
  readonly id: string;
  readonly vendor: string;
  /** null: of the vendor as a whole, on every list. */
  readonly list: string | null;
  /** Id of the exclusion that it made; null where it is on one list only. */
  readonly exclusion: string | null;
  readonly state: SuspensionState;
  readonly authority: Authority;
  readonly reason: string;
  readonly suspendedBy: string;
  readonly suspendedAt: Date;
  /** When it ends by itself, unless it is confirmed before. */
  readonly lapsesAt: Date;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
}

/** Which suspensions are asked for; null doesn't narrow. */
export interface SuspensionFilter {
  readonly state: SuspensionState | null;
  readonly vendor: string | null;
}

/** Suspensions as they stand at the instant $1, whether or not their lapse is recorded yet. */
const AT = `
  SELECT s.id, s.vendor_id AS vendor, s.list_code AS list, s.exclusion_id AS exclusion, s.authority,
         s.reason, s.suspended_by AS "suspendedBy", s.suspended_at AS "suspendedAt",
         s.lapses_at AS "lapsesAt", s.confirmed_by AS "confirmedBy",
         s.confirmed_at AS "confirmedAt",
         CASE WHEN s.state <> 'unconfirmed' THEN s.state
              WHEN holds.until > $1 THEN 'unconfirmed'
              WHEN holds.until = s.lapses_at THEN 'lapsed'
              ELSE 'ended' END AS state
  FROM suspension s CROSS JOIN LATERAL (
    SELECT max(until) AS until FROM (
      SELECT upper(l.effective) AS until FROM listing l
      WHERE l.suspension_id = s.id AND upper_inf(l.recorded)
      UNION ALL
      SELECT upper(e.effective) FROM exclusion_terms e
      WHERE e.exclusion_id = s.exclusion_id AND e.suspension_id = s.id AND upper_inf(e.recorded)
    ) AS part
  ) AS holds`;

/** Suspensions as rows. Made from a transaction, so that no call can slip outside it. */
export class Suspensions {
  constructor(private readonly tx: EntityManager) {}

  /** Holds a suspension until the transaction ends. Hold its vendor and its exclusion before. */
  async lock(id: string): Promise<void> {
    await this.tx.query(`SELECT FROM suspension WHERE id = $1 FOR UPDATE`, [id]);
  }

  /** A suspension as it stands at an instant. @throws {SuspensionNotFound} */
  async read(id: string, at: Date): Promise<Suspension> {
    const [suspension] = await this.tx.query<Suspension[]>(`${AT} WHERE s.id = $2`, [at, id]);
    if (!suspension) throw new SuspensionNotFound(id);
    return suspension;
  }

  /** Up to `limit` suspensions as they stand at an instant, newest first, from before `start` on. */
  page(
    { state, vendor }: SuspensionFilter,
    at: Date,
    start: string | null,
    limit: number,
  ): Promise<Suspension[]> {
    return this.tx.query<Suspension[]>(
      `SELECT * FROM (${AT}) AS suspension_at
       WHERE ($2::text IS NULL OR state = $2) AND ($3::uuid IS NULL OR vendor = $3)
         AND ($4::uuid IS NULL OR id < $4)
       ORDER BY id DESC LIMIT $5`,
      [at, state, vendor, start, limit],
    );
  }

  /**
   * Up to `limit` suspensions that have lapsed by an instant and whose lapse is not recorded, held until the
   * transaction ends. One that another transaction holds is left to it.
   *
   * @param vendor only those of this one; null: of all
   */
  lockLapsed(at: Date, vendor: string | null, limit: number): Promise<Suspension[]> {
    return this.tx.query<Suspension[]>(
      `${AT} WHERE s.state = 'unconfirmed' AND s.lapses_at <= $1 AND holds.until = s.lapses_at
         AND ($2::uuid IS NULL OR s.vendor_id = $2)
       ORDER BY s.lapses_at, s.id LIMIT $3 FOR UPDATE OF s SKIP LOCKED`,
      [at, vendor, limit],
    );
  }

  async add(suspension: Suspension, position: number): Promise<void> {
    await this.tx.query(
      `INSERT INTO suspension (id, vendor_id, list_code, exclusion_id, state, authority, reason,
         suspended_by, suspended_at, lapses_at, revision)
       VALUES ($1, $2, $3, $4, 'unconfirmed', $5, $6, $7, $8, $9, $10)`,
      [
        ...[suspension.id, suspension.vendor, suspension.list, suspension.exclusion],
        ...[JSON.stringify(suspension.authority), suspension.reason, suspension.suspendedBy],
        ...[suspension.suspendedAt, suspension.lapsesAt, position],
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

  /** Says that a suspension lapsed when it had to, as the entry at a position records. */
  async lapse(id: string, position: number): Promise<void> {
    await this.tx.query(
      `UPDATE suspension SET state = 'lapsed', lapsed_at = lapses_at, revision = $2 WHERE id = $1`,
      [id, position],
    );
  }
}
