import { ExclusionNotFound, WaiverNotFound } from '../src/exclusions/domain/errors';
import type { ExclusionTerms } from '../src/exclusions/domain/exclusion';
import { segmentAt } from '../src/clock/domain/segments';
import { Exclusions } from '../src/exclusions/exclusions';
import { Waivers } from '../src/exclusions/waivers';
import { ImpactOfChange } from '../src/exposure/impact';
import { readCanonical } from '../src/history/domain/entry';
import { History } from '../src/history/history';
import { ApproveProposal } from '../src/proposals/approve-proposal';
import type { ExclusionContent, Proposal, ProposalContent } from '../src/proposals/domain/proposal';
import { Propose } from '../src/proposals/propose';
import { ADMIN, ADMIN_2, Changes } from './support/changes';
import { SettableClock } from './support/clock';
import { TestDatabase } from './support/database';

const AUTHORITY = { citation: 'BOD 17-01', office: 'DHS' };
const LAWFUL = { authority: AUTHORITY, reason: 'for the test' };
const ARTICLE = { manufacturer: 'Kaspersky Lab', product: null, aliases: [] };
const NOBODY = '01980000-0000-7000-8000-0000000000ff';

const START = '2017-09-13T00:00:00.000Z';
const LATER = '2017-10-13T00:00:00.000Z';
const END = '2018-09-13T00:00:00.000Z';
const ms = (instant: string, by: number) => new Date(Date.parse(instant) + by);

let database: TestDatabase;
let clock: SettableClock;
let changes: Changes;
let vendor: string;

beforeEach(async () => {
  database = await TestDatabase.create();
  clock = new SettableClock(new Date('2017-09-14T09:00:00.000Z'));
  changes = new Changes(database.dataSource, clock);
  vendor = (await changes.register()).id;
});

afterEach(() => database.destroy());

const terms = (change: Partial<ExclusionTerms> = {}): ExclusionTerms => ({
  ...{ kind: 'prohibition', basis: 'directive', agency: 'DHS', vendor },
  affiliates: ['common-control'],
  scope: { whole: true, articles: [], categories: [], uses: [], exempt: [] },
  binds: { agencies: [], groups: ['civilian'], vehicles: [], systems: [] },
  effects: ['award', 'use'],
  ...{ cause: null, citations: [], comment: 'Begin to remove within 90 days.', milestones: [] },
  ...change,
});

const imposing = (
  change: Partial<ExclusionTerms> = {},
  more: { effectiveFrom?: string | null; effectiveTo?: string | null; corrects?: number } = {},
): ExclusionContent => ({
  ...{ action: 'exclude', exclusion: terms(change), effectiveFrom: START, effectiveTo: END },
  ...{ ...LAWFUL, ...more },
});

const amending = (exclusion: string, more: object = {}): ExclusionContent => ({
  ...{ action: 'amend-exclusion', exclusion, terms: { comment: 'Removed.' } },
  ...{ effectiveFrom: LATER, ...LAWFUL, ...more },
});

const ending = (exclusion: string, effectiveFrom: string | null = LATER): ExclusionContent => ({
  ...{ action: 'end-exclusion', exclusion, effectiveFrom, ...LAWFUL },
});

const waiving = (exclusion: string, more: object = {}): ExclusionContent => ({
  ...{ action: 'waive', exclusion, agency: 'nasa', vendor: null, articles: [] },
  ...{ effectiveFrom: START, effectiveTo: LATER, ...LAWFUL, ...more },
});

const revoking = (waiver: string, effectiveFrom: string | null = START): ExclusionContent => ({
  ...{ action: 'revoke-waiver', waiver, effectiveFrom, ...LAWFUL },
});

async function propose(content: ProposalContent): Promise<Proposal> {
  const useCase = new Propose(database.dataSource, clock, new ImpactOfChange());
  return (await useCase.execute(content, ADMIN)).proposal;
}

async function approve({ id, sha256 }: Proposal): Promise<{ entry: number; size: number }> {
  const useCase = new ApproveProposal(database.dataSource, clock);
  const { proposal, position } = await useCase.execute(id, sha256, ADMIN_2);
  return { entry: proposal.entries[0] ?? -1, size: position };
}

const change = async (content: ProposalContent) => approve(await propose(content));

/** What an entry tells. A test says what it expects of it. */
async function entryAt(position: number): Promise<Record<string, unknown>> {
  const [row] = await database.dataSource.query<[{ canonical: Buffer }]>(
    `SELECT canonical FROM history_entry WHERE position = $1`,
    [position],
  );
  return readCanonical(row.canonical);
}

async function impose(...said: Parameters<typeof imposing>) {
  const made = await change(imposing(...said));
  return { ...made, id: String((await entryAt(made.entry))['exclusion']) };
}

