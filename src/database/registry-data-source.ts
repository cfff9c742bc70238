import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { MIGRATIONS } from '../../migrations';
import { RefusesToStart } from '../config/refuses-to-start';
import { EmbeddedPostgres, type PostgresConnection } from './embedded/embedded-postgres';
import type { ServerLog } from './embedded/launch';
import { grantWhatTheServiceNeeds } from './grants';
import { requireSupported, type ServerVersion } from './server-version';

// Positions and counts are bigint in SQL; they stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Where the database is: a server's URL, or the folder of the embedded one. */
export type DatabaseLocation = { readonly url: string } | { readonly dataDir: string };

export interface DatabaseOptions {
  /** Most connections that this process holds. */
  readonly poolSize?: number;
  /** Takes what the embedded server says. */
  readonly log?: ServerLog;
}

const COMMON = {
  type: 'postgres',
  entities: [],
  migrations: MIGRATIONS,
  migrationsTransactionMode: 'each',
  applicationName: 'approved-vendor-registry',
  connectTimeoutMS: 5000,
} as const satisfies DataSourceOptions;

// A change holds the history's head: a process that stops in the middle of one must not hold it for long.
const SERVICE_SESSION = {
  keepAlive: true,
  options:
    '-c TimeZone=UTC -c statement_timeout=10000 -c idle_in_transaction_session_timeout=15000',
};
const MIGRATION_SESSION = { keepAlive: true, options: '-c TimeZone=UTC -c statement_timeout=0' };

// What an acknowledgement means does not hang on the defaults of whoever built the server.
const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };

/** The registry's database, with the embedded server, if it is that, for as long as it is open. */
export class RegistryDataSource extends DataSource {
  private constructor(
    private readonly connection: { readonly url: string } | PostgresConnection,
    private readonly server: EmbeddedPostgres | null,
    { poolSize = 10 }: DatabaseOptions,
  ) {
    super({ ...COMMON, ...asTypeOrm(connection), poolSize, extra: SERVICE_SESSION });
  }

  /**
   * Starts the embedded server where there is no other, and connects.
   *
   * @throws {RefusesToStart} when the server does not let the service in or is older than PostgreSQL 14, or where
   *   there can be no embedded one
   */
  static async open(
    location: DatabaseLocation,
    options: DatabaseOptions = {},
  ): Promise<RegistryDataSource> {
    const dataSource = await RegistryDataSource.prepare(location, options);
    try {
      await dataSource.connect();
      requireSupported(await dataSource.version());
      return dataSource;
    } catch (error) {
      await dataSource.destroy();
      throw error;
    }
  }

  /**
   * Runs the pending migrations; of several processes that start together one runs them, the others wait.
   *
   * @param ownerUrl the same database as the owner of its tables, where the service's own role is a lesser one;
   *   that role is then granted what it needs and no more
   * @throws {RefusesToStart} when there are pending ones and the role may not run them
   */
  async migrate(ownerUrl?: string): Promise<void> {
    const owner = new DataSource({
      ...COMMON,
      ...asTypeOrm(ownerUrl === undefined ? this.connection : { url: ownerUrl }),
      extra: MIGRATION_SESSION,
    });
    await owner.initialize();
    try {
      const [{ role }] = await this.query<[{ role: string }]>('SELECT current_user AS role');
      await alone(owner, async () => {
        await runPending(owner);
        if (ownerUrl !== undefined) await grantWhatTheServiceNeeds(owner, role);
      });
    } finally {
      await owner.destroy();
    }
  }

  /** Closes the connections, then the embedded server if this process is the last to use it. */
  override async destroy(): Promise<void> {
    if (this.isInitialized) await super.destroy();
    await this.server?.stop();
  }

  private static async prepare(
    location: DatabaseLocation,
    options: DatabaseOptions,
  ): Promise<RegistryDataSource> {
    if ('url' in location) return new RegistryDataSource({ url: location.url }, null, options);
    const server = await EmbeddedPostgres.start({
      folder: location.dataDir,
      database: 'registry',
      settings: DURABLE,
      ...(options.log && { log: options.log }),
    });
    return new RegistryDataSource(server.connection, server, options);
  }

  private async connect(): Promise<void> {
    try {
      await this.initialize();
    } catch (error) {
      const because = error instanceof Error ? error.message : String(error);
      throw new RefusesToStart(`The database can not be used: ${because}`, { cause: error });
    }
  }

  private async version(): Promise<ServerVersion> {
    const [version] = await this.query<[ServerVersion]>(
      `SELECT current_setting('server_version') AS version,
              current_setting('server_version_num')::int AS number`,
    );
    return version;
  }
}

function asTypeOrm(
  connection: { readonly url: string } | PostgresConnection,
): { url: string } | { host: string; port: number; username: string; database: string } {
  if ('url' in connection) return connection;
  const { host, port, user: username, database } = connection;
  return { host, port, username, database };
}

const INSUFFICIENT_PRIVILEGE = '42501';

async function runPending(owner: DataSource): Promise<void> {
  try {
    await owner.runMigrations();
  } catch (error) {
    if ((error as { code?: string }).code !== INSUFFICIENT_PRIVILEGE) throw error;
    throw new RefusesToStart(
      'The tables are not up to date, and the role of DATABASE_URL may not change them. ' +
        'Run "npm run migrate" with MIGRATION_DATABASE_URL first.',
    );
  }
}

/** Does something while no other process does the same on this database. */
async function alone(owner: DataSource, act: () => Promise<void>): Promise<void> {
  const lock = owner.createQueryRunner();
  try {
    await lock.query(`SELECT pg_advisory_lock(hashtext('registry migrations'))`);
    await act();
  } finally {
    await lock.query(`SELECT pg_advisory_unlock(hashtext('registry migrations'))`);
    await lock.release();
  }
}
