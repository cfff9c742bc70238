import { TestRegistry, type Answer, type CallerName } from '../support/app';
import { EchoModule } from '../support/echo';

const SETTINGS = {
  RATE_LIMIT_READS: '3',
  RATE_LIMIT_WRITES: '2',
  RATE_LIMIT_ADMIN: '4',
  RATE_LIMIT_ANONYMOUS: '5',
};

describe('The budget of a caller', () => {
  let registry: TestRegistry;

  beforeEach(async () => {
    registry = await TestRegistry.start({ module: EchoModule, settings: SETTINGS });
  });

  afterEach(() => registry.close());

  const write = (as: CallerName): Promise<Answer> =>
    registry.call('POST', '/echo/act', { key: registry.keys[as], body: { name: 'x' } });

  const times = async (count: number, call: () => Promise<Answer>): Promise<number[]> => {
    const statuses: number[] = [];
    for (let index = 0; index < count; index += 1) statuses.push((await call()).status);
    return statuses;
  };

  it('is told with each answer', async () => {
    const { headers } = await write('procurement');
    expect(headers).toMatchObject({
      'ratelimit-policy': '"writes";q=2;w=60',
      ratelimit: '"writes";r=1;t=60',
    });
  });

  it('ends with 429, and is whole again after a minute', async () => {
    expect(await times(3, () => write('procurement'))).toEqual([201, 201, 429]);
    registry.clock.advance(20_500);
    const refused = await write('procurement');
    expect(refused).toMatchObject({
      status: 429,
      headers: { 'retry-after': '40', ratelimit: '"writes";r=0;t=40' },
      body: { code: 'too-many-requests', budget: 'writes', retryAfterSeconds: 40 },
    });
    registry.clock.advance(39_500);
    expect((await write('procurement')).status).toBe(201);
  });

  it("is not another caller's, and a flood does not hold up an admin", async () => {
    await times(5, () => write('procurement'));
    expect((await write('otherAgency')).status).toBe(201);
    expect(await times(5, () => write('admin'))).toEqual([201, 201, 201, 201, 429]);
    expect((await write('admin2')).status).toBe(201);
  });

  it('counts reads apart from writes', async () => {
    const read = (): Promise<Answer> =>
      registry.call('GET', '/echo/open', { key: registry.keys.procurement });
    await times(3, () => write('procurement'));
    const { headers } = await read();
    expect(headers['ratelimit']).toBe('"reads";r=2;t=60');
  });

  it("is the address's where nobody is known", async () => {
    const anonymous = (): Promise<Answer> => registry.call('GET', '/problems');
    expect(await times(6, anonymous)).toEqual([200, 200, 200, 200, 200, 429]);
    expect((await write('procurement')).status).toBe(201);
  });

  it('ends for whoever tries credentials, and for nobody else at that address', async () => {
    const guess = (): Promise<Answer> => registry.call('GET', '/echo/closed', { key: 'guess' });
    expect(await times(6, guess)).toEqual([401, 401, 401, 401, 401, 429]);
    expect((await guess()).headers).toHaveProperty('retry-after');
    expect((await write('admin')).status).toBe(201);
  });

  it('is not spent on asking how the service is', async () => {
    const ask = (): Promise<Answer> => registry.call('GET', '/health/live');
    expect(new Set(await times(20, ask))).toEqual(new Set([200]));
    expect((await ask()).headers).not.toHaveProperty('ratelimit');
  });
});
