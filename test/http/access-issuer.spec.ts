import { calculateJwkThumbprint, createLocalJWKSet, jwtVerify, type JWK } from 'jose';
import { AccessApp, BASE_URL, withToken, type Keyed } from '../support/access-app';

describe('the embedded issuer', () => {
  let app: AccessApp;
  let client: Keyed;
  let other: Keyed;

  beforeAll(async () => {
    app = await AccessApp.start();
    client = await app.register(['procurement']);
    other = await app.register(['procurement']);
  });
  afterAll(() => app.close());

  const form = (change: Record<string, string> = {}) => ({
    grant_type: 'client_credentials',
    client_id: client.id,
    client_secret: client.apiKey,
    ...change,
  });
  const basic = (id: string, secret: string) => ({
    authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
  });

  describe('POST /oauth/token', () => {
    it('gives an access token of ten minutes that any verifier of RFC 9068 takes', async () => {
      const { status, headers, body } = await app.requestToken(form());
      expect(status).toBe(200);
      expect(headers).toMatchObject({ 'cache-control': 'no-store', pragma: 'no-cache' });
      expect(body).toEqual({
        access_token: expect.any(String),
        token_type: 'Bearer',
        expires_in: 600,
      });
      const keys = createLocalJWKSet((await app.call('GET', '/.well-known/jwks.json')).body);
      const { payload, protectedHeader } = await jwtVerify(body.access_token, keys, {
        ...{ issuer: BASE_URL, audience: BASE_URL, typ: 'at+jwt', algorithms: ['RS256'] },
        currentDate: app.clock.now(),
        requiredClaims: ['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti'],
      });
      expect(payload).toMatchObject({ sub: client.id, client_id: client.id });
      expect(payload).not.toHaveProperty('roles');
      expect(protectedHeader.kid).toEqual(expect.any(String));
      expect(body.access_token).not.toContain(client.apiKey.slice(-43));
    });

    it('takes the secret in the Authorization header as well', async () => {
      const { client_id, client_secret, ...rest } = form();
      const answer = await app.requestToken(rest, basic(client_id, client_secret));
      expect(answer.status).toBe(200);
      const escaped = basic(client_id.replaceAll('-', '%2D'), client_secret.replaceAll('_', '%5F'));
      expect((await app.requestToken(rest, escaped)).status).toBe(200);
    });

    it('gives people tokens for their keys too', async () => {
      const person = await app.register(['auditor'], { kind: 'person' });
      const { body } = await app.call('GET', '/probe/me', withToken(await app.buyToken(person)));
      expect(body).toMatchObject({ id: person.id, kind: 'person', person: person.id });
    });

    it('gives no token that outlives its key', async () => {
      const expiresAt = new Date(app.clock.now().getTime() + 90_000);
      const { id, apiKey } = await app.register(['procurement'], { key: { expiresAt } });
      const { body } = await app.requestToken(form({ client_id: id, client_secret: apiKey }));
      expect(body.expires_in).toBe(90);
    });

    it('ignores parameters that it does not know, and takes its own name for a resource', async () => {
      const asked = form({ foo: 'bar', resource: BASE_URL, audience: 'x', scope: '' });
      expect((await app.requestToken(asked)).status).toBe(200);
    });

    it.each<[string, number, () => [Record<string, string>, Record<string, string>?]]>([
      ['invalid_request', 400, () => [{ client_id: client.id, client_secret: client.apiKey }]],
      ['unsupported_grant_type', 400, () => [form({ grant_type: 'password' })]],
      ['invalid_scope', 400, () => [form({ scope: 'admin' })]],
      ['invalid_target', 400, () => [form({ resource: 'https://elsewhere.example.gov' })]],
      ['invalid_request', 400, () => [form(), basic(client.id, client.apiKey)]],
      [
        'invalid_request',
        400,
        () => [
          { grant_type: 'client_credentials', client_id: other.id },
          basic(client.id, client.apiKey),
        ],
      ],
      ['invalid_client', 401, () => [{ grant_type: 'client_credentials' }]],
      ['invalid_client', 401, () => [form({ client_secret: 'guessed' })]],
      ['invalid_client', 401, () => [form({ client_secret: other.apiKey })]],
      ['invalid_client', 401, () => [form({ client_id: other.id })]],
      ['invalid_client', 401, () => [form({ client_id: '' })]],
      ['invalid_client', 401, () => [form({ client_id: '\0' })]],
      [
        'invalid_client',
        401,
        () => [form({ client_secret: `${client.apiKey.slice(0, 21)}${'A'.repeat(43)}` })],
      ],
      [
        'invalid_client',
        401,
        () => [{ grant_type: 'client_credentials' }, { authorization: 'Basic !!!' }],
      ],
      [
        'invalid_client',
        401,
        () => [{ grant_type: 'client_credentials' }, { authorization: `Bearer ${client.apiKey}` }],
      ],
      ['invalid_client', 401, () => [{ grant_type: 'client_credentials' }, basic('%', '%E0%A4%A')]],
    ])('answers %s (%i)', async (error, expected, request) => {
      const { status, headers, body } = await app.requestToken(...request());
      expect(status).toBe(expected);
      expect(body).toEqual({ error, error_description: expect.any(String) });
      expect(headers).toMatchObject({ 'cache-control': 'no-store', pragma: 'no-cache' });
      expect(headers['content-type']).toMatch(/^application\/json/);
      const challenge = headers['www-authenticate'];
      expect(challenge).toBe(expected === 401 ? 'Basic realm="registry"' : undefined);
      expect(JSON.stringify(body)).not.toContain('avr_');
    });

    it('tells no one whether a client is unknown or its secret wrong', async () => {
      const answers = await Promise.all(
        [
          form({ client_id: '0198c0de-0000-7000-8000-000000000000' }),
          form({ client_secret: `avr_${'a'.repeat(16)}_${'A'.repeat(43)}` }),
          form({ client_secret: `${client.apiKey.slice(0, 21)}${'A'.repeat(43)}` }),
          form({ client_secret: 'short' }),
        ].map((each) => app.requestToken(each)),
      );
      expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    });

    it('gives no token for a key that is revoked, nor to a caller that is disabled', async () => {
      const revoked = await app.register(['procurement']);
      await app.revoke(revoked);
      const disabled = await app.register(['procurement']);
      await app.disable(disabled.id);
      for (const { id, apiKey } of [revoked, disabled]) {
        const { status } = await app.requestToken(form({ client_id: id, client_secret: apiKey }));
        expect(status).toBe(401);
      }
    });

    it('takes a parameter once only', async () => {
      const body = `${new URLSearchParams(form()).toString()}&grant_type=client_credentials`;
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      expect(await app.call('POST', '/oauth/token', { headers, body })).toMatchObject({
        status: 400,
        body: {
          error: 'invalid_request',
          error_description: 'grant_type is given more than once.',
        },
      });
    });

    it('takes no JSON, and no other route takes a form', async () => {
      expect((await app.call('POST', '/oauth/token', { body: form() })).status).toBe(415);
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        'x-api-key': client.apiKey,
      };
      const answer = await app.call('POST', '/v1/clients', { headers, body: 'name=x' });
      expect(answer.status).toBe(415);
    });

    it('takes an empty form for one without a grant', async () => {
      const { status, body } = await app.requestToken({});
      expect([status, body.error]).toEqual([400, 'invalid_request']);
    });
  });

  it('GET /.well-known/jwks.json shows the public keys and nothing of the private ones', async () => {
    const { status, headers, body } = await app.call('GET', '/.well-known/jwks.json');
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('public, max-age=300');
    expect(body.keys).toEqual([
      { ...{ kty: 'RSA', alg: 'RS256', use: 'sig', kid: THUMBPRINT }, n: TEXT, e: 'AQAB' },
      { ...{ kty: 'OKP', alg: 'EdDSA', use: 'sig', kid: THUMBPRINT }, crv: 'Ed25519', x: TEXT },
    ]);
    const kids = body.keys.map((key: JWK) => calculateJwkThumbprint(key));
    expect(await Promise.all(kids)).toEqual(body.keys.map(({ kid }: JWK) => kid));
  });

  it('GET /.well-known/oauth-authorization-server says what it offers', async () => {
    const { status, body } = await app.call('GET', '/.well-known/oauth-authorization-server');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      issuer: BASE_URL,
      token_endpoint: `${BASE_URL}/oauth/token`,
      jwks_uri: `${BASE_URL}/.well-known/jwks.json`,
      grant_types_supported: ['client_credentials'],
      response_types_supported: [],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    });
  });
});

const TEXT = expect.any(String);
const THUMBPRINT = expect.stringMatching(/^[\w-]{43}$/);
