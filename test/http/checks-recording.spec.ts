import { setTimeout as sleep } from 'node:timers/promises';
import { TestRegistry } from '../support/app';
import { openList, registerVendor } from '../support/registry';

describe('the recording of checks, seen over HTTP', () => {
  let registry: TestRegistry;

  beforeAll(async () => {
    registry = await TestRegistry.start();
    await openList(registry);
    await registerVendor(registry, { identifiers: [{ scheme: 'cage', value: '1ACM1' }] });
    await registry.dataSource.query(`
      CREATE FUNCTION fail_check() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.reference = 'bad' THEN
          RAISE EXCEPTION 'broken' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await registry.dataSource.query(`
      CREATE TRIGGER fail_check BEFORE INSERT ON purchase_check
        FOR EACH ROW EXECUTE FUNCTION fail_check()`);
  });
  afterAll(() => registry.close());

  const about = (reference: string): object => ({
    vendor: { cage: '1ACM1' },
    purchase: { list: 'a-list', reference },
  });
  const recordedAs = async (reference: string): Promise<number> => {
    const rows: unknown[] = await registry.dataSource.query(
      `SELECT FROM purchase_check WHERE reference = $1`,
      [reference],
    );
    return rows.length;
  };
  const waitFor = async (holds: () => Promise<boolean>): Promise<void> => {
    while (!(await holds())) await sleep(20);
  };
  const post = (path: string, body: object) =>
    registry.call('POST', path, { key: registry.keys.procurement, body });

  it('refuses a check that the tables do not take as a fault, and says nothing of them', async () => {
    const { status, body } = await post('/v1/checks', about('bad'));
    expect({ status, code: body.code, verdict: body.verdict }).toEqual({
      ...{ status: 500, code: 'fault', verdict: undefined },
    });
    expect(JSON.stringify(body)).not.toContain('broken');
  });

  it('refuses one of many alone', async () => {
    const checks = ['a', 'bad', 'b'].map(about);
    const { status, body } = await post('/v1/checks/batch', { checks });
    expect(status).toBe(200);
    expect(body.results).toMatchObject([
      { check: { verdict: 'ineligible', position: body.position } },
      { problem: { status: 500, code: 'fault' } },
      { check: { verdict: 'ineligible', position: body.position } },
    ]);
  });

  it('keeps the key of a check whose time was over while it was being recorded', async () => {
    const lock = registry.dataSource.createQueryRunner();
    await lock.startTransaction();
    await lock.query('LOCK TABLE check_batch IN ACCESS EXCLUSIVE MODE');
    const headers = { 'idempotency-key': 'late' };
    const key = registry.keys.procurement;
    const ask = () => registry.call('POST', '/v1/checks', { key, headers, body: about('late') });
    // The statement of the first is given up after 1.5 s; that of the second has begun when its 2 s are over.
    const first = post('/v1/checks', about('held'));
    await sleep(700);
    const second = ask();
    expect((await first).status).toBe(503);
    expect((await second).status).toBe(503);
    await lock.rollbackTransaction();
    await lock.release();
    await waitFor(async () => (await recordedAs('late')) === 1);
    expect(await ask()).toMatchObject({ status: 409, body: { code: 'idempotency-in-progress' } });
    expect(await recordedAs('late')).toBe(1);
  });

  it('frees the key of a check that was refused before it could be recorded', async () => {
    const headers = { 'idempotency-key': 'held' };
    const key = registry.keys.procurement;
    const lock = registry.dataSource.createQueryRunner();
    await lock.startTransaction();
    await lock.query('LOCK TABLE check_batch IN ACCESS EXCLUSIVE MODE');
    const ask = () => registry.call('POST', '/v1/checks', { key, headers, body: about('freed') });
    expect((await ask()).status).toBe(503);
    await lock.rollbackTransaction();
    await lock.release();
    expect((await ask()).status).toBe(201);
    expect(await recordedAs('freed')).toBe(1);
  });

  it('is measured', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, at) => post('/v1/checks', about(`${at}`))));
    const { body } = await registry.call('GET', '/metrics');
    expect(body).toMatch(/^registry_checks_waiting 0$/m);
    expect(body).toMatch(/^registry_check_batches_decided_anew_total \d+$/m);
    expect(body).toMatch(/^registry_check_recording_seconds_count [1-9]\d*$/m);
    const [, sum] = /^registry_check_batch_size_sum (\d+)$/m.exec(body) ?? [];
    // One that failed, three of a batch, one that was given up, one late, one twice, and these.
    expect(sum).toBe('28');
  });
});
