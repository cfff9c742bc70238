import net, { type AddressInfo } from 'node:net';
import { EchoModule } from '../support/echo';
import { TestRegistry } from '../support/app';

const PROBLEM = 'application/problem+json; charset=utf-8';

describe('The face of the registry', () => {
  let registry: TestRegistry;

  beforeAll(async () => {
    registry = await TestRegistry.start({ module: EchoModule });
  });

  afterAll(() => registry.close());

  it('answers an unknown address with a problem document', async () => {
    const answer = await registry.call('GET', '/nowhere?secret=1', {
      headers: { 'x-request-id': 'r-1' },
    });

    expect(answer.status).toBe(404);
    expect(answer.headers).toMatchObject({
      'content-type': PROBLEM,
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

  it.each([
    ['/%', 400],
    ['/%ff', 400],
    ['/echo/named/%E0%A4%A', 400],
    [`/echo/named/${'x'.repeat(101)}`, 404],
    ['/echo/named/a%00b', 400],
    ['/echo/named/a?as=%1b', 400],
  ])('refuses %s, which names nothing', async (path, status) => {
    const answer = await registry.call('GET', path);
    expect(answer).toMatchObject({ status, headers: { 'content-type': PROBLEM } });
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    ['image/png', 406],
    ['text/html', 406],
    ['application/json;q=0', 406],
    ['text/html, */*;q=0.1', 200],
    ['application/*', 200],
    ['application/problem+json', 200],
  ])('answers whoever accepts %s with %i', async (accept, status) => {
    const answer = await registry.call('GET', '/v1/lists', {
      key: registry.keys.auditor,
      headers: { accept },
    });
    expect(answer.status).toBe(status);
    if (status === 406) expect(answer.body).toMatchObject({ code: 'not-acceptable' });
  });

  it('tells nothing of a fault but that it happened', async () => {
    const { status, body } = await registry.call('GET', '/echo/fault');
    expect(status).toBe(500);
    expect(body).toMatchObject({ code: 'fault', instance: '/echo/fault' });
    expect(JSON.stringify(body)).not.toContain('hunter2');
  });

  it('tells nothing of the words of the database', async () => {
    const { status, headers, body } = await registry.call('GET', '/echo/database');
    expect({ status, wait: headers['retry-after'] }).toEqual({ status: 503, wait: '1' });
    expect(body).toMatchObject({ code: 'unavailable' });
    expect(JSON.stringify(body)).not.toMatch(/hunter2|syntax|integer/);
  });

  it('sends the headers that browsers are kept safe by', async () => {
    const { headers } = await registry.call('GET', '/nowhere');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(headers['content-security-policy']).toContain(";style-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe-inline');
    expect(headers).not.toHaveProperty('strict-transport-security');
  });

  it('lets no other site in', async () => {
    const origin = 'https://elsewhere.example';
    const plain = await registry.call('GET', '/health/live', { headers: { origin } });
    const preflight = await registry.call('OPTIONS', '/health/live', {
      headers: { origin, 'access-control-request-method': 'GET' },
    });
    expect(Object.keys({ ...plain.headers, ...preflight.headers }).join()).not.toContain(
      'access-control',
    );
  });

  describe('methods', () => {
    it('refuses a method that an address does not take, and names those that it does', async () => {
      const answer = await registry.call('PUT', '/echo/named/x');
      expect(answer.status).toBe(405);
      expect(answer.headers).toMatchObject({
        allow: 'GET, HEAD, OPTIONS',
        'content-type': PROBLEM,
      });
      expect(answer.body).toMatchObject({
        code: 'method-not-allowed',
        allow: ['GET', 'HEAD', 'OPTIONS'],
      });
    });

    it('answers OPTIONS with the methods, and with 404 where there is nothing', async () => {
      const there = await registry.call('OPTIONS', '/echo');
      expect(there).toMatchObject({ status: 204, headers: { allow: 'OPTIONS, POST' }, body: '' });
      expect((await registry.call('OPTIONS', '/nowhere')).status).toBe(404);
    });

    it('answers HEAD as GET, without the body', async () => {
      const [get, head] = [
        await registry.call('GET', '/health/live'),
        await registry.call('HEAD', '/health/live'),
      ];
      expect(head).toMatchObject({ status: 200, body: '' });
      expect(head.headers['content-length']).toBe(get.headers['content-length']);
    });
  });

  describe('pages of a list', () => {
    it('lead on by a link that keeps the other parameters', async () => {
      const { headers } = await registry.call('GET', '/echo/page?limit=7&cursor=first');
      expect(headers['link']).toBe('</echo/page?limit=7&cursor=last>; rel="next"');
    });

    it('end without a link', async () => {
      const { headers } = await registry.call('GET', '/echo/page?cursor=last');
      expect(headers).not.toHaveProperty('link');
    });

    it.each([
      ['limit=0', '/limit'],
      ['limit=201', '/limit'],
      ['limit=', '/limit'],
      ['limit=1.5', '/limit'],
      ['limit=1&limit=2', '/limit'],
      ['cursor=a&cursor=b', '/cursor'],
      ['offset=3', '/offset'],
      ['__proto__=3', '/__proto__'],
      ['constructor=3', '/constructor'],
    ])('are refused with ?%s', async (query, pointer) => {
      const { status, body } = await registry.call('GET', `/echo/page?${query}`);
      expect(status).toBe(400);
      expect(body.errors).toContainEqual({ pointer, message: expect.any(String) });
    });
  });

  it.each(['/echo/named/x?as=y&other=1', '/echo/named/x?other=1', '/health/live?other=1'])(
    'refuses %s, a parameter that no route reads',
    async (path) => {
      const { status, body } = await registry.call('GET', path);
      expect({ status, errors: body.errors }).toEqual({
        status: 400,
        errors: [{ pointer: '/other', message: 'is not a known member' }],
      });
    },
  );

  it('takes a parameter that a route reads by its name', async () => {
    expect(await registry.call('GET', '/echo/named/x?as=y')).toMatchObject({
      status: 200,
      body: { name: 'x', as: 'y' },
    });
  });

  it('refuses what arrives while it closes, as a problem', async () => {
    const closing = await TestRegistry.start({ module: EchoModule });
    closing.app.getHttpAdapter().beforeClose?.();
    const answer = await closing.call('GET', '/health/live');
    expect(answer).toMatchObject({
      status: 503,
      headers: { connection: 'close', 'retry-after': '1', 'content-type': PROBLEM },
      body: { code: 'unavailable' },
    });
    await closing.close();
  });

  describe('over a socket', () => {
    let origin: string;

    beforeAll(async () => {
      await registry.app.listen(0, '127.0.0.1');
      const { port } = registry.app.getHttpServer().address() as AddressInfo;
      origin = `http://127.0.0.1:${port}`;
    });

    const speak = async (text: string): Promise<string> => {
      const socket = net.connect(Number(new URL(origin).port), '127.0.0.1');
      socket.end(text);
      const said: Buffer[] = [];
      for await (const part of socket) said.push(part);
      return Buffer.concat(said).toString();
    };

    it.each([
      'nonsense\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`,
      'POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ])('answers what is no request, %#, with a problem, and closes', async (text) => {
      const said = await speak(text);
      expect(said).toMatch(
        /^HTTP\/1\.1 400 Bad Request\r\nContent-Type: application\/problem\+json/,
      );
      expect(JSON.parse(said.split('\r\n\r\n')[1]!)).toMatchObject({ code: 'invalid-request' });
    });

    it('shows the pages that explain the API, with styles of their own and nothing from elsewhere', async () => {
      const page = await fetch(`${origin}/docs`);
      expect(page.url).toBe(`${origin}/docs/`);
      expect(page.headers.get('content-security-policy')).toContain(
        "style-src 'self' 'unsafe-inline'",
      );
      const html = await page.text();
      expect(html).toContain('swagger-ui-bundle.js');
      expect(html).not.toMatch(/(src|href)=["'](https?:)?\/\//);
      const script = await fetch(`${origin}/docs/swagger-ui-init.js`);
      expect(await script.text()).toContain('/openapi.json');
      const bundle = await fetch(`${origin}/docs/swagger-ui-bundle.js`);
      expect({ status: bundle.status, size: (await bundle.text()).length > 1e6 }).toEqual({
        status: 200,
        size: true,
      });
      expect(bundle.headers.has('x-powered-by')).toBe(false);
      const nothing = await fetch(`${origin}/docs/nothing`);
      expect(await nothing.json()).toMatchObject({ status: 404, code: 'not-found' });
    });
  });
});
