import { DEFAULT_THRESHOLDS } from '../../src/screening/domain/thresholds';
import { registerVendors } from '../../src/vendors/register-vendor';
import { TestRegistry, type Answer } from '../support/app';

const NOBODY = '01980000-0000-7000-8000-0000000000ff';
const INSTALLER = { id: 'system', kind: 'system', person: null } as const;

const sumOf = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);

describe('/v1/vendors', () => {
  let registry: TestRegistry;

  beforeAll(async () => {
    registry = await TestRegistry.start();
  });
  afterAll(() => registry.close());

  const asAdmin = (method: string, path: string, body?: unknown, headers = {}) =>
    registry.call(method, path, {
      key: registry.keys.admin,
      headers,
      ...(body !== undefined && { body }),
    });
  const register = (body: object): Promise<Answer> => asAdmin('POST', '/v1/vendors', body);
  const lookUp = (body: object): Promise<Answer> =>
    registry.call('POST', '/v1/vendors/lookup', { key: registry.keys.procurement, body });
  const size = async () => {
    const [head] = await registry.dataSource.query<[{ size: number }]>(
      'SELECT size FROM history_head',
    );
    return head.size;
  };
  let numbers = 100_000_000;
  const aDuns = () => ({ scheme: 'duns', value: String(++numbers) });

  describe('POST /v1/vendors', () => {
    it('registers a vendor and says where it is', async () => {
      const duns = aDuns();
      const answer = await register({
        name: 'Acme Widgets LLC',
        country: 'US',
        identifiers: [duns, { scheme: 'uei', value: 'abc123def456' }],
        names: [{ kind: 'transliteration', name: 'Акме' }],
        authority: { citation: 'FAR 9.104', office: 'GSA' },
        reason: 'New',
      });
      const { id } = answer.body;
      const always = { from: null, to: null };
      expect(answer.status).toBe(201);
      expect(answer.body).toEqual({
        id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
        name: 'Acme Widgets LLC',
        country: 'US',
        identifiers: [
          { ...duns, effective: always },
          { scheme: 'uei', value: 'ABC123DEF456', effective: always },
        ],
        names: [
          { kind: 'legal', name: 'Acme Widgets LLC', script: 'Latn', effective: always },
          { kind: 'transliteration', name: 'Акме', script: 'Cyrl', effective: always },
        ],
        ...{ mergedInto: null, mergedFrom: [] },
        position: await size(),
        warnings: [
          {
            pointer: '/identifiers/1/value',
            message: 'does not end in its check digit: look for a typing error',
          },
        ],
      });
      expect(answer.headers).toMatchObject({
        location: `/v1/vendors/${id}`,
        etag: `"${answer.body.position - 1}"`,
      });
      const read = await registry.call('GET', `/v1/vendors/${id}`, { key: registry.keys.auditor });
      const { warnings: _, ...said } = answer.body;
      expect(read.body).toEqual(said);
      expect(read.headers['etag']).toBe(answer.headers['etag']);
    });

    it('names every member that is at fault', async () => {
      const answer = await register({
        name: 'Acme',
        identifiers: [
          { scheme: 'uei', value: 'x' },
          { scheme: 'lei', value: '969500T3MBS4SQAMHJ45' },
        ],
      });
      expect(answer).toMatchObject({
        status: 400,
        body: {
          code: 'malformed-identifier',
          errors: [{ pointer: '/identifiers/0/value' }, { pointer: '/identifiers/1/value' }],
        },
      });
    });

    it.each([
      [{}, '/name'],
      [{ name: '  ' }, '/name'],
      [{ name: '!!!' }, '/name'],
      [{ name: 'a\ud800' }, '/name'],
      [{ name: 'a\u0000' }, '/name'],
      [{ name: 'x'.repeat(301) }, '/name'],
      [{ name: 'Acme', country: 'us' }, '/country'],
      [{ name: 'Acme', country: 'ZZ' }, '/country'],
      [{ name: 'Acme', identifiers: null }, '/identifiers'],
      [{ name: 'Acme', identifiers: [{ scheme: 'duns', value: 5 }] }, '/identifiers/0/value'],
      [{ name: 'Acme', names: [{ kind: 'nick', name: 'A' }] }, '/names/0/kind'],
      [{ name: 'Acme', names: [{ kind: 'legal', name: 'A' }] }, '/names/0/kind'],
      [{ name: 'Acme', names: Array(51).fill({ kind: 'dba', name: 'A' }) }, '/names'],
      [{ name: 'Acme', authority: { citation: 'x' } }, '/authority/office'],
      [{ name: 'Acme', id: NOBODY }, '/id'],
    ])('refuses %j, and names %s', async (body, pointer) => {
      const before = await size();
      const answer = await register(body);
      expect(answer.status).toBe(400);
      expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(
        pointer,
      );
      expect(await size()).toBe(before);
    });

    it('refuses an identifier that another vendor holds, and says which vendor', async () => {
      const duns = aDuns();
      const { body: first } = await register({ name: 'First', identifiers: [duns] });
      const second = await register({ name: 'Second', identifiers: [duns] });
      expect(second).toMatchObject({
        status: 409,
        body: {
          code: 'identifier-taken',
          errors: [{ pointer: '/identifiers/0/value', message: `belongs to vendor ${first.id}` }],
          holders: [{ ...duns, vendor: first.id }],
        },
      });
    });

    it('registers once what is sent twice under one key', async () => {
      const headers = { 'idempotency-key': 'register-once' };
      const first = await asAdmin('POST', '/v1/vendors', { name: 'Once' }, headers);
      const second = await asAdmin('POST', '/v1/vendors', { name: 'Once' }, headers);
      expect(second.status).toBe(201);
      expect(second.body).toEqual(first.body);
    });
  });

  describe('GET /v1/vendors/{id}', () => {
    it.each([NOBODY, 'x', 'lookup'])('knows no vendor %s', async (id) => {
      const answer = await asAdmin('GET', `/v1/vendors/${id}`);
      expect(answer).toMatchObject({ status: 404, body: { code: 'vendor-not-found' } });
    });

    it('tells what was known at a position', async () => {
      const { body: vendor, headers } = await register({ name: 'Then' });
      const match = { 'if-match': headers['etag'] ?? '' };
      await asAdmin('PATCH', `/v1/vendors/${vendor.id}`, { name: 'Now' }, match);
      const path = `/v1/vendors/${vendor.id}`;
      const then = await asAdmin('GET', `${path}?knownAt=${vendor.position}`);
      expect(then).toMatchObject({
        body: { name: 'Then', position: vendor.position },
        headers: { etag: headers['etag'] },
      });
      expect(await asAdmin('GET', path)).toMatchObject({ body: { name: 'Now' } });
      const before = await asAdmin('GET', `${path}?knownAt=${vendor.position - 1}`);
      expect(before.status).toBe(404);
      const future = await asAdmin('GET', `${path}?knownAt=1000000`);
      expect(future).toMatchObject({ status: 503, body: { code: 'position-not-reached' } });
    });
  });

  describe('PATCH /v1/vendors/{id}', () => {
    it('changes what is given, and keeps the rest', async () => {
      const [old, added] = [aDuns(), aDuns()];
      const { body: vendor, headers } = await register({
        name: 'Old Name',
        country: 'US',
        identifiers: [old],
      });
      const answer = await asAdmin(
        'PATCH',
        `/v1/vendors/${vendor.id}`,
        { name: 'New Name', identifiers: [added] },
        { 'if-match': headers['etag'] },
      );
      const now = registry.clock.now().toISOString();
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({
        name: 'New Name',
        country: 'US',
        identifiers: [
          { ...old, effective: { from: null, to: now } },
          { ...added, effective: { from: now, to: null } },
        ],
        position: await size(),
        warnings: [],
      });
      expect(answer.body.names).toContainEqual({
        kind: 'former',
        name: 'Old Name',
        script: 'Latn',
        effective: { from: now, to: null },
      });
      expect(answer.headers['etag']).toBe(`"${answer.body.position - 1}"`);
    });

    it('is refused without a version, and with another than the present one', async () => {
      const { body: vendor } = await register({ name: 'Versioned' });
      const path = `/v1/vendors/${vendor.id}`;
      expect(await asAdmin('PATCH', path, { name: 'X' })).toMatchObject({
        status: 428,
        body: { code: 'precondition-required' },
      });
      expect(await asAdmin('PATCH', path, { name: 'X' }, { 'if-match': '"0"' })).toMatchObject({
        status: 412,
        body: { code: 'precondition-failed', etag: `"${vendor.position - 1}"` },
      });
    });

    it('lets one of several edits of one version through', async () => {
      const { body: vendor, headers } = await register({ name: 'Raced' });
      const answers = await Promise.all(
        ['A', 'B', 'C', 'D'].map((name) =>
          asAdmin('PATCH', `/v1/vendors/${vendor.id}`, { name }, { 'if-match': headers['etag'] }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    });

    it.each([
      [{ name: null }, '/name'],
      [{ identifiers: null }, '/identifiers'],
      [{ names: null }, '/names'],
      [{ country: 'USA' }, '/country'],
      [{ id: NOBODY }, '/id'],
      [{ identifiers: [{ scheme: 'cage', value: 'IIIII' }] }, '/identifiers/0/value'],
    ])('refuses %j, and names %s', async (body, pointer) => {
      const { body: vendor, headers } = await register({ name: 'Refused' });
      const match = { 'if-match': headers['etag'] };
      const answer = await asAdmin('PATCH', `/v1/vendors/${vendor.id}`, body, match);
      expect(answer.status).toBe(400);
      expect(answer.body.errors[0].pointer).toBe(pointer);
    });

    it('forgets the country when it is given as null', async () => {
      const { body: vendor, headers } = await register({ name: 'Nowhere', country: 'US' });
      const match = { 'if-match': headers['etag'] };
      const path = `/v1/vendors/${vendor.id}`;
      expect(await asAdmin('PATCH', path, { country: null }, match)).toMatchObject({
        status: 200,
        body: { country: null },
      });
    });
  });

  describe('POST /v1/vendors/lookup', () => {
    it.each([
      ['uei', 'C9SMCH1LF538', 'c9smch1lf538'],
      ['cage', '7ABC1', '7abc1'],
      ['duns', '008050242', ' 008050242'],
      ['lei', '969500KSV493XWY0PS33', '969500ksv493xwy0ps33'],
    ])('finds a vendor by its %s', async (scheme, value, asked) => {
      const { body: vendor } = await register({ name: scheme, identifiers: [{ scheme, value }] });
      const answer = await lookUp({ [scheme]: asked });
      const { warnings: _, position: __, ...said } = vendor;
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({
        vendor: said,
        matchedBy: scheme,
        candidates: [],
        warnings: [],
        position: await size(),
      });
    });

    it('finds nobody by an identifier that nobody has, and says what is doubtful about it', async () => {
      expect(await lookUp({ uei: 'TST987654321' })).toMatchObject({ status: 400 });
      expect(await lookUp({ uei: 'TST98765432A' })).toEqual(
        expect.objectContaining({
          status: 200,
          body: {
            vendor: null,
            matchedBy: null,
            candidates: [],
            warnings: [
              {
                pointer: '/uei',
                message: 'does not end in its check digit: look for a typing error',
              },
            ],
            position: await size(),
          },
        }),
      );
    });

    it('finds the one vendor of a name; several are candidates', async () => {
      const first = await register({ name: 'Twin Peaks, Inc.', country: 'US' });
      expect((await lookUp({ name: 'twin peaks INC' })).body).toMatchObject({
        vendor: { id: first.body.id },
        matchedBy: 'name',
      });
      const second = await register({
        name: 'Other',
        country: 'CA',
        names: [{ kind: 'dba', name: 'TWIN PEAKS INC' }],
      });
      expect((await lookUp({ name: 'Twin Peaks Inc' })).body).toMatchObject({
        vendor: null,
        matchedBy: null,
        candidates: [{ id: first.body.id }, { id: second.body.id }],
      });
      expect((await lookUp({ name: 'Twin Peaks Inc', country: 'CA' })).body).toMatchObject({
        vendor: { id: second.body.id },
        candidates: [],
      });
    });

    it('takes whoever only resembles a name for a candidate, and says how', async () => {
      const { body: quibble } = await register({ name: 'Quibblesworth Marine LLC' });
      for (const name of [
        'Quibblesworth Marine',
        'Quiblesworth Marine LLC',
        'Marine Quibblesworth',
      ]) {
        const { status, body } = await lookUp({ name });
        expect([status, body.vendor, body.matchedBy]).toEqual([200, null, null]);
        const [candidate, ...others] = body.candidates;
        expect(others).toEqual([]);
        expect(candidate).toMatchObject({
          id: quibble.id,
          name: 'Quibblesworth Marine LLC',
          resembles: 'Quibblesworth Marine LLC',
        });
        expect(candidate.score).toBeGreaterThanOrEqual(DEFAULT_THRESHOLDS.candidate);
        const parts = candidate.features.map(({ part }: { part: number }) => part);
        expect(sumOf(parts)).toBeCloseTo(candidate.score, 6);
      }
      expect((await lookUp({ name: 'quibblesworth marine L.L.C.' })).body).toMatchObject({
        vendor: { id: quibble.id },
        matchedBy: 'name',
        candidates: [],
      });
    });

    it('looks among the names that were known then', async () => {
      const { body: vendor, headers } = await register({ name: 'Ostermann Dredging' });
      const path = `/v1/vendors/${vendor.id}`;
      const match = { 'if-match': headers['etag'] ?? '' };
      const amended = await asAdmin('PATCH', path, { name: 'Velatrix', names: [] }, match);
      const matched = async (name: string, knownAt: number) => {
        const { body } = await lookUp({ name, knownAt });
        return [body.vendor?.id, body.candidates.map(({ id }: { id: string }) => id)];
      };
      expect(await matched('Ostermann Dredging', vendor.position)).toEqual([vendor.id, []]);
      expect(await matched('Ostermann Dredgin', vendor.position)).toEqual([undefined, [vendor.id]]);
      expect(await matched('Velatrix', vendor.position)).toEqual([undefined, []]);
      expect(await matched('Velatrics', vendor.position)).toEqual([undefined, []]);
      expect(await matched('Velatrix', amended.body.position)).toEqual([vendor.id, []]);
      expect(await matched('Ostermann Dredging', vendor.position - 1)).toEqual([undefined, []]);
    });

    it('takes a vendor of another country for a candidate', async () => {
      const duns = aDuns();
      const { body } = await register({ name: 'Abroad', country: 'CA', identifiers: [duns] });
      expect((await lookUp({ duns: duns.value, country: 'US' })).body).toMatchObject({
        vendor: null,
        candidates: [{ id: body.id }],
      });
    });

    it('tells who held an identifier at an instant, and what was known', async () => {
      const duns = aDuns();
      const { body: vendor, headers } = await register({ name: 'Holder', identifiers: [duns] });
      const path = `/v1/vendors/${vendor.id}`;
      await asAdmin('PATCH', path, { identifiers: [] }, { 'if-match': headers['etag'] });
      const found = async (when: object) =>
        (await lookUp({ duns: duns.value, ...when })).body.vendor?.id ?? null;
      expect(await found({})).toBeNull();
      expect(await found({ at: '2020-01-01T00:00:00.000Z' })).toBe(vendor.id);
      expect(await found({ knownAt: vendor.position })).toBe(vendor.id);
    });

    it.each([
      [{}, ''],
      [{ country: 'US' }, ''],
      [{ duns: '008050242', name: 'Acme' }, '/name'],
      [{ cage: 'x' }, '/cage'],
      [{ id: 'x' }, '/id'],
      [{ name: null }, '/name'],
      [{ name: 'Acme', at: '2020-01-01' }, '/at'],
      [{ ein: '12-3456789' }, '/ein'],
    ])('refuses %j, and names %j', async (body, pointer) => {
      const answer = await lookUp(body);
      expect(answer.status).toBe(400);
      expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(
        pointer,
      );
    });

    it('finds nobody by a name without a word in it', async () => {
      expect((await lookUp({ name: '!!!' })).body).toMatchObject({ vendor: null, candidates: [] });
    });
  });

  describe('GET /v1/vendors', () => {
    const search = (query: Record<string, string>) =>
      registry.call('GET', `/v1/vendors?${new URLSearchParams(query).toString()}`, {
        key: registry.keys.procurement,
      });
    const namesOf = (answer: Answer) =>
      answer.body.items.map(({ name }: { name: string }) => name) as string[];

    it('finds vendors by what resembles any of their names, in any script', async () => {
      await register({
        name: 'Kaspersky Lab, Inc.',
        names: [
          { kind: 'transliteration', name: 'Лаборатория Касперского' },
          { kind: 'dba', name: 'KL North America' },
          { kind: 'transliteration', name: '卡巴斯基实验室' },
        ],
      });
      for (const q of [
        'kasper',
        'LAB kasp',
        'касперского',
        'america kl',
        '卡巴斯基',
        'Kaspersky, Lab.',
        'kaspersky labs',
        'Kasperski Lab',
        'Laboratoriya Kasperskogo',
        'Каспер',
      ]) {
        expect([q, namesOf(await search({ q }))]).toEqual([q, ['Kaspersky Lab, Inc.']]);
      }
      for (const q of ['zzyzx', '%', '_', '\\', "'", '!!!']) {
        expect([q, namesOf(await search({ q }))]).toEqual([q, []]);
      }
    });

    it('says how much each resembles what is asked, and by which name', async () => {
      const { body: vendor } = await register({
        name: 'Thornbury Instruments',
        names: [{ kind: 'dba', name: 'Wexcombe Optics' }],
      });
      expect((await search({ q: 'wexcombe optics' })).body.items).toEqual([
        expect.objectContaining({ id: vendor.id, score: 1, resembles: 'Wexcombe Optics' }),
      ]);
      const [all] = (await search({ limit: '1' })).body.items;
      expect(Object.keys(all)).not.toContain('score');
    });

    it('gives the most alike first, then the first by the legal name', async () => {
      for (const name of ['Zephyrine Boats', 'Zephyrine', 'Zephyrina', 'Acme Zephyrine Boats']) {
        await register({ name });
      }
      const answer = await search({ q: 'zephyrine' });
      const [first, ...others] = namesOf(answer);
      expect(first).toBe('Zephyrine');
      expect(others.sort()).toEqual(['Acme Zephyrine Boats', 'Zephyrina', 'Zephyrine Boats']);
      const scores: number[] = answer.body.items.map(({ score }: { score: number }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(namesOf(await search({ q: 'boats zephyrin' }))[0]).toBe('Zephyrine Boats');
    });

    it('finds no vendor by a name that it does not go by any more', async () => {
      const { body: vendor, headers } = await register({
        name: 'Grubenmann Bridges',
        names: [{ kind: 'dba', name: 'Halfpenny Spans' }],
      });
      expect((await search({ q: 'halfpenny' })).body.items).toHaveLength(1);
      const match = { 'if-match': headers['etag'] ?? '' };
      await asAdmin('PATCH', `/v1/vendors/${vendor.id}`, { name: 'Lintel', names: [] }, match);
      expect((await search({ q: 'halfpenny' })).body.items).toEqual([]);
      expect((await search({ q: 'grubenmann' })).body.items).toMatchObject([
        { id: vendor.id, name: 'Lintel', resembles: 'Grubenmann Bridges' },
      ]);
    });

    it('finds what is misspelt badly, where nothing else comes near', async () => {
      const { body: vendor } = await register({ name: 'Quillfeather' });
      for (const q of ['Quilfeathrr', 'Qillfeathr Pumps']) {
        expect([q, (await search({ q })).body.items]).toEqual([
          q,
          [expect.objectContaining({ id: vendor.id })],
        ]);
      }
    });

    it('finds no more than a hundred', async () => {
      const { dataSource } = registry;
      const vendors = Array.from({ length: 120 }, (_, index) => ({
        ...{ name: `Myriad ${index}`, country: null, identifiers: [], names: [] },
      }));
      await dataSource.transaction((tx) =>
        registerVendors(tx, vendors, INSTALLER, registry.clock.now()),
      );
      const found = new Set<string>();
      let cursor: string | null = null;
      do {
        const answer: Answer = await search({
          ...{ q: 'myriad', limit: '30' },
          ...(cursor !== null && { cursor }),
        });
        for (const { id } of answer.body.items) found.add(id);
        cursor = answer.body.next;
      } while (cursor !== null);
      expect(found.size).toBe(100);
    });

    it.each([
      ['the list of all', '', ['Aardvarkish É', 'aardvarkish a', 'Aardvarkish 10']],
      ['a search by name', 'q=pageable&', ['Pageable Zzyq', 'pageable wyvq', 'Pageable Öxq']],
    ])('gives %s page by page, each vendor once and none left out', async (_, question, more) => {
      const long = 'Pageable '.padEnd(290, '龍');
      for (const name of [...more, 'Pageable б', long]) await register({ name });
      const found = async (limit: number) => {
        const names: string[] = [];
        let path = `/v1/vendors?${question}limit=${limit}`;
        for (let pages = 0; pages < 400 && path !== ''; pages += 1) {
          const answer = await registry.call('GET', path, { key: registry.keys.auditor });
          expect(answer.status).toBe(200);
          names.push(...namesOf(answer));
          path = /<([^>]+)>/.exec(answer.headers['link'] ?? '')?.[1] ?? '';
        }
        return names;
      };
      const whole = await found(200);
      expect(whole).toEqual(expect.arrayContaining([...more, long]));
      expect(await found(question === '' ? 60 : 2)).toEqual(whole);
    });

    it('orders what is as much alike by the legal name', async () => {
      const names = ['Equipoise Zzyq', 'equipoise Wyvq', 'Equipoise Öxqv'];
      for (const name of names) await register({ name });
      const { body } = await search({ q: 'equipoise' });
      expect(new Set(body.items.map(({ score }: { score: number }) => score)).size).toBe(1);
      expect(body.items.map(({ name }: { name: string }) => name)).toEqual([
        ...['Equipoise Öxqv', 'equipoise Wyvq', 'Equipoise Zzyq'],
      ]);
    });

    it('refuses a cursor of another question, or one that was tampered with', async () => {
      await register({ name: 'Cursor A' });
      await register({ name: 'Cursor B' });
      const { body } = await search({ q: 'cursor', limit: '1' });
      expect(await search({ q: 'cursors', limit: '1', cursor: body.next })).toMatchObject({
        status: 400,
        body: { code: 'malformed-cursor' },
      });
      const tampered = Buffer.from(
        Buffer.from(body.next as string, 'base64url')
          .toString()
          .replace('cursor', 'cursos'),
      ).toString('base64url');
      expect(await search({ q: 'cursor', limit: '1', cursor: tampered })).toMatchObject({
        status: 400,
      });
    });

    it.each([
      [{ limit: '0' }, '/limit'],
      [{ limit: '201' }, '/limit'],
      [{ q: ' ' }, '/q'],
      [{ status: 'gone' }, '/status'],
      [{ list: 'A B' }, '/list'],
      [{ uei: 'C9SMCH1LF538' }, '/uei'],
    ])('refuses %j', async (query, pointer) => {
      const answer = await search(query);
      expect(answer.status).toBe(400);
      expect(answer.body.errors[0].pointer).toBe(pointer);
    });
  });

  describe('who may', () => {
    it('register and amend: admins alone', async () => {
      const { body: vendor, headers } = await register({ name: 'Guarded' });
      const match = { 'if-match': headers['etag'] ?? '' };
      for (const key of [registry.keys.procurement, registry.keys.auditor]) {
        expect(
          await registry.call('POST', '/v1/vendors', { key, body: { name: 'X' } }),
        ).toMatchObject({ status: 403 });
        expect(
          await registry.call('PATCH', `/v1/vendors/${vendor.id}`, {
            key,
            headers: match,
            body: {},
          }),
        ).toMatchObject({ status: 403 });
      }
    });

    it('read: all roles, and nobody without credentials', async () => {
      const { body: vendor } = await register({ name: 'Readable' });
      const { procurement, admin, auditor } = registry.keys;
      for (const key of [procurement, admin, auditor]) {
        for (const path of ['/v1/vendors', `/v1/vendors/${vendor.id}`]) {
          expect((await registry.call('GET', path, { key })).status).toBe(200);
        }
        const asked = await registry.call('POST', '/v1/vendors/lookup', {
          key,
          body: { id: vendor.id },
        });
        expect(asked.body).toMatchObject({ vendor: { id: vendor.id }, matchedBy: 'id' });
      }
      expect((await registry.call('GET', '/v1/vendors')).status).toBe(401);
    });
  });
});
