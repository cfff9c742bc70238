import { actorOf } from '../src/access/caller';
import type { AskedCheck } from '../src/checks/domain/parse-question';
import type { Verdict } from '../src/checks/domain/verdict';
import type { Asking } from '../src/checks/recording/asking';
import { RecordOnce } from './support/record-once';
import type { ExclusionTerms } from '../src/exclusions/domain/exclusion';
import { ForeseeImpact } from '../src/exposure/foresee-impact';
import { ImpactOfChange } from '../src/exposure/impact';
import { ProposalDecided, ProposalNotFound } from '../src/proposals/domain/errors';
import type { Impact } from '../src/proposals/domain/impact';
import type { Proposal, ProposalContent } from '../src/proposals/domain/proposal';
import { Propose } from '../src/proposals/propose';
import { RecordAffiliation } from '../src/vendors/record-affiliation';
import { ADMIN, Changes, LAWFUL } from './support/changes';
import { SettableClock } from './support/clock';
import { TestDatabase } from './support/database';

const NOW = '2026-06-01T12:00:00.000Z';
const DAY = 86_400_000;
const later = (milliseconds: number): Date => new Date(Date.parse(NOW) + milliseconds);

const ISSUER = 'https://registry.example';
const DHS: Asking = { id: '01980000-0000-7000-8000-000000000b01', agency: 'DHS' };
const NASA: Asking = { id: '01980000-0000-7000-8000-000000000b02', agency: 'NASA' };
const NASA_2: Asking = { id: '01980000-0000-7000-8000-000000000b03', agency: 'NASA' };

const UEI = { scheme: 'uei', value: 'ACMEWDGETS09' };
const FROM_ACME: AskedCheck = { vendor: { uei: UEI.value }, purchase: { list: 'a-list' } };

const TERMS: Omit<ExclusionTerms, 'vendor'> = {
  ...{ kind: 'debarment', basis: null, agency: 'GSA', affiliates: ['named-only'] },
  scope: { whole: true, articles: [], categories: [], uses: [], exempt: [] },
  binds: { agencies: 'all', groups: [], vehicles: [], systems: [] },
  effects: ['award', 'option', 'modification', 'subcontract'],
  ...{ cause: null, citations: [], comment: null, milestones: [] },
};

