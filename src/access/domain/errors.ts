import { InvalidRequest, RegistryError } from '../../problems/registry-error';
import type { Role } from './role';

/** The request has no credentials, several at once, or an API key that opens nothing. */
export class Unauthenticated extends RegistryError {
  readonly code = 'unauthenticated';

  constructor(message = 'Send an API key as X-API-Key, or a bearer token as Authorization.') {
    super(message);
  }
}

/**
 * The bearer token opens nothing.
 *
 * One text for every cause: who tries tokens does not learn which part of one was right.
 */
export class InvalidToken extends RegistryError {
  readonly code = 'invalid-token';

  constructor() {
    super('The bearer token is malformed, expired, revoked, or was not issued for this service.');
  }
}

/** The outside issuer's keys can't be had at the moment, so its tokens can't be verified. */
export class IssuerUnreachable extends RegistryError {
  readonly code = 'unavailable';

  constructor() {
    super('The keys of the outside issuer can not be had at the moment.');
  }
}

/** The caller is known, and holds none of the roles that the route takes. */
export class Forbidden extends RegistryError {
  readonly code = 'forbidden';

  constructor(roles: readonly Role[]) {
    super(
      roles.length > 0 ? `This takes the role ${roles.join(' or ')}.` : 'This is open to no one.',
      { members: { roles } },
    );
  }
}

/** There is no such client, or no such person. */
export class CallerNotFound extends RegistryError {
  readonly code = 'caller-not-found';

  constructor(id: string) {
    super(`There is no such client or person: ${id}.`, { members: { id } });
  }
}

/** The caller has no key of that id. */
export class KeyNotFound extends RegistryError {
  readonly code = 'key-not-found';

  constructor(id: string) {
    super(`The caller has no key ${id}.`, { members: { id } });
  }
}

/** A disabled caller stays as it is; register another. */
export class CallerDisabled extends RegistryError {
  readonly code = 'caller-disabled';

  constructor(id: string) {
    super(`${id} is disabled, and stays as it is.`, { members: { id } });
  }
}

/** The subject of the outside issuer stands for another caller. */
export class SubjectTaken extends RegistryError {
  readonly code = 'subject-taken';

  constructor() {
    super('The subject of that issuer stands for another caller.', {
      errors: [{ pointer: '/subject', message: 'stands for another caller' }],
    });
  }
}

/** One person would hold `admin` and `auditor`: as itself, through a client, or through two. */
export class ConflictingRoles extends RegistryError {
  readonly code = 'conflicting-roles';

  constructor() {
    super('Nobody holds admin and auditor at once, neither as itself nor through a client.', {
      errors: [{ pointer: '/roles', message: 'would give one person admin and auditor' }],
    });
  }
}

/** A person would change what the same person may do. */
export class OwnAccess extends RegistryError {
  readonly code = 'own-access';

  constructor() {
    super('Nobody changes their own access, or that of a client for which they answer.');
  }
}

/** @param message what the responsible person must be */
export const unfitResponsible = (message: string): InvalidRequest =>
  new InvalidRequest([{ pointer: '/responsible', message }]);
