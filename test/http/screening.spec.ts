import { ALGORITHM } from '../../src/screening/domain/algorithm';
import { NORMALISATION } from '../../src/screening/domain/name-form';
import { DEFAULT_THRESHOLDS, FLOOR } from '../../src/screening/domain/thresholds';
import { TestRegistry, type Answer } from '../support/app';
import { aDebarment, exclude } from '../support/exclusions';
import { change, LAWFUL, registerVendor } from '../support/registry';

const NOW = new Date('2026-06-01T12:00:00.000Z');
const THRESHOLDS = { deny: 0.75, candidate: 0.85 };
const CAGE = { scheme: 'cage', value: '1C2H1' };

interface Candidate {
  readonly vendor: { readonly id: string; readonly name: string };
  readonly score: number;
  readonly features: readonly { readonly part: number }[];
}

describe('/v1/screening', () => {
  let registry: TestRegistry;
  let kaspersky: string;
  let subsidiary: string;
  let kasparov: string;
  /** The exclusion of Kaspersky, and that of what Cobalt makes. */
  let [debarment, prohibition] = ['', ''];

  beforeAll(async () => {
    registry = await TestRegistry.start({
      now: NOW,
      settings: {
        SCREENING_DENY_THRESHOLD: String(THRESHOLDS.deny),
        SCREENING_CANDIDATE_THRESHOLD: String(THRESHOLDS.candidate),
      },
    });
    kaspersky = await registerVendor(registry, {
      name: 'AO Kaspersky Lab',
      country: 'RU',
      identifiers: [CAGE],
      names: [
        { kind: 'transliteration', name: 'АО «Лаборатория Касперского»' },
        { kind: 'transliteration', name: '卡巴斯基' },
      ],
    });
    subsidiary = await registerVendor(registry, { name: 'Wexcombe Threat Research' });
    kasparov = await registerVendor(registry, { name: 'Kasparov Laboratory' });
    const affiliated = await registry.call('POST', `/v1/vendors/${kaspersky}/affiliations`, {
      key: registry.keys.admin,
      body: { kind: 'subsidiary', vendor: subsidiary, ...LAWFUL },
    });
    expect(affiliated.status).toBe(201);
    debarment = await exclude(registry, aDebarment(kaspersky, { affiliates: ['subsidiaries'] }), {
      effectiveFrom: '2026-01-01T00:00:00Z',
    });
    prohibition = await exclude(registry, {
      ...{ kind: 'prohibition', basis: 'statute', agency: 'DHS', binds: { groups: ['civilian'] } },
      scope: {
        whole: false,
        articles: [{ manufacturer: 'Cobalt Telemetry', aliases: ['Zyrquon'] }],
      },
    });
  });
  afterAll(() => registry.close());

  const screen = (body: object, key = registry.keys.procurement): Promise<Answer> =>
    registry.call('POST', '/v1/screening', { key, body });
  const foundBy = async (body: object): Promise<Candidate[]> => {
    const answer = await screen(body);
    expect(answer.status).toBe(200);
    return answer.body.candidates;
  };
  const idsOf = (candidates: readonly Candidate[]) => candidates.map(({ vendor }) => vendor.id);
  const size = async () => {
    const [head] = await registry.dataSource.query<[{ size: number }]>(
      'SELECT size FROM history_head',
    );
    return head.size;
  };

  describe('POST /v1/screening', () => {
    it('says whom a name resembles, how, and whether an exclusion in effect names or reaches it', async () => {
      const before = await size();
      const { status, body } = await screen({ name: 'Kasperski Labs, LLC' });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        version: ALGORITHM.version,
        thresholds: THRESHOLDS,
        form: { words: ['kasperski', 'labs'], legalForm: 'llc', script: 'Latn' },
        articles: [],
        warnings: [],
        position: before,
      });
      const [first] = body.candidates;
      expect(first).toMatchObject({
        vendor: { id: kaspersky, name: 'AO Kaspersky Lab', country: 'RU' },
        resembles: 'AO Kaspersky Lab',
        ...{ excluded: true, exclusions: [debarment], decision: null },
      });
      const sum = first.features.reduce((all: number, { part }: { part: number }) => all + part, 0);
      expect(Math.min(1, Math.max(0, sum))).toBeCloseTo(first.score, 6);
      expect(await size()).toBe(before);
    });

    it.each([
      'Kaspersky Lab',
      'Kasperski Labs',
      'KASPERSKY LAB ZAO',
      'AO "Лаборатория Касперского"',
      'Laboratoriya Kasperskogo',
      'Kaspersky',
      'kaspersky lab, inc.',
      'Lab Kaspersky',
      '卡巴斯基',
      'Kaspersky Lab North America',
    ])('finds the excluded vendor by %j', async (name) => {
      for (const against of ['all', 'excluded']) {
        const [first] = await foundBy({ name, against });
        expect(first).toMatchObject({ vendor: { id: kaspersky }, excluded: true });
        expect(first?.score).toBeGreaterThanOrEqual(THRESHOLDS.deny);
      }
    });

    it('tells who is reached by an exclusion of another, and leaves out who is not where asked', async () => {
      const [reached] = await foundBy({ name: 'Wexcomb Threat Research', against: 'excluded' });
      expect(reached).toMatchObject({
        vendor: { id: subsidiary },
        ...{ excluded: true, exclusions: [debarment] },
      });
      const [free] = await foundBy({ name: 'Kasparov Laboratory' });
      expect(free).toMatchObject({
        vendor: { id: kasparov },
        ...{ score: 1, excluded: false, exclusions: [] },
      });
      const barred = await foundBy({ name: 'Kasparov Laboratory', against: 'excluded' });
      expect(idsOf(barred)).not.toContain(kasparov);
    });

    it.each(['Cobalt Telemetry Inc', 'Cobalt Telemetri', 'zyrquon'])(
      'tells of what %j may make that it is covered',
      async (name) => {
        const { body } = await screen({ name });
        expect(body.articles).toEqual([
          {
            ...{ exclusion: prohibition, manufacturer: 'Cobalt Telemetry', decision: null },
            resembles: expect.stringMatching(/Cobalt Telemetry|Zyrquon/),
            score: expect.any(Number),
            features: expect.any(Array),
          },
        ]);
        expect(body.articles[0].score).toBeGreaterThanOrEqual(THRESHOLDS.deny);
      },
    );

    it('lets the country and identifiers change the score, and rule nobody out', async () => {
      const name = 'Kasperskij Laboratory';
      const [plain] = await foundBy({ name });
      const [same] = await foundBy({ name, country: 'RU' });
      const [other] = await foundBy({ name, country: 'US' });
      expect([same, plain, other].map((one) => one?.vendor.id)).toEqual(Array(3).fill(kaspersky));
      expect(same!.score).toBeGreaterThan(plain!.score);
      expect(other!.score).toBeLessThan(plain!.score);
      const [known] = await foundBy({ name, identifiers: [CAGE] });
      expect(known!.features).toContainEqual(expect.objectContaining({ name: 'identifier' }));
      expect(known!.score).toBeGreaterThan(plain!.score);
    });

    it('finds whoever holds an identifier, whatever it is called', async () => {
      const { body } = await screen({ name: 'Nonesuch Zzyzx', identifiers: [CAGE] });
      expect(body.candidates).toMatchObject([{ vendor: { id: kaspersky }, excluded: true }]);
      const doubtful = await screen({
        name: 'Nonesuch Zzyzx',
        identifiers: [{ scheme: 'uei', value: 'ABC123DEF456' }],
      });
      expect(doubtful.body).toMatchObject({
        candidates: [],
        warnings: [{ pointer: '/identifiers/0/value' }],
      });
    });

    it('gives the most alike first, down to the floor, and no more than are asked for', async () => {
      for (const word of ['Alder', 'Birch', 'Cedar', 'Dogwood']) {
        await registerVendor(registry, { name: `Thistledown ${word} Mill` });
      }
      const all = await foundBy({ name: 'Thistledown Alder Mill' });
      expect(all.length).toBeGreaterThanOrEqual(4);
      expect(all[0]).toMatchObject({ score: 1 });
      const scores = all.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(Math.min(...scores)).toBeGreaterThanOrEqual(FLOOR);
      const two = await foundBy({ name: 'Thistledown Alder Mill', limit: 2 });
      expect(two).toEqual(all.slice(0, 2));
    });

    it('names a merged vendor as what it is known as, by the name of either', async () => {
      const duplicate = await registerVendor(registry, { name: 'Quillfeather Pumps' });
      const survivor = await registerVendor(registry, { name: 'Marchbanks Hydraulics' });
      await change(registry, { action: 'merge-vendors', vendor: survivor, duplicate });
      expect(await foundBy({ name: 'Quillfeather Pump' })).toMatchObject([
        {
          vendor: { id: survivor, name: 'Marchbanks Hydraulics' },
          resembles: 'Quillfeather Pumps',
        },
      ]);
    });

    it('finds a name from when it is known, and no more once it is taken away', async () => {
      const { body: vendor, headers } = await registry.call('POST', '/v1/vendors', {
        key: registry.keys.admin,
        body: { name: 'Sorrelgate', names: [{ kind: 'dba', name: 'Umberwick Towing' }] },
      });
      expect(idsOf(await foundBy({ name: 'Umberwick Towing' }))).toEqual([vendor.id]);
      await registry.call('PATCH', `/v1/vendors/${vendor.id}`, {
        key: registry.keys.admin,
        headers: { 'if-match': headers['etag'] ?? '' },
        body: { names: [] },
      });
      expect(await foundBy({ name: 'Umberwick Towing' })).toEqual([]);
    });

    it('tells what persons found of the name and a candidate, for as long as it counts', async () => {
      const vendor = await registerVendor(registry, { name: 'Drummondville Lathes' });
      const name = 'Drummondvile Lathes';
      const decided = await registry.call('POST', '/v1/screening/decisions', {
        key: registry.keys.admin,
        body: { name, other: vendor, finding: 'not-same', reason: 'Another town.' },
      });
      expect(decided.status).toBe(201);
      const found = { id: decided.body.id, finding: 'not-same', persons: 1 };
      expect(await foundBy({ name: name.toUpperCase() })).toMatchObject([{ decision: found }]);
      expect(await foundBy({ name: 'Drummondville Lathe' })).toMatchObject([{ decision: null }]);
      const { headers } = await registry.call('GET', `/v1/vendors/${vendor}`, {
        key: registry.keys.admin,
      });
      await registry.call('PATCH', `/v1/vendors/${vendor}`, {
        key: registry.keys.admin,
        headers: { 'if-match': headers['etag'] ?? '' },
        body: { country: 'CA' },
      });
      expect(await foundBy({ name })).toMatchObject([{ decision: null }]);
    });

    it.each(['!!!', '—', 'Zzyzx Nonesuch', '龘', 'a'.repeat(300)])(
      'finds nobody by %j',
      async (name) => {
        const { status, body } = await screen({ name });
        expect([status, body.candidates, body.articles]).toEqual([200, [], []]);
      },
    );

    it.each([
      [{}, '/name'],
      [{ name: ' ' }, '/name'],
      [{ name: 'a'.repeat(301) }, '/name'],
      [{ name: 'a\ud800' }, '/name'],
      [{ name: 5 }, '/name'],
      [{ name: 'Acme', country: 'USA' }, '/country'],
      [{ name: 'Acme', country: null }, '/country'],
      [{ name: 'Acme', against: 'none' }, '/against'],
      [{ name: 'Acme', limit: 0 }, '/limit'],
      [{ name: 'Acme', limit: 51 }, '/limit'],
      [{ name: 'Acme', identifiers: [{ scheme: 'cage', value: 'x' }] }, '/identifiers/0/value'],
      [{ name: 'Acme', identifiers: [{ scheme: 'ein', value: '1' }] }, '/identifiers/0/scheme'],
      [{ name: 'Acme', identifiers: [CAGE, CAGE] }, '/identifiers/1'],
      [{ name: 'Acme', vendor: 'x' }, '/vendor'],
    ])('refuses %j, and names %s', async (body, pointer) => {
      const answer = await screen(body);
      expect(answer.status).toBe(400);
      expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(
        pointer,
      );
    });

    it('answers all roles, and nobody without credentials', async () => {
      for (const key of [registry.keys.admin, registry.keys.auditor, registry.keys.otherAgency]) {
        expect((await screen({ name: 'Acme' }, key)).status).toBe(200);
      }
      const nobody = await registry.call('POST', '/v1/screening', { body: { name: 'Acme' } });
      expect(nobody.status).toBe(401);
    });
  });

  describe('GET /v1/screening/algorithm', () => {
    const get = (key: string) => registry.call('GET', '/v1/screening/algorithm', { key });

    it('says how names are compared, from which scores on a likeness counts here, and at what cost', async () => {
      const { status, headers, body } = await get(registry.keys.auditor);
      expect(status).toBe(200);
      expect(headers['cache-control']).toBe('private, max-age=300');
      expect(body).toEqual({
        version: ALGORITHM.version,
        normalisation: { version: NORMALISATION, steps: ALGORITHM.normalisation },
        features: ALGORITHM.features,
        ...{ floor: FLOOR, thresholds: THRESHOLDS },
        costs: ALGORITHM.costs,
      });
      expect(THRESHOLDS).not.toEqual(DEFAULT_THRESHOLDS);
    });

    it('describes each feature that a score is made of', async () => {
      const { body } = await get(registry.keys.admin);
      const described = body.features.map(({ name }: { name: string }) => name);
      const [first] = await foundBy({ name: 'Kasperski Labs', country: 'US', identifiers: [CAGE] });
      for (const feature of first!.features) {
        expect(described).toContain((feature as unknown as { name: string }).name);
      }
    });
  });
});
