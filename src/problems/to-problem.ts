import { HttpException } from '@nestjs/common';
import pg from 'pg';
import { QueryFailedError, TypeORMError } from 'typeorm';
import { CATALOGUE } from './catalogue';
import { RegistryError, type RegistryErrorCode, type Violation } from './registry-error';

/** A refusal as it is told to the caller (RFC 9457), with the particulars of its code as further members. */
export interface Problem {
  /** Where the code is explained: an address that the service itself serves. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The path that was asked. */
  readonly instance: string;
  readonly code: RegistryErrorCode;
  readonly requestId: string;
  /** Each invalid member. */
  readonly errors?: readonly Violation[];
}

/** What is told of an error. */
export interface Refusal {
  readonly code: RegistryErrorCode;
  readonly message: string;
  readonly errors?: readonly Violation[];
  readonly members?: Readonly<Record<string, unknown>>;
}

/** Words that an error may be answered with: a refusal's own; of an outage or a fault only that it happened. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof RegistryError) return error;
  if (isOutage(error)) return UNAVAILABLE;
  const status = statusOf(error);
  return (status === undefined ? undefined : BY_STATUS.get(status)) ?? FAULT;
}

/** @param base where callers reach the service */
export function toProblem(
  { code, message, errors = [], members = {} }: Refusal,
  { base, instance, requestId }: { base: string; instance: string; requestId: string },
): Problem {
  return {
    ...members,
    type: `${base}/problems/${code}`,
    title: CATALOGUE[code].title,
    status: CATALOGUE[code].status,
    detail: message,
    instance,
    code,
    requestId,
    ...(errors.length > 0 && { errors }),
  };
}

/** Whether the database is at fault: away, full, slow, or unable to do what it was asked. */
export function isOutage(error: unknown): boolean {
  if (error instanceof TypeORMError || error instanceof pg.DatabaseError) return true;
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  return CONNECTION_CODES.has(code ?? '') || CONNECTION_WORDS.test(error.message);
}

/** Whether the database was lost while it was asked, so that nobody knows whether it did what it was asked. */
export function outcomeIsUnknown(error: unknown): boolean {
  if (error instanceof RegistryError) return error.outcomeIsUnknown;
  if (!isOutage(error)) return false;
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const state = cause instanceof pg.DatabaseError ? (cause.code ?? '') : '';
  return state === '' || state.startsWith('08') || state.startsWith('57P');
}

const CONNECTION_CODES = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT', 'EPIPE', 'ENOENT'],
  ...['ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
]);

// node-postgres tells these by their words alone.
const CONNECTION_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end|Query read timeout)/;

const UNAVAILABLE: Refusal = {
  code: 'unavailable',
  message: 'The registry can not record or read at the moment; try again in a while.',
};

const FAULT: Refusal = {
  code: 'fault',
  message: 'The registry failed. The fault is logged under the request id.',
};

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : undefined;
}

const BY_STATUS: ReadonlyMap<number, Refusal> = new Map<number, Refusal>([
  [400, { code: 'invalid-request', message: 'The request can not be read.' }],
  [401, { code: 'unauthenticated', message: 'The request has no valid credentials.' }],
  [403, { code: 'forbidden', message: 'The caller lacks the role that this takes.' }],
  [404, { code: 'not-found', message: 'There is nothing at this address.' }],
  [405, { code: 'method-not-allowed', message: 'The address does not take this method.' }],
  [406, { code: 'not-acceptable', message: 'There is no representation of that kind.' }],
  [413, { code: 'payload-too-large', message: 'The body has more than 1 MiB.' }],
  [414, { code: 'not-found', message: 'There is nothing at this address.' }],
  [415, { code: 'unsupported-media-type', message: 'The body is not application/json.' }],
  [429, { code: 'too-many-requests', message: 'Too many requests; wait before the next.' }],
  [503, UNAVAILABLE],
]);
