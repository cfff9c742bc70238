import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { RegistryDataSource } from '../../src/database/registry-data-source';

/** The migrated database that each test file copies. */
export const TEMPLATE = 'registry_test_template';

/** The URL of a database on the test run's server. */
export function databaseUrl(database: string): string {
  const server = process.env['TEST_SERVER'];
  if (server === undefined) throw new Error('The global set-up has not run.');
  return server.replace(/\/[^/?]*(\?|$)/, `/${database}$1`);
}

/** A migrated, empty database of a test's own; dropped when it is destroyed. */
export class TestDatabase {
  private constructor(
    readonly url: string,
    readonly dataSource: RegistryDataSource,
    private readonly name: string,
  ) {}

  static async create(): Promise<TestDatabase> {
    const name = `registry_test_${randomBytes(6).toString('hex')}`;
    await onServer(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
    const url = databaseUrl(name);
    return new TestDatabase(url, await RegistryDataSource.open({ url }), name);
  }

  async destroy(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
    await onServer(`DROP DATABASE ${this.name} WITH (FORCE)`);
  }
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client(process.env['TEST_SERVER']);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
