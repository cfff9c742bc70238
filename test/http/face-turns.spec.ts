import { DataSource, type QueryRunner } from 'typeorm';
import { ordinaryConnections } from '../../src/http/database-turns';
import { TestRegistry, type Answer } from '../support/app';
import { change, LAWFUL, openList, registerVendor } from '../support/registry';

const CONNECTIONS = 5;

describe('Many who read slowly', () => {
  let registry: TestRegistry;
  let list: string;
  let vendor: string;

  beforeAll(async () => {
    registry = await TestRegistry.start({ settings: { DATABASE_POOL_SIZE: String(CONNECTIONS) } });
    list = await openList(registry);
    vendor = await registerVendor(registry);
    await change(registry, { action: 'list', vendor, list, categories: ['a'] });
  });
  afterAll(() => registry.close());

  const read = (path: string, key = registry.keys.procurement): Promise<Answer> =>
    registry.call('GET', path, { key });

  /** Reads of checks, many more than there are connections, of which each lasts as long as the act. */
  async function whileReading(
    ask: () => Promise<Answer>,
    act: (lock: QueryRunner) => Promise<void>,
  ): Promise<Answer[]> {
    const lock = registry.dataSource.createQueryRunner();
    await lock.startTransaction();
    await lock.query('LOCK TABLE purchase_check IN ACCESS EXCLUSIVE MODE');
    const reads = Array.from({ length: 4 * CONNECTIONS }, ask);
    try {
      await blocked();
      await act(lock);
    } finally {
      await lock.rollbackTransaction();
      await lock.release();
    }
    return Promise.all(reads);
  }

  /** Waits until as many as may are in the midst of their reading. */
  async function blocked(): Promise<void> {
    const most = ordinaryConnections(CONNECTIONS);
    for (;;) {
      const [{ count }] = await registry.dataSource.query<[{ count: number }]>(
        `SELECT count(*)::int FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      expect(count).toBeLessThanOrEqual(most + 1);
      if (count >= most) return;
    }
  }

  it('do not hold up a suspension, nor the reads of an admin', async () => {
    const { admin } = registry.keys;
    const answers = await whileReading(
      () => read('/v1/checks'),
      async () => {
        const suspended = await registry.call('POST', '/v1/suspensions', {
          key: admin,
          body: { ...LAWFUL, vendor, list },
        });
        expect(suspended.status).toBe(201);
        expect((await read('/v1/proposals', admin)).status).toBe(200);
        expect((await read(`/v1/vendors/${vendor}`, admin)).status).toBe(200);
      },
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('do not hold up questions that memory answers', async () => {
    await whileReading(
      () => read('/v1/checks'),
      async () => {
        const body = { vendor: { id: vendor }, purchase: { list } };
        const answer = await registry.call('POST', '/v1/standing', {
          key: registry.keys.procurement,
          body,
        });
        expect(answer).toMatchObject({ status: 200, body: { verdict: 'ineligible' } });
      },
    );
  });

  it('have all connections but those of admins, not fewer', async () => {
    const dataSource = registry.app.get(DataSource);
    const held = Array.from({ length: CONNECTIONS - ordinaryConnections(CONNECTIONS) }, () =>
      dataSource.createQueryRunner(),
    );
    await whileReading(
      () => read('/v1/checks'),
      async () => {
        // What the readers have left can all be had at once.
        await Promise.all(held.map((each) => each.connect()));
        await Promise.all(held.map((each) => each.release()));
      },
    );
  });

  it('are told so where their turn does not come in time', async () => {
    const answers: Answer[] = [];
    await whileReading(
      () => read('/v1/checks'),
      async () => {
        const late = await read('/v1/checks');
        answers.push(late);
      },
    );
    expect(answers).toMatchObject([
      {
        status: 503,
        headers: { 'retry-after': '1' },
        body: {
          code: 'unavailable',
          detail: 'More is being read than the registry can give; ask again in a moment.',
        },
      },
    ]);
  });

  it('read files one page at a time', async () => {
    const answers = await whileReading(
      () => read('/v1/checks?format=ndjson', registry.keys.auditor),
      async () => {
        expect((await read('/v1/lists', registry.keys.admin)).status).toBe(200);
      },
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });
});
