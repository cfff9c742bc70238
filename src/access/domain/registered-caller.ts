import type { Actor } from '../../history/domain/entry';
import { CallerDisabled, ConflictingRoles, OwnAccess, unfitResponsible } from './errors';
import type { Role } from './role';

/** What the registry holds of a person or a client. */
export interface RegisteredCaller {
  readonly id: string;
  readonly kind: 'person' | 'client';
  readonly name: string;
  /** Code of the agency that it belongs to. */
  readonly agency: string;
  readonly roles: readonly Role[];
  /** The person who answers for a client; an admin client has one. Null for persons. */
  readonly responsible: string | null;
  /** The outside issuer whose tokens with `subject` stand for this caller; null: none do. */
  readonly issuer: string | null;
  readonly subject: string | null;
  readonly createdAt: Date;
  /** When it was disabled; null: it is not. */
  readonly disabledAt: Date | null;
  /** Position of the entry that last changed it. */
  readonly revision: number;
}

/** What counts of a caller, and of the person, if any, who answers for it. */
export interface Answerable {
  readonly caller: Pick<RegisteredCaller, 'kind' | 'roles' | 'disabledAt'>;
  readonly responsible: Pick<RegisteredCaller, 'roles' | 'disabledAt'> | null;
}

/** The person behind a caller: itself, or whoever answers for the client. */
export const personBehind = ({
  id,
  kind,
  responsible,
}: Pick<RegisteredCaller, 'id' | 'kind' | 'responsible'>): string | null =>
  kind === 'person' ? id : responsible;

/**
 * What the caller may do now: nothing when it or the person who answers for it is disabled, and
 * `admin` through a client only while that person is an admin.
 */
export function rolesInForce({ caller, responsible }: Answerable): readonly Role[] {
  if (!isEnabled({ caller, responsible })) return [];
  if (caller.kind === 'person' || responsible?.roles.includes('admin')) return caller.roles;
  return caller.roles.filter((role) => role !== 'admin');
}

/** Whether neither the caller nor the person who answers for it is disabled. */
export const isEnabled = ({ caller, responsible }: Answerable): boolean =>
  caller.disabledAt === null && !responsible?.disabledAt;

/** @throws {OwnAccess} when the person who acts is the one behind the caller */
export function refuseOwnAccess(
  caller: Pick<RegisteredCaller, 'id' | 'kind' | 'responsible'>,
  actor: Actor,
): void {
  const person = personBehind(caller);
  if (actor.id === caller.id || (person !== null && person === actor.person)) throw new OwnAccess();
}

/** @throws {CallerDisabled} */
export function requireEnabled({ id, disabledAt }: RegisteredCaller): void {
  if (disabledAt) throw new CallerDisabled(id);
}

/**
 * Refuses roles that would let one person both change the lists and audit the change.
 *
 * @param others every other enabled caller behind which the same person stands
 * @throws {ConflictingRoles}
 */
export function requireSeparateDuties(
  roles: readonly Role[],
  others: readonly Pick<RegisteredCaller, 'roles'>[],
): void {
  const held = new Set([...roles, ...others.flatMap((other) => other.roles)]);
  if (held.has('admin') && held.has('auditor')) throw new ConflictingRoles();
}

/**
 * Refuses a client that no fitting person answers for.
 *
 * @throws {InvalidRequest} naming `/responsible`
 */
export function requireFitResponsible(
  { kind, roles }: Pick<RegisteredCaller, 'kind' | 'roles'>,
  responsible: RegisteredCaller | null,
): void {
  if (kind === 'person') {
    if (responsible) throw unfitResponsible('must be absent: a person answers for itself');
    return;
  }
  if (responsible && !mayAnswer(responsible)) {
    throw unfitResponsible('must be a person who is not disabled');
  }
  if (roles.includes('admin') && !responsible?.roles.includes('admin')) {
    throw unfitResponsible('must be an admin, since the client is to be one');
  }
}

const mayAnswer = ({ kind, disabledAt }: RegisteredCaller): boolean =>
  kind === 'person' && disabledAt === null;
