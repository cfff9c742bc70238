import type { FastifyReply, FastifyRequest } from 'fastify';
import { CATALOGUE } from './catalogue';
import { toProblem, type Refusal } from './to-problem';

/**
 * Answers a request with a problem document.
 *
 * @param base where callers reach the service
 */
export function answerProblem(
  refusal: Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
  base: string,
): void {
  const { status } = CATALOGUE[refusal.code];
  const instance = pathOf(request.url);
  if (status === 401) demandCredentials(reply, refusal);
  if (status === 429 || status === 503) void reply.header('Retry-After', secondsToWait(refusal));
  void reply
    .status(status)
    .header('Content-Type', 'application/problem+json')
    .header('Cache-Control', 'no-store')
    .send(JSON.stringify(toProblem(refusal, { base, instance, requestId: request.id })));
}

const secondsToWait = ({ members }: Refusal): string => {
  const { retryAfterSeconds } = members ?? {};
  return String(typeof retryAfterSeconds === 'number' ? retryAfterSeconds : 1);
};

/** The path of an address, without its query. */
export const pathOf = (url: string): string => url.split('?', 1)[0] ?? url;

function demandCredentials(reply: FastifyReply, { code }: Refusal): void {
  if (reply.hasHeader('WWW-Authenticate')) return;
  const error = code === 'invalid-token' ? ', error="invalid_token"' : '';
  void reply.header('WWW-Authenticate', `Bearer realm="registry"${error}`);
}
