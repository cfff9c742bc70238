import { RegistryError, type Violation } from '../../problems/registry-error';
import type { Identifier } from './vendor';

/** Identifiers that break the format of their scheme; each is named. */
export class MalformedIdentifier extends RegistryError {
  readonly code = 'malformed-identifier';

  constructor(errors: readonly Violation[]) {
    super(errors.map(({ pointer, message }) => `${pointer}: ${message}`).join('; '), { errors });
  }
}

/** No vendor has that id. */
export class VendorNotFound extends RegistryError {
  readonly code = 'vendor-not-found';

  constructor(vendor: string) {
    super(`There is no vendor ${vendor}.`, { members: { vendor } });
  }
}

/** An identifier that another vendor holds. */
export interface TakenIdentifier {
  readonly identifier: Identifier;
  /** JSON Pointer of the member that asked for it. */
  readonly pointer: string;
  /** Id of the vendor that holds it. */
  readonly vendor: string;
}

/** Identifiers that belong to other vendors; a value belongs to one vendor at a time. */
export class IdentifierTaken extends RegistryError {
  readonly code = 'identifier-taken';

  constructor(taken: readonly TakenIdentifier[]) {
    super(
      taken
        .map(
          ({ identifier, vendor }) =>
            `${identifier.scheme} ${identifier.value} belongs to ${vendor}`,
        )
        .join('; '),
      {
        errors: taken.map(({ pointer, vendor }) => ({
          pointer,
          message: `belongs to vendor ${vendor}`,
        })),
        members: {
          holders: taken.map(({ identifier: { scheme, value }, vendor }) => ({
            scheme,
            value,
            vendor,
          })),
        },
      },
    );
  }
}
