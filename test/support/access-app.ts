import { Controller, Get, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SignJWT, type JWTPayload } from 'jose';
import { createPrivateKey, type KeyObject } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { AccessModule } from '../../src/access/access.module';
import { Allow, AllowAnyone, AllowedRoles, PublicRoute } from '../../src/access/allow';
import { AmendCaller } from '../../src/access/amend-caller';
import { CurrentCaller, type Caller } from '../../src/access/caller';
import { DisableCaller } from '../../src/access/disable-caller';
import { IssueKey, type KeyOptions } from '../../src/access/issue-key';
import { RegisterCaller, type CallerRegistration } from '../../src/access/register-caller';
import { RevokeKey } from '../../src/access/revoke-key';
import type { Role } from '../../src/access/role';
import { Clock } from '../../src/clock/clock';
import { ClockModule } from '../../src/clock/clock.module';
import { Environment, readEnvironment } from '../../src/config/environment';
import { EnvironmentModule } from '../../src/config/environment.module';
import { DatabaseModule } from '../../src/database/database.module';
import type { Actor } from '../../src/history/domain/entry';
import { createApp } from '../../src/http/create-app';
import { HttpModule } from '../../src/http/http.module';
import { ProblemsModule } from '../../src/problems/problems.module';
import { SettableClock } from './clock';
import { TestDatabase } from './database';

export const BASE_URL = 'https://registry.example.gov';
export const OPERATOR: Actor = { id: 'system', kind: 'system', person: null };

/** Routes that say how they were met. The class is open and named; neither may count. */
@PublicRoute(true)
@AllowedRoles(['procurement', 'admin', 'auditor'])
@Controller('probe')
class ProbeController {
  @Get('me')
  @Allow('procurement', 'admin', 'auditor')
  me(@CurrentCaller() caller: Caller): Caller {
    return caller;
  }

  @Get('admin')
  @Allow('admin')
  admin(): string {
    return 'admin';
  }

  @Get('anyone')
  @AllowAnyone()
  anyone(): string {
    return 'anyone';
  }

  @Post('forgotten')
  forgotten(): string {
    return 'forgotten';
  }
}

@Module({
  imports: [
    EnvironmentModule,
    ClockModule,
    DatabaseModule,
    ProblemsModule,
    AccessModule,
    HttpModule,
  ],
  controllers: [ProbeController],
})
class AccessTestModule {}

/** A registered caller with a key. */
export interface Keyed {
  readonly id: string;
  readonly keyId: string;
  readonly apiKey: string;
}

/** The access part as it runs, on a database of its own; other instances can stand beside it. */
export class AccessApp {
  readonly clock = new SettableClock(new Date('2026-06-01T12:00:00.000Z'));
  private readonly apps: NestFastifyApplication[] = [];

  private constructor(
    private readonly database: TestDatabase,
    private readonly folder: string,
    private readonly settings: NodeJS.ProcessEnv,
  ) {}

  static async start(settings: NodeJS.ProcessEnv = {}): Promise<AccessApp> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-access-'));
    const started = new AccessApp(await TestDatabase.create(), folder, settings);
    try {
      await started.addInstance();
      return started;
    } catch (error) {
      await started.close();
      throw error;
    }
  }

  get dataSource(): DataSource {
    return this.database.dataSource;
  }

  get keyFile(): string {
    return path.join(this.folder, 'keys', 'token-issuer.pem');
  }

  /** The key that signs the registry's own tokens. */
  get tokenKey(): KeyObject {
    return createPrivateKey(fs.readFileSync(this.keyFile));
  }

  /** @returns the number by which {@link call} reaches it */
  async addInstance(): Promise<number> {
    const environment = readEnvironment({
      BASE_URL,
      DATA_DIR: this.folder,
      DEMO: 'false',
      ...this.settings,
      DATABASE_URL: this.database.url,
    });
    const replacing = (instance: unknown): unknown => {
      if (instance instanceof Environment) return environment;
      return instance instanceof Clock ? this.clock : instance;
    };
    const app = await createApp(AccessTestModule, {
      logger: false,
      instrument: { instanceDecorator: replacing },
    });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return this.apps.push(app) - 1;
  }

  async register(
    roles: readonly Role[],
    change: Partial<CallerRegistration> & { key?: KeyOptions } = {},
  ): Promise<Keyed> {
    const { key = {}, ...registration } = change;
    const { id } = await new RegisterCaller(this.dataSource, this.clock).execute(
      { kind: 'client', name: 'Purchase desk', agency: 'DHS', roles, ...registration },
      OPERATOR,
    );
    const issued = await new IssueKey(this.dataSource, this.clock).execute(id, key, OPERATOR);
    return { id, keyId: issued.id, apiKey: issued.apiKey };
  }

  async revoke({ id, keyId }: Keyed): Promise<void> {
    await new RevokeKey(this.dataSource, this.clock).execute(id, keyId, OPERATOR);
  }

  async disable(id: string): Promise<void> {
    await new DisableCaller(this.dataSource, this.clock).execute(id, OPERATOR);
  }

  async giveRoles(id: string, roles: readonly Role[]): Promise<void> {
    await new AmendCaller(this.dataSource, this.clock).execute(
      id,
      { roles },
      OPERATOR,
      () => undefined,
    );
  }

  async call(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    url: string,
    { headers = {}, body, instance = 0 }: CallOptions = {},
  ) {
    const answer = await this.apps[instance]!.inject({
      ...{ method, url, headers: { ...typeOf(body), ...headers } },
      ...(body !== undefined && { payload: asText(body) }),
    });
    const isJson = String(answer.headers['content-type']).includes('json');
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test says what it expects
    const parsed: any = isJson ? JSON.parse(answer.body) : answer.body;
    return { status: answer.statusCode, headers: answer.headers, body: parsed };
  }

  /** Asks the token endpoint, as `client_secret_post`. */
  requestToken(form: Record<string, string>, headers: Record<string, string> = {}) {
    return this.call('POST', '/oauth/token', {
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(form).toString(),
    });
  }

  async buyToken({ id, apiKey }: Keyed): Promise<string> {
    const { body } = await this.requestToken({
      grant_type: 'client_credentials',
      client_id: id,
      client_secret: apiKey,
    });
    return body.access_token;
  }

  /** The claims of a genuine token. */
  claims({ id, keyId }: Keyed): JWTPayload {
    const now = Math.floor(this.clock.now().getTime() / 1000);
    return {
      ...{ iss: BASE_URL, aud: BASE_URL, sub: id, client_id: id, avr_key: keyId },
      ...{ jti: 'a-test', iat: now, exp: now + 600 },
    };
  }

  async close(): Promise<void> {
    for (const app of this.apps) await app.close();
    await this.database.destroy();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}

interface CallOptions {
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly instance?: number;
}

const asText = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

const typeOf = (body: unknown): Record<string, string> =>
  typeof body === 'object' ? { 'content-type': 'application/json' } : {};

export const sign = (
  claims: JWTPayload,
  key: KeyObject,
  header: Record<string, unknown> = {},
): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', ...header }).sign(key);

export const withKey = (apiKey: string) => ({ headers: { 'x-api-key': apiKey } });
export const withToken = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
