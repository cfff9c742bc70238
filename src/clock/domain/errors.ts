import { RegistryError } from '../../problems/registry-error';

/** A period that would end before it begins, or hold no instant. */
export class InvalidPeriod extends RegistryError {
  readonly code = 'invalid-period';

  constructor(from: Date, to: Date) {
    super(`The period would end at ${to.toISOString()}, not after ${from.toISOString()}.`, {
      errors: [{ pointer: '/effectiveTo', message: 'must be later than effectiveFrom' }],
    });
  }
}
