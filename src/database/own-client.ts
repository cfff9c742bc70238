import pg from 'pg';
import type { DataSource } from 'typeorm';

/** The settings of a session, as `SET` takes them, by their names. */
export type SessionSettings = Readonly<Record<string, string | number>>;

/**
 * A connection to the same database apart from the pool, for whoever must not wait for others there. It is not open yet.
 *
 * @param name what the server tells of it
 */
export function ownClient(
  { options }: DataSource,
  name: string,
  settings: SessionSettings,
): pg.Client {
  const told = Object.entries({ TimeZone: 'UTC', ...settings });
  return new pg.Client({
    ...(locationIn(options) as pg.ClientConfig),
    application_name: `approved-vendor-registry ${name}`,
    keepAlive: true,
    connectionTimeoutMillis: 5000,
    options: told.map(([setting, value]) => `-c ${setting}=${value}`).join(' '),
  });
}

function locationIn(options: object): object {
  const { url, host, port, username, database } = options as Readonly<Record<string, unknown>>;
  return url === undefined ? { host, port, user: username, database } : { connectionString: url };
}
