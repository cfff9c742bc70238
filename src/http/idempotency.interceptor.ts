import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { canonicalize } from 'json-canonicalize';
import { createHash } from 'node:crypto';
import { lastValueFrom, from, type Observable } from 'rxjs';
import type { Caller } from '../access/caller';
import { Environment } from '../config/environment';
import { pathOf } from '../problems/answer-problem';
import { CATALOGUE } from '../problems/catalogue';
import { InvalidRequest } from '../problems/registry-error';
import { outcomeIsUnknown, toProblem, toRefusal } from '../problems/to-problem';
import { AnswersSecret } from './answers-secret';
import { OnlyReads } from './changes-nothing';
import { DatabaseTurns } from './database-turns';
import { SecretShownOnce } from './errors';
import type { KeptAnswer, RequestKey } from './idempotent-requests';
import { RunOnce } from './run-once';

const VISIBLE_ASCII = /^[\x21-\x7e]{1,255}$/;
const KEPT_HEADERS = ['location', 'etag', 'content-type'] as const;

/** Gives a POST that comes again under the same Idempotency-Key the answer that it had. */
@Injectable()
export class Idempotency implements NestInterceptor {
  constructor(
    private readonly runOnce: RunOnce,
    private readonly reflector: Reflector,
    private readonly environment: Environment,
    private readonly turns: DatabaseTurns,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest & { readonly user?: Caller }>();
    const caller = request.user;
    const key = request.headers['idempotency-key'];
    // A route without a caller makes no change that could be made twice.
    if (request.method !== 'POST' || key === undefined || caller === undefined) {
      return next.handle();
    }
    if (this.reflector.get(OnlyReads, context.getHandler())) return next.handle();
    const secret = this.reflector.get(AnswersSecret, context.getHandler());
    const call = { caller, request, reply: http.getResponse<FastifyReply>(), secret, next };
    return from(this.once({ caller: caller.id, key: requireKey(key) }, call));
  }

  private async once(key: RequestKey, call: Call): Promise<unknown> {
    const { caller, request } = call;
    const kept = await this.turns.take(caller, () =>
      this.runOnce.begin(key, fingerprintOf(request)),
    );
    if (kept) return replay(kept, call.reply);
    try {
      const answer: unknown = await lastValueFrom(call.next.handle(), { defaultValue: undefined });
      await this.turns.takeAtLast(caller, () => this.runOnce.end(key, keptFrom(answer, call)));
      return answer;
    } catch (error) {
      await this.turns.takeAtLast(caller, () => this.keepRefusal(error, key, request));
      throw error;
    }
  }

  private async keepRefusal(
    error: unknown,
    key: RequestKey,
    request: FastifyRequest,
  ): Promise<void> {
    const refusal = toRefusal(error);
    const { status } = CATALOGUE[refusal.code];
    // A transaction whose COMMIT was not answered may stand: the key stays taken, so that nobody repeats it.
    if (outcomeIsUnknown(error)) return;
    if (status >= 500) return this.runOnce.giveUp(key);
    const origin = { base: this.environment.BASE_URL, instance: pathOf(request.url) };
    const problem = toProblem(refusal, { ...origin, requestId: request.id });
    const headers = { 'content-type': 'application/problem+json; charset=utf-8' };
    return this.runOnce.end(key, { status, headers, body: JSON.stringify(problem) });
  }
}

/** A request, the reply to it, and what carries it out. */
interface Call {
  readonly caller: Caller;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Whether the answer holds a secret. */
  readonly secret: boolean;
  readonly next: CallHandler;
}

function requireKey(given: string | string[]): string {
  if (typeof given === 'string' && VISIBLE_ASCII.test(given)) return given;
  throw new InvalidRequest([
    { pointer: '/Idempotency-Key', message: 'must be 1 to 255 visible ASCII characters' },
  ]);
}

/** Two requests with the same method, address and body (whatever the order of its members) are the same. */
function fingerprintOf({ method, url, body }: FastifyRequest): Buffer {
  const asked = canonicalize([method, url, body ?? null]);
  return createHash('sha256').update(asked).digest();
}

function keptFrom(answer: unknown, { reply, secret }: Call): KeptAnswer {
  const headers: Record<string, string> = { 'content-type': 'application/json; charset=utf-8' };
  for (const name of KEPT_HEADERS) {
    const value = reply.getHeader(name);
    if (value !== undefined) headers[name] = String(value);
  }
  const body = answer === undefined ? '' : JSON.stringify(answer);
  return { status: reply.statusCode, headers, body: secret ? null : body };
}

function replay({ status, headers, body }: KeptAnswer, reply: FastifyReply): string | undefined {
  if (body === null) throw new SecretShownOnce(headers['location']);
  void reply.status(status).headers(headers).header('Idempotency-Replayed', 'true');
  return body === '' ? undefined : body;
}
