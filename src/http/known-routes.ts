import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { MethodNotAllowed } from './errors';

type Fastify = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;

/**
 * Tells an address that does not exist (404) from one that does not take the method (405, with `Allow`),
 * and answers OPTIONS with what an address takes. Must be called before any route is registered.
 */
export function tellMethodsOf(fastify: Fastify): void {
  const methods = new Map<string, Set<string>>();
  fastify.addHook('onRoute', ({ url, method }) => {
    const known = methods.get(url) ?? new Set();
    for (const each of [method].flat()) known.add(each);
    methods.set(url, known);
  });
  fastify.addHook('onRequest', async (request, reply) => {
    if (!request.is404) return;
    const allow = allowedAt(pathOf(request), methods);
    if (allow.length === 0) return;
    void reply.header('Allow', allow.join(', '));
    if (request.method !== 'OPTIONS') throw new MethodNotAllowed(request.method, allow);
    await reply.status(204).send();
  });
}

const pathOf = ({ url }: FastifyRequest): string => url.split('?', 1)[0] ?? '';

/** The methods that an address takes; none where there is no such address. */
function allowedAt(path: string, routes: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const allowed = new Set<string>();
  for (const [route, methods] of routes) {
    if (patternOf(route).test(path)) for (const method of methods) allowed.add(method);
  }
  return allowed.size === 0 ? [] : [...allowed, 'OPTIONS'].sort();
}

function patternOf(route: string): RegExp {
  const parts = route.split(/(:[A-Za-z_]\w*|\*\w*)/).map((part) => {
    if (part.startsWith(':')) return '[^/]+';
    return part.startsWith('*') ? '.+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`);
}
