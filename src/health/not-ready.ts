import { HttpException } from '@nestjs/common';
import { RegistryError } from '../problems/registry-error';

/** A part that the service rests on is away; the members name it. */
export class NotReady extends RegistryError {
  readonly code = 'unavailable';

  private constructor(details: unknown) {
    super('The registry is not ready.', { members: { details } });
  }

  /** Takes over what the health check found; any other error stays what it is. */
  static from(error: unknown): unknown {
    if (!(error instanceof HttpException)) return error;
    const { details } = error.getResponse() as { details?: unknown };
    return new NotReady(details);
  }
}
