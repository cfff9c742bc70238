import { createHash } from 'node:crypto';
import { RegistryError } from '../problems/registry-error';

/** The cursor is damaged, or belongs to another query. */
export class MalformedCursor extends RegistryError {
  readonly code = 'malformed-cursor';

  constructor() {
    super('The cursor was not issued for this query; begin without one.', {
      errors: [{ pointer: '/cursor', message: 'was not issued for this query' }],
    });
  }
}

/**
 * Makes an opaque cursor of the keys of a page's last row.
 *
 * @param scope the route with its filters: a cursor serves only the query that it came from
 */
export function encodeCursor(scope: string, key: string): string {
  return Buffer.from(`${digestOf(scope, key)}${key}`, 'utf8').toString('base64url');
}

/** @throws {MalformedCursor} when the cursor is damaged or comes from another query */
export function decodeCursor(scope: string, cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const key = text.slice(DIGEST_LENGTH);
  if (encodeCursor(scope, key) !== cursor) throw new MalformedCursor();
  return key;
}

const DIGEST_LENGTH = 16;

const digestOf = (scope: string, key: string): string =>
  createHash('sha256').update(`${scope}\n${key}`).digest('hex').slice(0, DIGEST_LENGTH);
