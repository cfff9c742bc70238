import { RegistryError } from '../problems/registry-error';

/** The edit names no version of what it edits. */
export class PreconditionRequired extends RegistryError {
  readonly code = 'precondition-required';

  constructor() {
    super('Send If-Match with the ETag of the version that you read.');
  }
}

/** Someone changed the resource after the caller read it. */
export class PreconditionFailed extends RegistryError {
  readonly code = 'precondition-failed';

  constructor(current: string) {
    super(`The resource has changed; its ETag is now ${current}.`, { members: { etag: current } });
  }
}

/** @param revision history position of the entry that last changed the resource */
export const etagOf = (revision: number): string => `"${revision}"`;

/**
 * Refuses an edit of another version than the present one.
 *
 * @throws {PreconditionRequired} without If-Match
 * @throws {PreconditionFailed} when the versions differ
 */
export function requireMatch(ifMatch: string | undefined, revision: number): void {
  if (ifMatch === undefined || ifMatch.trim() === '') throw new PreconditionRequired();
  const current = etagOf(revision);
  const given = ifMatch.split(',').map((tag) => tag.trim());
  if (!given.includes(current) && !given.includes('*')) throw new PreconditionFailed(current);
}
