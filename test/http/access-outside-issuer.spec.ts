import { decodeJwt } from 'jose';
import { AccessApp, withToken } from '../support/access-app';
import { AUDIENCE, ELSEWHERE, OutsideIssuer } from '../support/outside-issuer';

describe('an outside issuer', () => {
  let outside: OutsideIssuer;
  let app: AccessApp;

  const me = (token: string) => app.call('GET', '/probe/me', withToken(token));

  beforeEach(async () => {
    outside = await OutsideIssuer.start();
  });
  afterEach(async () => {
    await app.close();
    await outside.stop();
  });

  const trusting = async (settings: NodeJS.ProcessEnv = {}) => {
    const OIDC_ISSUER = outside.issuer;
    app = await AccessApp.start({ OIDC_ISSUER, OIDC_AUDIENCE: AUDIENCE, ...settings });
    app.clock.set(new Date());
  };
  const mapped = (
    roles: ['procurement'] | ['admin'] = ['procurement'],
    subject = outside.subject,
  ) =>
    app.register(roles, {
      ...(roles[0] === 'admin' && { kind: 'person' }),
      ...{ issuer: outside.issuer, subject },
    });

  it.each([
    ['whose keys are where the settings say', () => ({ OIDC_JWKS_URL: outside.jwksUrl })],
    ['whose keys are where its metadata says', () => ({})],
  ])('%s names who is calling, and no more', async (_, settings) => {
    await trusting(settings());
    const token = await outside.token();
    expect(decodeJwt(token)).toMatchObject({ iss: outside.issuer, aud: AUDIENCE });
    expect(await me(token)).toMatchObject({ status: 401, body: { code: 'invalid-token' } });
    const client = await mapped();
    expect(await me(token)).toMatchObject({
      status: 200,
      body: { id: client.id, roles: ['procurement'] },
    });
  });

  it('lets its tokens in until the caller is disabled, and not a moment longer', async () => {
    await trusting();
    const client = await mapped();
    const token = await outside.token();
    expect((await me(token)).status).toBe(200);
    await app.disable(client.id);
    expect((await me(token)).status).toBe(401);
  });

  it('names no one whom another issuer names so', async () => {
    await trusting();
    await app.register(['procurement'], { issuer: ELSEWHERE, subject: outside.subject });
    expect((await me(await outside.token())).status).toBe(401);
  });

  it('gives no role: the registry does', async () => {
    await trusting();
    await mapped();
    const token = await outside.sign({ sub: outside.subject, roles: ['admin'], scope: 'admin' });
    expect((await me(token)).body.roles).toEqual(['procurement']);
  });

  it('may name a client by client_id, for want of a subject', async () => {
    await trusting();
    const client = await mapped();
    const named = { client_id: outside.subject };
    expect((await me(await outside.sign(named))).body.id).toBe(client.id);
    expect((await me(await outside.sign({ ...named, sub: 'someone else' }))).status).toBe(401);
  });

  it.each<[string, () => Promise<string>]>([
    ['for another service', () => outside.token(ELSEWHERE)],
    ['of a subject that holds NUL', () => outside.sign({ sub: '\0' })],
    ['of a subject that is no text', () => outside.sign({ sub: 7 as unknown as string })],
    ['of no one', () => outside.sign({})],
    ['of a key that it has not', () => outside.sign({ sub: 'purchase-desk' }, { kid: 'other' })],
    ['that is an ID token', () => outside.sign({ sub: 'purchase-desk' }, { typ: 'JWT' })],
    ['in the registry’s own name', () => outside.sign({ iss: 'https://registry.example.gov' })],
  ])('opens nothing by a token %s', async (_, token) => {
    await trusting();
    await mapped();
    expect(await me(await token())).toMatchObject({ status: 401, body: { code: 'invalid-token' } });
  });

  it('is a stranger where the settings do not name it', async () => {
    app = await AccessApp.start();
    app.clock.set(new Date());
    await mapped();
    expect((await me(await outside.token())).status).toBe(401);
  });

  it.each<[string, () => unknown]>([
    ['is down', () => outside.stop()],
    ['answers 500', () => outside.break((_, response) => response.writeHead(500).end())],
    ['answers nonsense', () => outside.break((_, response) => response.end('<html>'))],
    [
      'sends the registry elsewhere',
      () => outside.break((_, response) => response.writeHead(302, { location: '/jwks' }).end()),
    ],
    [
      'says that it is another',
      () =>
        outside.break(
          (_, response) =>
            response.end(JSON.stringify({ issuer: ELSEWHERE, jwks_uri: outside.jwksUrl })),
          '/.well-known',
        ),
    ],
  ])('that %s makes the registry say that it can not tell', async (_, trouble) => {
    await trusting();
    await mapped();
    const token = await outside.token();
    await trouble();
    const answer = await me(token);
    expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(answer.headers['retry-after']).toBe('1');
  });

  it('is left alone while it fails, and is not asked for each made-up key', async () => {
    await trusting({ OIDC_JWKS_URL: outside.jwksUrl });
    await mapped();
    const token = await outside.token();
    outside.break((_, response) => response.writeHead(500).end());
    outside.asked.length = 0;
    for (let turn = 0; turn < 5; turn++) expect((await me(token)).status).toBe(503);
    expect(outside.asked).toEqual(['/jwks']);
  });

  it('whose keys are known may fail: its tokens are told from others all the same', async () => {
    await trusting({ OIDC_JWKS_URL: outside.jwksUrl });
    await mapped();
    expect((await me(await outside.token())).status).toBe(200);
    outside.break((_, response) => response.writeHead(500).end());
    const later = Date.now() + 60_000;
    const clock = jest.spyOn(Date, 'now').mockReturnValue(later);
    try {
      app.clock.set(new Date(later));
      const genuine = await outside.sign({ sub: outside.subject });
      const madeUp = await outside.sign({ sub: outside.subject }, { kid: 'made up' });
      expect((await me(madeUp)).status).toBe(503);
      expect((await me(genuine)).status).toBe(200);
    } finally {
      clock.mockRestore();
    }
  });

  it('is asked once for its keys, however many tokens name others', async () => {
    await trusting({ OIDC_JWKS_URL: outside.jwksUrl });
    await mapped();
    outside.asked.length = 0;
    for (let turn = 0; turn < 5; turn++) {
      const token = await outside.sign({ sub: outside.subject }, { kid: `made up ${turn}` });
      expect((await me(token)).status).toBe(401);
    }
    expect(outside.asked).toEqual(['/jwks']);
  });
});
