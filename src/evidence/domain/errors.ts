import { RegistryError } from '../../problems/registry-error';

/** There is no seal of that number. */
export class SealNotFound extends RegistryError {
  readonly code = 'seal-not-found';

  constructor(number: string) {
    super(`There is no seal ${number}.`);
  }
}

/** No check was recorded yet that could be sealed, and none was ever sealed. */
export class NothingToSeal extends RegistryError {
  readonly code = 'nothing-to-seal';

  constructor() {
    super('No check was recorded that could be sealed.');
  }
}

/** The check was recorded before checks were kept in batches, so that nothing but its row speaks for it. */
export class CheckNotBatched extends RegistryError {
  readonly code = 'check-not-batched';

  constructor(check: string) {
    super(`The check ${check} was recorded before checks were kept in batches; it has no proof.`);
  }
}
