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

  constructor(seconds: number) {
    super(
      `The check could not be recorded within ${seconds} s; without its record it has no answer.`,
    );
  }
}
