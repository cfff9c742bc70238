import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SignJWT } from 'jose';
import { RegistryDataSource } from '../../../src/database/registry-data-source';
import { driverOf, loadOn, type Driver } from '../load/load';
import type { Request } from '../load/plan';
import { openDatabase, type BenchDatabase } from './bench-database';
import { cpuOf, cpuOfTree } from './cpu';
import { fillRegistry, LIST, ueiOf, type Filled } from './fill';
import type { Contender } from './interleave';
import type { DatabaseKind, Options } from './options';
import { startBaseline, startProgram, startServer, type Server } from './started';

/** The service, its baselines and one database, all running. */
export class Bench {
  private readonly drivers: Driver[] = [];

  private constructor(
    readonly options: Options,
    readonly database: BenchDatabase,
    readonly filled: Filled,
    readonly service: Server,
    private readonly baselines: { readonly bare: Server; readonly nest: Server },
    private readonly token: string,
  ) {}

  /** @param how arguments of Node and settings that the service is started with besides */
  static async start(kind: DatabaseKind, options: Options, how: How = {}): Promise<Bench> {
    const database = await openDatabase(kind);
    const filled = await fillRegistry(database.dataSource, options.vendors);
    await makeInsertDatabase(database);
    const service = await startService(database, how);
    const { token, publicKey } = await makeToken();
    const bare = await startBaseline('baselines/bare-http.ts');
    const nest = await startBaseline('baselines/nest-express.ts', publicKey);
    const bench = new Bench(options, database, filled, service, { bare, nest }, token);
    await bench.warmUp();
    return bench;
  }

  readonly databaseCpu = (): number => cpuOfTree(this.database.server);

  /** Bare node:http, asked the same. */
  bare(requests: readonly Request[], unitsPerRequest = 1): Contender {
    return this.contender('bare http', this.baselines.bare, requests, unitsPerRequest);
  }

  /** Nest and Express with a JWT, asked the same. */
  nest(requests: readonly Request[]): Contender {
    const headers = { authorization: `Bearer ${this.token}` };
    const withToken = requests.map((request) => ({
      ...request,
      headers: { ...request.headers, ...headers },
    }));
    return this.contender('Nest+Express+JWT', this.baselines.nest, withToken);
  }

  /** @param unitsPerRequest things that one request has done, such as the checks of a batch */
  registry(name: string, requests: readonly Request[], unitsPerRequest = 1): Contender {
    return this.contender(name, this.service, requests, unitsPerRequest);
  }

  /** One row a transaction, without HTTP, on the same server. */
  insert(): Contender {
    const child = startProgram('baselines/insert-alone.ts');
    const driver = driverOf(child, this.database.urlOf(INSERTS));
    this.drivers.push(driver);
    return { name: 'INSERT', driver, cpu: () => cpuOf(child.pid ?? 0) };
  }

  /** Questions about vendors from one place on, each about another one, in turn. */
  checks(count = this.options.vendors, first = 0): Request[] {
    return Array.from({ length: count }, (_, index) => ({
      ...{ method: 'POST', path: '/v1/checks', headers: this.headers('buyer') },
      body: JSON.stringify(questionAbout(first + index)),
    }));
  }

  headers(caller: keyof Filled['keys']): Record<string, string> {
    return { 'x-api-key': this.filled.keys[caller], 'content-type': 'application/json' };
  }

  async close(): Promise<void> {
    this.drivers.forEach((driver) => driver.end());
    await Promise.all([this.service, ...Object.values(this.baselines)].map((one) => one.end()));
    await this.database.close();
  }

  /** The first requests of a service are slow: its code is not compiled. */
  private async warmUp(): Promise<void> {
    const { driver } = this.registry('check', this.checks());
    await driver.run({ kind: 'closed', client: 'own', connections: 64, seconds: WARMING_UP });
    driver.end();
  }

  private contender(
    name: string,
    { url, pid }: Server,
    requests: readonly Request[],
    unitsPerRequest = 1,
  ): Contender {
    const driver = loadOn({ url, requests, unitsPerRequest });
    this.drivers.push(driver);
    return { name, driver, cpu: () => cpuOf(pid) };
  }
}

/** What is asked before a purchase from the n-th vendor. */
export const questionAbout = (n: number): object => ({
  vendor: { uei: ueiOf(n) },
  purchase: { list: LIST, reference: `PR-2026-${String(n).padStart(6, '0')}` },
});

const WARMING_UP = 5;
const INSERTS = 'insert_alone';

/** The same tables, for rows that no one answers for. */
async function makeInsertDatabase(database: BenchDatabase): Promise<void> {
  await database.dataSource.query(`CREATE DATABASE ${INSERTS}`);
  const inserts = await RegistryDataSource.open({ url: database.urlOf(INSERTS) });
  await inserts.migrate();
  await inserts.destroy();
}

/** How the service is started, besides. */
export interface How {
  readonly args?: readonly string[];
  readonly settings?: NodeJS.ProcessEnv;
}

// As in package.json.
const YOUNG = '--max-semi-space-size=64';

const UNLIMITED = '1000000000';

/** As `npm start` runs it, but for the budgets, which would end the measurement. */
async function startService({ settings }: BenchDatabase, how: How): Promise<Server> {
  const program = path.resolve(__dirname, '../../../dist/src/main.js');
  const service = await startServer([YOUNG, ...(how.args ?? []), program], {
    ...{ HOST: '127.0.0.1', PORT: '0', DEMO: 'false', LOG_LEVEL: 'warn' },
    ...{ RATE_LIMIT_CHECKS: UNLIMITED, RATE_LIMIT_READS: UNLIMITED },
    ...{ RATE_LIMIT_WRITES: UNLIMITED, RATE_LIMIT_ADMIN: UNLIMITED },
    ...settings,
    ...how.settings,
  });
  while (!(await fetch(`${service.url}/health/ready`)).ok) await sleep(50);
  return service;
}

async function makeToken(): Promise<{ token: string; publicKey: string }> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const token = await new SignJWT({ roles: ['procurement'] })
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt' })
    .setSubject('0198c0de-0000-7000-8000-000000000000')
    .setIssuedAt()
    .setExpirationTime('1d')
    .sign(privateKey);
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
  return { token, publicKey };
}
