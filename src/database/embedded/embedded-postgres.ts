import path from 'node:path';
import pg from 'pg';
import { isCluster, makeCluster, placeOfCluster, SUPERUSER } from './cluster';
import { Holders } from './holders';
import { launch, type Launch } from './launch';
import { awaitEnd, awaitServer, forgetDeadServer, PORT } from './postmaster';
import { preparePrograms } from './programs';
import { serverAccount } from './server-account';

export interface EmbeddedPostgresOptions {
  /** Where the cluster is to lie; made on the first start, with the folders above it. */
  readonly folder: string;
  /** Database to create on the first start. */
  readonly database: string;
  /** Server settings beside PostgreSQL's defaults, by their names in postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly log?: (line: string) => void;
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
 * Processes that start it on the same folder share one server. It ends with the last of them, however they end.
 * Linux (glibc) and macOS; Windows is not supported.
 */
export class EmbeddedPostgres {
  private constructor(
    readonly connection: PostgresConnection,
    /** Where the data lies: the folder asked for, or where that links to. */
    readonly cluster: string,
    private readonly holders: Holders,
  ) {}

  /** @throws {RefusesToStart} when there can be no server here; the message says what to do */
  static async start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const plan = prepare(options);
    const holders = Holders.join(plan.cluster);
    try {
      const host = await serve(plan, holders);
      const connection = { host, port: PORT, user: SUPERUSER, database: options.database };
      await ensureDatabase(connection);
      return new EmbeddedPostgres(connection, plan.cluster, holders);
    } catch (error) {
      holders.leave();
      throw error;
    }
  }

  /** Lets go of the server, and waits for its end if no other process uses it. */
  async stop(): Promise<void> {
    if (!this.holders.leave()) await awaitEnd(this.cluster);
  }
}

function prepare({
  folder,
  settings = {},
  log = () => undefined,
}: EmbeddedPostgresOptions): Launch {
  const asked = path.resolve(folder);
  const account = serverAccount(asked);
  const cluster = placeOfCluster(asked, account);
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
