import { RegistryError } from './registry-error';

/** No problem has that code. */
export class ProblemNotFound extends RegistryError {
  readonly code = 'not-found';

  constructor() {
    super('There is no problem of that code; they are listed at /problems.');
  }
}