describe('the impact of a proposal', () => {
  let db: TestDatabase;
  let clock: SettableClock;
  let changes: Changes;
  let makeCheck: RecordOnce;
  let acme: string;

  beforeEach(async () => {
    db = await TestDatabase.create();
    clock = new SettableClock(later(-100 * DAY));
    changes = new Changes(db.dataSource, clock);
    makeCheck = new RecordOnce(db.dataSource, clock, ISSUER);
    await changes.openList();
    ({ id: acme } = await changes.register({ identifiers: [UEI] }));
    clock.set(NOW);
  });
  afterEach(() => db.destroy());

  const check = (asked: AskedCheck = FROM_ACME, by = DHS) => makeCheck.execute(asked, by);
  const verdict = async (asked: AskedCheck = FROM_ACME, by = DHS): Promise<Verdict> =>
    (await check(asked, by)).verdict;
  const propose = (terms: object): Promise<Proposal> =>
    changes.propose({ ...LAWFUL, effectiveFrom: null, ...terms } as ProposalContent);
  const impactOf = async (terms: object): Promise<Impact> => {
    const { impact } = await propose(terms);
    if (!impact) throw new Error('No impact was told.');
    return impact;
  };
  const removal = (terms: object = {}) => ({
    ...{ action: 'remove', vendor: acme, list: 'a-list', ...terms },
  });
  const exclusion = (vendor: string | null, terms: Partial<ExclusionTerms> = {}) => ({
    ...{ action: 'exclude', exclusion: { ...TERMS, vendor, ...terms }, effectiveTo: null },
  });
  const exclude = async (
    vendor: string | null,
    terms: Partial<ExclusionTerms> = {},
  ): Promise<string> => {
    const made = { ...LAWFUL, effectiveFrom: null, ...exclusion(vendor, terms) };
    await changes.carryOut(made as ProposalContent);
    const [{ id }] = await db.dataSource.query('SELECT id FROM exclusion ORDER BY id DESC LIMIT 1');
    return id;
  };
  const covering = (
    manufacturer: string,
    terms: Partial<ExclusionTerms> = {},
  ): Partial<ExclusionTerms> => ({
    scope: {
      ...TERMS.scope,
      whole: false,
      articles: [{ manufacturer, product: null, aliases: [] }],
    },
    ...terms,
  });

  /** Records that a vendor always was another's parent. @returns the id of the affiliation */
  const relate = async (vendor: string, subsidiary: string): Promise<string> => {
    const times = { effectiveFrom: null, effectiveTo: null, corrects: undefined };
    const command = { relation: 'subsidiary' as const, other: subsidiary, ...LAWFUL, ...times };
    const record = new RecordAffiliation(db.dataSource, clock);
    return (await record.execute(vendor, command, actorOf(ADMIN))).affiliation.id;
  };

  /** That what was foretold is what the same question is answered once the change is carried out. */
  const expectFulfilled = async (proposal: Proposal, asked: AskedCheck, by = DHS) => {
    const [turned] = proposal.impact?.turned ?? [];
    expect(await verdict(asked, by)).toBe(turned?.verdict);
    await changes.approve(proposal);
    expect(await verdict(asked, by)).toBe(turned?.wouldBe);
  };

  it('tells of a removal whose checks it turns, by agency and by client', async () => {
    await changes.list(acme);
    const { id } = await check({ ...FROM_ACME, purchase: { list: 'a-list', reference: 'PR-1' } });
    for (const by of [NASA, NASA, NASA_2]) await check(FROM_ACME, by);
    const { impact } = await propose(removal());
    const turns = (checks: number) => ({ checks, turns: { 'eligible → ineligible': checks } });
    expect(impact).toMatchObject({
      ...{ since: later(-90 * DAY).toISOString(), examined: 4, incomplete: false },
      ...turns(4),
      byAgency: { DHS: turns(1), NASA: turns(3) },
      byClient: { [DHS.id]: turns(1), [NASA.id]: turns(2), [NASA_2.id]: turns(1) },
    });
    expect(impact?.turned.at(-1)).toEqual({
      ...{ id, decidedAt: NOW, agency: 'DHS', client: DHS.id, reference: 'PR-1' },
      ...{ verdict: 'eligible', wouldBe: 'ineligible' },
    });
  });

  it('tells of a removal what checks are answered after it', async () => {
    await changes.list(acme);
    await check();
    await expectFulfilled(await propose(removal()), FROM_ACME);
  });

  it('tells of a reinstatement that it turns checks back', async () => {
    await changes.list(acme);
    await changes.remove(acme);
    await check();
    const proposal = await propose(removal({ action: 'reinstate' }));
    expect(proposal.impact?.turns).toEqual({ 'ineligible → eligible': 1 });
    await expectFulfilled(proposal, FROM_ACME);
  });

  it('tells of an exclusion whom it turns away, whom it reaches among them', async () => {
    const { id: borealis } = await changes.register({ name: 'Borealis Fasteners' });
    await relate(acme, borealis);
    const onOpenMarket = (vendor: string): AskedCheck => ({
      vendor: { id: vendor },
      purchase: { channel: 'open-market' },
    });
    await check(onOpenMarket(acme));
    await check(onOpenMarket(borealis), NASA);
    const named = await impactOf(exclusion(acme));
    expect(named).toMatchObject({ checks: 1, examined: 2, byAgency: { DHS: { checks: 1 } } });
    const proposal = await propose(exclusion(acme, { affiliates: ['subsidiaries'] }));
    expect(proposal.impact).toMatchObject({ checks: 2, byAgency: { NASA: { checks: 1 } } });
    await expectFulfilled(proposal, onOpenMarket(borealis), NASA);
  });

  it('tells of an exclusion of articles whoever sells them, and of nobody who sells others', async () => {
    await changes.list(acme);
    const selling = (manufacturer: string): AskedCheck => ({
      ...FROM_ACME,
      purchase: { list: 'a-list', items: [{ manufacturer, product: 'Endpoint Security' }] },
    });
    await check(selling('Kaspersky Lab'));
    await check(selling('Borealis'));
    await check();
    const proposal = await propose(exclusion(null, covering('Kaspersky Lab')));
    expect(proposal.impact).toMatchObject({ examined: 1, turns: { 'eligible → ineligible': 1 } });
    await expectFulfilled(proposal, selling('Kaspersky Lab'));
  });

  it('tells of an exclusion of articles that whoever sells a thing may have made it', async () => {
    const { id: kaspersky } = await changes.register({ name: 'Kaspersky Lab' });
    const asked: AskedCheck = {
      vendor: { id: kaspersky },
      purchase: { channel: 'open-market', items: [{ product: 'Endpoint Security' }] },
    };
    await check(asked);
    const proposal = await propose(exclusion(null, covering('Kaspersky Lab')));
    expect(proposal.impact?.turns).toEqual({ 'eligible → review': 1 });
    await expectFulfilled(proposal, asked);
  });

  it('tells of a waiver only the agency that it is for', async () => {
    const barred: AskedCheck = { vendor: { id: acme }, purchase: { channel: 'open-market' } };
    const excluded = await exclude(acme);
    await check(barred, DHS);
    await check(barred, NASA);
    const proposal = await propose({
      ...{ action: 'waive', exclusion: excluded, agency: 'NASA', vendor: null, articles: [] },
      effectiveTo: later(30 * DAY).toISOString(),
    });
    expect(proposal.impact).toMatchObject({
      turns: { 'ineligible → eligible': 1 },
      byAgency: { NASA: { checks: 1 } },
    });
    await expectFulfilled(proposal, barred, NASA);
  });

  it('tells of the end of an exclusion, and of one that covers articles', async () => {
    await changes.list(acme);
    const asked: AskedCheck = {
      ...FROM_ACME,
      purchase: { list: 'a-list', items: [{ manufacturer: 'Kaspersky Lab' }] },
    };
    const excluded = await exclude(null, covering('Kaspersky Lab'));
    await check(asked, NASA);
    const proposal = await propose({ action: 'end-exclusion', exclusion: excluded });
    expect(proposal.impact?.byAgency).toEqual({
      NASA: { checks: 1, turns: { 'ineligible → eligible': 1 } },
    });
    await expectFulfilled(proposal, asked, NASA);
  });

  it('tells of a merge that one is barred as the other is', async () => {
    const { id: borealis } = await changes.register({ name: 'Borealis Fasteners' });
    await exclude(borealis);
    const asked: AskedCheck = { vendor: { id: acme }, purchase: { channel: 'open-market' } };
    await check(asked);
    const proposal = await propose({
      ...{ action: 'merge-vendors', vendor: acme, duplicate: borealis },
      effectiveFrom: undefined,
    });
    expect(proposal.impact?.turns).toEqual({ 'eligible → ineligible': 1 });
    await expectFulfilled(proposal, asked);
  });

  it('tells of the end of an affiliation whom an exclusion reaches no more, and whose articles it covers no more', async () => {
    const { id: borealis } = await changes.register({ name: 'Borealis Fasteners' });
    await changes.list(acme);
    const affiliation = await relate(acme, borealis);
    await exclude(acme, covering('Acme Widgets LLC', { affiliates: ['subsidiaries'] }));
    const { id: other } = await changes.register({ name: 'Cobalt Cabling' });
    const asked: AskedCheck = {
      vendor: { id: other },
      purchase: { channel: 'open-market', items: [{ manufacturer: 'Borealis Fasteners' }] },
    };
    await check(asked);
    const proposal = await propose({ action: 'end-affiliation', affiliation });
    expect(proposal.impact?.turns).toEqual({ 'ineligible → eligible': 1 });
    await expectFulfilled(proposal, asked);
  });

  it.each([
    ['looks at a check that was decided 90 days ago', -90 * DAY, 1],
    ['does not look at one that was decided a millisecond before', -90 * DAY - 1, 0],
  ])('%s', async (_, ago, examined) => {
    clock.set(later(-100 * DAY));
    await changes.list(acme);
    clock.set(later(ago));
    await check();
    clock.set(NOW);
    expect(await impactOf(removal())).toMatchObject({ examined, checks: examined });
  });

  it('asks of a scheduled change what is answered once it holds, and of later purchases at their own time', async () => {
    await changes.list(acme, { effectiveTo: later(20 * DAY).toISOString() });
    await check();
    await check({ ...FROM_ACME, at: later(15 * DAY) });
    await check({ ...FROM_ACME, at: later(25 * DAY) });
    // From the tenth day on; by the time of the third purchase the listing has ended anyway.
    const impact = await impactOf(removal({ effectiveFrom: later(10 * DAY).toISOString() }));
    expect(impact).toMatchObject({ examined: 3, turns: { 'eligible → ineligible': 2 } });
  });

  it('asks of a backdated change what was answered from then on, and what is asked about an earlier time as if it were then', async () => {
    clock.set(later(-50 * DAY));
    await changes.list(acme, { effectiveFrom: later(-60 * DAY).toISOString() });
    await check();
    await check({ ...FROM_ACME, at: later(-60 * DAY - 1) });
    clock.set(NOW);
    const impact = await impactOf(removal({ effectiveFrom: later(-40 * DAY).toISOString() }));
    expect(impact).toMatchObject({ examined: 2, turns: { 'eligible → ineligible': 2 } });
  });

  it('names the first hundred, newest first, and counts them all', async () => {
    await changes.list(acme);
    const { outcomes } = await makeCheck.executeAll(Array<AskedCheck>(103).fill(FROM_ACME), DHS);
    const ids = outcomes.flatMap((outcome) => ('check' in outcome ? outcome.check.id : []));
    const impact = await impactOf(removal());
    expect(impact.checks).toBe(103);
    expect(impact.turned.map(({ id }) => id)).toEqual(ids.sort().reverse().slice(0, 100));
  });

  it.each([
    ['there are more to decide', { looked: 100, examined: 3 }],
    ['there are more to look through', { looked: 3, examined: 100 }],
  ])('is incomplete where %s, and says so', async (_, most) => {
    await changes.list(acme);
    await makeCheck.executeAll(Array<AskedCheck>(4).fill(FROM_ACME), DHS);
    const few = new (class extends ImpactOfChange {
      protected override readonly most = most;
    })();
    const content = { ...LAWFUL, ...removal(), effectiveFrom: null } as ProposalContent;
    const { proposal } = await new Propose(db.dataSource, clock, few).execute(content, ADMIN);
    expect(proposal.impact).toMatchObject({ examined: 3, checks: 3, incomplete: true });
  });

  it('leaves nothing behind but the proposal', async () => {
    await changes.list(acme);
    await check();
    const tables = ['vendor', 'listing', 'exclusion', 'exclusion_terms', 'purchase_check'];
    const rows = () =>
      Promise.all(
        tables.map((table) => db.dataSource.query(`SELECT * FROM ${table} ORDER BY 1::text`)),
      );
    const [before, [{ size }]] = [
      await rows(),
      await db.dataSource.query('SELECT size FROM history_head'),
    ];
    await propose(removal());
    await propose(exclusion(acme));
    expect(await rows()).toEqual(before);
    const entries = await db.dataSource.query(
      'SELECT type FROM history_entry WHERE position >= $1',
      [size],
    );
    expect(entries).toEqual([{ type: 'proposal.made' }, { type: 'proposal.made' }]);
    expect(await verdict()).toBe('eligible');
  });

  describe('asked for again', () => {
    const foresee = (id: string) =>
      new ForeseeImpact(db.dataSource, clock, new ImpactOfChange()).execute(id, ADMIN);

    it('counts the checks that were made meanwhile, and changes nothing', async () => {
      await changes.list(acme);
      const proposal = await propose(removal());
      expect(proposal.impact?.checks).toBe(0);
      await check();
      const [{ size }] = await db.dataSource.query('SELECT size FROM history_head');
      expect(await foresee(proposal.id)).toMatchObject({ impact: { checks: 1 }, position: size });
      expect(await db.dataSource.query('SELECT size FROM history_head')).toEqual([{ size }]);
      await expectFulfilled({ ...proposal, ...(await foresee(proposal.id)) }, FROM_ACME);
    });

    it('is refused for what is decided, and for what was never proposed', async () => {
      await changes.list(acme);
      const proposal = await propose(removal());
      await changes.approve(proposal);
      await expect(foresee(proposal.id)).rejects.toThrow(ProposalDecided);
      await expect(foresee(acme)).rejects.toThrow(ProposalNotFound);
    });
  });
});
