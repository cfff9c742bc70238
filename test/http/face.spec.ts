import { TestRegistry } from '../support/app';

describe('The face of the registry', () => {
  let registry: TestRegistry;

  beforeAll(async () => {
    registry = await TestRegistry.start();
  });

  afterAll(() => registry.close());

  it('answers an unknown address with a problem document', async () => {
    const answer = await registry.call('GET', '/nowhere?secret=1', {
      headers: { 'x-request-id': 'r-1' },
    });

    expect(answer.status).toBe(404);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      'x-request-id': 'r-1',
    });
    expect(answer.body).toEqual({
      type: 'http://localhost:3000/problems/not-found',
      title: 'No such resource',
      status: 404,
      detail: 'There is nothing at this address.',
      instance: '/nowhere',
      code: 'not-found',
      requestId: 'r-1',
    });
  });

  it.each(['', 'a b', 'x'.repeat(129), 'a"b', 'é'])(
    'makes a request id in place of %j',
    async (id) => {
      const { headers } = await registry.call('GET', '/nowhere', {
        headers: { 'x-request-id': id },
      });
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  it.each(['/%', '/%ff', '/v1/lists/%E0%A4%A'])('refuses %s, which is no address', async (path) => {
    const answer = await registry.call('GET', path);
    expect([400, 404]).toContain(answer.status);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
    });
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('sends the headers that browsers are kept safe by', async () => {
    const { headers } = await registry.call('GET', '/nowhere');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(headers['content-security-policy']).toContain(";style-src 'self'");
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });
});