async function waive(exclusion: string, more: object = {}) {
  const made = await change(waiving(exclusion, more));
  const { after } = (await entryAt(made.entry)) as { after: { waiver: string } };
  return { ...made, id: after.waiver };
}

const exclusions = () => new Exclusions(database.dataSource.manager);
const waivers = () => new Waivers(database.dataSource.manager);
const headSize = async () => (await new History(database.dataSource.manager).head()).size;

/** What the exclusion says at an instant, as known at a size. */
const commentAt = async (id: string, at: Date, size?: number) =>
  segmentAt(await exclusions().timeline(id, size), at)?.comment;

describe('an exclusion', () => {
  it('bars from the approval on, and is told whole by its entry', async () => {
    const { id, entry } = await impose();
    const effective = { from: new Date(START), to: new Date(END) };
    expect(await exclusions().timeline(id)).toEqual([
      { ...terms(), exclusion: id, effective, entry, authority: AUTHORITY, suspension: null },
    ]);
    expect(await entryAt(entry)).toMatchObject({
      ...{ type: 'exclusion.imposed', exclusion: id, vendors: [vendor], ...LAWFUL, before: null },
      proposal: { proposedBy: ADMIN.person, approvedBy: [ADMIN_2.person] },
      after: {
        segments: [{ ...terms(), effective: { from: START, to: END }, authority: AUTHORITY }],
      },
    });
  });

  it('begins now where no time is given, and has no end where none is given', async () => {
    const { id } = await impose({}, { effectiveFrom: null, effectiveTo: null });
    const [segment] = await exclusions().timeline(id);
    expect(segment?.effective).toEqual({ from: clock.now(), to: null });
  });

  it('was not known before its entry', async () => {
    const { id, entry, size } = await impose();
    expect(size).toBe(entry + 1);
    await expect(exclusions().timeline(id, entry)).rejects.toThrow(ExclusionNotFound);
    expect(await exclusions().timeline(id, size)).toHaveLength(1);
    expect(await exclusions().known({ vendors: [vendor], articles: true }, entry)).toEqual([]);
  });

  it('changes nothing while it waits for a second person', async () => {
    const before = await headSize();
    const { warnings, exclusion, vendors } = await propose(
      imposing({ kind: 'debarment', basis: null }, { effectiveTo: '2020-09-13T00:00:00.001Z' }),
    );
    expect(warnings).toEqual([
      { pointer: '/effectiveTo', message: expect.stringContaining('over 3 years') },
    ]);
    expect({ exclusion, vendors }).toEqual({ exclusion: null, vendors: [vendor] });
    expect(await headSize()).toBe(before + 1);
    expect(await exclusions().known({ vendors: [vendor], articles: true })).toEqual([]);
  });

  it.each([
    ['that contradicts itself', { effects: [] }, {}, ['/exclusion/effects']],
    [
      'of a contract vehicle that is not a list',
      { binds: { agencies: [], groups: [], vehicles: ['a-list', 'sewp'], systems: [] } },
      {},
      ['/exclusion/binds/vehicles/1'],
    ],
    ['of no time', {}, { effectiveTo: START }, ['/effectiveTo']],
  ] as const)('is refused when it is proposed: one %s', async (_, said, more, pointers) => {
    await changes.openList();
    const refusal = await propose(imposing(said, more)).catch((error: unknown) => error);
    const errors = pointers.map((pointer) => expect.objectContaining({ pointer }));
    expect(refusal).toMatchObject({ errors });
  });

  it('is refused where there is no such vendor', async () => {
    await expect(propose(imposing({ vendor: NOBODY }))).rejects.toThrow('There is no vendor');
  });

  it('needs an entry in its transaction', async () => {
    const insert = database.dataSource.query(`INSERT INTO exclusion VALUES ($1, 0)`, [NOBODY]);
    await expect(insert).rejects.toMatchObject({ code: '23001' });
  });
});

