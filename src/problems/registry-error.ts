/** Every way the registry refuses a request. Published and stable: clients branch on these codes. */
export type RegistryErrorCode =
  | 'invalid-request'
  | 'malformed-identifier'
  | 'malformed-cursor'
  | 'malformed-json'
  | 'malformed-csv'
  | 'invalid-period'
  | 'unauthenticated'
  | 'invalid-token'
  | 'invalid-client'
  | 'forbidden'
  | 'same-person'
  | 'not-proposer'
  | 'conflicting-roles'
  | 'own-access'
  | 'not-found'
  | 'vendor-not-found'
  | 'list-not-found'
  | 'proposal-not-found'
  | 'suspension-not-found'
  | 'check-not-found'
  | 'entry-not-found'
  | 'seal-not-found'
  | 'nothing-to-seal'
  | 'check-not-batched'
  | 'caller-not-found'
  | 'key-not-found'
  | 'subject-taken'
  | 'caller-disabled'
  | 'identifier-taken'
  | 'list-exists'
  | 'listing-overlaps'
  | 'not-listed'
  | 'already-removed'
  | 'not-removed'
  | 'already-suspended'
  | 'suspension-lapsed'
  | 'unknown-category'
  | 'proposal-decided'
  | 'proposal-stale'
  | 'proposal-altered'
  | 'unsafe-policy'
  | 'exclusion-not-found'
  | 'waiver-not-found'
  | 'affiliation-not-found'
  | 'proceeding-not-found'
  | 'milestone-not-found'
  | 'already-excluded'
  | 'exclusion-not-in-effect'
  | 'waiver-not-in-effect'
  | 'affiliation-exists'
  | 'affiliation-not-in-effect'
  | 'vendor-merged'
  | 'vendor-not-merged'
  | 'proceeding-out-of-order'
  | 'agency-not-bound'
  | 'match-decision-not-found'
  | 'finding-takes-two'
  | 'finding-stands'
  | 'nothing-found'
  | 'correction-misplaced'
  | 'entry-too-large'
  | 'precondition-required'
  | 'precondition-failed'
  | 'idempotency-mismatch'
  | 'idempotency-in-progress'
  | 'secret-shown-once'
  | 'position-not-reached'
  | 'import-refused'
  | 'payload-too-large'
  | 'unsupported-media-type'
  | 'method-not-allowed'
  | 'not-acceptable'
  | 'too-many-requests'
  | 'unavailable'
  | 'fault';

/** One invalid member of a body (`pointer`, a JSON Pointer) or one invalid parameter. */
export interface Violation {
  readonly pointer: string;
  readonly message: string;
}

/** A refusal that the caller can act on. Knows nothing of HTTP; the catalogue gives it a status and a title. */
export abstract class RegistryError extends Error {
  abstract readonly code: RegistryErrorCode;

  /** The members that are at fault, where the refusal is about members. */
  readonly errors: readonly Violation[];

  /** Particulars for machines, published as extension members of the problem document. */
  readonly members: Readonly<Record<string, unknown>>;

  /** Whether what was asked for may have been done all the same, so that it must not be repeated blindly. */
  readonly outcomeIsUnknown: boolean;

  constructor(
    message: string,
    {
      errors = [],
      members = {},
      outcomeIsUnknown = false,
    }: {
      errors?: readonly Violation[];
      members?: Readonly<Record<string, unknown>>;
      outcomeIsUnknown?: boolean;
    } = {},
  ) {
    super(message);
    this.name = new.target.name;
    this.errors = errors;
    this.members = members;
    this.outcomeIsUnknown = outcomeIsUnknown;
  }
}

/** A request whose members break their rules; each is named. */
export class InvalidRequest extends RegistryError {
  readonly code = 'invalid-request';

  constructor(errors: readonly Violation[]) {
    super(errors.map(({ pointer, message }) => `${pointer || 'The body'}: ${message}`).join('; '), {
      errors,
    });
  }
}
