import { RunOnce } from '../../src/http/run-once';
import { TestRegistry, type Answer, type CallerName } from '../support/app';
import { EchoController, EchoModule } from '../support/echo';

const HOUR = 60 * 60 * 1000;

describe('An Idempotency-Key', () => {
  let registry: TestRegistry;
  let acts: string[];
  let keys = 0;

  beforeAll(async () => {
    registry = await TestRegistry.start({ module: EchoModule });
    acts = registry.app.get(EchoController).acts;
  });

  beforeEach(() => {
    acts.length = 0;
    keys += 1;
  });

  afterAll(() => registry.close());

  const act = (
    name: string,
    { as = 'procurement', key = `key-${keys}`, path = '/echo/act' }: Sent = {},
  ): Promise<Answer> =>
    registry.call('POST', path, {
      key: registry.keys[as],
      body: path === '/echo/act' ? { name } : {},
      headers: { 'idempotency-key': key },
    });

  /** Acts, loses the connection before the answer, and waits until there is another. */
  const loseDatabase = async (): Promise<void> => {
    expect((await act('lose')).status).toBe(503);
    let ready = false;
    while (!ready) ready = (await registry.call('GET', '/health/ready')).status === 200;
  };

  interface Sent {
    readonly as?: CallerName;
    readonly key?: string;
    readonly path?: string;
  }

  it('gives a repetition the answer that the first had, to the letter', async () => {
    const [first, again] = [await act('do'), await act('do')];

    expect(acts).toEqual(['do']);
    expect(first).toMatchObject({
      status: 201,
      headers: { location: '/echo/1', etag: '"7"' },
      body: { name: 'do', times: 1, at: '1970-01-01T00:00:00.000Z' },
    });
    expect(first.headers).not.toHaveProperty('idempotency-replayed');
    expect(again).toMatchObject({ status: first.status, body: first.body });
    for (const header of ['location', 'etag', 'content-type', 'content-length']) {
      expect(again.headers[header]).toBe(first.headers[header]);
    }
    expect(again.headers['idempotency-replayed']).toBe('true');
  });

  it('takes the same members in another order for the same request', async () => {
    const send = (body: string): Promise<Answer> =>
      registry.call('POST', '/echo/act', {
        key: registry.keys.admin,
        body,
        headers: { 'idempotency-key': 'order' },
      });
    await send('{"name":"x","inner":{"name":"a","at":"2020-01-01T00:00:00Z"}}');
    const again = await send('{ "inner": {"at":"2020-01-01T00:00:00Z","name":"a"}, "name":"x" }');
    expect(again.headers['idempotency-replayed']).toBe('true');
  });

  it('is refused with another body or at another address', async () => {
    await act('do', { as: 'admin' });
    expect(await act('other', { as: 'admin' })).toMatchObject({
      status: 422,
      body: { code: 'idempotency-mismatch' },
    });
    expect(await act('do', { as: 'admin', path: '/echo/secret' })).toMatchObject({ status: 422 });
    expect(acts).toEqual(['do']);
  });

  it("is each caller's own", async () => {
    await act('do');
    expect(await act('do', { as: 'otherAgency' })).toMatchObject({
      status: 201,
      body: { times: 2 },
    });
  });

  it('lets one of two simultaneous requests through, and tells the other that it runs', async () => {
    const answers = await Promise.all([act('slow'), act('slow')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({
      code: 'idempotency-in-progress',
      outcome: 'running',
    });
    expect(acts).toEqual(['slow']);
  });

  it('keeps a refusal as it keeps an answer', async () => {
    const [first, again] = [await act('refuse'), await act('refuse')];
    expect(first).toMatchObject({ status: 409, body: { code: 'already-removed', times: 1 } });
    expect(again.body).toEqual(first.body);
    expect(again.headers).toMatchObject({
      'idempotency-replayed': 'true',
      'content-type': first.headers['content-type'],
    });
    expect(acts).toEqual(['refuse']);
  });

  it('lets a request that failed run again', async () => {
    expect(await act('fail')).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect((await act('fail')).status).toBe(503);
    expect(acts).toEqual(['fail', 'fail']);
  });

  it('does not repeat what may have been done before the database was lost', async () => {
    await loseDatabase();
    expect(await act('lose')).toMatchObject({ status: 409, body: { outcome: 'running' } });
    registry.clock.advance(61_000);
    const later = await act('lose');
    expect(later).toMatchObject({
      status: 409,
      body: { code: 'idempotency-in-progress', outcome: 'unknown' },
    });
    expect(later.body.detail).toMatch(/look whether it was done/);
    expect(acts).toEqual(['lose']);
  });

  it('is free again after a day, whatever became of it', async () => {
    await loseDatabase();
    await act('do', { key: 'day' });
    registry.clock.advance(24 * HOUR - 1);
    expect((await act('do', { key: 'day' })).headers).toHaveProperty('idempotency-replayed');
    registry.clock.advance(1);
    expect(await act('do')).toMatchObject({ status: 201, body: { times: 3 } });
    expect((await act('other', { key: 'day' })).status).toBe(201);
  });

  it('is swept after a day', async () => {
    await act('do');
    registry.clock.advance(24 * HOUR + 1);
    await act('do', { key: 'young' });
    await registry.app.get(RunOnce).sweep();
    expect(await registry.dataSource.query('SELECT key FROM idempotent_request')).toEqual([
      { key: 'young' },
    ]);
  });

  it('never stores a secret, and still acts once', async () => {
    const sent = { as: 'admin', path: '/echo/secret' } as const;
    expect(await act('', sent)).toMatchObject({ status: 201, body: { secret: 'hunter2' } });
    expect(await act('', sent)).toMatchObject({ status: 409, body: { code: 'secret-shown-once' } });
    expect(acts).toEqual(['secret']);
    const stored = await registry.dataSource.query('SELECT * FROM idempotent_request');
    expect(JSON.stringify(stored)).not.toContain('hunter2');
  });

  it.each(['', ' ', 'a b', 'x'.repeat(256), 'schlüssel'])('is refused as %j', async (key) => {
    const { status, body } = await act('do', { key });
    expect({ status, errors: body.errors }).toEqual({
      status: 400,
      errors: [{ pointer: '/Idempotency-Key', message: expect.any(String) }],
    });
    expect(acts).toEqual([]);
  });

  it('that can not be looked up is told of in time, nothing is done, and it stays free', async () => {
    const lock = registry.dataSource.createQueryRunner();
    await lock.startTransaction();
    await lock.query('LOCK TABLE idempotent_request IN ACCESS EXCLUSIVE MODE');
    const refused = await act('do');
    expect(refused).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(refused.body.detail).toContain('Idempotency-Key');
    await lock.rollbackTransaction();
    await lock.release();
    expect(acts).toEqual([]);
    let again = await act('do');
    // It may have been taken in the moment in which the table came free.
    while (again.status === 409) again = await act('do');
    expect(again.status).toBe(201);
    expect(acts).toEqual(['do']);
  });

  it('is not asked of whoever has no right to act', async () => {
    expect((await act('do', { as: 'auditor' })).status).toBe(403);
    expect((await act('do', { as: 'admin' })).status).toBe(201);
  });
});
