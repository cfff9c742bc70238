import { validate } from 'uuid';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../history/domain/entry';
import { CallerNotFound, Forbidden } from './domain/errors';
import { rolesInForce, type RegisteredCaller } from './domain/registered-caller';
import type { Role } from './domain/role';

const COLUMNS = `
  id, kind, name, agency, roles, responsible, issuer, subject,
  created_at AS "createdAt", disabled_at AS "disabledAt", revision`;

/** Which callers a page is about. */
export interface CallerFilter {
  readonly kind: RegisteredCaller['kind'];
  readonly role?: Role | undefined;
  readonly agency?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** People and clients as rows. Made from a transaction, so that no call can slip outside it. */
export class Callers {
  constructor(private readonly tx: EntityManager) {}

  /**
   * Holds all access for this transaction's changes: rules about it span several rows, and whoever
   * changes it must be allowed to at that very moment.
   *
   * @throws {Forbidden} when the actor is no longer an admin
   */
  async lockAll(actor: Actor): Promise<void> {
    await this.tx.query(`SELECT pg_advisory_xact_lock(hashtext('access'))`);
    if (actor.kind === 'system') return;
    const caller = await this.find(actor.id);
    const responsible = caller?.responsible ? await this.read(caller.responsible) : null;
    const roles = caller ? rolesInForce({ caller, responsible }) : [];
    if (!roles.includes('admin')) throw new Forbidden(['admin']);
  }

  /** @throws {CallerNotFound} when there is none, or it is of another kind */
  async read(id: string, kind?: RegisteredCaller['kind']): Promise<RegisteredCaller> {
    const caller = await this.find(id);
    if (!caller || (kind && caller.kind !== kind)) throw new CallerNotFound(id);
    return caller;
  }

  async find(id: string): Promise<RegisteredCaller | undefined> {
    if (!validate(id)) return undefined;
    const [caller] = await this.tx.query<RegisteredCaller[]>(
      `SELECT ${COLUMNS} FROM caller WHERE id = $1`,
      [id],
    );
    return caller;
  }

  /** Every enabled caller behind which a person stands: the person itself and its clients. */
  enabledBehind(person: string): Promise<RegisteredCaller[]> {
    return this.tx.query<RegisteredCaller[]>(
      `SELECT ${COLUMNS} FROM caller
       WHERE (id = $1 OR responsible = $1) AND disabled_at IS NULL`,
      [person],
    );
  }

  async hasSubject(issuer: string, subject: string): Promise<boolean> {
    const found = await this.tx.query<unknown[]>(
      `SELECT FROM caller WHERE issuer = $1 AND subject = $2`,
      [issuer, subject],
    );
    return found.length > 0;
  }

  /** Up to `limit` callers in the order in which they were registered, from after `start` on. */
  page(filter: CallerFilter, start: string | null, limit: number): Promise<RegisteredCaller[]> {
    return this.tx.query<RegisteredCaller[]>(
      `SELECT ${COLUMNS} FROM caller
       WHERE kind = $1 AND ($2::uuid IS NULL OR id > $2)
         AND ($3::text IS NULL OR $3 = ANY (roles)) AND ($4::text IS NULL OR agency = $4)
         AND ($5::boolean IS NULL OR (disabled_at IS NOT NULL) = $5)
       ORDER BY id LIMIT $6`,
      [
        filter.kind,
        start,
        filter.role ?? null,
        filter.agency ?? null,
        filter.disabled ?? null,
        limit,
      ],
    );
  }

  /** Adds a caller that the entry at its `revision` created. */
  async add(caller: RegisteredCaller): Promise<void> {
    await this.tx.query(
      `INSERT INTO caller (id, kind, name, agency, roles, responsible, issuer, subject, created_at, revision)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        caller.id,
        caller.kind,
        caller.name,
        caller.agency,
        caller.roles,
        caller.responsible,
        caller.issuer,
        caller.subject,
        caller.createdAt,
        caller.revision,
      ],
    );
  }

  /** Makes a caller what the entry at its `revision` says. */
  async replace({
    id,
    name,
    agency,
    roles,
    disabledAt,
    revision,
  }: RegisteredCaller): Promise<void> {
    await this.tx.query(
      `UPDATE caller SET name = $2, agency = $3, roles = $4, disabled_at = $5, revision = $6
       WHERE id = $1`,
      [id, name, agency, roles, disabledAt, revision],
    );
  }
}
