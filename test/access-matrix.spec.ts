import { SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { ROLES, type Role } from '../src/access/role';
import { KEY_CLAIM } from '../src/access/token-verifier';
import { TokenKey } from '../src/access/token-key';
import { TestRegistry, type Answer, type CallerName } from './support/app';

/** What anyone may ask; all else takes a role. */
const PUBLIC = [
  'POST /oauth/token',
  'GET /.well-known/jwks.json',
  'GET /.well-known/oauth-authorization-server',
  'GET /health/live',
  'GET /health/ready',
];

const SOME_ID = '0198f3a0-0000-7000-8000-000000000000';
const BASE = 'http://localhost:3000';

interface Operation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly allowed: readonly (Role | 'anyone')[];
}

describe('Who may do what', () => {
  let registry: TestRegistry;
  let operations: Operation[];

  beforeAll(async () => {
    registry = await TestRegistry.start({ now: new Date() });
    operations = operationsOf((await registry.call('GET', '/openapi.json')).body);
  });

  afterAll(() => registry.close());

  const ask = ({ method, path }: Operation, credentials: Record<string, string>): Promise<Answer> =>
    registry.call(method, path, {
      headers: credentials,
      ...(method !== 'GET' && method !== 'DELETE' && { body: {} }),
    });

  /** What each operation answers to a caller, where it is not what it should be. */
  async function surprises(
    credentials: Record<string, string>,
    isRight: (answer: Answer, operation: Operation) => boolean,
  ): Promise<string[]> {
    const found: string[] = [];
    for (const operation of operations) {
      const answer = await ask(operation, credentials);
      if (!isRight(answer, operation)) found.push(`${operation.name}: ${answer.status}`);
    }
    return found;
  }

  const isOpen = ({ allowed }: Operation): boolean => allowed.includes('anyone');

  it('is said of every operation', () => {
    expect(operations.length).toBeGreaterThan(20);
    const unsaid = operations.filter(
      ({ name, allowed }) =>
        !(isOpen({ allowed } as Operation)
          ? allowed.length === 1 && PUBLIC.includes(name)
          : allowed.length > 0 &&
            allowed.every((role) => (ROLES as readonly string[]).includes(role))),
    );
    expect(unsaid).toEqual([]);
    const open = operations.filter(isOpen).map(({ name }) => name);
    expect(open.sort()).toEqual([...PUBLIC].sort());
  });

  describe('nothing, for', () => {
    const refused = (credentials: Record<string, string>): Promise<string[]> =>
      surprises(credentials, ({ status, body, headers }, operation) =>
        isOpen(operation)
          ? true
          : status === 401 &&
            ['unauthenticated', 'invalid-token'].includes(body.code) &&
            headers['www-authenticate'] !== undefined,
      );

    const bearer = (token: string): Record<string, string> => ({
      authorization: `Bearer ${token}`,
    });

    const claims = (change: JWTPayload = {}): JWTPayload => {
      const seconds = Math.floor(registry.clock.now().getTime() / 1000);
      const [, keyId = ''] = registry.keys.admin.split('_');
      const subject = registry.callers.admin;
      const own = { iss: BASE, aud: BASE, sub: subject, client_id: subject, [KEY_CLAIM]: keyId };
      return { ...own, iat: seconds, exp: seconds + 300, ...change };
    };

    const signed = (payload: JWTPayload, header: object = {}): Promise<string> => {
      const { kid, privateKey } = registry.app.get(TokenKey);
      return new SignJWT(payload)
        .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid, ...header })
        .sign(privateKey);
    };

    it('nobody', async () => {
      expect(await refused({})).toEqual([]);
    });

    it.each([
      'garbage',
      '',
      'avr_00000000000000000000000000000000_0000000000000000000000000000000000000000000',
    ])('the key %j', async (key) => {
      expect(await refused({ 'x-api-key': key })).toEqual([]);
    });

    it('a key with another secret', async () => {
      const key = registry.keys.admin;
      const other = key.slice(0, -4) + [...key.slice(-4)].reverse().join('');
      expect(await refused({ 'x-api-key': `${other}x` })).toEqual([]);
      expect(await refused({ 'x-api-key': key.slice(0, -1) })).toEqual([]);
    });

    it('two callers at once', async () => {
      const both = { 'x-api-key': registry.keys.admin, ...bearer(await signed(claims())) };
      expect(await refused(both)).toEqual([]);
    });

    it.each(['Bearer', 'Bearer x.y.z', 'Basic YWRtaW46YWRtaW4=', 'Negotiate x'])(
      'the Authorization %j',
      async (authorization) => {
        expect(await refused({ authorization })).toEqual([]);
      },
    );

    it('an expired token', async () => {
      const past = Math.floor(registry.clock.now().getTime() / 1000) - 1;
      expect(await refused(bearer(await signed(claims({ iat: past - 300, exp: past }))))).toEqual(
        [],
      );
    });

    it('a token without an end', async () => {
      const { exp: _, ...endless } = claims();
      expect(await refused(bearer(await signed(endless)))).toEqual([]);
    });

    it('a token for another service', async () => {
      const token = await signed(claims({ aud: 'https://elsewhere.example' }));
      expect(await refused(bearer(token))).toEqual([]);
    });

    it('a token of another issuer', async () => {
      const token = await signed(claims({ iss: 'https://elsewhere.example' }));
      expect(await refused(bearer(token))).toEqual([]);
    });

    it('a token that is no access token', async () => {
      expect(await refused(bearer(await signed(claims(), { typ: 'JWT' })))).toEqual([]);
    });

    it('an unsigned token', async () => {
      const unsigned = new UnsecuredJWT(claims()).encode();
      expect(await refused(bearer(unsigned))).toEqual([]);
      const asAccessToken = [
        Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url'),
        unsigned.split('.')[1],
        '',
      ].join('.');
      expect(await refused(bearer(asAccessToken))).toEqual([]);
    });

    it('a token signed with the public key as if it were a shared secret', async () => {
      const { kid, publicKey } = registry.app.get(TokenKey);
      const token = await new SignJWT(claims())
        .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid })
        .sign(Buffer.from(publicKey.export({ type: 'spki', format: 'pem' })));
      expect(await refused(bearer(token))).toEqual([]);
    });

    it('a token whose end was moved', async () => {
      const [header, , signature] = (await signed(claims())).split('.');
      const later = claims({ exp: Math.floor(registry.clock.now().getTime() / 1000) + 9999 });
      const payload = Buffer.from(JSON.stringify(later)).toString('base64url');
      expect(await refused(bearer([header, payload, signature].join('.')))).toEqual([]);
    });

    it('which the genuine token is not', async () => {
      const opened = await refused(bearer(await signed(claims())));
      expect(opened.length).toBeGreaterThan(20);
    });
  });

  it.each<[CallerName, Role]>([
    ['procurement', 'procurement'],
    ['otherAgency', 'procurement'],
    ['admin', 'admin'],
    ['admin2', 'admin'],
    ['auditor', 'auditor'],
  ])('is what the document says, for %s', async (name, role) => {
    const found = await surprises(
      { 'x-api-key': registry.keys[name] },
      ({ status, body }, { allowed }) => {
        if (allowed.includes('anyone')) return true;
        const isRefused = status === 403 && body.code === 'forbidden';
        return allowed.includes(role) ? !isRefused && status !== 401 && status < 500 : isRefused;
      },
    );
    expect(found).toEqual([]);
  });
});

function operationsOf(document: { readonly paths: Record<string, object> }): Operation[] {
  return Object.entries(document.paths).flatMap(([address, operations]) =>
    Object.entries(operations as Record<string, object>).map(([verb, operation]) => {
      const method = verb.toUpperCase();
      const allowed = (operation as { 'x-allowed-roles'?: Role[] })['x-allowed-roles'] ?? [];
      const path = address.replace(/\{[^}]*\}/g, SOME_ID);
      return { name: `${method} ${address}`, method, path, allowed };
    }),
  );
}
