import type { LoggerService } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TestRegistry, type Answer } from '../support/app';
import { EchoModule } from '../support/echo';

describe('Whether the service is well', () => {
  let registry: TestRegistry;

  beforeEach(async () => {
    registry = await TestRegistry.start({ module: EchoModule });
  });

  afterEach(() => registry.close());

  it('is told by what it rests on', async () => {
    expect((await registry.call('GET', '/health/live')).body).toEqual({
      status: 'ok',
      details: {},
    });
    expect((await registry.call('GET', '/health/ready')).body).toEqual({
      status: 'ok',
      details: {
        ...{ database: { status: 'up' }, migrations: { status: 'up' }, register: { status: 'up' } },
      },
    });
  });

  it('is not ready, and says so, where a migration is missing', async () => {
    await registry.dataSource.query(
      `DELETE FROM migrations WHERE id = (SELECT max(id) FROM migrations)`,
    );
    expect(await registry.call('GET', '/health/ready')).toMatchObject({
      status: 503,
      headers: { 'content-type': 'application/problem+json; charset=utf-8', 'retry-after': '1' },
      body: {
        code: 'unavailable',
        details: {
          database: { status: 'up' },
          migrations: { status: 'down', message: '1 are pending' },
        },
      },
    });
  });

  it('lives and is not ready without its database', async () => {
    await registry.app.get<{ destroy(): Promise<void> }>(DataSource).destroy();
    expect((await registry.call('GET', '/health/live')).status).toBe(200);
    expect(await registry.call('GET', '/health/ready')).toMatchObject({
      status: 503,
      body: { details: { database: { status: 'down', message: 'does not answer' } } },
    });
    expect((await registry.call('GET', '/metrics')).status).toBe(200);
  });

  it('is measured by route and status, never by address', async () => {
    await registry.call('GET', '/echo/named/hunter2?as=hunter3');
    await registry.call('GET', '/nowhere/hunter4');
    await registry.call('PUT', '/echo/named/hunter5');
    const { headers, body } = await registry.call('GET', '/metrics');
    expect(headers['content-type']).toMatch(/^text\/plain/);
    expect(body).toContain(
      'http_request_duration_seconds_count{method="GET",route="/echo/named/:name",status="200"} 1',
    );
    expect(body).toContain('{method="GET",route="none",status="404"} 1');
    expect(body).toMatch(/registry_history_entries \d+/);
    expect(body).not.toContain('hunter');
  });
});

describe('The verdicts', () => {
  it('are counted as they are answered, alone and in batches, and not when they are given again', async () => {
    const registry = await TestRegistry.start();
    const count = async (verdict: string): Promise<number> => {
      const { body } = await registry.call('GET', '/metrics');
      const found = new RegExp(`registry_checks_total\\{verdict="${verdict}"\\} (\\d+)`).exec(body);
      return Number(found?.[1] ?? 0);
    };
    const ask = (path: string, body: object): Promise<Answer> =>
      registry.call('POST', path, {
        key: registry.keys.procurement,
        body,
        headers: { 'idempotency-key': path },
      });
    const nobody = { vendor: { cage: '0Z0Z9' } };
    const before = await count('ineligible');

    await ask('/v1/checks', nobody);
    await ask('/v1/checks', nobody);
    await ask('/v1/checks/batch', { checks: [nobody, {}, nobody] });

    expect((await count('ineligible')) - before).toBe(3);
    await registry.close();
  });
});

describe('The log', () => {
  const lines: unknown[][] = [];
  const keep = (...line: unknown[]): void => void lines.push(line);
  const logger: LoggerService = { log: keep, error: keep, warn: keep, fatal: keep };
  let registry: TestRegistry;

  beforeAll(async () => {
    registry = await TestRegistry.start({ module: EchoModule, logger });
  });

  beforeEach(() => {
    lines.length = 0;
  });

  afterAll(() => registry.close());

  it('has one line for each request, with who asked and how it went', async () => {
    await registry.call('POST', '/echo/act', {
      key: registry.keys.procurement,
      body: { name: 'x' },
      headers: { 'x-request-id': 'r-1' },
    });
    expect(lines).toEqual([
      [
        'POST /echo/act 201',
        {
          method: 'POST',
          route: '/echo/act',
          status: 201,
          ms: expect.any(Number),
          requestId: 'r-1',
          caller: expect.stringMatching(/^[0-9a-f-]{36}$/),
        },
        'Request',
      ],
    ]);
  });

  it('says whom a refusal was for', async () => {
    await registry.call('GET', '/echo/closed', { key: registry.keys.auditor });
    expect(lines[0]).toEqual([
      'GET /echo/closed 403',
      expect.objectContaining({ caller: registry.callers.auditor }),
      'Request',
    ]);
  });

  it('has a fault whole, once, under the id of its request', async () => {
    await registry.call('GET', '/echo/fault', { headers: { 'x-request-id': 'r-2' } });
    expect(lines).toHaveLength(2);
    expect(lines[0]).toEqual([
      'the password is hunter2',
      expect.stringContaining('at EchoController.fault'),
      { requestId: 'r-2' },
      'Problem',
    ]);
  });

  it('holds neither addresses nor bodies nor credentials', async () => {
    await registry.call('GET', '/echo/named/hunter2?as=hunter2');
    await registry.call('GET', '/hunter2');
    await registry.call('POST', '/echo', { body: { name: 'hunter2' } });
    await registry.call('POST', '/echo', { body: { hunter2: 'hunter2' } });
    await registry.call('GET', '/echo/closed', { key: 'hunter2' });
    await registry.call('GET', '/echo/closed', { headers: { authorization: 'Bearer hunter2' } });
    expect(lines).toHaveLength(6);
    expect(JSON.stringify(lines)).not.toContain('hunter2');
  });

  it('has the words of the database, and where they come from', async () => {
    await registry.call('GET', '/echo/database', { headers: { 'x-request-id': 'r-3' } });
    expect(lines[0]).toEqual([
      'invalid input syntax for type integer: "hunter2"',
      expect.stringContaining('at EchoController.database'),
      { requestId: 'r-3', code: '22P02' },
      'Problem',
    ]);
  });
});
