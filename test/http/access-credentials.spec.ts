import { createHmac, createPublicKey, createSign, generateKeyPairSync } from 'node:crypto';
import { AccessApp, BASE_URL, sign, withKey, withToken, type Keyed } from '../support/access-app';

const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

describe('credentials', () => {
  let app: AccessApp;
  let other: number;
  let client: Keyed;

  beforeAll(async () => {
    app = await AccessApp.start();
    other = await app.addInstance();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    client = await app.register(['procurement']);
  });

  const me = (credentials: { headers: Record<string, string> }, instance = 0) =>
    app.call('GET', '/probe/me', { ...credentials, instance });
  const statuses = async (...credentials: { headers: Record<string, string> }[]) => {
    const answers = credentials.flatMap((each) => [me(each, 0), me(each, other)]);
    return (await Promise.all(answers)).map(({ status }) => status);
  };

  describe('an API key', () => {
    it('stands for its caller', async () => {
      expect(await me(withKey(client.apiKey))).toMatchObject({
        status: 200,
        body: {
          id: client.id,
          kind: 'client',
          name: 'Purchase desk',
          agency: 'DHS',
          roles: ['procurement'],
          person: null,
        },
      });
    });

    it('stands for the same person as every other credential of that person', async () => {
      const person = await app.register(['admin'], { kind: 'person' });
      const machine = await app.register(['admin'], { responsible: person.id });
      const [own, through] = [await me(withKey(person.apiKey)), await me(withKey(machine.apiKey))];
      expect([own.body.person, through.body.person]).toEqual([person.id, person.id]);
    });

    it('is told apart from others of simultaneous requests', async () => {
      const callers = await Promise.all(
        Array.from({ length: 8 }, () => app.register(['procurement'])),
      );
      const asked = Array.from({ length: 64 }, (_, index) => callers[index % 8]!);
      const answers = await Promise.all(asked.map(({ apiKey }) => me(withKey(apiKey))));
      expect(answers.map(({ body }) => body.id)).toEqual(asked.map(({ id }) => id));
    });

    it('that is revoked opens nothing on any instance, nor does a token bought with it', async () => {
      const token = await app.buyToken(client);
      const credentials = [withKey(client.apiKey), withToken(token)];
      expect(await statuses(...credentials)).toEqual([200, 200, 200, 200]);
      await app.revoke(client);
      expect(await statuses(...credentials)).toEqual([401, 401, 401, 401]);
    });

    it('opens nothing from the moment on at which it expires', async () => {
      const expiresAt = new Date(app.clock.now().getTime() + 5000);
      const keyed = await app.register(['procurement'], { key: { expiresAt } });
      const token = await app.buyToken(keyed);
      const credentials = [withKey(keyed.apiKey), withToken(token)];
      app.clock.advance(4999);
      expect(await statuses(...credentials)).toEqual([200, 200, 200, 200]);
      app.clock.advance(1);
      expect(await statuses(...credentials)).toEqual([401, 401, 401, 401]);
    });

    it('of a disabled caller opens nothing on any instance', async () => {
      const token = await app.buyToken(client);
      await app.disable(client.id);
      expect(await statuses(withKey(client.apiKey), withToken(token))).toEqual([
        401, 401, 401, 401,
      ]);
    });

    it('of a client whose person is disabled opens nothing on any instance', async () => {
      const person = await app.register([], { kind: 'person' });
      const machine = await app.register(['procurement'], { responsible: person.id });
      const token = await app.buyToken(machine);
      expect(await statuses(withKey(machine.apiKey))).toEqual([200, 200]);
      await app.disable(person.id);
      expect(await statuses(withKey(machine.apiKey), withToken(token))).toEqual([
        401, 401, 401, 401,
      ]);
    });

    it('loses a role at once, on every instance', async () => {
      const admin = await app.register(['admin'], { kind: 'person' });
      const asAdmin = (instance: number) =>
        app.call('GET', '/probe/admin', { ...withKey(admin.apiKey), instance });
      expect((await asAdmin(other)).status).toBe(200);
      await app.giveRoles(admin.id, ['procurement']);
      expect([(await asAdmin(0)).status, (await asAdmin(other)).status]).toEqual([403, 403]);
    });

    it('of an admin client loses the role with its person', async () => {
      const person = await app.register(['admin'], { kind: 'person' });
      const machine = await app.register(['admin', 'procurement'], { responsible: person.id });
      expect((await me(withKey(machine.apiKey))).body.roles).toEqual(['admin', 'procurement']);
      await app.giveRoles(person.id, ['procurement']);
      expect((await me(withKey(machine.apiKey), other)).body.roles).toEqual(['procurement']);
    });

    it('that is wrong is refused in the same words, whatever is wrong with it', async () => {
      const revoked = await app.register(['procurement']);
      await app.revoke(revoked);
      const { apiKey } = client;
      const wrong = [
        `${apiKey.slice(0, -1)}${apiKey.endsWith('A') ? 'E' : 'A'}`,
        `avr_${'a'.repeat(16)}${apiKey.slice(20)}`,
        revoked.apiKey,
        `${apiKey} `.repeat(2),
        apiKey.toUpperCase(),
        apiKey.slice(0, 20),
        `avr_${apiKey.slice(4, 20)}_${'A'.repeat(43)}`,
        '',
      ];
      const answers = await Promise.all(wrong.map((key) => me(withKey(key))));
      for (const { status, headers, body } of answers) {
        expect(status).toBe(401);
        expect(headers['www-authenticate']).toBe('Bearer realm="registry"');
        expect(body).toMatchObject({
          code: 'unauthenticated',
          detail: 'The API key is not valid.',
        });
      }
    });
  });

  describe('a bearer token', () => {
    it('stands for the caller whose key bought it', async () => {
      const token = await app.buyToken(client);
      expect(await me(withToken(token), other)).toMatchObject({
        status: 200,
        body: { id: client.id },
      });
    });

    it('is taken whatever the case of its scheme', async () => {
      const token = await app.buyToken(client);
      const answer = await me({ headers: { authorization: `bearer ${token}` } });
      expect(answer.status).toBe(200);
    });

    it('ends when it says, also where it was seen before', async () => {
      const token = await app.buyToken(client);
      app.clock.advance(599_999);
      expect(await statuses(withToken(token))).toEqual([200, 200]);
      app.clock.advance(1);
      expect(await statuses(withToken(token))).toEqual([401, 401]);
    });

    const claim = (change: Record<string, unknown>) => () =>
      sign({ ...app.claims(client), ...change }, app.tokenKey);
    const header = (change: Record<string, unknown>) => () =>
      sign(app.claims(client), app.tokenKey, change);
    const encode = (value: unknown): string =>
      Buffer.from(JSON.stringify(value)).toString('base64url');
    const byHand = (head: object, signature: (signed: string) => string): string => {
      const signed = `${encode(head)}.${encode(app.claims(client))}`;
      return `${signed}.${signature(signed)}`;
    };
    const altered = async (place: 1 | 2, change: (part: string) => string): Promise<string> => {
      const parts = (await app.buyToken(client)).split('.');
      return parts.map((part, index) => (index === place ? change(part) : part)).join('.');
    };
    const hmac = (secret: string) => (signed: string) =>
      createHmac('sha256', secret).update(signed).digest('base64url');
    const rsa = (signed: string): string =>
      createSign('RSA-SHA256').update(signed).sign(app.tokenKey, 'base64url');
    const publicPem = (): string =>
      createPublicKey(app.tokenKey).export({ type: 'spki', format: 'pem' }) as string;

    it('is genuine when nothing is wrong with it', async () => {
      const [made, byRsa] = [await claim({})(), byHand({ alg: 'RS256', typ: 'at+jwt' }, rsa)];
      expect(await statuses(withToken(made), withToken(byRsa))).toEqual([200, 200, 200, 200]);
    });

    it.each<[string, () => string | Promise<string>]>([
      ['that has expired', claim({ exp: Date.parse('2026-06-01T11:59:59Z') / 1000 })],
      ['that never expires', claim({ exp: undefined })],
      ['that does not say when it was issued', claim({ iat: undefined })],
      ['that is not valid yet', claim({ nbf: Date.parse('2036-01-01T00:00:00Z') / 1000 })],
      ['for another audience', claim({ aud: 'https://elsewhere.example.gov' })],
      ['for an audience that only begins alike', claim({ aud: `${BASE_URL}/` })],
      ['for no audience', claim({ aud: undefined })],
      ['of another issuer', claim({ iss: 'https://elsewhere.example.gov' })],
      ['of no issuer', claim({ iss: undefined })],
      ['that names no key', claim({ avr_key: undefined })],
      ['that names a key that is none', claim({ avr_key: '\0' })],
      ['that names an unknown key', claim({ avr_key: 'a'.repeat(16) })],
      ['that names no caller', claim({ sub: undefined })],
      ['that is an ID token', header({ typ: 'JWT' })],
      ['of no type', header({ typ: undefined })],
      [
        'with a critical extension that is unknown',
        () => byHand({ alg: 'RS256', typ: 'at+jwt', crit: ['exp2'], exp2: 1 }, rsa),
      ],
      ['signed by a stranger', () => sign(app.claims(client), stranger)],
      [
        'signed by a stranger who brings the key along',
        () =>
          sign(app.claims(client), stranger, {
            jwk: createPublicKey(stranger).export({ format: 'jwk' }),
            jku: 'https://elsewhere.example.gov/jwks.json',
          }),
      ],
      [
        'of another algorithm of the same key',
        () => sign(app.claims(client), app.tokenKey, { alg: 'PS256' }),
      ],
      ['without a signature', () => byHand({ alg: 'none', typ: 'at+jwt' }, () => '')],
      [
        'without a signature, said otherwise',
        () => byHand({ alg: 'None', typ: 'at+jwt' }, () => ''),
      ],
      [
        'signed with the public key as a shared secret',
        () => byHand({ alg: 'HS256', typ: 'at+jwt' }, hmac(publicPem())),
      ],
      [
        'signed with the public key as a shared secret, without its last line end',
        () => byHand({ alg: 'HS256', typ: 'at+jwt' }, hmac(publicPem().trim())),
      ],
      ['whose signature is another', () => altered(2, (part) => `${part.slice(0, -4)}AAAA`)],
      ['whose signature is missing', () => altered(2, () => '')],
      [
        'whose claims are altered',
        () => altered(1, () => encode({ ...app.claims(client), roles: ['admin'] })),
      ],
      ['that is none', () => 'abc'],
      ['that is none, in three parts', () => 'a.b.c'],
      ['that is empty', () => ''],
      ['that is longer than any', () => `a.${'b'.repeat(9000)}.c`],
    ])('%s opens nothing', async (_, token) => {
      const { status, headers, body } = await me(withToken(await token()));
      expect(status).toBe(401);
      expect(headers['www-authenticate']).toBe('Bearer realm="registry", error="invalid_token"');
      expect(body).toMatchObject({
        code: 'invalid-token',
        detail:
          'The bearer token is malformed, expired, revoked, or was not issued for this service.',
      });
    });

    it('opens nothing in the name of another than the owner of its key', async () => {
      const admin = await app.register(['admin'], { kind: 'person' });
      const token = await claim({ sub: admin.id, client_id: admin.id })();
      expect(await statuses(withToken(token))).toEqual([401, 401]);
    });

    it('says nothing of roles: those of the registry count', async () => {
      const token = await claim({ roles: ['admin'], scope: 'admin', groups: ['admin'] })();
      expect((await me(withToken(token))).body.roles).toEqual(['procurement']);
    });
  });
});

