import { RefusesToStart } from '../config/refuses-to-start';

/** What a server says of itself: `server_version` for people, `server_version_num` for comparing. */
export interface ServerVersion {
  readonly version: string;
  readonly number: number;
}

const OLDEST = { major: 14, number: 140_000 };

/** @throws {RefusesToStart} when the server is older than PostgreSQL 14 */
export function requireSupported({ version, number }: ServerVersion): void {
  if (number >= OLDEST.number) return;
  throw new RefusesToStart(
    `DATABASE_URL names a PostgreSQL ${version}; ${OLDEST.major} or newer is needed.`,
  );
}
