import { LapseWatch } from '../../src/proposals/lapse-watch';
import { RecordLapses } from '../../src/proposals/record-lapses';
import { TestRegistry } from '../support/app';
import { breakHistory, mendHistory } from '../support/break-history';
import { change, LAWFUL, openList, registerVendor } from '../support/registry';

const NOW = '2026-06-01T12:00:00.000Z';
const LAPSE = '2026-06-02T12:00:00.000Z';
const JUST_BEFORE = '2026-06-02T11:59:59.999Z';
const NOBODY = '01980000-0000-7000-8000-0000000000ff';

describe('/v1/suspensions', () => {
  let registry: TestRegistry;
  let vendor: string;
  let list: string;

  beforeEach(async () => {
    registry = await TestRegistry.start({ now: new Date(NOW) });
    vendor = await registerVendor(registry, {
      identifiers: [{ scheme: 'cage', value: '0Z0Z9' }],
    });
    list = await openList(registry);
    await change(registry, { action: 'list', vendor, list });
  });
  afterEach(() => registry.close());

  const suspend = (terms: object = {}, key = registry.keys.admin) =>
    registry.call('POST', '/v1/suspensions', { key, body: { ...LAWFUL, vendor, ...terms } });
  const confirm = (id: string, key = registry.keys.admin2) =>
    registry.call('POST', `/v1/suspensions/${id}/confirm`, { key });
  const read = async (path: string, key = registry.keys.auditor) =>
    (await registry.call('GET', path, { key })).body;
  const statusAt = async (at: string) =>
    (await read(`/v1/vendors/${vendor}/standing?at=${at}`)).listings[0].status;
  const stateOf = async (id: string) => (await read(`/v1/suspensions/${id}`)).state;
  const entries = async (type: string) => (await read(`/v1/history?type=${type}`)).items;
  const size = async (): Promise<number> => (await read('/v1/history?limit=1')).position;
  /** What a purchase from the vendor outside all lists is answered. */
  const verdict = async (at?: string) => {
    const question = { vendor: { cage: '0Z0Z9' }, purchase: { channel: 'open-market' }, at };
    const { body } = await registry.call('POST', '/v1/standing', {
      key: registry.keys.procurement,
      body: JSON.parse(JSON.stringify(question)),
    });
    return [body.verdict, ...body.reasons.map(({ code }: { code: string }) => code)];
  };

  describe('on a list', () => {
    it('is in force at once and lapses by itself', async () => {
      const { status, body } = await suspend({ list });
      expect(status).toBe(201);
      expect(body).toMatchObject({
        ...{ state: 'unconfirmed', confirmed: false, list, exclusion: null, lapsesAt: LAPSE },
        entries: [body.position - 1],
      });
      expect(await statusAt(JUST_BEFORE)).toBe('suspended');
      expect(await statusAt(LAPSE)).toBe('listed');
      registry.clock.set(LAPSE);
      expect(await confirm(body.id)).toMatchObject({ status: 409, body: { state: 'lapsed' } });
    });

    it('leaves the open market open', async () => {
      await suspend({ list });
      expect((await verdict())[0]).toBe('eligible');
    });

    it('lasts once another person has confirmed it', async () => {
      const { body } = await suspend({ list });
      expect(await confirm(body.id, registry.keys.admin)).toMatchObject({ status: 403 });
      const confirmed = { state: 'confirmed', confirmed: true, confirmedAt: NOW };
      expect(await confirm(body.id)).toMatchObject({ status: 200, body: confirmed });
      expect(await confirm(body.id)).toMatchObject({ status: 409, body: { state: 'confirmed' } });
      expect(await statusAt('2030-01-01T00:00:00Z')).toBe('suspended');
      await change(registry, { action: 'reinstate', vendor, list });
      expect(await statusAt('2030-01-01T00:00:00Z')).toBe('listed');
    });

    it('is refused where nothing is listed, and where one holds', async () => {
      await suspend({ list });
      expect((await suspend({ list })).body.type).toMatch(/already-suspended$/);
      await change(registry, { action: 'remove', vendor, list });
      expect((await suspend({ list })).body.type).toMatch(/not-listed$/);
    });
  });

  describe('of a vendor as a whole', () => {
    it('takes its listings out of force and bars buying from it at all', async () => {
      const other = await openList(registry, { code: 'b-list' });
      await change(registry, { action: 'list', vendor, list: other });
      const { status, body } = await suspend({ reason: 'Its books are false.' });
      expect(status).toBe(201);
      expect(body).toMatchObject({ list: null, exclusion: expect.any(String), lapsesAt: LAPSE });
      const types = await Promise.all(
        body.entries.map(async (at: number) => (await read(`/v1/history/${at}`)).type),
      );
      expect(types).toEqual(['listing.suspended', 'listing.suspended', 'exclusion.suspended']);
      expect((await read(`/v1/exclusions/${body.exclusion}`)).segment).toMatchObject({
        ...{ kind: 'suspension', agency: 'GSA', vendor, cause: 'Its books are false.' },
        ...{ scope: { whole: true }, binds: { agencies: 'all' }, affiliates: ['named-only'] },
        ...{ effects: ['award', 'option', 'modification', 'subcontract'], comment: null },
        effective: { from: NOW, to: LAPSE },
        suspension: { id: body.id, confirmed: false },
      });
      expect(await statusAt(NOW)).toBe('suspended');
      expect(await verdict()).toEqual(expect.arrayContaining(['ineligible', 'VENDOR_EXCLUDED']));
      expect((await verdict(JUST_BEFORE))[0]).toBe('ineligible');
      expect((await verdict(LAPSE))[0]).toBe('eligible');
    });

    it('needs no listing, and lapses then by the default policy', async () => {
      const alone = await registerVendor(registry, { name: 'Alone Inc.' });
      const notice = { sentAt: '2026-06-01T11:00:00.000Z', method: 'e-mail' };
      const { status, body } = await suspend({ vendor: alone, notice });
      expect(status).toBe(201);
      expect(body).toMatchObject({ lapsesAt: LAPSE, entries: [body.position - 1] });
      expect(await read(`/v1/history/${body.entries[0]}`)).toMatchObject({
        ...{ type: 'exclusion.suspended', exclusion: body.exclusion, vendors: [alone] },
        ...{ before: null, after: { segments: [{ suspension: { confirmed: false } }], notice } },
      });
    });

    it('lapses by the earliest of the policies of its lists', async () => {
      const other = await openList(registry, {
        ...{ code: 'b-list', policy: { suspensionLapsesAfter: 'PT2H' } },
      });
      await change(registry, { action: 'list', vendor, list: other });
      expect((await suspend()).body.lapsesAt).toBe('2026-06-01T14:00:00.000Z');
    });

    it('leaves a listing that is suspended already to that suspension', async () => {
      const { body: first } = await suspend({ list });
      const { status, body } = await suspend();
      expect(status).toBe(201);
      expect(await confirm(first.id)).toMatchObject({ status: 200 });
      expect(await confirm(body.id)).toMatchObject({ status: 200 });
      expect(await statusAt('2030-01-01T00:00:00Z')).toBe('suspended');
    });

    it('is refused while another holds', async () => {
      const { body: first } = await suspend();
      expect(await suspend()).toMatchObject({
        ...{ status: 409 },
        body: { type: expect.stringMatching(/already-excluded$/), exclusion: first.exclusion },
      });
      registry.clock.set(LAPSE);
      expect(await suspend()).toMatchObject({ status: 201 });
    });

    it('lasts once confirmed, on the lists until reinstated, at all until its exclusion is ended', async () => {
      const { body } = await suspend();
      const { status, body: confirmed } = await confirm(body.id);
      expect([status, confirmed.entries.length, confirmed.state]).toEqual([200, 2, 'confirmed']);
      expect(await read(`/v1/history/${confirmed.entries[1]}`)).toMatchObject({
        ...{ type: 'exclusion.suspension-confirmed', exclusion: body.exclusion },
      });
      expect((await read(`/v1/exclusions/${body.exclusion}`)).segment).toMatchObject({
        ...{ effective: { from: NOW, to: null }, suspension: { id: body.id, confirmed: true } },
      });
      await change(registry, { action: 'reinstate', vendor, list });
      expect(await statusAt('2030-01-01T00:00:00Z')).toBe('listed');
      expect((await verdict('2030-01-01T00:00:00Z'))[0]).toBe('ineligible');
      await change(registry, { action: 'end-exclusion', exclusion: body.exclusion });
      expect((await verdict('2030-01-01T00:00:00Z'))[0]).toBe('eligible');
    });

    it('is confirmed for what is left of it', async () => {
      const { body } = await suspend();
      await change(registry, { action: 'reinstate', vendor, list });
      expect(await stateOf(body.id)).toBe('unconfirmed');
      const { body: confirmed } = await confirm(body.id);
      expect(confirmed.entries).toHaveLength(1);
      expect(await statusAt('2030-01-01T00:00:00Z')).toBe('listed');
    });

    it('takes and keeps out of force what stands on its other records', async () => {
      const twin = await registerVendor(registry, { name: 'Acme Widgets' });
      await change(registry, { action: 'merge-vendors', vendor: twin, duplicate: vendor });
      const { body } = await suspend({ vendor: twin });
      expect(body.entries).toHaveLength(2);
      expect((await read(`/v1/history/${body.entries[0]}`)).vendors).toEqual([twin, vendor]);
      await change(registry, { action: 'unmerge-vendors', vendor: twin, duplicate: vendor });
      expect((await confirm(body.id)).body.entries).toHaveLength(2);
      expect(await statusAt('2030-01-01T00:00:00Z')).toBe('suspended');
    });

    it('is refused of a vendor that is known as another', async () => {
      const twin = await registerVendor(registry, { name: 'Acme Widgets' });
      await change(registry, { action: 'merge-vendors', vendor, duplicate: twin });
      expect(await suspend({ vendor: twin })).toMatchObject({
        ...{ status: 409, body: { type: expect.stringMatching(/vendor-merged$/) } },
      });
    });
  });

  describe('when it lapses', () => {
    it('is told from the time, before and after it is recorded', async () => {
      const { body } = await suspend();
      registry.clock.set(JUST_BEFORE);
      expect(await registry.app.get(RecordLapses).execute()).toEqual([]);
      expect(await stateOf(body.id)).toBe('unconfirmed');
      registry.clock.set(LAPSE);
      expect(await stateOf(body.id)).toBe('lapsed');
      expect(await registry.app.get(RecordLapses).execute()).toEqual([body.position]);
      expect(await stateOf(body.id)).toBe('lapsed');
      expect(await registry.app.get(RecordLapses).execute()).toEqual([]);
      expect(await read(`/v1/history/${body.position}`)).toMatchObject({
        ...{ type: 'suspension.lapsed', actor: { id: 'system', kind: 'system' } },
        ...{ vendors: [vendor], exclusion: body.exclusion, recordedAt: LAPSE },
        before: { suspension: body.id, state: 'unconfirmed' },
        after: { suspension: body.id, state: 'lapsed', lapsedAt: LAPSE },
      });
    });

    it('is recorded before the vendor is suspended anew, and before a late confirmation is refused', async () => {
      const { body } = await suspend({ list });
      registry.clock.set('2026-06-03T00:00:00.000Z');
      expect(await confirm(body.id)).toMatchObject({ status: 409, body: { state: 'lapsed' } });
      expect(await entries('suspension.lapsed')).toMatchObject([
        { list, after: { lapsedAt: LAPSE } },
      ]);
      const { position } = (await suspend({ list })).body as { position: number };
      registry.clock.set('2026-06-05T00:00:00.000Z');
      const { body: third } = await suspend({ list });
      expect(third.entries).toEqual([position + 1]);
      expect(await entries('suspension.lapsed')).toHaveLength(2);
    });

    it('records nothing of one that was ended before', async () => {
      const { body } = await suspend({ list });
      await change(registry, { action: 'reinstate', vendor, list });
      expect(await stateOf(body.id)).toBe('ended');
      registry.clock.set(LAPSE);
      expect(await registry.app.get(RecordLapses).execute()).toEqual([]);
      expect(await stateOf(body.id)).toBe('ended');
      expect(await confirm(body.id)).toMatchObject({ status: 409, body: { state: 'ended' } });
    });

    it('is recorded by the watch, which a fault does not end', async () => {
      await suspend();
      registry.clock.set(LAPSE);
      const before = await size();
      const watch = registry.app.get(LapseWatch);
      await breakHistory(registry.dataSource);
      watch.start();
      await watch.onModuleDestroy();
      expect(await size()).toBe(before);
      await mendHistory(registry.dataSource);
      watch.start();
      await watch.onModuleDestroy();
      expect(await size()).toBe(before + 1);
    });
  });

  describe('GET', () => {
    it('gives them newest first, by state and by vendor', async () => {
      const other = await registerVendor(registry, { name: 'Other Inc.' });
      const made: string[] = [];
      for (const terms of [{ vendor: other }, { list }])
        made.unshift((await suspend(terms)).body.id);
      const page = async (query: string) =>
        (await read(`/v1/suspensions${query}`)).items.map(({ id }: { id: string }) => id);
      expect(await page('')).toEqual(made);
      expect(await page(`?vendor=${other}`)).toEqual(made.slice(1));
      await confirm(made[0]!);
      expect(await page('?state=confirmed')).toEqual(made.slice(0, 1));
      expect(await page('?state=unconfirmed')).toEqual(made.slice(1));
      registry.clock.set(LAPSE);
      expect(await page('?state=unconfirmed')).toEqual([]);
      expect(await page('?state=lapsed')).toEqual(made.slice(1));
      const first = await read('/v1/suspensions?limit=1', registry.keys.admin);
      expect(first.items).toMatchObject([{ id: made[0], state: 'confirmed' }]);
      const rest = await read(`/v1/suspensions?limit=1&cursor=${first.next}`);
      expect(rest).toMatchObject({ items: [{ id: made[1] }], next: null });
    });

    it('knows no other state, and no suspension that there is none of', async () => {
      const { auditor: key } = registry.keys;
      expect(await registry.call('GET', '/v1/suspensions?state=open', { key })).toMatchObject({
        ...{ status: 400, body: { errors: [{ pointer: '/state' }] } },
      });
      expect(await registry.call('GET', `/v1/suspensions/${NOBODY}`, { key })).toMatchObject({
        ...{ status: 404, body: { type: expect.stringMatching(/suspension-not-found$/) } },
      });
    });
  });
});
