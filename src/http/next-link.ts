import type { NestFastifyApplication } from '@nestjs/platform-fastify';

type Fastify = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;

/**
 * Gives each page of a list the address of the page after, as `Link: <…>; rel="next"` (RFC 8288).
 * Must be called before any route is registered.
 */
export function linkPages(fastify: Fastify): void {
  fastify.addHook('preSerialization', ({ method, url }, reply, answer: unknown, done) => {
    const cursor = method === 'GET' ? nextOf(answer) : null;
    if (cursor !== null) void reply.header('Link', `<${withCursor(url, cursor)}>; rel="next"`);
    done(null, answer);
  });
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
