import type { Actor } from '../src/history/domain/entry';
import { History } from '../src/history/history';
import { readCanonical } from '../src/history/domain/entry';
import { normaliseName } from '../src/screening/domain/normalise-name';
import { AmendVendor } from '../src/vendors/amend-vendor';
import {
  registerVendors,
  RegisterVendor,
  type VendorRegistration,
} from '../src/vendors/register-vendor';
import { ListingFilter, type ListingCriteria } from '../src/vendors/listing-filter';
import { SearchVendors, type VendorQuestion } from '../src/vendors/search-vendors';
import { VendorFilters } from '../src/vendors/vendor-filters';
import { Vendors } from '../src/vendors/vendors';
import { breakHistory } from './support/break-history';
import { SettableClock } from './support/clock';
import { TestDatabase } from './support/database';
import { withScreener } from './support/with-screener';

const ADMIN: Actor = {
  id: '01980000-0000-7000-8000-00000000000a',
  kind: 'person',
  person: '01980000-0000-7000-8000-00000000000a',
};
const NOBODY = '01980000-0000-7000-8000-0000000000ff';
const NOW = new Date('2026-06-01T12:00:00.000Z');
const LATER = new Date('2026-07-01T12:00:00.000Z');
const CAGE = { scheme: 'cage', value: '1C2H1' };
const DUNS = { scheme: 'duns', value: '008050242' };

const aRegistration = (change: Partial<VendorRegistration> = {}): VendorRegistration => ({
  name: 'Acme Widgets LLC',
  country: 'US',
  identifiers: [CAGE],
  names: [{ kind: 'dba', name: 'Acme' }],
  ...change,
});

