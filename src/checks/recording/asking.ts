import type { Caller } from '../../access/caller';
import { callerBy } from '../../access/domain/credential';
import { Forbidden, Unauthenticated } from '../../access/domain/errors';
import type { Role } from '../../access/domain/role';
import { RegistryError } from '../../problems/registry-error';
import type { Register } from '../../register/domain/register';

/** Who asks. */
export type Asking = Pick<Caller, 'id' | 'agency' | 'authenticatedAt' | 'credential'>;

const NEEDED: Role = 'procurement';

/**
 * Who asks, by what a register says of its credential. One that the same register, or the database, has vouched for
 * is not looked up again.
 *
 * @throws {Unauthenticated} when the credential stands for no one any more, or for another
 * @throws {Forbidden} when whoever it stands for may not ask any more
 */
export function askingAt(asking: Asking, register: Register, now: Date): Asking {
  const { credential, authenticatedAt } = asking;
  if (!credential || authenticatedAt === register.position) return asking;
  const found =
    'key' in credential
      ? register.credentialOfKey(credential.key)
      : register.credentialOfSubject(credential.issuer, credential.subject);
  const caller = found && callerBy(found, now);
  if (caller?.id !== asking.id) throw new Unauthenticated('The credential is no longer valid.');
  if (!caller.roles.includes(NEEDED)) throw new Forbidden([NEEDED]);
  return { id: caller.id, agency: caller.agency, authenticatedAt: register.position, credential };
}

/** Whether a register still lets who asks ask. */
export function stillAsks(asking: Asking, register: Register, now: Date): boolean {
  try {
    askingAt(asking, register, now);
    return true;
  } catch (error) {
    if (error instanceof RegistryError) return false;
    throw error;
  }
}
