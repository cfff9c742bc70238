import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { serverAccount } from '../../../src/database/embedded/server-account';
import { RegistryDataSource } from '../../../src/database/registry-data-source';
import type { DatabaseKind } from './options';

/** A database for one benchmark, in a folder of its own. */
export interface BenchDatabase {
  readonly kind: DatabaseKind;
  readonly folder: string;
  readonly dataSource: RegistryDataSource;
  /** How the service is told where it is. */
  readonly settings: NodeJS.ProcessEnv;
  /** Process id of the server. */
  readonly server: number;
  readonly version: string;
  /** Where another database of the same server is. */
  urlOf(database: string): string;
  close(): Promise<void>;
}

/** Starts a PostgreSQL with an empty registry, as durable as in production. */
export async function openDatabase(kind: DatabaseKind): Promise<BenchDatabase> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-bench-'));
  fs.chmodSync(folder, 0o755); // so that the server's account may enter it
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  const opened = await (kind === 'embedded' ? openEmbedded(folder) : openServer(folder));
  await opened.dataSource.migrate();
  const [{ version }] = await opened.dataSource.query<[{ version: string }]>(
    `SELECT current_setting('server_version') AS version`,
  );
  return { ...opened, kind, folder, version };
}

type Opened = Omit<BenchDatabase, 'kind' | 'folder' | 'version'>;

async function openEmbedded(folder: string): Promise<Opened> {
  const cluster = path.join(folder, 'pg');
  const dataSource = await RegistryDataSource.open({ dataDir: cluster });
  const { host } = dataSource.options as { host: string };
  return {
    dataSource,
    settings: { DATA_DIR: folder },
    server: pidIn(cluster),
    urlOf: (database) => `postgres://postgres@/${database}?host=${encodeURIComponent(host)}`,
    close: () => dataSource.destroy(),
  };
}

async function openServer(folder: string): Promise<Opened> {
  const cluster = path.join(folder, 'server');
  const port = await freePort();
  const pid = await startCluster(cluster, port);
  const urlOf = (database: string): string => `postgres://postgres@127.0.0.1:${port}/${database}`;
  const dataSource = await RegistryDataSource.open({ url: urlOf('postgres') });
  return {
    ...{ dataSource, urlOf, server: pid },
    settings: { DATABASE_URL: urlOf('postgres'), DATA_DIR: folder },
    close: async () => {
      await dataSource.destroy();
      process.kill(pid, 'SIGINT');
      while (isRunning(pid)) await sleep(50);
    },
  };
}

/** A cluster of this machine's own PostgreSQL with its defaults; what is acknowledged is on disk. @returns its process id */
async function startCluster(cluster: string, port: number): Promise<number> {
  const programs = serverPrograms();
  const account = serverAccount(cluster);
  fs.mkdirSync(cluster, { mode: 0o700 });
  if (account.uid !== undefined && account.gid !== undefined) {
    fs.chownSync(cluster, account.uid, account.gid);
  }
  const made = spawnSync(
    path.join(programs, 'initdb'),
    ['-D', cluster, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8'],
    { ...account, cwd: '/', encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const places = { port, listen_addresses: '127.0.0.1', unix_socket_directories: cluster };
  const options = Object.entries({ ...places, fsync: 'on', synchronous_commit: 'on' });
  const server = spawn(
    path.join(programs, 'postgres'),
    ['-D', cluster, ...options.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...account, cwd: '/', stdio: 'ignore' },
  );
  process.once('exit', () => server.kill('SIGQUIT'));
  if (server.pid === undefined) throw new Error('PostgreSQL did not start.');
  await answers(`postgres://postgres@127.0.0.1:${port}/postgres`, server.pid);
  return server.pid;
}

function serverPrograms(): string {
  const packaged = '/usr/lib/postgresql';
  const versions = fs.existsSync(packaged) ? fs.readdirSync(packaged).map(Number) : [];
  const newest = versions.sort((a, b) => b - a).map((version) => `${packaged}/${version}/bin`);
  const { stdout } = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  const found = [stdout ? stdout.trim() : '', ...newest].find(
    (folder) => folder !== '' && fs.existsSync(path.join(folder, 'initdb')),
  );
  if (found === undefined) throw new Error('There is no PostgreSQL here: install postgresql.');
  return found;
}

async function answers(url: string, pid: number): Promise<void> {
  while (isRunning(pid)) {
    const client = new pg.Client(url);
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await sleep(50);
    }
  }
  throw new Error('PostgreSQL ended as it started.');
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const pidIn = (cluster: string): number =>
  Number(fs.readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n', 1)[0]);

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
