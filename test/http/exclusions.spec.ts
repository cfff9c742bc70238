import { TestRegistry } from '../support/app';
import { aDebarment, exclude } from '../support/exclusions';
import { change, LAWFUL, registerVendor } from '../support/registry';

const NOW = new Date('2026-06-01T12:00:00.000Z');
const NOBODY = '01980000-0000-7000-8000-0000000000ff';

describe('/v1/exclusions', () => {
  let registry: TestRegistry;
  let acme: string;
  let borealis: string;
  /** By what they are. */
  let ids: Record<'debarment' | 'scheduled' | 'ended' | 'prohibition', string>;

  beforeAll(async () => {
    registry = await TestRegistry.start({ now: NOW });
    acme = await registerVendor(registry);
    borealis = await registerVendor(registry, { name: 'Borealis Fasteners' });
    const debarment = await exclude(registry, aDebarment(acme, { comment: 'As named.' }), {
      effectiveFrom: '2026-01-01T00:00:00Z',
      effectiveTo: '2027-01-01T00:00:00Z',
    });
    const scheduled = await exclude(
      registry,
      aDebarment(borealis, { agency: 'NASA', binds: { agencies: ['NASA'] } }),
      { effectiveFrom: '2026-07-01T00:00:00Z' },
    );
    const ended = await exclude(
      registry,
      aDebarment(borealis, { kind: 'suspension', binds: { agencies: ['DOD'] } }),
      { effectiveFrom: '2025-01-01T00:00:00Z', effectiveTo: '2026-01-01T00:00:00Z' },
    );
    const prohibition = await exclude(registry, {
      ...{ kind: 'prohibition', agency: 'DHS', binds: { groups: ['civilian'] } },
      scope: { whole: false, articles: [{ manufacturer: 'Cobalt' }] },
    });
    ids = { debarment, scheduled, ended, prohibition };
  });
  afterAll(() => registry.close());

  const get = (path: string, key = registry.keys.procurement) =>
    registry.call('GET', path, { key });
  /** What the exclusions found are, newest first. */
  const found = async (query: string): Promise<string[]> => {
    const { status, body } = await get(`/v1/exclusions?${query}`);
    expect(status).toBe(200);
    const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
    return body.items.map(({ id }: { id: string }) => names.get(id));
  };

  it.each([
    ['', ['prohibition', 'ended', 'scheduled', 'debarment']],
    ['active=true', ['prohibition', 'debarment']],
    ['active=false', ['ended', 'scheduled']],
    ['active=true&at=2026-07-01T00:00:00.000Z', ['prohibition', 'scheduled', 'debarment']],
    ['active=true&at=2026-06-30T23:59:59.999Z', ['prohibition', 'debarment']],
    ['active=true&at=2025-12-31T23:59:59.999Z', ['ended']],
    ['agency=nasa', ['scheduled']],
    ['agency=DHS', ['prohibition']],
    ['type=suspension', ['ended']],
    ['binds=NASA', ['prohibition', 'scheduled', 'debarment']],
    ['binds=ARMY', ['ended', 'debarment']],
    ['binds=OFFICE-OF-TESTS', ['prohibition', 'ended', 'debarment']],
    ['binds=ARMY&active=true', ['debarment']],
    ['knownAt=0', []],
  ])('are found by %s', async (query, expected) => {
    expect(await found(query)).toEqual(expected);
  });

  it('are found by the vendor that they name', async () => {
    expect(await found(`vendor=${borealis}`)).toEqual(['ended', 'scheduled']);
    expect(await found(`vendor=${borealis.toUpperCase()}&type=debarment`)).toEqual(['scheduled']);
    expect(await found(`vendor=${NOBODY}`)).toEqual([]);
  });

  it.each(['', '&binds=NASA'])('are read page by page, each once%s', async (filter) => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const next: string = cursor === null ? '' : `&cursor=${cursor}`;
      const { body } = await get(`/v1/exclusions?limit=1${filter}${next}`);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.next;
    } while (cursor !== null);
    const { body } = await get(`/v1/exclusions?limit=200${filter}`);
    expect(seen).toEqual(body.items.map(({ id }: { id: string }) => id));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('are told whole', async () => {
    const { body } = await get(`/v1/exclusions/${ids.debarment}`);
    const segment = {
      ...{ kind: 'debarment', basis: null, agency: 'GSA', vendor: acme },
      affiliates: ['named-only'],
      scope: { whole: true, articles: [], categories: [], uses: [], exempt: [] },
      binds: { agencies: 'all', groups: [], vehicles: [], systems: [] },
      effects: ['award', 'option', 'modification', 'subcontract'],
      ...{ cause: null, citations: [], comment: 'As named.', milestones: [] },
      effective: { from: '2026-01-01T00:00:00.000Z', to: '2027-01-01T00:00:00.000Z' },
      ...{ entry: expect.any(Number), authority: LAWFUL.authority, suspension: null },
    };
    expect(body).toEqual({
      ...{
        id: ids.debarment,
        state: 'in-effect',
        segment,
        timeline: [segment],
        waivers: [],
        milestones: [],
      },
      ...{ at: NOW.toISOString(), position: expect.any(Number) },
    });
  });

  it('stand beside the listings of the vendor that they name', async () => {
    const { body } = await get(`/v1/vendors/${acme}/standing`);
    const { body: alone } = await get(`/v1/vendors/${acme}/exclusions`);
    expect(body.exclusions).toEqual(alone.exclusions);
    expect(body.exclusions.map(({ id }: { id: string }) => id)).toContain(ids.debarment);
    const before = await get(`/v1/vendors/${acme}/standing?at=2000-01-01T00:00:00Z`);
    expect(before.body).toMatchObject({ exclusions: [], listings: [] });
  });

  it('are not known before they were recorded', async () => {
    const { body } = await get(`/v1/exclusions/${ids.prohibition}`);
    const before = `?knownAt=${body.segment.entry}`;
    expect(await get(`/v1/exclusions/${ids.prohibition}${before}`)).toMatchObject({
      status: 404,
      body: { code: 'exclusion-not-found', exclusion: ids.prohibition },
    });
    expect(await get(`/v1/exclusions/${ids.prohibition}?knownAt=999999`)).toMatchObject({
      status: 503,
      body: { code: 'position-not-reached' },
    });
  });

  it.each(['nothing', NOBODY])('has none of the id %s', async (id) => {
    const { status, headers, body } = await get(`/v1/exclusions/${id}`);
    expect(status).toBe(404);
    expect(body).toEqual({
      type: 'http://localhost:3000/problems/exclusion-not-found',
      title: 'No such exclusion',
      ...{ status: 404, code: 'exclusion-not-found', exclusion: id },
      detail: `There is no exclusion ${id}.`,
      instance: `/v1/exclusions/${id}`,
      requestId: headers['x-request-id'],
    });
  });

  it.each([
    ['active=yes', '/active'],
    ['type=ban', '/type'],
    ['vendor=acme', '/vendor'],
    ['at=today', '/at'],
    ['kind=debarment', '/kind'],
    ['cursor=x', '/cursor'],
  ])('can not be asked for by %s', async (query, pointer) => {
    expect(await get(`/v1/exclusions?${query}`)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer }] },
    });
  });

  it('of a vendor are those in effect that name it', async () => {
    expect((await get(`/v1/vendors/${acme}/exclusions`)).body).toMatchObject({
      ...{ vendor: acme, at: NOW.toISOString(), exclusions: [{ id: ids.debarment }] },
    });
    const ofBorealis = async (query: string) =>
      (await get(`/v1/vendors/${borealis}/exclusions${query}`)).body.exclusions;
    expect(await ofBorealis('')).toEqual([]);
    expect(await ofBorealis('?at=2026-07-01T00:00:00Z')).toMatchObject([{ id: ids.scheduled }]);
    expect(await ofBorealis('?at=2025-06-01T00:00:00Z')).toMatchObject([{ id: ids.ended }]);
    expect(await get(`/v1/vendors/${NOBODY}/exclusions`)).toMatchObject({ status: 404 });
    expect(await get(`/v1/vendors/${acme}/exclusions?knownAt=1`)).toMatchObject({ status: 404 });
  });

  it('narrow the search for vendors', async () => {
    const names = async (query: string): Promise<string[]> =>
      (await get(`/v1/vendors?${query}`)).body.items.map(({ name }: { name: string }) => name);
    expect(await names('excluded=true')).toEqual(['Acme Widgets LLC']);
    expect(await names('excluded=false')).toEqual(['Borealis Fasteners']);
    expect(await names('excluded=true&q=borealis')).toEqual([]);
    expect(await get('/v1/vendors?excluded=perhaps')).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/excluded', message: 'must be true or false' }] },
    });
  });

  it('are looked up in the history', async () => {
    const key = registry.keys.auditor;
    const { body } = await get(`/v1/history?exclusion=${ids.debarment}`, key);
    expect(body.items).toMatchObject([
      { type: 'exclusion.imposed', exclusion: ids.debarment, vendors: [acme], correctedBy: [] },
    ]);
    const csv = await get(`/v1/history?exclusion=${ids.debarment}&format=csv`, key);
    expect(csv.body).toContain(ids.debarment);
  });

  it('a vendor that was merged into an excluded one is excluded', async () => {
    const cobalt = await registerVendor(registry, { name: 'Cobalt Cabling' });
    const named = async (): Promise<string[]> =>
      (await get('/v1/vendors?excluded=true')).body.items.map(({ id }: { id: string }) => id);
    expect(await named()).not.toContain(cobalt);
    await change(registry, { action: 'merge-vendors', vendor: acme, duplicate: cobalt });
    expect(await named()).toContain(cobalt);
    expect(await found(`vendor=${cobalt}`)).toEqual(['debarment']);
  });
});
