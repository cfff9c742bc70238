import { RegistryError } from '../../problems/registry-error';

/** No exclusion has that id. */
export class ExclusionNotFound extends RegistryError {
  readonly code = 'exclusion-not-found';

  constructor(exclusion: string) {
    super(`There is no exclusion ${exclusion}.`, { members: { exclusion } });
  }
}

/** No waiver has that id. */
export class WaiverNotFound extends RegistryError {
  readonly code = 'waiver-not-found';

  constructor(waiver: string) {
    super(`There is no waiver ${waiver}.`, { members: { waiver } });
  }
}

/** The vendor is suspended as a whole already. */
export class AlreadyExcluded extends RegistryError {
  readonly code = 'already-excluded';

  constructor(vendor: string, exclusion: string) {
    super(`Vendor ${vendor} is suspended already, by exclusion ${exclusion}.`, {
      members: { vendor, exclusion },
    });
  }
}

/** Nothing of the exclusion holds in the time of the change. */
export class ExclusionNotInEffect extends RegistryError {
  readonly code = 'exclusion-not-in-effect';

  constructor(exclusion: string, from: Date) {
    super(`Nothing of exclusion ${exclusion} is in effect from ${from.toISOString()} on.`, {
      members: { exclusion },
    });
  }
}

/** Nothing of the waiver holds in the time of the change. */
export class WaiverNotInEffect extends RegistryError {
  readonly code = 'waiver-not-in-effect';

  constructor(waiver: string, from: Date) {
    super(`Nothing of waiver ${waiver} is in effect from ${from.toISOString()} on.`, {
      members: { waiver },
    });
  }
}

/** The exclusion sets no milestone of that code. */
export class MilestoneNotFound extends RegistryError {
  readonly code = 'milestone-not-found';

  constructor(exclusion: string, milestone: string) {
    super(`Exclusion ${exclusion} has no milestone ${milestone}.`, {
      members: { exclusion, milestone },
    });
  }
}

/** The exclusion does not bind the agency. */
export class AgencyNotBound extends RegistryError {
  readonly code = 'agency-not-bound';

  constructor(exclusion: string, agency: string) {
    super(`Exclusion ${exclusion} does not bind ${agency}.`, { members: { exclusion, agency } });
  }
}
