import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';
import { InvalidRequest } from '../problems/registry-error';
import { CsvBody } from './csv-body';
import { scanJson } from './domain/scan-json';
import { MalformedJson, UnsupportedMediaType } from './errors';

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';
const CSV_TYPE = 'text/csv';

/** The one address whose bodies are forms: OAuth 2.0 has it so (RFC 6749, 4.4.2). */
const TAKES_FORMS = '/oauth/token';

/** The one address that takes CSV beside JSON. */
const TAKES_CSV = '/v1/checks/coverage';

/**
 * Makes the application take JSON, a form where OAuth wants one, and CSV where tables are asked about; any other body is
 * refused with 415.
 */
export function useBodyParsers(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(JSON_TYPE, { parseAs: 'buffer' }, (request, body, done) =>
    complete(done, () => readJson(request, body as Buffer)),
  );
  fastify.addContentTypeParser(FORM_TYPE, { parseAs: 'buffer' }, (request, body, done) =>
    complete(done, () => readForm(request, body as Buffer)),
  );
  // Not read here: who asks is not known yet, and it may be long.
  fastify.addContentTypeParser(CSV_TYPE, (request, body, done) =>
    complete(done, () => takeCsv(request, body)),
  );
}

function complete(done: (error: Error | null, body?: unknown) => void, read: () => unknown): void {
  let body: unknown;
  try {
    body = read();
  } catch (error) {
    done(error as Error);
    return;
  }
  done(null, body);
}

/** @returns the object that the body holds, or undefined where it is empty */
function readJson(request: FastifyRequest, bytes: Buffer): unknown {
  if (request.routeOptions.url === TAKES_FORMS) throw new UnsupportedMediaType(FORM_TYPE);
  requireUtf8(request, JSON_TYPE);
  if (bytes.length === 0) return undefined;
  if (!isUtf8(bytes)) throw new MalformedJson();
  const text = bytes.toString('utf8');
  const body = parse(text);
  const violations = scanJson(text);
  if (violations.length > 0) throw new InvalidRequest(violations);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new InvalidRequest([{ pointer: '', message: 'must be an object' }]);
  }
  return body;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    // The engine's words quote the body; only the place is told.
    const place = /position (\d+)/.exec((error as Error).message)?.[1];
    throw new MalformedJson(place === undefined ? undefined : Number(place));
  }
}

function readForm(request: FastifyRequest, bytes: Buffer): unknown {
  if (request.routeOptions.url !== TAKES_FORMS) throw new UnsupportedMediaType(JSON_TYPE);
  requireUtf8(request, FORM_TYPE);
  return readParameters(new URLSearchParams(bytes.toString('utf8')));
}

/** A parameter that is given several times is all its values: the token endpoint refuses it in OAuth's words. */
function readParameters(form: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(form.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const [first = '', ...more] = form.getAll(name);
      return [name, more.length > 0 ? [first, ...more] : first];
    }),
  );
}

function takeCsv(request: FastifyRequest, bytes: Readable): CsvBody {
  if (request.routeOptions.url !== TAKES_CSV) throw new UnsupportedMediaType(JSON_TYPE);
  requireUtf8(request, CSV_TYPE);
  return new CsvBody(bytes);
}

function requireUtf8({ headers }: FastifyRequest, type: string): void {
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(headers['content-type'] ?? '')?.[1];
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) throw new UnsupportedMediaType(type);
}
