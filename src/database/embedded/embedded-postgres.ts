import path from 'node:path';
import pg from 'pg';
import { isCluster, makeCluster, placeOfCluster, SUPERUSER } from './cluster';
import { Holders } from './holders';
import { launch, type Launch, type ServerLog } from './launch';
import { awaitEnd, awaitServer, forgetDeadServer, isServed, PORT } from './postmaster';
import { preparePrograms } from './programs';
import { serverAccount } from './server-account';

export interface EmbeddedPostgresOptions {
  /** Where the cluster is to lie; made on the first start, with the folders above it. */
  readonly folder: string;
  /** Database to create on the first start. */
  readonly database: string;
  /** Server settings beside PostgreSQL's defaults, by their names in postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly log?: ServerLog;
}

/** How to reach the server, in the words of `pg`. */
export interface PostgresConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

/**
 * A PostgreSQL server for one machine: real binaries out of an npm package, a Unix socket and no TCP port.
 *
 * Processes that start it on the same folder share one server. It ends with the last of them, however they end, and
 * is started again if it ends before.
 * Linux (glibc) and macOS; Windows is not supported.
 */
export class EmbeddedPostgres {
  private readonly watch: NodeJS.Timeout;
  private restart: Promise<void> | undefined;

  private constructor(
    readonly connection: PostgresConnection,
    private readonly plan: Launch,
    private readonly holders: Holders,
  ) {
    this.watch = setInterval(() => this.look(), WATCH_EVERY_MS).unref();
  }

  /** @throws {RefusesToStart} when there can be no server here; the message says what to do */
  static async start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const plan = prepare(options);
    const holders = Holders.join(plan.cluster);
    try {
      const host = await serve(plan, holders);
      const connection = { host, port: PORT, user: SUPERUSER, database: options.database };
      await ensureDatabase(connection);
      return new EmbeddedPostgres(connection, plan, holders);
    } catch (error) {
      holders.leave();
      throw error;
    }
  }

  /** Lets go of the server, and waits for its end if no other process uses it. */
  async stop(): Promise<void> {
    clearInterval(this.watch);
    await this.restart;
    if (!this.holders.leave()) await awaitEnd(this.plan.cluster);
  }

  private look(): void {
    this.restart ??= this.restartIfDead()
      // What it left running may still hold its memory: the next look tries again.
      .catch((error: unknown) => this.plan.log.warn(String(error)))
      .finally(() => (this.restart = undefined));
  }

  /** The service's connections find the new server where the old one was. */
  private async restartIfDead(): Promise<void> {
    if (isServed(this.plan.cluster)) return;
    this.plan.log.warn('The server has ended; it is started again.');
    await serve(this.plan, this.holders);
  }
}

const WATCH_EVERY_MS = 500;

const SILENCE: ServerLog = { debug: () => undefined, warn: () => undefined };

function prepare({ folder, settings = {}, log = SILENCE }: EmbeddedPostgresOptions): Launch {
  const asked = path.resolve(folder);
  const account = serverAccount(asked);
  const cluster = placeOfCluster(asked, account);
  if (cluster !== asked) log.warn(`The data of ${asked} lies in ${cluster}.`);
  const programs = preparePrograms(path.dirname(cluster), account);
  if (!isCluster(cluster)) makeCluster(cluster, programs, account);
  return { cluster, programs, account, settings, log };
}

/** The folder of the socket of the server that runs, or that is started now. */
async function serve(plan: Launch, holders: Holders): Promise<string> {
  const running = await awaitServer(plan.cluster);
  if (running !== null) return running;
  forgetDeadServer(plan.cluster);
  return launch(plan, holders);
}

const DATABASE_EXISTS = ['42P04', '23505'];

async function ensureDatabase(connection: PostgresConnection): Promise<void> {
  const { database } = connection;
  const client = new pg.Client({ ...connection, database: 'postgres' });
  // What is asked of it fails then; without a listener this process would end.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount === 0) {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
    }
  } catch (error) {
    if (!DATABASE_EXISTS.includes((error as { code?: string }).code ?? '')) throw error; // else another was first
  } finally {
    await client.end();
  }
}
