import type { LoggerService, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import os from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { IssueKey } from '../../src/access/issue-key';
import { RegisterCaller, type CallerRegistration } from '../../src/access/register-caller';
import { AppModule } from '../../src/app.module';
import { Clock } from '../../src/clock/clock';
import { Environment, readEnvironment } from '../../src/config/environment';
import { createApp } from '../../src/http/create-app';
import type { Actor } from '../../src/history/domain/entry';
import { Registers } from '../../src/register/domain/register';
import { SettableClock } from './clock';
import { TestDatabase } from './database';

/** An answer as it came, its body parsed where it is JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // A test says what it expects of the body.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

export interface Call {
  /** An API key, such as one of the registry's `keys`; nobody's when left out. */
  readonly key?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestRegistryOptions {
  /** Where the clock stands at first. */
  readonly now?: Date;
  /** Settings that differ from those of an empty environment. */
  readonly settings?: NodeJS.ProcessEnv;
  /** Whether the callers that the tests know are registered; true when left out. */
  readonly callers?: boolean;
  /** Where the log goes; nowhere when left out. */
  readonly logger?: LoggerService;
  /** What is served; the whole registry when left out. */
  readonly module?: Type;
  /** Puts something in the place of a part as it is made; leaves all as they are when left out. */
  readonly replacing?: (instance: unknown) => unknown;
}

/** The registry as it runs, on a database of its own and with a clock that the test sets. */
export class TestRegistry {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly clock: SettableClock,
    private readonly known: KnownCallers,
    private readonly database: TestDatabase,
  ) {}

  static async start(options: TestRegistryOptions = {}): Promise<TestRegistry> {
    const database = await TestDatabase.create();
    const clock = new SettableClock(options.now ?? new Date('2026-06-01T12:00:00.000Z'));
    const environment = readEnvironment({
      DEMO: 'false',
      RATE_LIMIT_ANONYMOUS: '1000000',
      // One for all runs: to make it takes longer than most tests.
      TOKEN_KEY_FILE: path.join(os.tmpdir(), 'registry-test-keys', 'token-issuer.pem'),
      RECEIPT_KEY_FILE: path.join(os.tmpdir(), 'registry-test-keys', 'check-receipts.pem'),
      ...options.settings,
      DATABASE_URL: database.url,
    });
    const replacing = (instance: unknown): unknown => {
      if (instance instanceof Environment) return environment;
      if (instance instanceof Clock) return clock;
      return options.replacing?.(instance) ?? instance;
    };
    const known =
      options.callers === false ? NOBODY : await registerCallers(database.dataSource, clock);
    const app = await createApp(options.module ?? AppModule, {
      logger: options.logger ?? false,
      instrument: { instanceDecorator: replacing },
    });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    await app.get(Registers).loaded();
    return new TestRegistry(app, clock, known, database);
  }

  /** A key of each caller that the tests know. */
  get keys(): Readonly<Record<CallerName, string>> {
    return this.known.keys;
  }

  /** The id of each caller that the tests know. */
  get callers(): Readonly<Record<CallerName, string>> {
    return this.known.callers;
  }

  /** The test's own connections to the registry's database. */
  get dataSource(): DataSource {
    return this.database.dataSource;
  }

  /** Asks the registry over HTTP, without a socket. */
  async call(method: string, path: string, call: Call = {}): Promise<Answer> {
    const answer = await this.app.inject({
      method: method,
      url: path,
      headers: {
        ...(call.key !== undefined && { 'x-api-key': call.key }),
        ...(call.body !== undefined && { 'content-type': 'application/json' }),
        ...call.headers,
      },
      ...(call.body !== undefined && { payload: asText(call.body) }),
    });
    const isJson = /[/+]json\b/.test(String(answer.headers['content-type']));
    const body: unknown = isJson && answer.body !== '' ? JSON.parse(answer.body) : answer.body;
    return { status: answer.statusCode, headers: textHeaders(answer.headers), body };
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.destroy();
  }
}

/** The callers that a test registry has: two agencies that buy, two admins, an auditor. */
const CALLERS = {
  procurement: { kind: 'client', agency: 'DHS', roles: ['procurement'] },
  otherAgency: { kind: 'client', agency: 'NASA', roles: ['procurement'] },
  admin: { kind: 'person', agency: 'GSA', roles: ['admin'] },
  admin2: { kind: 'person', agency: 'GSA', roles: ['admin'] },
  auditor: { kind: 'person', agency: 'GSA', roles: ['auditor'] },
} as const satisfies Record<string, Omit<CallerRegistration, 'name'>>;

export type CallerName = keyof typeof CALLERS;

const INSTALLER: Actor = { id: 'system:test', kind: 'system', person: null };

interface KnownCallers {
  readonly keys: Record<CallerName, string>;
  readonly callers: Record<CallerName, string>;
}

const NOBODY = { keys: {}, callers: {} } as KnownCallers;

async function registerCallers(dataSource: DataSource, clock: Clock): Promise<KnownCallers> {
  const known = { keys: {}, callers: {} } as KnownCallers;
  for (const [name, caller] of Object.entries(CALLERS)) {
    const { id } = await new RegisterCaller(dataSource, clock).execute(
      { ...caller, name },
      INSTALLER,
    );
    const { apiKey } = await new IssueKey(dataSource, clock).execute(id, {}, INSTALLER);
    known.callers[name as CallerName] = id;
    known.keys[name as CallerName] = apiKey;
  }
  return known;
}

const asText = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

const textHeaders = (headers: NodeJS.Dict<unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
