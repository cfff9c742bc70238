import type { EntityManager } from 'typeorm';
import type { Credential } from './domain/credential';
import type { Role } from './domain/role';

/** What a credential rests on, as one row. */
interface CredentialRow {
  readonly id: string;
  readonly kind: 'person' | 'client';
  readonly name: string;
  readonly agency: string;
  readonly roles: Role[];
  readonly responsible: string | null;
  readonly disabledAt: Date | null;
  readonly personRoles: Role[] | null;
  readonly personDisabledAt: Date | null;
}

interface KeyRow extends CredentialRow {
  readonly digest: Buffer;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

const CALLER = `
  c.id, c.kind, c.name, c.agency, c.roles, c.responsible, c.disabled_at AS "disabledAt",
  p.roles AS "personRoles", p.disabled_at AS "personDisabledAt"`;

/** Credentials as they stand at this moment. One query each: every request asks one of them. */
export class Credentials {
  constructor(private readonly manager: EntityManager) {}

  /** The API key of that selector; undefined when there is none. */
  async ofKey(selector: string): Promise<(Credential & { key: object }) | undefined> {
    const [row] = await this.manager.query<KeyRow[]>(
      `SELECT ${CALLER}, k.verifier AS digest, k.expires_at AS "expiresAt", k.revoked_at AS "revokedAt"
       FROM api_key k JOIN caller c ON c.id = k.caller_id LEFT JOIN caller p ON p.id = c.responsible
       WHERE k.id = $1`,
      [selector],
    );
    if (!row) return undefined;
    const { digest, expiresAt, revokedAt } = row;
    return { ...credentialFrom(row), key: { id: selector, digest, expiresAt, revokedAt } };
  }

  /** The caller for whom a subject of an outside issuer stands; undefined when there is none. */
  async ofSubject(issuer: string, subject: string): Promise<Credential | undefined> {
    const [row] = await this.manager.query<CredentialRow[]>(
      `SELECT ${CALLER} FROM caller c LEFT JOIN caller p ON p.id = c.responsible
       WHERE c.issuer = $1 AND c.subject = $2`,
      [issuer, subject],
    );
    return row && { ...credentialFrom(row), key: null };
  }
}

function credentialFrom({
  personRoles,
  personDisabledAt,
  id,
  kind,
  name,
  agency,
  roles,
  responsible,
  disabledAt,
}: CredentialRow): Omit<Credential, 'key'> {
  return {
    caller: { id, kind, name, agency, roles, responsible, disabledAt },
    responsible: personRoles && { roles: personRoles, disabledAt: personDisabledAt },
  };
}
