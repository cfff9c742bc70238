import { AccessApp, withKey, type Keyed } from '../support/access-app';
import { readCanonical } from '../../src/history/domain/entry';

const UNKNOWN = '0198c0de-0000-7000-8000-000000000000';

describe.each([
  ['clients', 'client'],
  ['people', 'person'],
] as const)('/v1/%s', (address, kind) => {
  let app: AccessApp;
  let admin: Keyed;
  let auditor: Keyed;
  let procurement: Keyed;

  beforeAll(async () => {
    app = await AccessApp.start();
    admin = await app.register(['admin'], { kind: 'person', name: 'Ada' });
    auditor = await app.register(['auditor'], { kind: 'person', name: 'Otto' });
    procurement = await app.register(['procurement']);
  });
  afterAll(() => app.close());

  const base = `/v1/${address}`;
  const as = (
    caller: Keyed,
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    { body, headers }: { body?: unknown; headers?: Record<string, string> } = {},
  ) =>
    app.call(method, `${base}${path}`, {
      headers: { ...withKey(caller.apiKey).headers, ...headers },
      ...(body !== undefined && { body }),
    });
  const aCaller = (change: object = {}) => ({
    name: 'Invented',
    agency: 'NASA',
    roles: ['procurement'],
    ...change,
  });
  const created = async (change: object = {}) =>
    (await as(admin, 'POST', '', { body: aCaller(change) })).body;
  const size = async () =>
    (await app.dataSource.query('SELECT size FROM history_head'))[0].size as number;
  const lastEntry = async () => {
    const [row] = await app.dataSource.query(
      'SELECT canonical FROM history_entry ORDER BY position DESC LIMIT 1',
    );
    return readCanonical(row.canonical);
  };

  it('registers, with the address, the version and the position', async () => {
    const { status, headers, body } = await as(admin, 'POST', '', { body: aCaller() });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String),
      kind,
      name: 'Invented',
      agency: 'NASA',
      roles: ['procurement'],
      responsible: null,
      issuer: null,
      subject: null,
      createdAt: '2026-06-01T12:00:00.000Z',
      disabledAt: null,
      position: await size(),
    });
    expect(headers).toMatchObject({
      location: `${base}/${body.id}`,
      etag: `"${body.position - 1}"`,
    });
    expect(await lastEntry()).toMatchObject({
      type: 'caller.created',
      actor: { id: admin.id, kind: 'person', person: admin.id },
    });
    const read = await as(auditor, 'GET', `/${body.id}`);
    expect(read).toMatchObject({ status: 200, body });
    expect(read.headers['etag']).toBe(headers['etag']);
  });

  it('amends the version that was read, and no other', async () => {
    const { id, position } = await created();
    const etag = `"${position - 1}"`;
    const amend = (headers?: Record<string, string>) =>
      as(admin, 'PATCH', `/${id}`, { body: { agency: 'DOE' }, ...(headers && { headers }) });
    expect((await amend()).status).toBe(428);
    const { status, headers, body } = await amend({ 'if-match': etag });
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'Invented', agency: 'DOE', position: await size() });
    expect(headers['etag']).toBe(`"${body.position - 1}"`);
    const late = await amend({ 'if-match': etag });
    expect(late).toMatchObject({ status: 412, body: { code: 'precondition-failed' } });
  });

  it('disables and never deletes', async () => {
    const { id } = await created();
    const { status, body } = await as(admin, 'DELETE', `/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, disabledAt: '2026-06-01T12:00:00.000Z' });
    expect(body.position).toBe(await size());
    expect((await as(admin, 'GET', `/${id}`)).body).toMatchObject({ id, ...body });
    expect((await as(admin, 'DELETE', `/${id}`)).body).toEqual(body);
    const key = await as(admin, 'POST', `/${id}/keys`, { body: {} });
    expect(key).toMatchObject({ status: 409, body: { code: 'caller-disabled' } });
  });

  it('issues a key, shows it once, and takes it away', async () => {
    const { id } = await created();
    const label = 'first';
    const issued = await as(admin, 'POST', `/${id}/keys`, {
      body: { label, expiresAt: '2027-06-01T00:00:00+02:00' },
    });
    expect(issued.status).toBe(201);
    expect(issued.headers).toMatchObject({
      'cache-control': 'no-store',
      location: `${base}/${id}/keys/${issued.body.id}`,
    });
    expect(Object.keys(issued.body).sort()).toEqual(['apiKey', 'id', 'position']);
    expect(issued.body.position).toBe(await size());

    const me = () => app.call('GET', '/probe/me', withKey(issued.body.apiKey));
    expect((await me()).body).toMatchObject({ id });
    const shown = {
      id: issued.body.id,
      label,
      issuedAt: '2026-06-01T12:00:00.000Z',
      expiresAt: '2027-05-31T22:00:00.000Z',
      revokedAt: null,
      position: issued.body.position,
    };
    const page = await as(auditor, 'GET', `/${id}/keys`);
    expect(page.body).toEqual({ items: [shown], next: null, position: shown.position });
    expect((await as(auditor, 'GET', `/${id}/keys/${shown.id}`)).body).toEqual(shown);

    const revoked = await as(admin, 'DELETE', `/${id}/keys/${shown.id}`);
    expect(revoked).toMatchObject({
      status: 200,
      body: { ...shown, revokedAt: '2026-06-01T12:00:00.000Z', position: await size() },
    });
    expect((await me()).status).toBe(401);
    expect((await as(admin, 'DELETE', `/${id}/keys/${shown.id}`)).body).toEqual(revoked.body);
  });

  it('keeps no secret where a key is issued under an Idempotency-Key', async () => {
    const { id } = await created();
    const again = () =>
      as(admin, 'POST', `/${id}/keys`, { body: {}, headers: { 'idempotency-key': id } });
    const { status, body } = await again();
    expect(status).toBe(201);
    const position = await size();
    const repeated = await again();
    expect(repeated.status).toBe(409);
    expect(await size()).toBe(position);
    const rows = await app.dataSource.query('SELECT r::text FROM idempotent_request r');
    expect(JSON.stringify([rows, repeated.body])).not.toContain(body.apiKey.slice(-43));
  });

  it('pages in the order of registration, of this kind only', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 3; count++) ids.push((await created({ agency: 'paged' })).id);
    const first = await as(admin, 'GET', '?agency=paged&limit=2');
    expect(first.body.items.map(({ id }: Keyed) => id)).toEqual(ids.slice(0, 2));
    const next = `?agency=paged&limit=2&cursor=${first.body.next}`;
    const second = await as(admin, 'GET', next);
    expect(second.body).toMatchObject({ items: [{ id: ids[2] }], next: null });
    const foreign = await as(admin, 'GET', `?cursor=${first.body.next}`);
    expect(foreign).toMatchObject({ status: 400, body: { code: 'malformed-cursor' } });
    const all = await as(admin, 'GET', '?limit=200');
    expect(new Set(all.body.items.map((item: { kind: string }) => item.kind))).toEqual(
      new Set([kind]),
    );
  });

  it('finds those of a role, and the disabled', async () => {
    const { id } = await created({ roles: ['auditor'], agency: 'filtered' });
    await created({ agency: 'filtered' });
    await as(admin, 'DELETE', `/${id}`);
    const found = async (query: string) =>
      (await as(auditor, 'GET', `?agency=filtered&${query}`)).body.items.map(
        (item: Keyed) => item.id,
      );
    expect(await found('role=auditor')).toEqual([id]);
    expect(await found('disabled=true')).toEqual([id]);
    expect(await found('disabled=false')).toHaveLength(1);
  });

  it('knows none of the other kind, and no key of another', async () => {
    const others = kind === 'client' ? admin : procurement;
    const { id } = await created();
    const unknown = [
      ['GET', `/${others.id}`],
      ['DELETE', `/${others.id}`],
      ['GET', `/${others.id}/keys`],
      ['POST', `/${others.id}/keys`],
      ['DELETE', `/${others.id}/keys/${others.keyId}`],
      ['GET', `/${UNKNOWN}`],
      ['GET', '/no-uuid'],
      ['DELETE', `/${id}/keys/${others.keyId}`],
      ['GET', `/${id}/keys/none`],
    ] as const;
    for (const [method, path] of unknown) {
      const answer = await as(admin, method, path, method === 'POST' ? { body: {} } : {});
      expect([path, answer.status]).toEqual([path, 404]);
    }
    const patch = { body: { name: 'x' }, headers: { 'if-match': '*' } };
    expect((await as(admin, 'PATCH', `/${others.id}`, patch)).status).toBe(404);
  });

  it.each([
    [{ name: undefined }, '/name'],
    [{ name: ' ' }, '/name'],
    [{ name: 'x'.repeat(201) }, '/name'],
    [{ agency: 7 }, '/agency'],
    [{ roles: undefined }, '/roles'],
    [{ roles: 'admin' }, '/roles'],
    [{ roles: ['root'] }, '/roles'],
    [{ roles: ['admin', 'admin'] }, '/roles'],
    [{ issuer: 'https://login.example.gov' }, '/subject'],
    [{ subject: 'x' }, '/issuer'],
    [{ issuer: 'javascript:alert(1)', subject: 'x' }, '/issuer'],
    [{ kind: 'person' }, '/kind'],
    [{ id: UNKNOWN }, '/id'],
    [{ responsible: 'no uuid' }, '/responsible'],
  ])('refuses %j', async (change, pointer) => {
    const position = await size();
    const { status, body } = await as(admin, 'POST', '', { body: aCaller(change) });
    expect([status, body.code]).toEqual([400, 'invalid-request']);
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
    expect(await size()).toBe(position);
  });

  it('refuses admin and auditor at once', async () => {
    const answer = await as(admin, 'POST', '', { body: aCaller({ roles: ['admin', 'auditor'] }) });
    expect(answer).toMatchObject({ status: 422, body: { code: 'conflicting-roles' } });
  });

  it('refuses a key that would have expired', async () => {
    const { id } = await created();
    const answer = await as(admin, 'POST', `/${id}/keys`, {
      body: { expiresAt: '2026-06-01T12:00:00.000Z' },
    });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/expiresAt' }] } });
  });

  it('is for admins; auditors may read', async () => {
    const { id } = await created();
    const { body: key } = await as(admin, 'POST', `/${id}/keys`, { body: {} });
    const reads = ['', `/${id}`, `/${id}/keys`, `/${id}/keys/${key.id}`];
    for (const path of reads) {
      const statuses = await Promise.all(
        [admin, auditor, procurement].map(async (caller) => (await as(caller, 'GET', path)).status),
      );
      expect([path, ...statuses]).toEqual([path, 200, 200, 403]);
    }
    const writes = [
      ['POST', '', aCaller()],
      ['PATCH', `/${id}`, { name: 'x' }],
      ['POST', `/${id}/keys`, {}],
      ['DELETE', `/${id}/keys/${key.id}`, undefined],
      ['DELETE', `/${id}`, undefined],
    ] as const;
    const position = await size();
    for (const [method, path, body] of writes) {
      for (const caller of [auditor, procurement]) {
        const answer = await as(caller, method, path, { body });
        expect([path, answer.status]).toEqual([path, 403]);
      }
    }
    expect(await size()).toBe(position);
  });
});

describe('one’s own access', () => {
  let app: AccessApp;

  beforeAll(async () => {
    app = await AccessApp.start();
  });
  afterAll(() => app.close());

  it('is changed by another admin only, whichever credential of the person is used', async () => {
    const admin = await app.register(['admin'], { kind: 'person' });
    const machine = await app.register(['admin'], { responsible: admin.id });
    const attempts = (credential: Keyed) =>
      [
        ['PATCH', `/v1/people/${admin.id}`, { roles: ['admin', 'procurement'] }],
        ['PATCH', `/v1/clients/${machine.id}`, { roles: ['procurement'] }],
        ['POST', `/v1/people/${admin.id}/keys`, {}],
        ['POST', `/v1/clients/${machine.id}/keys`, {}],
        ['DELETE', `/v1/people/${admin.id}/keys/${admin.keyId}`, undefined],
        ['DELETE', `/v1/clients/${machine.id}/keys/${machine.keyId}`, undefined],
        ['DELETE', `/v1/people/${admin.id}`, undefined],
        ['DELETE', `/v1/clients/${machine.id}`, undefined],
        [
          'POST',
          '/v1/clients',
          { name: 'x', agency: 'x', roles: ['procurement'], responsible: admin.id },
        ],
      ].map(([method, url, body]) =>
        app.call(method as 'PATCH', url as string, {
          headers: { 'x-api-key': credential.apiKey, 'if-match': '*' },
          body,
        }),
      );
    const answers = await Promise.all([...attempts(admin), ...attempts(machine)]);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      answers.map(() => [403, 'own-access']),
    );
  });
});