describe('an amendment', () => {
  it('is known from its entry on, however early it takes effect', async () => {
    const { id, size } = await impose();
    clock.set('2018-01-01T00:00:00.000Z');
    const amended = await change(amending(id));
    expect(await commentAt(id, ms(LATER, -1))).toBe(terms().comment);
    expect(await commentAt(id, ms(LATER, 0))).toBe('Removed.');
    expect(await commentAt(id, ms(LATER, 0), size)).toBe(terms().comment);
    expect(await commentAt(id, ms(LATER, 0), amended.entry)).toBe(terms().comment);
    expect(await commentAt(id, ms(LATER, 0), amended.size)).toBe('Removed.');
  });

  it('tells what was said before and after, and what still rests on the entry before', async () => {
    const { id, entry } = await impose();
    const amended = await change(amending(id));
    expect(await entryAt(amended.entry)).toMatchObject({
      ...{ type: 'exclusion.amended', exclusion: id, vendors: [vendor] },
      before: { segments: [{ effective: { from: START, to: END }, entry }] },
      after: {
        segments: [
          { effective: { from: START, to: LATER }, entry },
          { effective: { from: LATER, to: END }, comment: 'Removed.' },
        ],
      },
    });
    const { after } = (await entryAt(amended.entry)) as { after: { segments: object[] } };
    expect(after.segments[1]).not.toHaveProperty('entry');
    expect((await exclusions().timeline(id)).map((segment) => segment.entry)).toEqual([
      entry,
      amended.entry,
    ]);
  });

  it('may give another end only', async () => {
    const { id } = await impose();
    await change(amending(id, { terms: {}, effectiveTo: null }));
    expect(await commentAt(id, ms('2999-01-01T00:00:00.000Z', 0))).toBe(terms().comment);
  });

  it('is parsed with what it leaves as it was', async () => {
    const { id } = await impose();
    const refusal = await propose(amending(id, { terms: { kind: 'debarment' } })).catch(
      (error: unknown) => error,
    );
    expect(refusal).toMatchObject({ errors: [{ pointer: '/terms/basis' }] });
  });

  it('is refused of an exclusion that there is none of', async () => {
    await expect(propose(amending(NOBODY))).rejects.toThrow(ExclusionNotFound);
  });

  it('is refused once the exclusion has ended', async () => {
    const { id } = await impose();
    await expect(propose(amending(id, { effectiveFrom: END }))).rejects.toMatchObject({
      code: 'exclusion-not-in-effect',
    });
  });
});

describe('an end', () => {
  it('is an end from then on, and only for whoever asks after its entry', async () => {
    const { id, size } = await impose();
    const { entry } = await change(ending(id));
    expect(await commentAt(id, ms(LATER, -1))).toBe(terms().comment);
    expect(await commentAt(id, ms(LATER, 0))).toBeUndefined();
    expect(await commentAt(id, ms(LATER, 0), size)).toBe(terms().comment);
    expect(await entryAt(entry)).toMatchObject({ type: 'exclusion.ended', exclusion: id });
  });

  it('leaves nothing of an exclusion that was a mistake, except that it was known', async () => {
    const { id, entry, size } = await impose();
    const ended = await change({ ...ending(id, START), corrects: entry });
    expect(await exclusions().timeline(id)).toEqual([]);
    expect(await exclusions().known({ vendors: [vendor], articles: true })).toEqual([]);
    expect(await exclusions().timeline(id, size)).toHaveLength(1);
    expect(await entryAt(ended.entry)).toMatchObject({ corrects: entry, after: { segments: [] } });
    await expect(propose(ending(id, START))).rejects.toMatchObject({
      code: 'exclusion-not-in-effect',
    });
  });
});

describe('a correction', () => {
  it('names the entry that it corrects', async () => {
    const { id, entry } = await impose();
    const amended = await change(amending(id, { corrects: entry }));
    expect(await entryAt(amended.entry)).toMatchObject({ corrects: entry });
    const rows = await database.dataSource.query<{ position: number }[]>(
      `SELECT position FROM history_entry WHERE corrects = $1 AND type = 'exclusion.amended'`,
      [entry],
    );
    expect(rows).toEqual([{ position: amended.entry }]);
  });

  it('may correct what was said of the same vendor', async () => {
    const { entry } = await impose();
    const { entry: second } = await impose({}, { corrects: entry });
    expect(await entryAt(second)).toMatchObject({ corrects: entry });
  });

  it.each([
    [
      'is about another vendor',
      () => changes.register({ name: 'Other' }).then((made) => made.revision),
    ],
    ['is not there yet', () => headSize()],
  ])('is refused of an entry that %s', async (_, corrected) => {
    const { id } = await impose();
    await expect(propose(amending(id, { corrects: await corrected() }))).rejects.toMatchObject({
      code: 'correction-misplaced',
      errors: [{ pointer: '/corrects' }],
    });
  });
});

