/** What a request is about, whoever sends it: a verdict, what is known, or a change. */
export type Nature = 'checks' | 'reads' | 'writes';

/** @param route the address as it is routed, with its parameters' names; undefined where there is none */
export function natureOf(method: string, route: string | undefined): Nature {
  if (method === 'GET' || method === 'HEAD') return 'reads';
  return POSTS[route ?? ''] ?? 'writes';
}

/** POSTs that change nothing of the registry. */
const POSTS: Readonly<Record<string, Nature>> = {
  '/v1/checks': 'checks',
  '/v1/checks/batch': 'checks',
  '/v1/standing': 'checks',
  '/v1/checks/verify': 'reads',
  '/v1/checks/coverage': 'reads',
  '/v1/vendors/lookup': 'reads',
  '/v1/screening': 'reads',
};
