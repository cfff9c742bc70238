import { actorOf } from '../src/access/caller';
import type { ExclusionTerms } from '../src/exclusions/domain/exclusion';
import { readCanonical } from '../src/history/domain/entry';
import { History } from '../src/history/history';
import type { Proposal, ProposalContent } from '../src/proposals/domain/proposal';
import { DecideMatch, type MatchCommand } from '../src/screening/decisions/decide-match';
import { MatchDecisions } from '../src/screening/decisions/match-decisions';
import { ReadMatchDecisions } from '../src/screening/decisions/read-match-decisions';
import { AmendVendor } from '../src/vendors/amend-vendor';
import { RecordAffiliation } from '../src/vendors/record-affiliation';
import { breakHistory } from './support/break-history';
import { ADMIN, ADMIN_2, Changes, LAWFUL } from './support/changes';
import { SettableClock } from './support/clock';
import { TestDatabase } from './support/database';
import { RecordOnce } from './support/record-once';

const NOW = new Date('2026-06-01T12:00:00.000Z');
const YESTERDAY = '2026-05-31T12:00:00.000Z';
const NEXT_YEAR = '2027-06-01T12:00:00.000Z';

const WHOLE: Omit<ExclusionTerms, 'vendor'> = {
  ...{ kind: 'debarment', basis: null, agency: 'GSA', affiliates: ['named-only'] },
  scope: { whole: true, articles: [], categories: [], uses: [], exempt: [] },
  binds: { agencies: 'all', groups: [], vehicles: [], systems: [] },
  effects: ['award', 'option', 'modification', 'subcontract'],
  ...{ cause: null, citations: [], comment: null, milestones: [] },
};

