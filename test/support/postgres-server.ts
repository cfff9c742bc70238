import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { makeCluster, SUPERUSER } from '../../src/database/embedded/cluster';
import { preparePrograms, SERVER_ENVIRONMENT } from '../../src/database/embedded/programs';
import { serverAccount, type ServerAccount } from '../../src/database/embedded/server-account';

/** A PostgreSQL server on TCP that a test may kill, with a cluster of its own and nothing but the defaults. */
export class PostgresServer {
  /** How often it was killed. */
  kills = 0;
  private process: ChildProcess | null = null;

  private constructor(
    private readonly cluster: string,
    private readonly programs: string,
    private readonly account: ServerAccount,
    private readonly port: number,
  ) {}

  /**
   * Makes a cluster and starts its server.
   *
   * @param home a folder that the server's account may enter
   * @param programs the folder of `initdb` and `postgres`; those of the npm package, when left out
   */
  static async create(home: string, programs?: string): Promise<PostgresServer> {
    const cluster = path.join(home, 'server');
    const account = serverAccount(cluster);
    const found = programs ?? preparePrograms(home, account);
    makeCluster(cluster, found, account);
    const server = new PostgresServer(cluster, found, account, await freePort());
    await server.start();
    return server;
  }

  /** @param database its name */
  url(database: string): string {
    return `postgres://${SUPERUSER}@127.0.0.1:${this.port}/${database}`;
  }

  async createDatabase(name: string): Promise<string> {
    const client = new pg.Client(this.url('postgres'));
    await client.connect();
    await client.query(`CREATE DATABASE ${name}`);
    await client.end();
    return this.url(name);
  }

  /** Starts it, again and again while what was left of a killed one holds its memory, and waits until it answers. */
  async start(): Promise<void> {
    for (;;) {
      const child = this.launch();
      const ended = once(child, 'exit').then(() => false);
      if (await Promise.race([ended, this.answers()])) return;
      await sleep(50);
    }
  }

  /** Ends the server's first process wherever it stands; those that serve connections find that out and end. */
  async kill(): Promise<void> {
    this.kills += 1;
    await this.end('SIGKILL');
  }

  /** Stops every process of the server where it stands, and lets it go on after a while. */
  async pause(milliseconds: number): Promise<void> {
    const pids = this.processes();
    for (const pid of pids) signal(pid, 'SIGSTOP');
    await sleep(milliseconds);
    for (const pid of pids) signal(pid, 'SIGCONT');
  }

  /** Ends it in an orderly way. */
  stop(): Promise<void> {
    return this.end('SIGINT');
  }

  private launch(): ChildProcess {
    const options = ['-D', this.cluster, '-p', String(this.port), '-c', 'max_connections=300'];
    const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories='];
    const child = spawn(
      path.join(this.programs, 'postgres'),
      [...options, ...settings.flatMap((setting) => ['-c', setting])],
      { ...this.account, env: SERVER_ENVIRONMENT, cwd: '/', stdio: 'ignore' },
    );
    const kill = (): boolean => child.kill('SIGKILL');
    process.once('exit', kill); // when a test failed before its end
    child.once('exit', () => process.off('exit', kill));
    this.process = child;
    return child;
  }

  private async end(how: NodeJS.Signals): Promise<void> {
    const child = this.process;
    this.process = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(how);
    await ended;
  }

  private async answers(): Promise<true> {
    for (;;) {
      const client = new pg.Client(this.url('postgres'));
      client.on('error', () => undefined);
      try {
        await client.connect();
        await client.end();
        return true;
      } catch {
        await sleep(20);
      }
    }
  }

  /** The server's first process and its children. */
  private processes(): number[] {
    const { pid = 0 } = this.process ?? {};
    const children = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return [pid, ...children.split(' ').filter(Boolean).map(Number)];
  }
}

/** A process may have ended meanwhile. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  return port;
}
