import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { EmbeddedPostgres } from '../../src/database/embedded/embedded-postgres';
import { RegistryDataSource } from '../../src/database/registry-data-source';
import { databaseUrl, TEMPLATE } from './database';
import pg from 'pg';

/** A server for the whole run, with one migrated database that each test file copies. */
export default async function globalSetup(): Promise<void> {
  const server = process.env['DATABASE_URL'] ?? (await startEmbedded());
  process.env['TEST_SERVER'] = server;
  const admin = new pg.Client(server);
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await admin.end();
  const template = await RegistryDataSource.open({ url: databaseUrl(TEMPLATE) });
  await template.migrate();
  await template.destroy();
}

async function startEmbedded(): Promise<string> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-test-'));
  fs.chmodSync(dir, 0o755);
  const server = await EmbeddedPostgres.start({
    folder: path.join(dir, 'pg'),
    database: 'base',
    settings: { fsync: 'off', full_page_writes: 'off', max_connections: '300' },
  });
  Object.assign(globalThis, {
    stopTestServer: async () => {
      await server.stop();
      fs.rmSync(dir, { recursive: true, force: true });
    },
  });
  const { user, host } = server.connection;
  return `postgres://${user}@/postgres?host=${encodeURIComponent(host)}`;
}
