import { EchoModule } from '../support/echo';
import { TestRegistry, type Answer } from '../support/app';

const JSON_TYPE = { 'content-type': 'application/json' };

describe('The body of a request', () => {
  let registry: TestRegistry;

  beforeAll(async () => {
    registry = await TestRegistry.start({ module: EchoModule });
  });

  afterAll(() => registry.close());

  const post = (
    body: string | object,
    headers: Record<string, string> = JSON_TYPE,
  ): Promise<Answer> => registry.call('POST', '/echo', { body, headers });

  const pointersOf = ({ body }: Answer): string[] =>
    body.errors.map(({ pointer }: { pointer: string }) => pointer);

  it('is taken as its class describes it', async () => {
    const body = { name: 'x', inner: { name: 'é\t', at: '2017-07-11T00:00:00+02:00' }, items: [] };
    expect(await post(body)).toMatchObject({
      status: 200,
      body: { ...body, inner: { name: 'é\t', at: '2017-07-10T22:00:00.000Z' } },
    });
  });

  it('is handed on with the members that were sent, and no others', async () => {
    const { body } = await registry.call('POST', '/echo/members', {
      body: { inner: { name: 'x' }, name: 'x' },
    });
    expect(body).toEqual([['name', 'inner'], ['name']]);
  });

  it('may name its charset, where that is UTF-8', async () => {
    const { status } = await post(
      { name: 'x' },
      { 'content-type': 'application/json; charset="UTF-8"' },
    );
    expect(status).toBe(200);
  });

  it.each([
    ['', ['/name', '/name', '/name']],
    ['{}', ['/name', '/name', '/name']],
    ['{"name":5}', ['/name', '/name', '/name']],
    ['{"name":"x","more":1}', ['/more']],
    ['{"name":"x","inner":{"name":"12345678901","at":"2017-07-11"}}', ['/inner/name', '/inner/at']],
    ['{"name":"x","inner":5}', ['/inner']],
    ['{"name":"x","inner":null}', ['/inner']],
    ['{"name":"x","inner":{"name":"x","at":null}}', ['/inner/at']],
    ['{"name":"x","inner":[]}', ['/inner']],
    [
      '{"name":"x","items":[{"name":"x"},{"name":"","a/b~":1}]}',
      ['/items/1/a~1b~0', '/items/1/name', '/items/1/name'],
    ],
    ['{"name":"x","items":[5]}', ['/items/0']],
    ['{"name":"x","items":[{"name":"x"},[]]}', ['/items/1']],
    ['{"name":"x","items":[[{"name":"x"}]]}', ['/items/0']],
    ['{"name":"x","items":{"name":"x"}}', ['/items', '/items']],
    ['{"name":"x","toString":1,"hasOwnProperty":1}', ['/toString', '/hasOwnProperty']],
    ['{"name":"x","then":1}', ['/then']],
    ['{"name":"x","odd/~name":10}', ['/odd~1~0name']],
    ['{"name":"x","__proto__":{"admin":true}}', ['/__proto__']],
    ['{"name":"x","constructor":{"prototype":{}}}', ['/constructor']],
    ['{"name":"x","name":"y"}', ['/name']],
    ['{"name":"a\\u0000"}', ['/name']],
    ['{"name":"\\ud800"}', ['/name']],
    ['{"name":"x","odd/~name":9007199254740993}', ['/odd~1~0name']],
    ['{"name":"x","odd/~name":1e999}', ['/odd~1~0name']],
    [`{"name":${'['.repeat(40)}${']'.repeat(40)}}`, [`/name${'/0'.repeat(31)}`]],
    ['[]', ['']],
    ['null', ['']],
    ['"x"', ['']],
  ])('is refused as %s, naming each member', async (text, pointers) => {
    const answer = await post(text);
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    expect(pointersOf(answer).sort()).toEqual([...pointers].sort());
  });

  it('is refused without its values being repeated', async () => {
    const { body } = await post({ name: 'hunter2hunter2', inner: { name: '', at: 'hunter2' } });
    expect(JSON.stringify(body)).not.toContain('hunter2');
  });

  it('is refused with no more than fifty members named', async () => {
    const members = Array.from({ length: 500 }, (_, index) => [`m${index}`, index]);
    expect(pointersOf(await post(Object.fromEntries(members)))).toHaveLength(50);
  });

  it.each([
    ['{"name":', undefined],
    ['{"name":"hunter2"x}', 17],
    ['{name:1}', 1],
    ['\ufeff{}', undefined],
  ])('is refused as %s, which is not JSON', async (text, offset) => {
    const { status, body } = await post(text);
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'malformed-json' });
    if (offset !== undefined) expect(body.offset).toBe(offset);
    expect(JSON.stringify(body)).not.toContain('hunter2');
  });

  it('is refused where it is not UTF-8', async () => {
    const answer = await registry.app.inject({
      method: 'POST',
      url: '/echo',
      headers: JSON_TYPE,
      payload: Buffer.from([0x22, 0xff, 0x22]),
    });
    expect(answer).toMatchObject({ statusCode: 400 });
  });

  it.each([
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=latin1',
    'nonsense',
  ])('is refused as %s', async (type) => {
    const { status, body } = await post('{"name":"x"}', { 'content-type': type });
    expect({ status, code: body.code }).toEqual({ status: 415, code: 'unsupported-media-type' });
  });

  it('is taken up to a mebibyte, and refused above', async () => {
    const padded = (bytes: number): string => `{"name":"x"${' '.repeat(bytes - 12)}}`;
    expect((await post(padded(1_048_576))).status).toBe(200);
    expect(await post(padded(1_048_577))).toMatchObject({
      status: 413,
      body: { code: 'payload-too-large' },
    });
  });

  it('must be absent or empty where the route reads none', async () => {
    const bare = (body?: string): Promise<Answer> =>
      registry.call('POST', '/echo/bare', body === undefined ? {} : { body, headers: JSON_TYPE });
    expect((await bare()).status).toBe(201);
    expect((await bare('')).status).toBe(201);
    expect((await bare('{}')).status).toBe(201);
    expect(pointersOf(await bare('{"x":1}'))).toEqual(['/x']);
  });
});
