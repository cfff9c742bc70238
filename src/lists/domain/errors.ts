import { RegistryError, type Violation } from '../../problems/registry-error';

/** No list has that code. */
export class ListNotFound extends RegistryError {
  readonly code = 'list-not-found';

  constructor(list: string) {
    super(`There is no list ${list}.`, { members: { list } });
  }
}

/** Another list has that code; codes are never used again. */
export class ListExists extends RegistryError {
  readonly code = 'list-exists';

  constructor(list: string) {
    super(`There is a list ${list} already.`, {
      errors: [{ pointer: '/code', message: 'is the code of another list' }],
      members: { list },
    });
  }
}

/** A policy under which one person could change a list alone. */
export class UnsafePolicy extends RegistryError {
  readonly code = 'unsafe-policy';

  private constructor(message: string, violation: Violation) {
    super(message, { errors: [violation] });
  }

  static onePersonFor(change: string): UnsafePolicy {
    return new UnsafePolicy(`A change of kind ${change} takes two persons or more.`, {
      pointer: `/policy/approvals/${change}`,
      message: 'must be 2 or more',
    });
  }

  static onePersonForTooLong(): UnsafePolicy {
    return new UnsafePolicy('A suspension by one person lapses after 30 days at the latest.', {
      pointer: '/policy/suspensionLapsesAfter',
      message: 'must be no more than P30D',
    });
  }
}

/** The list has no such category. */
export class UnknownCategory extends RegistryError {
  readonly code = 'unknown-category';

  constructor(list: string, category: string, index: number) {
    super(`${list} has no category ${category}.`, {
      errors: [{ pointer: `/categories/${index}`, message: 'is not a category of the list' }],
      members: { list, category },
    });
  }
}

/** The vendor has a listing already that covers the same categories in the same time. */
export class ListingOverlaps extends RegistryError {
  readonly code = 'listing-overlaps';

  constructor(vendor: string, list: string, listing: string) {
    super(`Vendor ${vendor} stands on ${list} already in that time, by listing ${listing}.`, {
      members: { vendor, list, listing },
    });
  }
}

/** The vendor has no listing on the list that the change could apply to. */
export class NotListed extends RegistryError {
  readonly code = 'not-listed';

  constructor(vendor: string, list: string) {
    super(`Vendor ${vendor} has no listing on ${list} that this change could apply to.`, {
      members: { vendor, list },
    });
  }
}

/** The vendor is removed already, from that time or earlier. */
export class AlreadyRemoved extends RegistryError {
  readonly code = 'already-removed';

  constructor(vendor: string, list: string, removedFrom: Date | null) {
    super(`Vendor ${vendor} is already removed from ${list}.`, {
      members: { vendor, list, removedFrom },
    });
  }
}

/** There is neither a removal nor a suspension that a reinstatement could end. */
export class NotRemoved extends RegistryError {
  readonly code = 'not-removed';

  constructor(vendor: string, list: string) {
    super(`Vendor ${vendor} is neither removed from ${list} nor suspended at that time.`, {
      members: { vendor, list },
    });
  }
}

/** The vendor is suspended already. */
export class AlreadySuspended extends RegistryError {
  readonly code = 'already-suspended';

  constructor(vendor: string, suspension: string) {
    super(`Vendor ${vendor} is suspended already, by ${suspension}.`, {
      members: { vendor, suspension },
    });
  }
}

/** There is no suspension with that id. */
export class SuspensionNotFound extends RegistryError {
  readonly code = 'suspension-not-found';

  constructor(suspension: string) {
    super(`There is no suspension ${suspension}.`);
  }
}

/** The suspension has lapsed, or was confirmed or ended before. */
export class SuspensionLapsed extends RegistryError {
  readonly code = 'suspension-lapsed';

  constructor(suspension: string, state: string) {
    super(`Suspension ${suspension} waits for no confirmation: it is ${state}.`, {
      members: { state },
    });
  }
}
