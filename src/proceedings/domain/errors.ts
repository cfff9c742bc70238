import { RegistryError } from '../../problems/registry-error';
import type { ProceedingState } from './proceeding';

/** There is no proceeding with that id, or none had begun at the time that is asked about. */
export class ProceedingNotFound extends RegistryError {
  readonly code = 'proceeding-not-found';

  constructor(proceeding: string) {
    super(`There is no proceeding ${proceeding}.`);
  }
}

/** The proceeding has not come to that step, or is past it. */
export class ProceedingOutOfOrder extends RegistryError {
  readonly code = 'proceeding-out-of-order';

  constructor(proceeding: string, state: ProceedingState, why: string) {
    super(`Proceeding ${proceeding} is ${state}: ${why}.`, { members: { state } });
  }
}
