import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Caller } from './domain/caller';

export { actorOf, type Caller } from './domain/caller';

/** Hands the authenticated caller to a controller's method. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller => {
    const { user } = context.switchToHttp().getRequest<{ user?: Caller }>();
    if (!user) throw new Error('A route that names its caller must be guarded.');
    return user;
  },
);
