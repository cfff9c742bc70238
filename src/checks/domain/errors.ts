import { RegistryError } from '../../problems/registry-error';

/** There is no check with that id, or none that the caller may read. */
export class CheckNotFound extends RegistryError {
  readonly code = 'check-not-found';

  constructor(check: string) {
    super(`There is no check ${check}.`);
  }
}

/** The check could not be recorded in the time that a caller waits, so it is not answered. */
export class NotRecordedInTime extends RegistryError {
  readonly code = 'unavailable';

  /** @param underWay whether its record was being committed, so that there may be one that nobody was told of */
  constructor(seconds: number, underWay: boolean) {
    super(
      `The check could not be recorded within ${seconds} s; without its record it has no answer.`,
      { outcomeIsUnknown: underWay },
    );
  }
}

/** So many checks wait to be recorded that one more would not be in time. */
export class TooManyChecksWaiting extends RegistryError {
  readonly code = 'unavailable';

  constructor() {
    super('More checks are being asked for than can be recorded; ask again in a moment.');
  }
}

/** The tables do not take the check as it is, though its question could be read. */
export class CheckNotRecordable extends RegistryError {
  readonly code = 'fault';

  constructor() {
    super('The check can not be recorded, so it has no answer. The fault is logged under its id.');
  }
}
