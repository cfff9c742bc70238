import type { AddressInfo } from 'node:net';
import { TestRegistry } from '../support/app';

describe('a stream of checks that breaks off', () => {
  let registry: TestRegistry;
  let url: string;

  beforeAll(async () => {
    registry = await TestRegistry.start();
    const checks = Array(600).fill({ vendor: { name: 'Nobody' } });
    const { procurement: key } = registry.keys;
    const made = await registry.call('POST', '/v1/checks/batch', { key, body: { checks } });
    expect(made.status).toBe(200);
    // The oldest check can't be read any more, which shows only when the answer has long begun.
    await registry.dataSource.query(
      `INSERT INTO purchase_check SELECT '00000000-0000-7000-8000-000000000000', caller_id, agency,
         vendor_id, list_code, verdict, position, at, decided_at, reference, request, '{',
         for_agency
       FROM purchase_check LIMIT 1`,
    );
    await registry.app.listen(0, '127.0.0.1');
    const { port } = registry.app.getHttpServer().address() as AddressInfo;
    url = `http://127.0.0.1:${port}/v1/checks`;
  });
  afterAll(() => registry.close());

  it.each(['csv', 'ndjson'])(
    'is cut, so that nobody takes a part for the whole (%s)',
    async (format) => {
      const headers = { 'x-api-key': registry.keys.auditor };
      const answer = await fetch(`${url}?format=${format}`, { headers });
      expect(answer.status).toBe(200);
      await expect(answer.text()).rejects.toThrow('terminated');
      expect((await fetch(`${url}?limit=1`, { headers })).status).toBe(200);
    },
  );
});
