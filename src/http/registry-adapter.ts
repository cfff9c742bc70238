import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { answerProblem } from '../problems/answer-problem';
import { toRefusal } from '../problems/to-problem';
import { answerUnreadable } from './answer-unreadable';
import { RegistryClosing } from './errors';

/** Most bytes that the body of a request may have. */
export const BODY_LIMIT = 1_048_576;

const REQUEST_ID = /^[A-Za-z0-9._~:+/=@-]{1,128}$/;

/** Fastify as the registry wants it: limits, request ids, and a refusal of what arrives while it closes. */
export class RegistryAdapter extends FastifyAdapter {
  private closing = false;

  /** @param origin where callers reach the service; asked at each refusal, since settings are read later */
  constructor(origin: { readonly base: string }) {
    super({
      bodyLimit: BODY_LIMIT,
      genReqId: requestIdOf,
      requestTimeout: 60_000,
      return503OnClosing: false,
      clientErrorHandler: (error: NodeJS.ErrnoException, socket: Socket) =>
        answerUnreadable(error, socket, origin.base),
      // An address that can't be read is refused before any hook runs.
      frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
        reply.raw.setHeader('X-Request-Id', request.id);
        answerProblem(toRefusal(error), request, reply, origin.base);
      },
    });
    this.setOnRequestHook((request, reply, done) => {
      // On the raw response, so that what middleware answers carries it too.
      reply.raw.setHeader('X-Request-Id', request.id);
      done(this.closing ? new RegistryClosing() : undefined);
    });
    this.getInstance().addHook('onSend', (_request, reply, _payload, done) => {
      if (this.closing) void reply.header('Connection', 'close');
      done();
    });
  }

  override beforeClose(): void {
    this.closing = true;
    this.closeIdleConnections();
    super.beforeClose();
  }

  /** Node closes those that are idle now; one that is busy now would stay until its client lets go of it. */
  private closeIdleConnections(): void {
    const server = this.getHttpServer();
    const sweep = setInterval(() => server.closeIdleConnections(), 50).unref();
    server.once('close', () => clearInterval(sweep));
  }
}

/** The caller's own id where it is short and plain, else a new one. */
function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}
