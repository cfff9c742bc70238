import type { Caller } from './caller';
import {
  isEnabled,
  personBehind,
  rolesInForce,
  type Answerable,
  type RegisteredCaller,
} from './registered-caller';

/** All that decides whom a credential stands for, as it is recorded at this moment. */
export interface Credential extends Answerable {
  readonly caller: Omit<RegisteredCaller, 'revision' | 'createdAt' | 'issuer' | 'subject'>;
  /** The API key that it is, or that it was bought with; null for a token of an outside issuer. */
  readonly key: CredentialKey | null;
}

export interface CredentialKey {
  readonly id: string;
  /** SHA-256 of the verifier. */
  readonly digest: Buffer;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

/**
 * Whom a credential stands for, with the roles that are in force; undefined when it stands for no one:
 * its key is revoked or expired, or the caller, or the person who answers for it, is disabled.
 */
export function callerBy(credential: Credential, now: Date): Caller | undefined {
  const { key, caller } = credential;
  if (key && !isInForce(key, now)) return undefined;
  if (!isEnabled(credential)) return undefined;
  const { id, kind, name, agency } = caller;
  const person = personBehind(caller);
  return { id, kind, name, agency, roles: rolesInForce(credential), person };
}

const isInForce = ({ expiresAt, revokedAt }: CredentialKey, now: Date): boolean =>
  revokedAt === null && (expiresAt === null || now < expiresAt);
