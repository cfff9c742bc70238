import { CheckRecorder } from '../../src/checks/recording/check-recorder';
import { TestRegistry, type Answer } from '../support/app';
import { openList, registerVendor, LAWFUL } from '../support/registry';

const QUESTION = { vendor: { name: 'Acme Widgets LLC' } };

describe('More checks than can be recorded', () => {
  let registry: TestRegistry;

  beforeAll(async () => {
    registry = await TestRegistry.start({ settings: { CHECK_QUEUE_LENGTH: '4' } });
  });
  afterAll(() => registry.close());

  /** So many checks that wait for the tables, which are held; and what came of them in the end. */
  async function whileHeld(act: () => Promise<void>): Promise<Answer[]> {
    const lock = registry.dataSource.createQueryRunner();
    await lock.startTransaction();
    await lock.query('LOCK TABLE check_batch IN ACCESS EXCLUSIVE MODE');
    const key = registry.keys.procurement;
    const asked = Array.from({ length: 5 }, () =>
      registry.call('POST', '/v1/checks', { key, body: QUESTION }),
    );
    try {
      await full();
      await act();
    } finally {
      await lock.rollbackTransaction();
      await lock.release();
    }
    return Promise.all(asked);
  }

  async function full(): Promise<void> {
    const recorder = registry.app.get(CheckRecorder, { strict: false });
    while (recorder.hasRoom()) await new Promise((resolve) => setImmediate(resolve));
  }

  const UNAVAILABLE = {
    status: 503,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'retry-after': '1',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
    body: {
      type: 'http://localhost:3000/problems/unavailable',
      status: 503,
      code: 'unavailable',
      detail: 'More checks are being asked for than can be recorded; ask again in a moment.',
    },
  };

  it.each(['/v1/checks', '/v1/checks/batch'])(
    'are refused before anything is read of them: %s',
    async (path) => {
      const answers = await whileHeld(async () => {
        const headers = { 'x-request-id': 'flood-1', 'content-type': 'application/json' };
        const unread = { key: 'no key', body: '{"no JSON', headers };
        const answer = await registry.call('POST', path, unread);
        expect(answer).toMatchObject(UNAVAILABLE);
        expect(answer.headers['x-request-id']).toBe('flood-1');
        expect(answer.body).toMatchObject({ instance: path, requestId: 'flood-1' });
      });
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    },
  );

  it('hold up neither reads nor changes', async () => {
    const list = await openList(registry);
    const vendor = await registerVendor(registry);
    const { procurement, admin, admin2, auditor } = registry.keys;
    await whileHeld(async () => {
      const proposed = await registry.call('POST', '/v1/proposals', {
        key: admin,
        body: { ...LAWFUL, action: 'list', vendor, list, categories: ['a'] },
      });
      expect(proposed.status).toBe(202);
      const { id, sha256 } = proposed.body;
      const approval = { key: admin2, body: { sha256 } };
      expect((await registry.call('POST', `/v1/proposals/${id}/approve`, approval)).status).toBe(
        200,
      );
      expect((await registry.call('GET', '/v1/checks', { key: auditor })).status).toBe(200);
      const standing = { key: procurement, body: QUESTION };
      expect((await registry.call('POST', '/v1/standing', standing)).status).toBe(200);
    });
  });

  it('are taken again when there is room', async () => {
    await whileHeld(() => Promise.resolve());
    const key = registry.keys.procurement;
    const answer = await registry.call('POST', '/v1/checks', { key, body: QUESTION });
    expect(answer.status).toBe(201);
  });
});
