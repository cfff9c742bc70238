import { TestRegistry, type CallerName } from '../support/app';
import { change, LAWFUL, registerVendor } from '../support/registry';

const NOBODY = '01980000-0000-7000-8000-0000000000ff';

describe('/v1/vendors/{id}/affiliations', () => {
  let registry: TestRegistry;
  let child: string;
  let parent: string;

  beforeAll(async () => {
    registry = await TestRegistry.start();
  });
  afterAll(() => registry.close());

  beforeEach(async () => {
    child = await registerVendor(registry, { name: 'Child' });
    parent = await registerVendor(registry, { name: 'Parent' });
  });

  const record = (id: string, terms: object, caller: CallerName = 'admin') =>
    registry.call('POST', `/v1/vendors/${id}/affiliations`, {
      key: registry.keys[caller],
      body: { ...LAWFUL, ...terms },
    });
  const read = (id: string, query = '', caller: CallerName = 'procurement') =>
    registry.call('GET', `/v1/vendors/${id}/affiliations${query}`, { key: registry.keys[caller] });

  describe('POST', () => {
    it('records what another vendor is to this one, by one admin', async () => {
      const answer = await record(child, { kind: 'parent', vendor: parent.toUpperCase() });
      expect(answer).toMatchObject({ status: 201 });
      const { id, position } = answer.body;
      const effective = { from: '2026-06-01T12:00:00.000Z', to: null };
      const told = { vendor: { id: parent, name: 'Parent' }, effective, entry: position - 1 };
      expect(answer.body).toEqual({ id, kind: 'parent', ...told, position });
      const { body } = await read(child);
      expect(body).toEqual({
        ...{ vendor: child, at: '2026-06-01T12:00:00.000Z', position },
        affiliations: [{ id, kind: 'parent', ...told }],
      });
    });

    it('takes a period, one that has no beginning too', async () => {
      const period = { effectiveFrom: null, effectiveTo: '2026-01-01T00:00:00Z' };
      const { body } = await record(child, { kind: 'successor', vendor: parent, ...period });
      expect(body.effective).toEqual({ from: null, to: '2026-01-01T00:00:00.000Z' });
    });

    it.each([
      [{ kind: 'uncle' }, '/kind'],
      [{ kind: undefined }, '/kind'],
      [{ vendor: 'nobody' }, '/vendor'],
      [{ effectiveFrom: '2026-01-01' }, '/effectiveFrom'],
      [{ effectiveTo: 5 }, '/effectiveTo'],
      [{ reason: ' ' }, '/reason'],
      [{ authority: undefined }, '/authority'],
      [{ corrects: -1 }, '/corrects'],
      [{ other: NOBODY }, '/other'],
    ])('refuses %j, and names %s', async (terms, pointer) => {
      const answer = await record(child, { kind: 'parent', vendor: parent, ...terms });
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
    });

    it('refuses what can’t be said of the two', async () => {
      const affiliate = { kind: 'affiliate', vendor: parent };
      const { body: first } = await record(child, affiliate);
      expect(await record(parent, { kind: 'affiliate', vendor: child })).toMatchObject({
        ...{ status: 409, body: { code: 'affiliation-exists', affiliation: first.id } },
      });
      expect(await record(child, { kind: 'affiliate', vendor: child })).toMatchObject({
        ...{ status: 400, body: { errors: [{ pointer: '/vendor' }] } },
      });
      for (const [id, vendor] of [[child, NOBODY] as const, [NOBODY, child] as const]) {
        expect(await record(id, { kind: 'parent', vendor })).toMatchObject({
          ...{ status: 404, body: { code: 'vendor-not-found' } },
        });
      }
      expect(await record('none', affiliate)).toMatchObject({ status: 404 });
      expect(await record(child, { kind: 'parent', vendor: parent, corrects: 0 })).toMatchObject({
        ...{ status: 422, body: { code: 'correction-misplaced' } },
      });
    });

    it.each(['procurement', 'auditor'] as const)('is closed to %s', async (caller) => {
      const answer = await record(child, { kind: 'parent', vendor: parent }, caller);
      expect(answer).toMatchObject({ status: 403 });
    });
  });

  describe('GET', () => {
    it('answers about another time, and as known then', async () => {
      const { body: first } = await record(child, { kind: 'parent', vendor: parent });
      const { body: second } = await record(child, {
        ...{ kind: 'affiliate', vendor: parent },
        ...{ effectiveFrom: '2027-01-01T00:00:00Z' },
      });
      const idsOf = async (query: string) => {
        const { body } = await read(child, query);
        return body.affiliations.map(({ id }: { id: string }) => id);
      };
      expect(await idsOf('')).toEqual([first.id]);
      expect(await idsOf('?at=2026-05-31T00:00:00Z')).toEqual([]);
      expect(await idsOf('?at=2027-01-01T00:00:00Z')).toEqual([first.id, second.id]);
      expect(await idsOf(`?at=2027-01-01T00:00:00Z&knownAt=${first.position}`)).toEqual([first.id]);
      expect(await idsOf(`?knownAt=${first.position - 1}`)).toEqual([]);
    });

    it.each(['procurement', 'admin', 'auditor'] as const)('is open to %s', async (caller) => {
      expect(await read(child, '', caller)).toMatchObject({ status: 200 });
    });

    it('knows no vendor that there is none of', async () => {
      for (const id of [NOBODY, 'none']) {
        expect(await read(id)).toMatchObject({
          ...{ status: 404, body: { code: 'vendor-not-found' } },
        });
      }
      expect(await read(child, '?at=yesterday')).toMatchObject({ status: 400 });
    });
  });

  describe('what takes two persons', () => {
    it('is to end an affiliation', async () => {
      const { body: made } = await record(child, { kind: 'parent', vendor: parent });
      registry.clock.advance(1000);
      const ended = await change(registry, { action: 'end-affiliation', affiliation: made.id });
      const { body } = await read(child);
      expect(body).toMatchObject({ affiliations: [], position: ended.position });
      const before = await read(child, `?knownAt=${made.position}`);
      expect(before.body.affiliations).toMatchObject([{ id: made.id, effective: { to: null } }]);
    });

    it('is to merge two vendors, and to undo it', async () => {
      const { admin, auditor } = registry.keys;
      const vendor = async (id: string, query = '') =>
        (await registry.call('GET', `/v1/vendors/${id}${query}`, { key: auditor })).body;
      const two = { vendor: parent, duplicate: child };
      const merged = await change(registry, { action: 'merge-vendors', ...two });
      expect(await vendor(child)).toMatchObject({ mergedInto: parent, mergedFrom: [] });
      expect(await vendor(parent)).toMatchObject({ mergedInto: null, mergedFrom: [child] });
      const lookUp = await registry.call('POST', '/v1/vendors/lookup', {
        ...{ key: auditor, body: { id: child } },
      });
      expect(lookUp.body).toMatchObject({ vendor: { id: parent, mergedFrom: [child] } });
      const amended = await registry.call('PATCH', `/v1/vendors/${child}`, {
        ...{ key: admin, body: { country: 'CA' }, headers: { 'if-match': '*' } },
      });
      expect(amended).toMatchObject({
        ...{ status: 409, body: { code: 'vendor-merged', vendor: child, survivor: parent } },
      });
      await change(registry, { action: 'unmerge-vendors', ...two });
      expect(await vendor(child)).toMatchObject({ mergedInto: null });
      expect(await vendor(child, `?knownAt=${merged.position}`)).toMatchObject({
        mergedInto: parent,
      });
    });
  });
});
