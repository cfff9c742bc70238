import { actorOf } from '../src/access/caller';
import { readCanonical } from '../src/history/domain/entry';
import { History } from '../src/history/history';
import { Affiliations } from '../src/vendors/affiliations';
import type { Relation } from '../src/vendors/domain/affiliation';
import { ReadAffiliations } from '../src/vendors/read-affiliations';
import { RecordAffiliation, type AffiliationCommand } from '../src/vendors/record-affiliation';
import { breakHistory } from './support/break-history';
import { ADMIN, Changes, LAWFUL } from './support/changes';
import { SettableClock } from './support/clock';
import { TestDatabase } from './support/database';

const NOW = new Date('2026-06-01T12:00:00.000Z');
const LATER = new Date('2026-07-01T12:00:00.000Z');
const NOBODY = '01980000-0000-7000-8000-0000000000ff';

describe('affiliations', () => {
  let db: TestDatabase;
  let clock: SettableClock;
  let changes: Changes;
  let affiliations: Affiliations;
  let read: ReadAffiliations;

  beforeEach(async () => {
    db = await TestDatabase.create();
    clock = new SettableClock(NOW);
    changes = new Changes(db.dataSource, clock);
    affiliations = new Affiliations(db.dataSource.manager);
    read = new ReadAffiliations(db.dataSource, clock);
  });
  afterEach(() => db.destroy());

  const register = async (name: string) => (await changes.register({ name })).id;
  const record = async (
    vendor: string,
    relation: Relation,
    other: string,
    terms: Partial<AffiliationCommand> = {},
  ) => {
    const times = { effectiveFrom: undefined, effectiveTo: null, corrects: undefined };
    const command = { relation, other, ...LAWFUL, ...times, ...terms };
    return new RecordAffiliation(db.dataSource, clock).execute(vendor, command, actorOf(ADMIN));
  };
  const end = (affiliation: string, effectiveFrom: string | null = null) =>
    changes.carryOut({ action: 'end-affiliation', affiliation, effectiveFrom, ...LAWFUL });
  const merge = (vendor: string, duplicate: string) =>
    changes.carryOut({ action: 'merge-vendors', vendor, duplicate, ...LAWFUL });
  const said = async (vendor: string, asked = {}) =>
    (await read.execute(vendor, asked)).affiliations.map(({ kind, vendor: other, effective }) => ({
      ...{ kind, other: other.name, ...effective },
    }));
  const size = async () => (await new History(db.dataSource.manager).head()).size;
  const entryAt = async (position: number) => {
    const [row] = await db.dataSource.query<[{ canonical: Buffer }]>(
      'SELECT canonical FROM history_entry WHERE position = $1',
      [position],
    );
    return readCanonical(row.canonical);
  };

  describe('recording one', () => {
    it('says it of either vendor as it looks from there, with the entry that it rests on', async () => {
      const [child, parent] = [await register('Child'), await register('Parent')];
      const { affiliation, position } = await record(child, 'parent', parent);
      expect(await read.execute(child, {})).toEqual({
        ...{ vendor: child, at: NOW, position },
        affiliations: [
          {
            ...{ id: affiliation.id, kind: 'parent', vendor: { id: parent, name: 'Parent' } },
            ...{ effective: { from: NOW, to: null }, entry: position - 1 },
          },
        ],
      });
      expect(await said(parent)).toEqual([
        { kind: 'subsidiary', other: 'Child', from: NOW, to: null },
      ]);
    });

    it('tells the history who recorded what of whom, and on what authority', async () => {
      const [child, parent] = [await register('Child'), await register('Parent')];
      const { affiliation, position } = await record(child, 'parent', parent, {
        effectiveFrom: null,
      });
      expect(await entryAt(position - 1)).toEqual({
        ...{ position: position - 1, recordedAt: NOW.toISOString() },
        ...{ type: 'affiliation.recorded', actor: actorOf(ADMIN), ...LAWFUL },
        vendors: [child, parent],
        before: null,
        after: {
          ...{ id: affiliation.id, kind: 'subsidiary', vendor: parent, other: child },
          effective: { from: null, to: null },
        },
      });
    });

    it.each([
      [undefined, NOW],
      [null, null],
      [LATER, LATER],
    ])('begins, where %s is asked for, at %s', async (effectiveFrom, from) => {
      const [one, other] = [await register('One'), await register('Other')];
      const { affiliation } = await record(one, 'affiliate', other, { effectiveFrom });
      expect(affiliation.effective).toEqual({ from, to: null });
    });

    it('refuses the same of the same two, whoever it is said of', async () => {
      const [child, parent] = [await register('Child'), await register('Parent')];
      const { affiliation } = await record(child, 'parent', parent);
      await expect(record(parent, 'subsidiary', child)).rejects.toMatchObject({
        code: 'affiliation-exists',
        members: { affiliation: affiliation.id },
      });
    });

    it('lets exactly one of two say the same at once', async () => {
      const [one, other] = [await register('One'), await register('Other')];
      const outcomes = await Promise.allSettled([
        record(one, 'affiliate', other),
        record(other, 'affiliate', one),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await affiliations.of(one)).toHaveLength(1);
    });

    it.each([
      ['a vendor and itself', 'invalid-request', (id: string) => [id, id] as const],
      ['a vendor and nobody', 'vendor-not-found', (id: string) => [id, NOBODY] as const],
      ['nobody and a vendor', 'vendor-not-found', (id: string) => [NOBODY, id] as const],
    ])('refuses it of %s', async (_, code, two) => {
      const [one, other] = two(await register('One'));
      await expect(record(one, 'affiliate', other)).rejects.toMatchObject({ code });
    });

    it('refuses it of a vendor that is known as another', async () => {
      const [one, duplicate] = [await register('One'), await register('Duplicate')];
      const survivor = await register('Survivor');
      await merge(survivor, duplicate);
      for (const [vendor, other] of [[one, duplicate] as const, [duplicate, one] as const]) {
        await expect(record(vendor, 'affiliate', other)).rejects.toMatchObject({
          code: 'vendor-merged',
          members: { vendor: duplicate, survivor },
        });
      }
    });

    it('refuses a period that holds no instant', async () => {
      const [one, other] = [await register('One'), await register('Other')];
      await expect(record(one, 'affiliate', other, { effectiveTo: NOW })).rejects.toMatchObject({
        code: 'invalid-period',
        errors: [{ pointer: '/effectiveTo' }],
      });
    });

    it('corrects an entry about either vendor, and no other', async () => {
      const [one, other] = [await register('One'), await register('Other')];
      const { position } = await record(one, 'affiliate', other, { corrects: 1 });
      expect(await entryAt(position - 1)).toMatchObject({ corrects: 1 });
      await register('Stranger');
      const misplaced = record(one, 'successor', other, { corrects: position });
      await expect(misplaced).rejects.toMatchObject({ code: 'correction-misplaced' });
    });

    it('is not recorded apart from its entry', async () => {
      const [one, other] = [await register('One'), await register('Other')];
      await breakHistory(db.dataSource);
      await expect(record(one, 'affiliate', other)).rejects.toThrow('no space left');
      expect(await affiliations.of(one)).toEqual([]);
    });
  });

  describe('ending one', () => {
    it('cuts it from then on, and is known from then on', async () => {
      const [child, parent] = [await register('Child'), await register('Parent')];
      const { affiliation, position } = await record(child, 'parent', parent);
      clock.set(LATER);
      const ended = await end(affiliation.id);
      const until = [{ kind: 'parent', other: 'Parent', from: NOW, to: LATER }];
      expect(await said(child)).toEqual([]);
      expect(await said(child, { at: NOW })).toEqual(until);
      expect(await said(child, { at: LATER, knownAt: position })).toEqual([
        { ...until[0], to: null },
      ]);
      const { effective, ...bond } = affiliation;
      expect(await affiliations.read(affiliation.id)).toEqual({
        ...bond,
        effective: { ...effective, to: LATER },
      });
      expect(await entryAt(ended - 1)).toMatchObject({
        ...{ type: 'affiliation.ended', vendors: [parent, child] },
        before: { id: affiliation.id, effective: { from: NOW.toISOString(), to: null } },
        after: { effective: { from: NOW.toISOString(), to: LATER.toISOString() } },
      });
    });

    it('takes back whole what never was', async () => {
      const [child, parent] = [await register('Child'), await register('Parent')];
      const { affiliation, position } = await record(child, 'parent', parent);
      const ended = await end(affiliation.id, '2020-01-01T00:00:00.000Z');
      expect(await affiliations.of(child)).toEqual([]);
      expect(await affiliations.of(child, position)).toEqual([affiliation]);
      expect(await entryAt(ended - 1)).toMatchObject({ after: null });
      await expect(end(affiliation.id)).rejects.toMatchObject({ code: 'affiliation-not-found' });
      await expect(record(child, 'parent', parent)).resolves.toBeDefined();
    });

    it('refuses what has ended, and what there is none of', async () => {
      const [one, other] = [await register('One'), await register('Other')];
      const { affiliation } = await record(one, 'affiliate', other);
      clock.set(LATER);
      await end(affiliation.id);
      await expect(end(affiliation.id)).rejects.toMatchObject({
        code: 'affiliation-not-in-effect',
      });
      for (const none of [NOBODY, 'none']) {
        await expect(end(none)).rejects.toMatchObject({ code: 'affiliation-not-found' });
      }
    });

    it('ends one of a vendor that was merged since', async () => {
      const [one, duplicate] = [await register('One'), await register('Duplicate')];
      const { affiliation } = await record(one, 'affiliate', duplicate);
      await merge(await register('Survivor'), duplicate);
      clock.set(LATER);
      await end(affiliation.id);
      expect(await said(one)).toEqual([]);
    });

    it('is not ended otherwise than was read, by a proposal that an earlier end overtook', async () => {
      const [one, other] = [await register('One'), await register('Other')];
      const { affiliation } = await record(one, 'affiliate', other);
      const content = { action: 'end-affiliation', affiliation: affiliation.id } as const;
      const [soon, late] = ['2026-07-01T00:00:00.000Z', '2027-07-01T00:00:00.000Z'];
      const first = await changes.propose({ ...content, effectiveFrom: late, ...LAWFUL });
      const second = await changes.propose({ ...content, effectiveFrom: soon, ...LAWFUL });
      await changes.approve(first);
      await expect(changes.approve(second)).rejects.toMatchObject({ code: 'proposal-stale' });
    });

    it('lets exactly one of two approvals end it', async () => {
      const [one, other] = [await register('One'), await register('Other')];
      const { affiliation } = await record(one, 'affiliate', other);
      clock.set(LATER);
      const content = { action: 'end-affiliation', affiliation: affiliation.id } as const;
      const proposals = [];
      for (let index = 0; index < 2; index += 1) {
        proposals.push(await changes.propose({ ...content, effectiveFrom: null, ...LAWFUL }));
      }
      const outcomes = await Promise.allSettled(proposals.map((made) => changes.approve(made)));
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });
  });

  describe('what is around a vendor', () => {
    it('goes as far as vendors belong together, whenever, and ends where a circle does', async () => {
      const [a, b, c] = [await register('A'), await register('B'), await register('C')];
      const [d, stranger, x] = [await register('D'), await register('S'), await register('X')];
      const past = { effectiveFrom: null, effectiveTo: NOW };
      const made = [
        await record(a, 'subsidiary', b),
        await record(b, 'subsidiary', c),
        await record(c, 'subsidiary', a),
        await record(d, 'predecessor', c, past),
      ].map(({ affiliation }) => affiliation);
      await record(stranger, 'affiliate', x);
      for (const from of [a, b, c, d]) {
        expect(new Set(await affiliations.around([from]))).toEqual(new Set(made));
      }
      expect(await affiliations.around([a, stranger])).toHaveLength(5);
      expect(await affiliations.around([])).toEqual([]);
    });

    it('goes on from whomever a vendor was merged with, as known then', async () => {
      const [a, b] = [await register('A'), await register('B')];
      const [c, d] = [await register('C'), await register('D')];
      const { affiliation: first } = await record(a, 'affiliate', b);
      const { affiliation: second } = await record(c, 'affiliate', d);
      const before = await size();
      await merge(c, b);
      expect(new Set(await affiliations.around([a]))).toEqual(new Set([first, second]));
      expect(await affiliations.around([a], before)).toEqual([first]);
    });

    it('knows at a size what was recorded by then', async () => {
      const [one, other] = [await register('One'), await register('Other')];
      const before = await size();
      const { affiliation } = await record(one, 'affiliate', other);
      expect(await affiliations.around([one], before)).toEqual([]);
      expect(await affiliations.around([one], before + 1)).toEqual([affiliation]);
      await expect(affiliations.read(affiliation.id, before)).rejects.toMatchObject({
        code: 'affiliation-not-found',
      });
    });
  });

  it('are read of nobody who is not known', async () => {
    await expect(read.execute(NOBODY, {})).rejects.toMatchObject({ code: 'vendor-not-found' });
    const before = await size();
    const id = await register('New');
    await expect(read.execute(id, { knownAt: before })).rejects.toMatchObject({
      code: 'vendor-not-found',
    });
  });
});
