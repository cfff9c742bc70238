import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { MIGRATIONS } from '../../migrations';
import { EmbeddedPostgres } from './embedded-postgres';

// Positions and counts are bigint in SQL; they stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Where the database is: a server's URL, or the folder of the embedded one. */
export type DatabaseLocation = { readonly url: string } | { readonly dataDir: string };

const COMMON = {
  type: 'postgres',
  entities: [],
  migrations: MIGRATIONS,
  migrationsTransactionMode: 'each',
  applicationName: 'approved-vendor-registry',
  extra: { options: '-c TimeZone=UTC -c statement_timeout=10000' },
} as const satisfies DataSourceOptions;

/** The registry's database, with the embedded server, if it is that, for as long as it is open. */
export class RegistryDataSource extends DataSource {
  private constructor(
    options: DataSourceOptions,
    private readonly server: EmbeddedPostgres | null,
  ) {
    super(options);
  }

  /** Starts the embedded server where there is no other, and connects. */
  static async open(location: DatabaseLocation): Promise<RegistryDataSource> {
    const dataSource = await RegistryDataSource.prepare(location);
    await dataSource.initialize();
    return dataSource;
  }

  private static async prepare(location: DatabaseLocation): Promise<RegistryDataSource> {
    if ('url' in location) return new RegistryDataSource({ ...COMMON, url: location.url }, null);
    const server = await EmbeddedPostgres.start({
      dataDir: location.dataDir,
      database: 'registry',
    });
    const { host, port, user: username, database } = server.connection;
    return new RegistryDataSource({ ...COMMON, host, port, username, database }, server);
  }

  /** Runs the pending migrations; of several processes that start together one runs them, the others wait. */
  async migrate(): Promise<void> {
    const lock = this.createQueryRunner();
    try {
      await lock.query(`SELECT pg_advisory_lock(hashtext('registry migrations'))`);
      await this.runMigrations();
    } finally {
      await lock.query(`SELECT pg_advisory_unlock(hashtext('registry migrations'))`);
      await lock.release();
    }
  }

  override async destroy(): Promise<void> {
    await super.destroy();
    await this.server?.stop();
  }
}
