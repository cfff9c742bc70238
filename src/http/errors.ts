import { RegistryError } from '../problems/registry-error';

/** The service is ending; another instance, or this one later, can answer. */
export class RegistryClosing extends RegistryError {
  readonly code = 'unavailable';

  constructor() {
    super('The registry is closing.');
  }
}

/** The body is not JSON in UTF-8. */
export class MalformedJson extends RegistryError {
  readonly code = 'malformed-json';

  /** @param offset the first character that is wrong, where that is known */
  constructor(offset?: number) {
    const where = offset === undefined ? '' : `, from character ${offset} on`;
    super(`The body is not JSON in UTF-8${where}.`, {
      members: offset === undefined ? {} : { offset },
    });
  }
}

/** The body is of another kind than the address takes. */
export class UnsupportedMediaType extends RegistryError {
  readonly code = 'unsupported-media-type';

  constructor(taken: string) {
    super(`Send the body as ${taken}, in UTF-8.`, { members: { accept: [taken] } });
  }
}

/** No kind of answer that the caller accepts can be given. */
export class NotAcceptable extends RegistryError {
  readonly code = 'not-acceptable';

  constructor(offered: readonly string[]) {
    super(`There is ${offered.join(' and ')}.`, { members: { offered } });
  }
}

/** The address stands for something, but not with this method. */
export class MethodNotAllowed extends RegistryError {
  readonly code = 'method-not-allowed';

  constructor(
    method: string,
    readonly allow: readonly string[],
  ) {
    super(`${method} is not taken here; ${allow.join(', ')} would be.`, { members: { allow } });
  }
}

/** The caller has used up its budget. */
export class TooManyRequests extends RegistryError {
  readonly code = 'too-many-requests';

  constructor(
    budget: string,
    readonly retryAfterSeconds: number,
  ) {
    super(`The budget of ${budget} is used up; it is whole again in ${retryAfterSeconds} s.`, {
      members: { budget, retryAfterSeconds },
    });
  }
}

/** So many requests wait for the database that this one's turn did not come in time. Nothing was done for it. */
export class TooManyRequestsWaiting extends RegistryError {
  readonly code = 'unavailable';

  constructor() {
    super('More is being read than the registry can give; ask again in a moment.');
  }
}

/** The Idempotency-Key was sent with another request before. */
export class IdempotencyMismatch extends RegistryError {
  readonly code = 'idempotency-mismatch';

  constructor() {
    super('This Idempotency-Key came with another request; take a new key for a new request.');
  }
}

/** The request that first came with this key has no outcome yet, or none that is known. */
export class IdempotencyInProgress extends RegistryError {
  readonly code = 'idempotency-in-progress';

  constructor(startedAt: Date, outcome: 'running' | 'unknown') {
    super(
      outcome === 'running'
        ? 'The request with this key is still running; ask again in a moment.'
        : 'The request with this key was cut off and its outcome is unknown: look whether it was done, then take a new key.',
      { members: { startedAt: startedAt.toISOString(), outcome } },
    );
  }
}

/** The request was carried out before; its answer held a secret, which is not kept. */
export class SecretShownOnce extends RegistryError {
  readonly code = 'secret-shown-once';

  constructor(location: string | undefined) {
    super('The request with this key was carried out. The secret in its answer is not kept.', {
      members: location === undefined ? {} : { location },
    });
  }
}

/** The database did not say in time whether a request with an Idempotency-Key is the first. */
export class KeyNotTaken extends RegistryError {
  readonly code = 'unavailable';

  constructor() {
    super('The Idempotency-Key could not be looked up in time; nothing was done. Send it again.');
  }
}
