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

/** The vendor turned out to be another, and was merged into it. */
export class VendorMerged extends RegistryError {
  readonly code = 'vendor-merged';

  /** @param survivor id of the vendor that it is known as in the end */
  constructor(vendor: string, survivor: string) {
    super(`Vendor ${vendor} was merged into ${survivor}.`, { members: { vendor, survivor } });
  }
}

/** The one vendor is not merged into the other. */
export class VendorNotMerged extends RegistryError {
  readonly code = 'vendor-not-merged';

  constructor(duplicate: string, survivor: string) {
    super(`Vendor ${duplicate} is not merged into ${survivor}.`, {
      members: { duplicate, survivor },
    });
  }
}

/** There is no affiliation with that id, or it was taken back whole. */
export class AffiliationNotFound extends RegistryError {
  readonly code = 'affiliation-not-found';

  constructor(affiliation: string) {
    super(`There is no affiliation ${affiliation}.`, { members: { affiliation } });
  }
}

/** The two vendors belong together in that way already, in some of that time. */
export class AffiliationExists extends RegistryError {
  readonly code = 'affiliation-exists';

  constructor(vendor: string, other: string, affiliation: string) {
    super(`${vendor} and ${other} are so affiliated already in that time, by ${affiliation}.`, {
      members: { affiliation },
    });
  }
}

/** The affiliation ended before that time, so that nothing is left to end. */
export class AffiliationNotInEffect extends RegistryError {
  readonly code = 'affiliation-not-in-effect';

  constructor(affiliation: string, ended: Date) {
    super(`Affiliation ${affiliation} ended at ${ended.toISOString()}.`, {
      members: { affiliation, ended },
    });
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
