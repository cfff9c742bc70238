import type { RegisteredKey } from './api-keys';
import type { RegisteredCaller } from './domain/registered-caller';

/** What the history says of a caller. */
export const saidOfCaller = ({
  id,
  kind,
  name,
  agency,
  roles,
  responsible,
  issuer,
  subject,
  disabledAt,
}: Omit<RegisteredCaller, 'revision'>): object => ({
  ...{ id, kind, name, agency, roles, responsible, issuer, subject, disabledAt },
});

/** What the history says of a key: its name, and nothing that would open anything. */
export const saidOfKey = ({
  id,
  callerId,
  label,
  expiresAt,
  revokedAt,
}: Omit<RegisteredKey, 'revision'>): object => ({ id, callerId, label, expiresAt, revokedAt });
