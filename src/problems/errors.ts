import { RegistryError } from './registry-error';

/** No kind of answer that the caller accepts can be given. */
export class NotAcceptable extends RegistryError {
  readonly code = 'not-acceptable';

  constructor(offered: readonly string[]) {
    super(`There is ${offered.join(' and ')}.`, { members: { offered } });
  }
}

/** No problem has that code. */
export class ProblemNotFound extends RegistryError {
  readonly code = 'not-found';

  constructor() {
    super('There is no problem of that code; they are listed at /problems.');
  }
}
