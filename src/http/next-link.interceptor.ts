import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';

/** Gives each page of a list the address of the page after, as `Link: <…>; rel="next"` (RFC 8288). */
@Injectable()
export class NextLink implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    if (request.method !== 'GET') return next.handle();
    return next.handle().pipe(
      map((answer: unknown) => {
        const cursor = nextOf(answer);
        if (cursor !== null)
          void reply.header('Link', `<${withCursor(request.url, cursor)}>; rel="next"`);
        return answer;
      }),
    );
  }
}

function nextOf(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || !('items' in answer)) return null;
  const { next } = answer as { next?: unknown };
  return typeof next === 'string' ? next : null;
}

function withCursor(url: string, cursor: string): string {
  const [path = '', query = ''] = url.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', cursor);
  return `${path}?${parameters.toString()}`;
}