describe('a waiver', () => {
  it('excepts an agency for a time, and is found with its exclusion', async () => {
    const { id: exclusion } = await impose();
    const { id, entry } = await waive(exclusion);
    const waiver = {
      ...{ id, exclusion, agency: 'NASA', vendor: null, articles: [], entry },
      ...{ effective: { from: new Date(START), to: new Date(LATER) }, authority: AUTHORITY },
    };
    expect(await waivers().read(id)).toEqual(waiver);
    const asked = { vendors: [vendor], articles: false };
    expect(await exclusions().known(asked)).toMatchObject([{ id: exclusion, waivers: [waiver] }]);
    expect(await exclusions().known(asked, entry)).toMatchObject([{ id: exclusion, waivers: [] }]);
    await expect(waivers().read(id, entry)).rejects.toThrow(WaiverNotFound);
    expect(await entryAt(entry)).toMatchObject({
      ...{ type: 'waiver.granted', exclusion, vendors: [vendor], before: null },
      after: { waiver: id, agency: 'NASA', effective: { from: START, to: LATER } },
    });
  });

  it('may be for one vendor, which its entry then names too', async () => {
    const { id } = await impose({
      vendor: null,
      scope: { ...terms().scope, whole: false, articles: [ARTICLE] },
    });
    const { entry } = await waive(id, { vendor, articles: [ARTICLE] });
    expect(await entryAt(entry)).toMatchObject({ vendors: [vendor], after: { vendor } });
  });

  it('is refused where the exclusion bars nothing', async () => {
    const { id } = await impose();
    const late = { effectiveFrom: END, effectiveTo: ms(END, 1).toISOString() };
    await expect(propose(waiving(id, late))).rejects.toMatchObject({
      code: 'exclusion-not-in-effect',
    });
  });

  it('ends when it is revoked, and only for whoever asks after that entry', async () => {
    const { id: exclusion } = await impose();
    const { id, entry, size } = await waive(exclusion);
    const from = ms(LATER, -1);
    const revoked = await change(revoking(id, from.toISOString()));
    expect(await waivers().read(id)).toMatchObject({ effective: { to: from }, entry });
    expect(await waivers().read(id, size)).toMatchObject({ effective: { to: new Date(LATER) } });
    expect(await entryAt(revoked.entry)).toMatchObject({
      ...{ type: 'waiver.revoked', exclusion },
      before: { waiver: id, effective: { from: START, to: LATER } },
      after: { waiver: id, effective: { from: START, to: from.toISOString() } },
    });
    await expect(propose(revoking(id, LATER))).rejects.toMatchObject({
      code: 'waiver-not-in-effect',
    });
  });

  it('leaves nothing where it is revoked from its start', async () => {
    const { id: exclusion } = await impose();
    const { id, size } = await waive(exclusion);
    const { entry } = await change(revoking(id));
    expect(await waivers().of([exclusion])).toEqual([]);
    expect(await waivers().of([exclusion], size)).toHaveLength(1);
    expect(await entryAt(entry)).toMatchObject({ after: null });
    await expect(waivers().read(id)).rejects.toThrow(WaiverNotFound);
  });

  it('touches the vendor that it was for, when it is granted and when it is revoked', async () => {
    const { id: exclusion } = await impose();
    const reseller = (await changes.register({ name: 'Reseller' })).id;
    const { id, entry } = await waive(exclusion, { vendor: reseller });
    const { entry: revoked } = await change(revoking(id));
    for (const position of [entry, revoked]) {
      const { vendors } = await entryAt(position);
      expect(vendors).toContain(reseller);
    }
  });
});

describe('exclusions that are known', () => {
  it('name the vendor, or cover articles where these are asked for', async () => {
    const { id: whole } = await impose();
    const scope = { ...terms().scope, whole: false, articles: [ARTICLE] };
    const { id: article } = await impose({ vendor: null, scope });
    const other = (await changes.register({ name: 'Other' })).id;
    const { id: ofOther } = await impose({ vendor: other });
    const found = async (vendors: string[], articles: boolean) =>
      (await exclusions().known({ vendors, articles })).map(({ id }) => id);
    expect(await found([vendor], false)).toEqual([whole]);
    expect(await found([vendor], true)).toEqual([whole, article]);
    expect(await found([], true)).toEqual([article]);
    expect(await found([vendor, other], true)).toEqual([whole, article, ofOther]);
    expect(await found([], false)).toEqual([]);
  });

  it('cover articles at any time of theirs, and are told whole', async () => {
    const { id } = await impose();
    await change(amending(id, { terms: { scope: { ...terms().scope, articles: [ARTICLE] } } }));
    const [known] = await exclusions().known({ vendors: [], articles: true });
    expect(known?.timeline).toHaveLength(2);
  });
});

describe('a proposal about an exclusion', () => {
  it.each([
    ['was amended', (id: string) => amending(id)],
    ['was ended', (id: string) => ending(id)],
    ['was waived', (id: string) => waiving(id)],
  ])('is stale once the exclusion %s', async (_, meanwhile) => {
    const { id } = await impose();
    const waiting = await propose(amending(id));
    await change(meanwhile(id));
    await expect(approve(waiting)).rejects.toMatchObject({ code: 'proposal-stale' });
  });

  it('is not stale because of another exclusion of the vendor', async () => {
    const { id } = await impose();
    const waiting = await propose(amending(id));
    await impose();
    expect((await approve(waiting)).entry).toBeGreaterThan(0);
  });

  it('lets exactly one of two simultaneous changes through', async () => {
    const { id } = await impose();
    const waiting = [await propose(amending(id)), await propose(ending(id))];
    const outcomes = await Promise.allSettled(waiting.map(approve));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