describe('vendors', () => {
  let db: TestDatabase;
  let clock: SettableClock;
  let registerVendor: RegisterVendor;
  let amendVendor: AmendVendor;
  let vendors: Vendors;
  let history: History;

  beforeEach(async () => {
    db = await TestDatabase.create();
    clock = new SettableClock(NOW);
    registerVendor = new RegisterVendor(db.dataSource, clock);
    amendVendor = new AmendVendor(db.dataSource, clock);
    vendors = new Vendors(db.dataSource.manager);
    history = new History(db.dataSource.manager);
  });
  afterEach(() => db.destroy());

  const register = async (change: Partial<VendorRegistration> = {}) =>
    (await registerVendor.execute(aRegistration(change), ADMIN)).vendor;
  const amend = (id: string, change: Parameters<AmendVendor['execute']>[1]) =>
    amendVendor.execute(id, change, ADMIN, () => undefined);
  const size = async () => (await history.head()).size;
  const entryAt = async (position: number) => {
    const [row] = await db.dataSource.query<[{ canonical: Buffer; vendors: string[] }]>(
      'SELECT canonical, vendors FROM history_entry WHERE position = $1',
      [position],
    );
    return { ...readCanonical(row.canonical), indexed: row.vendors };
  };

  describe('registering one', () => {
    it('keeps who it is, with its identifiers and names holding always', async () => {
      const { vendor, warnings, position } = await registerVendor.execute(
        aRegistration({
          identifiers: [
            { scheme: 'uei', value: 'abc123def456' },
            { scheme: 'cage', value: '1c2h1' },
          ],
          names: [{ kind: 'transliteration', name: 'Акме' }],
        }),
        ADMIN,
      );
      const always = { from: null, to: null };
      expect(await vendors.find(vendor.id)).toEqual({
        id: vendor.id,
        name: 'Acme Widgets LLC',
        country: 'US',
        identifiers: [
          { ...CAGE, effective: always },
          { scheme: 'uei', value: 'ABC123DEF456', effective: always },
        ],
        names: [
          { kind: 'legal', name: 'Acme Widgets LLC', script: 'Latn', effective: always },
          { kind: 'transliteration', name: 'Акме', script: 'Cyrl', effective: always },
        ],
        revision: 0,
      });
      expect(position).toBe(1);
      expect(warnings).toEqual([
        {
          pointer: '/identifiers/0/value',
          message: 'does not end in its check digit: look for a typing error',
        },
      ]);
    });

    it('records it in one entry with what was said and why', async () => {
      const authority = { citation: 'FAR 9.104', office: 'GSA' };
      const vendor = await register({ authority, reason: 'New on Schedule 70' });
      expect(await entryAt(0)).toMatchObject({
        type: 'vendor.registered',
        actor: ADMIN,
        authority,
        reason: 'New on Schedule 70',
        vendors: [vendor.id],
        indexed: [vendor.id],
        before: null,
        after: {
          id: vendor.id,
          name: 'Acme Widgets LLC',
          country: 'US',
          identifiers: [{ ...CAGE, effective: { from: null, to: null } }],
        },
      });
    });

    it('refuses an identifier that another vendor holds, and names both', async () => {
      const first = await register({ identifiers: [DUNS, CAGE] });
      const second = registerVendor.execute(
        aRegistration({
          name: 'Other',
          identifiers: [{ scheme: 'lei', value: '969500KSV493XWY0PS33' }, CAGE],
        }),
        ADMIN,
      );
      await expect(second).rejects.toMatchObject({
        code: 'identifier-taken',
        errors: [{ pointer: '/identifiers/1/value', message: `belongs to vendor ${first.id}` }],
        members: { holders: [{ ...CAGE, vendor: first.id }] },
      });
      expect(await size()).toBe(1);
    });

    it('lets one of several simultaneous registrations of one identifier through', async () => {
      const outcomes = await Promise.allSettled(
        ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => register({ name })),
      );
      const refusals = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(refusals.map(({ reason }) => (reason as { code: string }).code)).toEqual(
        Array(5).fill('identifier-taken'),
      );
      expect(await size()).toBe(1);
      const [{ count }] = await db.dataSource.query<[{ count: number }]>(
        'SELECT count(*) FROM vendor',
      );
      expect(count).toBe(1);
    });

    it('names the winner to whoever comes second', async () => {
      const [won, lost] = await Promise.allSettled([
        register({ name: 'A' }),
        register({ name: 'B' }),
      ]).then((outcomes) => outcomes.sort((a) => (a.status === 'fulfilled' ? -1 : 1)));
      const { id } = (won as PromiseFulfilledResult<{ id: string }>).value;
      expect((lost as PromiseRejectedResult).reason).toMatchObject({
        members: { holders: [{ ...CAGE, vendor: id }] },
      });
    });

    it('leaves nothing behind when it can not be recorded', async () => {
      await breakHistory(db.dataSource);
      await expect(register()).rejects.toThrow('no space left on device');
      expect(await db.dataSource.query('SELECT FROM vendor')).toEqual([]);
      expect(await size()).toBe(0);
    });

    it('gives an identifier that another gave up, from then on', async () => {
      const first = await register();
      clock.set(LATER);
      await amend(first.id, { identifiers: [] });
      const second = await register({ name: 'Other' });
      expect(second.identifiers).toEqual([{ ...CAGE, effective: { from: LATER, to: null } }]);
      const holderAt = async (at: Date) =>
        (await vendors.byIdentifier('cage', '1C2H1', { at }))?.id;
      expect(await holderAt(NOW)).toBe(first.id);
      expect(await holderAt(LATER)).toBe(second.id);
    });
  });

  describe('registering many', () => {
    it('makes one entry each, in the order given', async () => {
      const commands = Array.from({ length: 60 }, (_, index) =>
        aRegistration({
          name: `Vendor ${index}`,
          identifiers: [{ scheme: 'duns', value: String(100_000_000 + index) }],
        }),
      );
      const made = await db.dataSource.transaction((tx) =>
        registerVendors(tx, commands, ADMIN, NOW),
      );
      expect(made.map(({ name, revision }) => [name, revision])).toEqual(
        commands.map(({ name }, index) => [name, index]),
      );
      expect(await vendors.findAll(made.map(({ id }) => id))).toEqual(made);
    });

    it('registers none when one is refused, and says which', async () => {
      const commands = [
        aRegistration({ identifiers: [] }),
        aRegistration({ identifiers: [{ scheme: 'duns', value: '1' }] }),
      ];
      await expect(
        db.dataSource.transaction((tx) => registerVendors(tx, commands, ADMIN, NOW)),
      ).rejects.toMatchObject({
        code: 'malformed-identifier',
        errors: [{ pointer: '/1/identifiers/0/value' }],
      });
      expect(await size()).toBe(0);
    });

    it('does nothing for none', async () => {
      await expect(registerVendors(db.dataSource.manager, [], ADMIN, NOW)).resolves.toEqual([]);
      expect(await size()).toBe(0);
    });
  });

  describe('amending one', () => {
    it('ends what is taken away and begins what is added, now', async () => {
      const { id } = await register();
      clock.set(LATER);
      const { vendor, position } = await amend(id, {
        name: 'Widget Holdings',
        country: 'CA',
        identifiers: [DUNS],
        names: [],
      });
      const until = { from: null, to: LATER };
      const from = { from: LATER, to: null };
      expect(vendor).toEqual({
        id,
        name: 'Widget Holdings',
        country: 'CA',
        identifiers: [
          { ...CAGE, effective: until },
          { ...DUNS, effective: from },
        ],
        names: [
          { kind: 'legal', name: 'Acme Widgets LLC', script: 'Latn', effective: until },
          { kind: 'dba', name: 'Acme', script: 'Latn', effective: until },
          { kind: 'legal', name: 'Widget Holdings', script: 'Latn', effective: from },
          { kind: 'former', name: 'Acme Widgets LLC', script: 'Latn', effective: from },
        ],
        revision: 1,
        ...{ mergedInto: null, mergedFrom: [] },
      });
      expect(position).toBe(2);
      const found = await vendors.find(id);
      expect({ ...found, names: new Set(found?.names) }).toMatchObject({
        ...{ country: 'CA', identifiers: vendor.identifiers, revision: 1 },
        names: new Set(vendor.names),
      });
    });

    it('records what was said before and after', async () => {
      const { id } = await register({ names: [] });
      await amend(id, { name: 'Widget Holdings', reason: 'Renamed' });
      expect(await entryAt(1)).toMatchObject({
        type: 'vendor.amended',
        reason: 'Renamed',
        vendors: [id],
        indexed: [id],
        before: { name: 'Acme Widgets LLC', names: [{ kind: 'legal', name: 'Acme Widgets LLC' }] },
        after: {
          name: 'Widget Holdings',
          names: [
            { kind: 'legal', name: 'Widget Holdings' },
            { kind: 'former', name: 'Acme Widgets LLC' },
          ],
        },
      });
    });

    it('tells what was known at each size of the history', async () => {
      const { id } = await register();
      await amend(id, { country: 'CA' });
      await register({ name: 'Other', identifiers: [] });
      await amend(id, { identifiers: [] });
      expect(await vendors.find(id, 0)).toBeUndefined();
      expect(await vendors.find(id, 1)).toMatchObject({ country: 'US', revision: 0 });
      expect(await vendors.find(id, 2)).toMatchObject({ country: 'CA', revision: 1 });
      expect(await vendors.find(id, 3)).toMatchObject({ country: 'CA', revision: 1 });
      expect(await vendors.find(id, 4)).toMatchObject({
        revision: 3,
        identifiers: [{ ...CAGE, effective: { from: null, to: NOW } }],
      });
      expect(await vendors.byIdentifier('cage', '1C2H1', { at: LATER, size: 3 })).toMatchObject({
        id,
      });
      expect(await vendors.byIdentifier('cage', '1C2H1', { at: LATER, size: 4 })).toBeUndefined();
    });

    it('makes no entry when nothing changes', async () => {
      const { id } = await register();
      const { position } = await amend(id, {
        name: 'Acme Widgets LLC',
        country: 'US',
        identifiers: [{ scheme: 'cage', value: '1c2h1' }],
        names: [{ kind: 'dba', name: 'Acme' }],
      });
      expect(position).toBe(1);
      expect(await size()).toBe(1);
    });

    it('undoes within one instant what it did', async () => {
      const { id } = await register();
      await amend(id, { identifiers: [CAGE, DUNS], name: 'Widget Holdings' });
      await amend(id, { identifiers: [CAGE], name: 'Acme Widgets LLC', names: [] });
      const { vendor } = await amend(id, { identifiers: [] });
      const until = { from: null, to: NOW };
      expect(vendor.identifiers).toEqual([{ ...CAGE, effective: until }]);
      expect(vendor.names.filter(({ effective }) => effective.to === null)).toEqual([
        {
          kind: 'legal',
          name: 'Acme Widgets LLC',
          script: 'Latn',
          effective: { from: NOW, to: null },
        },
      ]);
    });

    it('refuses an identifier that another vendor holds, and names its place', async () => {
      const first = await register();
      const second = await register({ name: 'Other', identifiers: [DUNS] });
      await expect(amend(second.id, { identifiers: [DUNS, CAGE] })).rejects.toMatchObject({
        code: 'identifier-taken',
        errors: [{ pointer: '/identifiers/1/value' }],
        members: { holders: [{ ...CAGE, vendor: first.id }] },
      });
    });

    it('lets one of several simultaneous amendments take an identifier', async () => {
      const rivals = [];
      for (const name of ['A', 'B', 'C', 'D']) {
        rivals.push(await register({ name, identifiers: [] }));
      }
      const outcomes = await Promise.allSettled(
        rivals.map(({ id }) => amend(id, { identifiers: [CAGE] })),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(
        outcomes.flatMap((outcome) =>
          outcome.status === 'rejected' ? [(outcome.reason as { code: string }).code] : [],
        ),
      ).toEqual(Array(3).fill('identifier-taken'));
      expect(await size()).toBe(5);
    });

    it('amends one after another, each seeing the one before', async () => {
      const { id } = await register();
      const revisions: number[] = [];
      await Promise.all(
        ['CA', 'MX', 'BR', 'AR'].map((country) =>
          amendVendor.execute(id, { country }, ADMIN, (revision) => revisions.push(revision)),
        ),
      );
      expect(revisions).toEqual([0, 1, 2, 3]);
    });

    it('knows no vendor by another id', async () => {
      await expect(amend(NOBODY, { country: 'CA' })).rejects.toMatchObject({
        code: 'vendor-not-found',
      });
      await expect(amend('x', { country: 'CA' })).rejects.toMatchObject({
        code: 'vendor-not-found',
      });
    });
  });

  describe('finding by name', () => {
    const idsOf = async (name: string) =>
      (await vendors.byNormalisedName(normaliseName(name))).map(({ id }) => id);

    it('finds every vendor that goes by the name, of whatever kind', async () => {
      const first = await register({ name: 'Acme Corp', names: [], identifiers: [] });
      const second = await register({
        names: [{ kind: 'acronym', name: 'ACME CORP.' }],
        identifiers: [],
      });
      expect(await idsOf('acme corp')).toEqual([first.id, second.id]);
    });

    it('finds it by a former name, and not by one that was taken away', async () => {
      const { id } = await register();
      clock.set(LATER);
      await amend(id, { name: 'Widget Holdings', names: [] });
      expect(await idsOf('Acme Widgets LLC')).toEqual([id]);
      expect(await idsOf('Widget Holdings')).toEqual([id]);
      expect(await idsOf('Acme')).toEqual([]);
      expect(await vendors.byNormalisedName('acme', 1)).toHaveLength(1);
    });
  });

  describe('holding several', () => {
    it('lets no other transaction change them until this one ends', async () => {
      const { id } = await register();
      const other = await register({ name: 'Other', identifiers: [] });
      const free = () =>
        db.dataSource.query<{ id: string }[]>('SELECT id FROM vendor FOR UPDATE SKIP LOCKED');
      await db.dataSource.transaction(async (tx) => {
        await new Vendors(tx).lockAll([id, id]);
        expect(await free()).toEqual([{ id: other.id }]);
      });
      expect(await free()).toHaveLength(2);
    });

    it('names the one that is not there', async () => {
      const { id } = await register();
      await expect(vendors.lockAll([id.toUpperCase(), NOBODY])).rejects.toMatchObject({
        members: { vendor: NOBODY },
      });
    });
  });

  describe('searching', () => {
    /** Keeps, for a list, the vendors whose country is called like it. */
    class InCountry extends ListingFilter {
      condition({ list }: ListingCriteria, first: number) {
        const sql = `EXISTS (SELECT FROM vendor_profile c WHERE c.vendor_id = v.id
          AND c.recorded @> ($1::bigint - 1) AND c.effective @> $2::timestamptz AND c.country = $${first})`;
        return { sql, parameters: [list] };
      }
    }

    const search = (question: VendorQuestion, filters: VendorFilters) =>
      withScreener(db.dataSource, (screener) =>
        new SearchVendors(db.dataSource, clock, filters, screener).execute(question),
      );

    it('is narrowed by whoever keeps the lists', async () => {
      await register({ name: 'Acme A', country: 'US', identifiers: [] });
      const inCanada = await register({ name: 'Acme B', country: 'CA', identifiers: [] });
      const filters = new VendorFilters(new InCountry());
      const inOrder = await search({ list: 'CA', limit: 1 }, filters);
      expect(inOrder).toEqual({ items: [inCanada], next: null, position: 2 });
      const byName = await search({ q: 'acme', list: 'CA', limit: 1 }, filters);
      expect(byName).toMatchObject({ items: [inCanada], next: null, position: 2 });
    });

    it.each([
      [{ list: 'a-list' }, '/list'],
      [{ status: 'listed' }, '/status'],
      [{ excluded: true }, '/excluded'],
      [{ q: 'acme', excluded: false }, '/excluded'],
    ] as const)('does not pass over %j where nobody can answer it', async (asked, pointer) => {
      await expect(search({ limit: 50, ...asked }, new VendorFilters())).rejects.toMatchObject({
        errors: [{ pointer }],
      });
    });
  });

  it('refuses at the database what would give one value to two vendors', async () => {
    const { id } = await register();
    const other = await register({ name: 'Other', identifiers: [] });
    expect(id).not.toBe(other.id);
    await expect(
      db.dataSource.query(
        `INSERT INTO vendor_identifier (vendor_id, scheme, value, effective, recorded)
         VALUES ($1, 'cage', '1C2H1', '(,)', int8range(1, NULL))`,
        [other.id],
      ),
    ).rejects.toMatchObject({ constraint: 'vendor_identifier_one_vendor_at_a_time' });
  });
});
