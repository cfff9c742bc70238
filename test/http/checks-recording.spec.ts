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

  it('is measured', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, at) => post('/v1/checks', about(`${at}`))));
    const { body } = await registry.call('GET', '/metrics');
    expect(body).toMatch(/^registry_checks_waiting 0$/m);
    expect(body).toMatch(/^registry_check_batches_decided_anew_total \d+$/m);
    expect(body).toMatch(/^registry_check_recording_seconds_count [1-9]\d*$/m);
    const [, sum] = /^registry_check_batch_size_sum (\d+)$/m.exec(body) ?? [];
    // One that failed, three of a batch, and these.
    expect(sum).toBe('24');
  });
});