describe('decisions on pairs', () => {
  let db: TestDatabase;
  let clock: SettableClock;
  let changes: Changes;
  let read: ReadMatchDecisions;

  beforeEach(async () => {
    db = await TestDatabase.create();
    clock = new SettableClock(NOW);
    changes = new Changes(db.dataSource, clock);
    read = new ReadMatchDecisions(db.dataSource, clock);
  });
  afterEach(() => db.destroy());

  const register = async (name: string) => (await changes.register({ name })).id;
  const command = (terms: Partial<MatchCommand>): MatchCommand => ({
    ...{ vendor: null, name: null, other: null, exclusion: null },
    ...{ finding: 'same', replaces: undefined, reason: 'for the test', authority: undefined },
    ...terms,
  });
  const find = (terms: Partial<MatchCommand>) =>
    new DecideMatch(db.dataSource, clock).execute(command(terms), actorOf(ADMIN));
  const content = (terms: Partial<MatchCommand>) => {
    const { vendor, name, other, exclusion, finding } = command(terms);
    const pair = { vendor, name, other, exclusion };
    return { action: 'decide-match', ...pair, finding, ...LAWFUL } as const;
  };
  const propose = (terms: Partial<MatchCommand>) => changes.propose(content(terms));
  const carryOut = (terms: Partial<MatchCommand>) => changes.carryOut(content(terms));
  const exclude = async (
    vendor: string | null,
    terms: Partial<ExclusionTerms> = {},
    period: { effectiveFrom?: string; effectiveTo?: string } = {},
  ): Promise<string> => {
    const exclusion = { ...WHOLE, vendor, ...terms };
    const times = { effectiveFrom: null, effectiveTo: null, ...period };
    const made = { action: 'exclude', exclusion, ...times, ...LAWFUL };
    const size = await changes.carryOut(made as ProposalContent);
    return (await entryAt(size - 1))['exclusion'] as string;
  };
  const covering = (articles: readonly { manufacturer: string; aliases?: string[] }[]) => ({
    ...({ kind: 'prohibition', basis: 'directive', agency: 'DHS' } as const),
    scope: {
      ...WHOLE.scope,
      whole: false,
      articles: articles.map((article) => ({ product: null, aliases: [], ...article })),
    },
  });
  const amend = (vendor: string, country = 'CA') =>
    new AmendVendor(db.dataSource, clock).execute(
      vendor,
      { country, ...LAWFUL },
      actorOf(ADMIN),
      () => undefined,
    );
  const affiliate = (vendor: string, relation: 'subsidiary' | 'parent', other: string) =>
    new RecordAffiliation(db.dataSource, clock).execute(
      vendor,
      {
        ...{ relation, other, effectiveFrom: null, effectiveTo: null, corrects: undefined },
        ...LAWFUL,
      },
      actorOf(ADMIN),
    );
  const merge = (duplicate: string, vendor: string) =>
    changes.carryOut({ action: 'merge-vendors', vendor, duplicate, ...LAWFUL });
  const undoMerge = (duplicate: string, vendor: string) =>
    changes.carryOut({ action: 'unmerge-vendors', vendor, duplicate, ...LAWFUL });
  const size = async () => (await new History(db.dataSource.manager).head()).size;
  const entryAt = async (position: number) => {
    const [row] = await db.dataSource.query<[{ canonical: Buffer }]>(
      'SELECT canonical FROM history_entry WHERE position = $1',
      [position],
    );
    return readCanonical(row.canonical);
  };
  const rows = () =>
    db.dataSource.query(
      `SELECT decision_id AS id, finding, persons, recorded::text
       FROM match_decision ORDER BY lower(recorded)`,
    );
  const takesTwo = (...exclusions: string[]) =>
    expect.objectContaining({ code: 'finding-takes-two', members: { exclusions } });

  describe('by one person', () => {
    it('are told to the history of both vendors, with what was found before', async () => {
      const [one, other] = [await register('One'), await register('Other')];
      const first = await find({ vendor: one, other });
      const said = {
        ...{ id: first.decision, vendor: one, name: null, other, exclusion: null },
        ...{ finding: 'same', persons: 1, vendorRevision: 0, otherRevision: 1 },
      };
      const told = { type: 'screening.decided', actor: actorOf(ADMIN), vendors: [one, other] };
      expect(await entryAt(first.entry)).toEqual({
        ...{ position: first.entry, recordedAt: NOW.toISOString(), ...told },
        ...{ reason: 'for the test', before: null, after: said },
      });
      const second = await find({
        ...{ vendor: other, other: one, finding: 'not-same', replaces: first.entry },
        authority: LAWFUL.authority,
      });
      expect(second.decision).toBe(first.decision);
      expect(await entryAt(second.entry)).toMatchObject({
        ...{ ...told, authority: LAWFUL.authority },
        ...{ before: said, after: { ...said, finding: 'not-same' } },
      });
      const back = await find({
        ...{ vendor: one, other, finding: 'undecided', replaces: second.entry },
      });
      expect(await entryAt(back.entry)).toMatchObject({
        before: { finding: 'not-same' },
        after: null,
      });
    });

    it('close what was found before, so that each is known as long as it held', async () => {
      const [one, other] = [await register('One'), await register('Other')];
      const pair = { vendor: one, other };
      const { decision, entry } = await find(pair);
      const second = await find({ ...pair, finding: 'not-same', replaces: entry });
      const back = await find({ ...pair, finding: 'undecided', replaces: second.entry });
      const again = await find({ ...pair, finding: 'same' });
      expect(await rows()).toEqual([
        { id: decision, finding: 'same', persons: 1, recorded: `[${entry},${second.entry})` },
        {
          ...{ id: decision, finding: 'not-same', persons: 1 },
          recorded: `[${second.entry},${back.entry})`,
        },
        { id: decision, finding: 'same', persons: 1, recorded: `[${again.entry},)` },
      ]);
      const told = [];
      for (let known = entry + 1; known <= again.entry + 1; known += 1) {
        const { finding, standing, findings } = await read.one(decision, known);
        told.push([finding, standing, findings.length]);
      }
      expect(told).toEqual([
        ['same', true, 1],
        ['not-same', true, 2],
        ['undecided', false, 3],
        ['same', true, 4],
      ]);
    });

    it('tell of an exclusion whom it names', async () => {
      const [one, barred] = [await register('One'), await register('Barred')];
      const exclusion = await exclude(barred, covering([{ manufacturer: 'Zorgon' }]));
      const { entry } = await find({ vendor: one, exclusion });
      expect(await entryAt(entry)).toMatchObject({ exclusion, vendors: [one, barred] });
    });

    it('are refused of a name that is the other’s own', async () => {
      const other = await register('Acme Widgets LLC');
      const exclusion = await exclude(
        null,
        covering([{ manufacturer: 'Zorgon Ltd', aliases: ['Zed'] }]),
      );
      for (const terms of [
        { name: 'acme  widgets, LLC', other },
        { name: 'ZORGON LTD', exclusion },
        { name: 'zed', exclusion },
      ]) {
        await expect(find(terms)).rejects.toMatchObject({ errors: [{ pointer: '/name' }] });
        await expect(propose(terms)).rejects.toMatchObject({ errors: [{ pointer: '/name' }] });
      }
    });

    it('let exactly one of many find the same of one pair at once', async () => {
      const [one, other] = [await register('One'), await register('Other')];
      for (const pair of [
        { vendor: one, other },
        { name: 'Ohne', other },
      ]) {
        const outcomes = await Promise.allSettled(
          Array.from({ length: 6 }, (_, index) =>
            find({ ...pair, finding: index % 2 === 0 ? 'same' : 'not-same' }),
          ),
        );
        const refused = outcomes.filter(({ status }) => status === 'rejected');
        expect(refused.map((outcome) => (outcome as PromiseRejectedResult).reason.code)).toEqual(
          Array.from({ length: 5 }, () => 'finding-stands'),
        );
      }
      expect(await rows()).toHaveLength(2);
    });

    it('let exactly one of two replace what both have read', async () => {
      const [one, other] = [await register('One'), await register('Other')];
      const { entry: replaces } = await find({ vendor: one, other });
      const outcomes = await Promise.allSettled([
        find({ vendor: one, other, finding: 'not-same', replaces }),
        find({ vendor: other, other: one, finding: 'undecided', replaces }),
      ]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('change nothing when the history can not be added to', async () => {
      const [one, other] = [await register('One'), await register('Other')];
      await breakHistory(db.dataSource);
      await expect(find({ vendor: one, other })).rejects.toThrow();
      expect(await rows()).toEqual([]);
    });

    it('are rows that nobody edits, and of which no pair has two at once', async () => {
      const [one, other] = [await register('One'), await register('Other')];
      await find({ vendor: one, other });
      await find({ name: 'Ohne', other });
      for (const sql of [
        `UPDATE match_decision SET finding = 'not-same'`,
        `DELETE FROM match_decision`,
        `TRUNCATE match_decision`,
      ]) {
        await expect(db.dataSource.query(sql)).rejects.toThrow(/never edited|append-only/);
      }
      await expect(
        db.dataSource.query(`
          INSERT INTO match_decision (decision_id, finding, subject_id, subject_name, subject_text,
            object_id, subject_revision, object_revision, persons, entry, recorded)
          SELECT decision_id, finding, subject_id, subject_name, subject_text, object_id,
            subject_revision, object_revision, persons, entry, recorded FROM match_decision`),
      ).rejects.toThrow(/match_decision_one_at_a_time/);
    });
  });

  describe('that would loosen', () => {
    it.each([
      ['a bar on the one', async (one: string) => exclude(one)],
      ['a bar on the other', async (_: string, other: string) => exclude(other)],
      [
        'a bar that is to come',
        async (_: string, other: string) => exclude(other, {}, { effectiveFrom: NEXT_YEAR }),
      ],
      [
        'a bar of some articles of the other',
        async (_: string, other: string) => exclude(other, covering([{ manufacturer: 'Zorgon' }])),
      ],
      [
        'a bar on whoever owns the other',
        async (_: string, other: string) => {
          const parent = await register('Parent');
          await affiliate(other, 'parent', parent);
          return exclude(parent, { affiliates: ['subsidiaries'] });
        },
      ],
      [
        'a bar on a record that is one with the other',
        async (_: string, other: string) => {
          const duplicate = await register('Duplicate');
          const exclusion = await exclude(duplicate);
          await merge(duplicate, other);
          return exclusion;
        },
      ],
    ])('%s are refused to one person', async (_, bar) => {
      const [one, other] = [await register('One'), await register('Other')];
      const exclusion = await bar(one, other);
      const pair = { vendor: one, other };
      await expect(find({ ...pair, finding: 'not-same' })).rejects.toEqual(takesTwo(exclusion));
      const { entry: replaces } = await find(pair);
      for (const finding of ['not-same', 'undecided'] as const) {
        await expect(find({ ...pair, finding, replaces })).rejects.toEqual(takesTwo(exclusion));
      }
      await carryOut({ ...pair, finding: 'not-same' });
      expect((await rows()).map(({ persons }: { persons: number }) => persons)).toEqual([1, 2]);
    });

    it.each([
      ['has ended', { effectiveFrom: '2020-01-01T00:00:00.000Z', effectiveTo: YESTERDAY }, {}],
      ['reaches nobody else', {}, { affiliates: ['named-only'] as const }],
    ])('no bar, since that %s, are found by one', async (_, period, terms) => {
      const [one, other] = [await register('One'), await register('Other')];
      const parent = await register('Parent');
      await affiliate(other, 'parent', parent);
      await exclude(parent, { affiliates: ['subsidiaries'], ...terms }, period);
      await find({ vendor: one, other, finding: 'not-same' });
      expect(await rows()).toMatchObject([{ finding: 'not-same', persons: 1 }]);
    });

    it('what an exclusion covers are refused to one person until it ends', async () => {
      const exclusion = await exclude(null, covering([{ manufacturer: 'Zorgon' }]));
      const pair = { name: 'Zorgan Lamps', exclusion };
      await expect(find({ ...pair, finding: 'not-same' })).rejects.toEqual(takesTwo(exclusion));
      const one = await register('Zorgan Lamps');
      const asVendor = { vendor: one, exclusion, finding: 'not-same' } as const;
      await expect(find(asVendor)).rejects.toEqual(takesTwo(exclusion));
      clock.advance(1000);
      await changes.carryOut({
        ...{ action: 'end-exclusion', exclusion, effectiveFrom: null, ...LAWFUL },
      });
      await find({ ...pair, finding: 'not-same' });
    });

    it('take back what one person parted, by one person', async () => {
      const [one, other] = [await register('One'), await register('Other')];
      const { entry } = await find({ vendor: one, other, finding: 'not-same' });
      await exclude(other);
      await find({ vendor: one, other, finding: 'undecided', replaces: entry });
    });
  });

  describe('that count', () => {
    const standing = async (id: string, knownAt?: number) => {
      const { standing: stands, lapses } = await read.one(id, knownAt);
      return stands ? true : lapses;
    };

    it('do so until either vendor is amended', async () => {
      const [one, other] = [await register('One'), await register('Other')];
      const { decision } = await find({ vendor: one, other });
      const { decision: named } = await find({ name: 'Ohne', other });
      const before = await size();
      await amend(one);
      expect([await standing(decision), await standing(named)]).toEqual([['vendor'], true]);
      await amend(other);
      expect([await standing(decision), await standing(named)]).toEqual([
        ['vendor', 'other'],
        ['other'],
      ]);
      expect(await standing(decision, before)).toBe(true);
    });

    it('do so until the exclusion says something else', async () => {
      const exclusion = await exclude(null, covering([{ manufacturer: 'Zorgon' }]));
      const { decision } = await find({ name: 'Zorgan', exclusion });
      clock.advance(1000);
      await changes.carryOut({
        ...{ action: 'amend-exclusion', exclusion, terms: { comment: 'x' } },
        ...{ effectiveFrom: null, ...LAWFUL },
      });
      expect(await standing(decision)).toEqual(['exclusion']);
    });

    it('are the same whom the vendor is known as, and of two that are one no more', async () => {
      const [one, other] = [await register('One'), await register('Other')];
      const third = await register('Third');
      const { decision } = await find({ vendor: one, other });
      await merge(one, third);
      expect(await standing(decision)).toBe(true);
      const page = await read.page({ limit: 50, vendor: third });
      expect(page.items).toMatchObject([{ id: decision, vendor: { id: one, knownAs: third } }]);
      await merge(other, third);
      expect(await standing(decision)).toEqual(['merge']);
      await undoMerge(other, third);
      expect(await standing(decision)).toBe(true);
    });

    it('are to be found anew where a record that was told apart is put together with another', async () => {
      const [one, other] = [await register('One'), await register('Other')];
      const [third, fourth] = [await register('Third'), await register('Fourth')];
      const { decision } = await find({ vendor: one, other, finding: 'not-same' });
      const { decision: elsewhere } = await find({
        ...{ vendor: other, other: fourth, finding: 'not-same' },
      });
      const made = await merge(third, one);
      expect(await read.one(decision)).toMatchObject({
        ...{ finding: 'undecided', standing: false, lapses: [], entry: made - 1, persons: 2 },
        findings: [{ finding: 'not-same' }, { finding: 'undecided', reason: LAWFUL.reason }],
      });
      expect(await read.one(decision, made - 1)).toMatchObject({ finding: 'not-same' });
      expect(await standing(elsewhere)).toBe(true);
      await undoMerge(third, one);
      expect(await read.one(decision)).toMatchObject({ finding: 'undecided' });
    });

    it('are not contradicted by what is found of the other records of a vendor', async () => {
      const [one, other] = [await register('One'), await register('Other')];
      const third = await register('Third');
      const { decision, entry } = await find({ vendor: one, other });
      const { entry: named } = await find({ name: 'Wun', other: one });
      await merge(one, third);
      const stands = expect.objectContaining({ code: 'finding-stands' });
      const parting = { vendor: third, other, finding: 'not-same' } as const;
      await expect(find(parting)).rejects.toMatchObject({ members: { decision, entry } });
      await expect(propose(parting)).rejects.toEqual(stands);
      await expect(find({ name: 'Wun', other: third, finding: 'not-same' })).rejects.toMatchObject({
        ...{ code: 'finding-stands', members: { entry: named } },
      });
      await find({ vendor: one, other, finding: 'undecided', replaces: entry });
      await find(parting);
    });

    it('may be taken back of a record that was merged since', async () => {
      const [one, other] = [await register('One'), await register('Other')];
      const { entry } = await find({ vendor: one, other });
      await merge(one, await register('Third'));
      await find({ vendor: one, other, finding: 'undecided', replaces: entry });
      await expect(find({ vendor: one, other })).rejects.toMatchObject({ code: 'vendor-merged' });
    });
  });

  describe('by two persons', () => {
    let one: string;
    let other: string;

    beforeEach(async () => {
      one = await register('One');
      other = await register('Other');
    });

    const barred = () => exclude(other);
    const parting = () => propose({ vendor: one, other, finding: 'not-same' });
    const stale = async (proposal: Proposal, subject: string) => {
      await expect(changes.approve(proposal)).rejects.toMatchObject({
        ...{ code: 'proposal-stale', members: { subject } },
      });
    };

    it('are told with who proposed and who approved', async () => {
      const exclusion = await barred();
      const made = await carryOut({ vendor: one, other, finding: 'not-same' });
      expect(await entryAt(made - 1)).toMatchObject({
        ...{ type: 'screening.decided', actor: actorOf(ADMIN_2), ...LAWFUL },
        proposal: { proposedBy: ADMIN.person, approvedBy: [ADMIN_2.person] },
        after: { finding: 'not-same', persons: 2 },
      });
      expect(exclusion).not.toBe('');
    });

    it('wait for the second, and change nothing before', async () => {
      await barred();
      const proposal = await parting();
      expect(proposal).toMatchObject({
        ...{ state: 'pending', vendors: [one, other], exclusion: null, approvalsNeeded: 1 },
        content: { action: 'decide-match', vendor: one, name: null, other, finding: 'not-same' },
      });
      expect(await rows()).toEqual([]);
    });

    it('may find again what one has found', async () => {
      await find({ vendor: one, other, finding: 'not-same' });
      await carryOut({ vendor: one, other, finding: 'not-same' });
      await expect(parting()).rejects.toMatchObject({ code: 'finding-stands' });
      expect(await rows()).toMatchObject([{ persons: 1 }, { persons: 2 }]);
    });

    it('are refused at once where nothing is to be found', async () => {
      await expect(propose({ vendor: one, other: one })).rejects.toMatchObject({
        errors: [{ pointer: '/other' }],
      });
      await expect(propose({ vendor: one, other, finding: 'undecided' })).rejects.toMatchObject({
        code: 'nothing-found',
      });
    });

    it('are stale when either vendor was amended', async () => {
      await barred();
      const [first, second] = [await parting(), await propose({ name: 'Odher', other })];
      await amend(one);
      await stale(first, `vendor ${one}`);
      await amend(other);
      await stale(second, `vendor ${other}`);
    });

    it('are stale when something else was found of the pair', async () => {
      await barred();
      const proposal = await parting();
      await find({ vendor: one, other });
      await stale(proposal, 'the pair');
      await changes.approve(await parting());
    });

    it('are stale when a vendor of the pair was merged', async () => {
      await barred();
      const proposal = await parting();
      const third = await register('Third');
      await merge(third, other);
      await stale(proposal, `vendor ${other}`);
    });

    it('are stale when an exclusion has come to one of them, or says something else', async () => {
      const first = await parting();
      const exclusion = await barred();
      await stale(first, `exclusion ${exclusion}`);
      const second = await parting();
      clock.advance(1000);
      await changes.carryOut({
        ...{ action: 'amend-exclusion', exclusion, terms: { comment: 'x' } },
        ...{ effectiveFrom: null, ...LAWFUL },
      });
      await stale(second, `exclusion ${exclusion}`);
    });

    it('are stale when an exclusion has come to reach one of them', async () => {
      const parent = await register('Parent');
      const exclusion = await exclude(parent, { affiliates: ['subsidiaries'] });
      const proposal = await parting();
      await affiliate(parent, 'subsidiary', other);
      await stale(proposal, `exclusion ${exclusion}`);
    });

    it('are stale when the exclusion of the pair says something else', async () => {
      const exclusion = await exclude(null, covering([{ manufacturer: 'Zorgon' }]));
      const proposal = await propose({ name: 'Zorgan', exclusion, finding: 'not-same' });
      expect(proposal).toMatchObject({ exclusion });
      clock.advance(1000);
      await changes.carryOut({
        ...{ action: 'amend-exclusion', exclusion, terms: { comment: 'x' } },
        ...{ effectiveFrom: null, ...LAWFUL },
      });
      await stale(proposal, `exclusion ${exclusion}`);
    });

    it('are not stale because time has passed', async () => {
      await exclude(other, {}, { effectiveTo: '2026-06-02T00:00:00.000Z' });
      const proposal = await parting();
      clock.set('2026-06-03T00:00:00.000Z');
      await changes.approve(proposal);
    });

    it('let exactly one of two proposals through', async () => {
      await barred();
      const proposals = [await parting(), await parting()];
      const outcomes = await Promise.allSettled(proposals.map((each) => changes.approve(each)));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await rows()).toHaveLength(1);
    });

    it('look at the checks that asked for the name, or for either vendor', async () => {
      await changes.openList();
      const check = new RecordOnce(db.dataSource, clock, 'https://registry.example');
      const by = { id: '01980000-0000-7000-8000-000000000b01', agency: 'DHS' };
      for (const name of ['OHDER', 'ohder', 'Unlike Anything', 'Other']) {
        await check.execute({ vendor: { name }, purchase: { list: 'a-list' } }, by);
      }
      const examined = async (terms: Partial<MatchCommand>) =>
        (await propose(terms)).impact?.examined;
      expect(await examined({ name: 'Ohder', other })).toBe(3);
      expect(await examined({ vendor: one, other })).toBe(1);
      expect(await examined({ name: 'Nobody Asked', other: one })).toBe(0);
    });
  });

  describe('as known', () => {
    it('are read by the page, whichever count', async () => {
      const [one, other] = [await register('One'), await register('Other')];
      const found = [];
      for (let index = 0; index < 7; index += 1) {
        const { decision } = await find({ name: `Name ${index}`, other: index < 3 ? one : other });
        found.unshift(decision);
      }
      await amend(one);
      const all: string[][] = [];
      for (const standing of [true, false, undefined]) {
        const ids: string[] = [];
        let cursor: string | undefined;
        do {
          const asked = { limit: 2, ...(standing !== undefined && { standing }) };
          const { items, next } = await read.page({ ...asked, ...(cursor && { cursor }) });
          ids.push(...items.map(({ id }) => id));
          cursor = next ?? undefined;
        } while (cursor !== undefined);
        all.push(ids);
      }
      expect(all).toEqual([found.slice(0, 4), found.slice(4), found]);
    });

    it('of a pair are one, though it was decided again and again', async () => {
      const other = await register('Other');
      const { decision, entry } = await find({ name: 'Odher', other });
      const decisions = new MatchDecisions(db.dataSource.manager);
      const [now] = await decisions.findings(decision, await size());
      expect(now).toMatchObject({ subjectName: expect.any(String), name: 'Odher', until: null });
      const again = await find({ name: 'ODHER', other, finding: 'not-same', replaces: entry });
      expect(again.decision).toBe(decision);
      const page = await read.page({ limit: 50 });
      expect(page.items).toMatchObject([{ id: decision, name: 'ODHER', finding: 'not-same' }]);
    });
  });
});
