import { actorOf } from '../src/access/caller';
import { readEnvironment } from '../src/config/environment';
import { readCanonical } from '../src/history/domain/entry';
import { History } from '../src/history/history';
import { AmendVendor } from '../src/vendors/amend-vendor';
import { LookUpVendor, type VendorLookup } from '../src/vendors/look-up-vendor';
import { ReadVendor } from '../src/vendors/read-vendor';
import type { VendorRegistration } from '../src/vendors/register-vendor';
import { SearchVendors } from '../src/vendors/search-vendors';
import { VendorFilters } from '../src/vendors/vendor-filters';
import { requireUnmerged, VendorMerges } from '../src/vendors/vendor-merges';
import { Vendors } from '../src/vendors/vendors';
import { breakHistory } from './support/break-history';
import { ADMIN, Changes, LAWFUL } from './support/changes';
import { SettableClock } from './support/clock';
import { TestDatabase } from './support/database';
import { withScreener } from './support/with-screener';

const NOW = new Date('2026-06-01T12:00:00.000Z');
const NOBODY = '01980000-0000-7000-8000-0000000000ff';

describe('merging vendors', () => {
  let db: TestDatabase;
  let clock: SettableClock;
  let changes: Changes;
  let merges: VendorMerges;

  beforeEach(async () => {
    db = await TestDatabase.create();
    clock = new SettableClock(NOW);
    changes = new Changes(db.dataSource, clock);
    merges = new VendorMerges(db.dataSource.manager);
  });
  afterEach(() => db.destroy());

  const register = async (name: string, terms: Partial<VendorRegistration> = {}) =>
    (await changes.register({ name, ...terms })).id;
  const merging = (duplicate: string, vendor: string) =>
    ({ action: 'merge-vendors', vendor, duplicate, ...LAWFUL }) as const;
  const merge = (duplicate: string, survivor: string) =>
    changes.carryOut(merging(duplicate, survivor));
  const undo = (duplicate: string, vendor: string) =>
    changes.carryOut({ action: 'unmerge-vendors', vendor, duplicate, ...LAWFUL });
  const read = async (id: string, knownAt?: number) =>
    (await new ReadVendor(db.dataSource).execute(id, knownAt)).vendor;
  const lookUp = (question: VendorLookup) =>
    withScreener(db.dataSource, (screener) =>
      new LookUpVendor(db.dataSource, clock, screener, readEnvironment({})).execute(question),
    );
  const search = (q?: string) =>
    withScreener(db.dataSource, (screener) =>
      new SearchVendors(db.dataSource, clock, new VendorFilters(), screener).execute({
        ...(q !== undefined && { q }),
        limit: 9,
      }),
    );
  const amend = (id: string) =>
    new AmendVendor(db.dataSource, clock).execute(
      id,
      { country: 'CA', ...LAWFUL },
      actorOf(ADMIN),
      () => undefined,
    );
  const size = async () => (await new History(db.dataSource.manager).head()).size;
  const entryAt = async (position: number) => {
    const [row] = await db.dataSource.query<[{ canonical: Buffer }]>(
      'SELECT canonical FROM history_entry WHERE position = $1',
      [position],
    );
    return readCanonical(row.canonical);
  };
  const merged = (vendor: string, survivor: string) =>
    expect.objectContaining({ code: 'vendor-merged', members: { vendor, survivor } });

  describe('two that turn out to be one', () => {
    it('says of each whom it was merged with, and rewrites nothing of either', async () => {
      const [duplicate, survivor] = [await register('Acme'), await register('Acme Widgets')];
      const before = [await read(duplicate), await read(survivor)];
      await merge(duplicate, survivor);
      expect(await read(duplicate)).toEqual({ ...before[0], mergedInto: survivor });
      expect(await read(survivor)).toEqual({ ...before[1], mergedFrom: [duplicate] });
    });

    it('tells the history of both', async () => {
      const [duplicate, survivor] = [await register('Acme'), await register('Acme Widgets')];
      const made = await merge(duplicate, survivor);
      const said = { duplicate, survivor };
      const vendors = [survivor, duplicate];
      expect(await entryAt(made - 1)).toMatchObject({
        ...{ type: 'vendor.merged', vendors, before: null, after: said, ...LAWFUL },
        proposal: { approvedBy: [expect.any(String)] },
      });
      const undone = await undo(duplicate, survivor);
      expect(await entryAt(undone - 1)).toMatchObject({
        ...{ type: 'vendor.unmerged', vendors, before: said, after: null },
      });
    });

    it('are two as known before the merge, and after it was undone', async () => {
      const [duplicate, survivor] = [await register('Acme'), await register('Acme Widgets')];
      const before = await size();
      const between = await merge(duplicate, survivor);
      const after = await undo(duplicate, survivor);
      const told = [];
      for (const knownAt of [before, between - 1, between, after - 1, after, undefined]) {
        const [one, other] = [await read(duplicate, knownAt), await read(survivor, knownAt)];
        const groups = await merges.groups([survivor], knownAt);
        told.push([one.mergedInto, other.mergedFrom, groups.get(duplicate)]);
      }
      const [apart, asOne] = [
        [null, [], undefined],
        [survivor, [duplicate], survivor],
      ];
      expect(told).toEqual([apart, apart, asOne, asOne, apart, apart]);
    });

    it('may be merged again, the other way round too', async () => {
      const [a, b] = [await register('A'), await register('B')];
      await merge(a, b);
      await undo(a, b);
      await merge(b, a);
      expect(await read(b)).toMatchObject({ mergedInto: a });
    });

    it('takes several duplicates, and may be merged itself', async () => {
      const [a, b] = [await register('A'), await register('B')];
      const [c, d] = [await register('C'), await register('D')];
      await merge(a, c);
      await merge(b, c);
      await merge(c, d);
      expect(await read(c)).toMatchObject({ mergedInto: d, mergedFrom: [a, b].sort() });
      for (const vendor of [a, b, c, d]) {
        const groups = await merges.groups([vendor]);
        expect(groups).toEqual(new Map([a, b, c, d].map((one) => [one, d])));
      }
      await undo(c, d);
      expect((await merges.groups([a])).get(b)).toBe(c);
      expect((await merges.groups([d])).size).toBe(0);
    });

    it('refuses a vendor and itself', async () => {
      const id = await register('A');
      await expect(merge(id, id)).rejects.toMatchObject({
        ...{ code: 'invalid-request', errors: [{ pointer: '/duplicate' }] },
      });
    });

    it('refuses those whom nobody knows', async () => {
      const id = await register('A');
      await expect(merge(NOBODY, id)).rejects.toMatchObject({ code: 'vendor-not-found' });
      await expect(merge(id, NOBODY)).rejects.toMatchObject({ code: 'vendor-not-found' });
    });

    it('refuses one that was merged before, and names whom it is known as in the end', async () => {
      const [a, b] = [await register('A'), await register('B')];
      const [c, d] = [await register('C'), await register('D')];
      await merge(a, b);
      await merge(b, c);
      await expect(merge(a, d)).rejects.toEqual(merged(a, c));
      await expect(merge(d, a)).rejects.toEqual(merged(a, c));
      await expect(merge(c, a)).rejects.toEqual(merged(a, c));
    });

    it('refuses to undo what was not merged so', async () => {
      const [a, b, c] = [await register('A'), await register('B'), await register('C')];
      await merge(a, b);
      await merge(b, c);
      for (const [duplicate, survivor] of [[b, a] as const, [a, c] as const]) {
        await expect(undo(duplicate, survivor)).rejects.toMatchObject({
          ...{ code: 'vendor-not-merged', members: { duplicate, survivor } },
        });
      }
      await undo(a, b);
      await expect(undo(a, b)).rejects.toMatchObject({ code: 'vendor-not-merged' });
    });

    it('are not merged apart from the entry', async () => {
      const [a, b] = [await register('A'), await register('B')];
      const proposal = await changes.propose(merging(a, b));
      await breakHistory(db.dataSource);
      await expect(changes.approve(proposal)).rejects.toThrow('no space left');
      expect(await read(a)).toMatchObject({ mergedInto: null });
    });
  });

  describe('at once', () => {
    it.each([
      ['the same two', (a: string, b: string) => [merging(a, b), merging(a, b)]],
      ['two both ways round', (a: string, b: string) => [merging(a, b), merging(b, a)]],
      ['one into two', (a: string, b: string, c: string) => [merging(a, b), merging(a, c)]],
      ['three in a row', (a: string, b: string, c: string) => [merging(a, b), merging(b, c)]],
    ])('carries out exactly one: %s', async (_, both) => {
      const [a, b, c] = [await register('A'), await register('B'), await register('C')];
      const proposals = [];
      for (const content of both(a, b, c)) proposals.push(await changes.propose(content));
      const outcomes = await Promise.allSettled(proposals.map((made) => changes.approve(made)));
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: 'proposal-stale' },
      });
      expect(await db.dataSource.query('SELECT FROM vendor_merge')).toHaveLength(1);
    });

    it('never amends a vendor after it was merged', async () => {
      const [a, b] = [await register('A'), await register('B')];
      const proposal = await changes.propose(merging(a, b));
      const [, amended] = await Promise.allSettled([changes.approve(proposal), amend(a)]);
      const rows = await db.dataSource.query<{ type: string }[]>(
        `SELECT type FROM history_entry WHERE type IN ('vendor.merged', 'vendor.amended')
         ORDER BY position`,
      );
      const types = rows.map(({ type }) => type);
      expect(types).toEqual(
        amended.status === 'fulfilled' ? ['vendor.amended', 'vendor.merged'] : ['vendor.merged'],
      );
    });
  });

  describe('what a merged vendor is asked for', () => {
    it('is not changed any more, and says whom to change', async () => {
      const [duplicate, survivor] = [await register('A'), await register('B')];
      await merge(duplicate, survivor);
      await expect(amend(duplicate)).rejects.toEqual(merged(duplicate, survivor));
      await expect(amend(duplicate.toUpperCase())).rejects.toEqual(merged(duplicate, survivor));
      const { vendor } = await amend(survivor);
      expect(vendor).toMatchObject({ mergedInto: null, mergedFrom: [duplicate] });
    });

    it('is listed no more, while what stands on it is still taken off', async () => {
      await changes.openList();
      const [duplicate, survivor] = [await register('A'), await register('B')];
      await changes.list(duplicate);
      await merge(duplicate, survivor);
      await expect(
        changes.list(duplicate, { categories: ['a'], contractNumber: 'GS-2' }),
      ).rejects.toEqual(merged(duplicate, survivor));
      await expect(changes.remove(duplicate)).resolves.toBeGreaterThan(0);
    });

    it('is refused as long as it is merged', async () => {
      const [a, b, c] = [await register('A'), await register('B'), await register('C')];
      const { manager } = db.dataSource;
      await merge(a, b);
      await merge(b, c);
      await expect(requireUnmerged(manager, [c, b, a])).rejects.toEqual(merged(b, c));
      await expect(requireUnmerged(manager, [c])).resolves.toBeUndefined();
      await undo(b, c);
      await expect(requireUnmerged(manager, [c, b])).resolves.toBeUndefined();
      await expect(requireUnmerged(manager, [a])).rejects.toEqual(merged(a, b));
    });
  });

  describe('looking a vendor up', () => {
    const CAGE = { scheme: 'cage', value: '0Z0Z9' };

    it('means by what is the duplicate’s the vendor that it is known as, as known then', async () => {
      const duplicate = await register('Acme', { identifiers: [CAGE] });
      const [middle, survivor] = [await register('Middle'), await register('Last')];
      const before = await size();
      await merge(duplicate, middle);
      const between = await merge(middle, survivor);
      await undo(duplicate, middle);
      for (const clue of [{ cage: CAGE.value }, { name: 'acme' }, { id: duplicate }]) {
        const found = [];
        for (const knownAt of [before, between, undefined]) {
          found.push((await lookUp({ ...clue, knownAt })).vendor?.id);
        }
        expect(found).toEqual([duplicate, survivor, duplicate]);
      }
      const { vendor } = await lookUp({ cage: CAGE.value, knownAt: between });
      expect(vendor).toMatchObject({ mergedInto: null, mergedFrom: [middle], identifiers: [] });
    });

    it('knows a name of two that are one as a name of one', async () => {
      const [duplicate, survivor] = [await register('Acme'), await register('ACME')];
      expect(await lookUp({ name: 'acme' })).toMatchObject({
        vendor: null,
        candidates: [{ id: duplicate }, { id: survivor }],
      });
      await merge(duplicate, survivor);
      expect(await lookUp({ name: 'acme' })).toMatchObject({
        vendor: { id: survivor },
        candidates: [],
      });
    });

    it('goes by the country of the vendor that it means', async () => {
      const duplicate = await register('Acme', { country: 'US' });
      const survivor = await register('Acme Canada', { country: 'CA' });
      await merge(duplicate, survivor);
      expect(await lookUp({ name: 'acme', country: 'US' })).toMatchObject({
        vendor: null,
        candidates: [{ id: survivor }],
      });
    });
  });

  it('listing all tells both, and what they were merged into', async () => {
    const [duplicate, survivor] = [await register('Acme A'), await register('Acme B')];
    await merge(duplicate, survivor);
    expect((await search()).items).toMatchObject([
      { id: duplicate, mergedInto: survivor, mergedFrom: [] },
      { id: survivor, mergedInto: null, mergedFrom: [duplicate] },
    ]);
  });

  it('searching by a name of either finds the one that both are known as, once', async () => {
    const [duplicate, survivor] = [await register('Acme Anvils'), await register('Borealis')];
    await merge(duplicate, survivor);
    for (const [q, resembles] of [
      ['acme anvils', 'Acme Anvils'],
      ['borealis', 'Borealis'],
    ]) {
      expect((await search(q)).items).toMatchObject([{ id: survivor, score: 1, resembles }]);
    }
    await undo(duplicate, survivor);
    expect((await search('acme anvils')).items).toMatchObject([{ id: duplicate }]);
  });

  it('knows what changed since a position', async () => {
    const [a, b, c] = [await register('A'), await register('B'), await register('C')];
    const made = await merge(a, b);
    const since = async (basis: number) =>
      Promise.all([a, b, c].map((vendor) => merges.changedSince(vendor, basis)));
    expect(await since(made - 1)).toEqual([true, true, false]);
    expect(await since(made)).toEqual([false, false, false]);
    const undone = await undo(a, b);
    expect(await since(undone - 1)).toEqual([true, true, false]);
    expect(await since(undone)).toEqual([false, false, false]);
  });

  it('is refused by the database to merge one vendor twice, or with itself', async () => {
    const [a, b, c] = [await register('A'), await register('B'), await register('C')];
    const made = await merge(a, b);
    await expect(merges.add({ duplicate: a, survivor: c }, made)).rejects.toMatchObject({
      constraint: 'vendor_merge_one_at_a_time',
    });
    await expect(merges.add({ duplicate: c, survivor: c }, made)).rejects.toMatchObject({
      constraint: 'vendor_merge_of_two',
    });
    expect(await new Vendors(db.dataSource.manager).findAll([a, b, c])).toHaveLength(3);
  });
});