describe('the guard', () => {
  let app: AccessApp;
  let client: Keyed;

  beforeAll(async () => {
    app = await AccessApp.start();
    client = await app.register(['procurement']);
  });
  afterAll(() => app.close());

  it.each(['/probe/me', '/probe/admin', '/v1/clients'])('asks who is calling: %s', async (url) => {
    const { status, headers, body } = await app.call('GET', url);
    expect(status).toBe(401);
    expect(headers['www-authenticate']).toBe('Bearer realm="registry"');
    expect(body).toMatchObject({ code: 'unauthenticated', status: 401, instance: url });
  });

  it('lets anyone through where a route says so, whatever comes with the request', async () => {
    expect((await app.call('GET', '/probe/anyone')).status).toBe(200);
    expect((await app.call('GET', '/probe/anyone', withToken('nonsense'))).status).toBe(200);
  });

  it('lets no cache give the answer of one caller to another', async () => {
    const { headers } = await app.call('GET', '/probe/me', withKey(client.apiKey));
    expect(headers['cache-control']).toBe('private, no-cache');
  });

  it('names the roles that a route takes', async () => {
    const { status, body } = await app.call('GET', '/probe/admin', withKey(client.apiKey));
    expect(status).toBe(403);
    expect(body).toMatchObject({ code: 'forbidden', roles: ['admin'] });
    expect(body.detail).toContain('admin');
  });

  it('keeps a route closed that says nothing, though its class says much', async () => {
    expect((await app.call('POST', '/probe/forgotten')).status).toBe(401);
    const known = await app.call('POST', '/probe/forgotten', withKey(client.apiKey));
    expect(known).toMatchObject({ status: 403, body: { code: 'forbidden', roles: [] } });
  });

  it('takes no request with two credentials, even of one caller', async () => {
    const token = await app.buyToken(client);
    const headers = { 'x-api-key': client.apiKey, authorization: `Bearer ${token}` };
    const { status, body } = await app.call('GET', '/probe/me', { headers });
    expect(status).toBe(401);
    expect(body.code).toBe('unauthenticated');
  });

  it.each(['Basic YWRtaW46YWRtaW4=', 'Bearerabc', 'Digest x', ''])(
    'takes no other scheme: %j',
    async (authorization) => {
      const answer = await app.call('GET', '/probe/me', { headers: { authorization } });
      expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    },
  );

  it.each(['Bearer', 'Bearer a b', 'Bearer <script>'])(
    'takes no malformed token: %j',
    async (it) => {
      const answer = await app.call('GET', '/probe/me', { headers: { authorization: it } });
      expect(answer).toMatchObject({ status: 401, body: { code: 'invalid-token' } });
    },
  );
});
