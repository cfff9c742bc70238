import { actorOf } from '../src/access/caller';
import type { AskedCheck, AskedPurchase } from '../src/checks/domain/parse-question';
import type { Asking } from '../src/checks/recording/asking';
import { RecordOnce } from './support/record-once';
import type { CoveredArticle, ExclusionTerms } from '../src/exclusions/domain/exclusion';
import type { Exposed } from '../src/exposure/concerns';
import type { ExposureAnswer } from '../src/exposure/exposure-answer.dto';
import { ExposureQuery } from '../src/exposure/exposure.dto';
import { ReadExposure } from '../src/exposure/read-exposure';
import type { ProposalContent } from '../src/proposals/domain/proposal';
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

const usd = (value: string) => ({ value, currency: 'USD' });

describe('exposure', () => {
  let db: TestDatabase;
  let clock: SettableClock;
  let changes: Changes;
  let readExposure: ReadExposure;
  let acme: string;
  let borealis: string;
  let cobalt: string;

  beforeEach(async () => {
    db = await TestDatabase.create();
    clock = new SettableClock(later(-100 * DAY));
    changes = new Changes(db.dataSource, clock);
    readExposure = new ReadExposure(db.dataSource);
    await changes.openList();
    ({ id: acme } = await changes.register({ name: 'Acme Widgets LLC' }));
    ({ id: borealis } = await changes.register({ name: 'Borealis Fasteners' }));
    ({ id: cobalt } = await changes.register({ name: 'Cobalt Cabling' }));
    await changes.list(acme);
    clock.set(NOW);
  });
  afterEach(() => db.destroy());

  const check = (
    vendor: AskedCheck['vendor'],
    purchase: AskedPurchase = { list: 'a-list' },
    by = DHS,
  ) => new RecordOnce(db.dataSource, clock, ISSUER).execute({ vendor, purchase }, by);
  const onOpenMarket = (vendor: string, purchase: AskedPurchase = {}, by = DHS) =>
    check({ id: vendor }, { channel: 'open-market', ...purchase }, by);
  const exposure = (exposed: Exposed, query: Partial<ExposureQuery> = {}) =>
    readExposure.page(exposed, { ...new ExposureQuery(), ...query });
  const ofVendor = (vendor: string, query: Partial<ExposureQuery> = {}, affiliates = true) =>
    exposure({ vendor, affiliates }, query);
  const ids = ({ items }: ExposureAnswer): string[] => items.map(({ id }) => id);
  const relate = async (vendor: string, other: string, effectiveTo: Date | null = null) => {
    const times = { effectiveFrom: null, effectiveTo, corrects: undefined };
    const command = { relation: 'subsidiary' as const, other, ...LAWFUL, ...times };
    await new RecordAffiliation(db.dataSource, clock).execute(vendor, command, actorOf(ADMIN));
  };
  const merge = (vendor: string, duplicate: string) =>
    changes.carryOut({ action: 'merge-vendors', vendor, duplicate, ...LAWFUL });
  const exclude = async (terms: Partial<ExclusionTerms>, effectiveFrom = later(-DAY)) => {
    const exclusion: ExclusionTerms = {
      ...{ kind: 'debarment', basis: null, agency: 'GSA', vendor: null, affiliates: [] },
      scope: { whole: true, articles: [], categories: [], uses: [], exempt: [] },
      binds: { agencies: 'all', groups: [], vehicles: [], systems: [] },
      ...{ effects: ['award'], cause: null, citations: [], comment: null, milestones: [] },
      ...terms,
    };
    const given = { effectiveFrom: effectiveFrom.toISOString(), effectiveTo: null };
    const content = { ...LAWFUL, action: 'exclude', exclusion, ...given } as ProposalContent;
    await changes.carryOut(content);
    const [{ id }] = await db.dataSource.query('SELECT id FROM exclusion ORDER BY id DESC LIMIT 1');
    return id as string;
  };
  const covering = (articles: CoveredArticle[], exempt: string[] = []) => ({
    scope: { whole: false, articles, categories: [], uses: [], exempt },
  });

  describe('of a vendor', () => {
    it('tells who was told "eligible", by agency and by client, with exact amounts', async () => {
      const list = 'a-list';
      await check({ id: acme }, { list, reference: 'PR-1', amount: usd('0.1') });
      await check({ id: acme }, { list, reference: 'PR-1', amount: usd('0.2') });
      await check({ id: acme }, { list, reference: 'PR-2', agency: 'NASA' });
      await check(
        { id: acme },
        { list, reference: 'PR-1', amount: usd('999999999999999.9999') },
        NASA,
      );
      await check({ id: acme }, { list, amount: { value: '7', currency: 'EUR' } }, NASA);
      await changes.remove(acme);
      clock.advance(DAY);
      await check({ id: acme }, { list, reference: 'PR-9', amount: usd('5.00') });
      const { total, agencies, clients, incomplete } = await ofVendor(acme);
      expect(total).toEqual({
        ...{ checks: 6, references: 4, firstAt: new Date(NOW), lastAt: later(DAY) },
        amounts: [{ value: '7', currency: 'EUR' }, usd('1000000000000005.2999')],
        verdicts: { eligible: 5, review: 0, ineligible: 1 },
        eligible: {
          ...{ checks: 5, references: 3, firstAt: new Date(NOW), lastAt: new Date(NOW) },
          amounts: [{ value: '7', currency: 'EUR' }, usd('1000000000000000.2999')],
        },
      });
      expect(incomplete).toBe(false);
      expect(agencies).toMatchObject([
        {
          agency: 'DHS',
          forAgency: 'DHS',
          checks: 3,
          eligible: { checks: 2, references: 1, amounts: [usd('0.3')] },
        },
        { agency: 'DHS', forAgency: 'NASA', checks: 1, eligible: { checks: 1, amounts: [] } },
        { agency: 'NASA', forAgency: 'NASA', checks: 2, eligible: { checks: 2 } },
      ]);
      expect(clients).toMatchObject([
        { client: DHS.id, agency: 'DHS', checks: 4, eligible: { checks: 3 } },
        { client: NASA.id, agency: 'NASA', checks: 2, eligible: { checks: 2 } },
      ]);
    });

    it('gives the checks themselves, newest first, as they were answered', async () => {
      const purchase = {
        ...{ list: 'a-list', agency: 'NASA', reference: 'PR-1', amount: usd('1250.00') },
        items: [{ manufacturer: 'Acme', product: 'Widget', quantity: 10 }],
      };
      const first = await check({ id: acme }, purchase);
      const second = await check({ id: acme });
      const answer = await ofVendor(acme);
      expect(ids(answer)).toEqual([second.id, first.id]);
      expect(answer.items[1]).toEqual({
        ...{ id: first.id, decidedAt: NOW, at: NOW, verdict: 'eligible', reasons: ['LISTED'] },
        ...{ matches: ['vendor'], vendor: acme, agency: 'DHS', forAgency: 'NASA', client: DHS.id },
        ...{ list: 'a-list', reference: 'PR-1', amount: usd('1250.00'), items: purchase.items },
      });
      expect(answer).toMatchObject({
        vendors: [{ id: acme, name: 'Acme Widgets LLC', connection: 'vendor' }],
        ...{ since: null, until: null, next: null },
      });
    });

    it('counts nothing that is about others, and nothing where nobody asked', async () => {
      await onOpenMarket(borealis);
      const { total, agencies, items } = await ofVendor(acme);
      expect({ total, agencies, items }).toMatchObject({
        total: { checks: 0, amounts: [], firstAt: null, eligible: { checks: 0, lastAt: null } },
        ...{ agencies: [], items: [] },
      });
    });

    it('takes in those that belong to it, however far and also no more, and leaves them out when told to', async () => {
      await relate(acme, borealis, later(-200 * DAY));
      await relate(borealis, cobalt);
      const own = await onOpenMarket(acme);
      const far = await onOpenMarket(cobalt, {}, NASA);
      const whole = await ofVendor(acme);
      expect(whole.items.map(({ id, matches }) => [id, matches])).toEqual([
        [far.id, ['affiliate']],
        [own.id, ['vendor']],
      ]);
      expect(whole.vendors.map(({ id, connection }) => [id, connection])).toEqual([
        [acme, 'vendor'],
        [borealis, 'affiliate'],
        [cobalt, 'affiliate'],
      ]);
      const alone = await ofVendor(acme, {}, false);
      expect(ids(alone)).toEqual([own.id]);
      expect(alone.total.checks).toBe(1);
      expect(alone.vendors).toHaveLength(1);
    });

    it('takes in what was asked of a vendor before it turned out to be the same, whichever is asked about', async () => {
      const before = await onOpenMarket(borealis);
      await merge(acme, borealis);
      const after = await onOpenMarket(borealis);
      expect(after.vendor?.id).toBe(acme);
      for (const either of [acme, borealis]) {
        const { items, total } = await ofVendor(either, {}, false);
        expect(items.map(({ id, matches }) => [id, matches])).toEqual([
          [after.id, ['vendor']],
          [before.id, ['vendor']],
        ]);
        expect(total.checks).toBe(2);
      }
    });

    it('takes in checks of which it was a candidate', async () => {
      await changes.register({ name: 'Acme Widgets LLC' });
      const { id, verdict } = await check({ name: 'Acme Widgets LLC' });
      expect(verdict).toBe('review');
      expect((await ofVendor(acme)).items).toMatchObject([
        { id, vendor: null, matches: ['candidate'], reasons: ['NAME_ONLY_MATCH'] },
      ]);
      expect((await ofVendor(acme)).total.verdicts.review).toBe(1);
    });

    it('looks at when checks were decided: from the first instant on, and not at the last', async () => {
      const made: string[] = [];
      for (const after of [0, 1, 2]) {
        clock.set(later(after));
        made.push((await check({ id: acme })).id);
      }
      const answer = await ofVendor(acme, { since: later(1), until: later(2) });
      expect(ids(answer)).toEqual([made[1]]);
      expect(answer.total).toMatchObject({ checks: 1, firstAt: later(1), lastAt: later(1) });
      expect(ids(await ofVendor(acme, { since: later(2) }))).toEqual([made[2]]);
    });

    it('comes in pages that hold every check once, whatever is asked meanwhile', async () => {
      const made: string[] = [];
      for (let index = 0; index < 5; index += 1) made.push((await check({ id: acme })).id);
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await ofVendor(acme, { limit: 2, ...(cursor !== undefined && { cursor }) });
        seen.push(...ids(page));
        cursor = page.next ?? undefined;
        await check({ id: acme });
      } while (cursor !== undefined);
      expect(seen).toEqual(made.reverse());
    });
  });

  describe('of an exclusion', () => {
    it('takes in its vendor, whom it reached at any time, and what it covers, whoever sells it', async () => {
      await relate(borealis, cobalt, later(-DAY / 2));
      const exclusion = await exclude({
        ...{ vendor: borealis, affiliates: ['subsidiaries'] },
        ...covering([{ manufacturer: 'Borealis Fasteners', product: null, aliases: [] }], ['Nut']),
      });
      const named = await onOpenMarket(borealis);
      const reached = await onOpenMarket(cobalt, {}, NASA);
      const sell = (manufacturer: string, product: string) =>
        check({ id: acme }, { list: 'a-list', items: [{ manufacturer, product }] });
      const article = await sell('BOREALIS FASTENERS', 'Bolt');
      const ofAffiliate = await sell('Cobalt Cabling', 'Cable');
      const perhaps = await sell('Acme', 'Borealis Fasteners Bolt');
      await sell('Borealis Fasteners', 'Nut');
      await sell('Acme', 'Widget');
      const answer = await exposure({ exclusion });
      expect(answer.items.map(({ id, matches }) => [id, matches])).toEqual([
        [perhaps.id, ['possible-article']],
        [ofAffiliate.id, ['article']],
        [article.id, ['article']],
        [reached.id, ['affiliate']],
        [named.id, ['vendor']],
      ]);
      expect(answer.total.checks).toBe(5);
      expect(answer.vendors.map(({ id, connection }) => [id, connection])).toEqual([
        [borealis, 'vendor'],
        [cobalt, 'affiliate'],
      ]);
      expect(answer.incomplete).toBe(false);
    });

    it('leaves out those that belong to its vendor and that it does not reach', async () => {
      await relate(borealis, cobalt);
      const exclusion = await exclude({ vendor: borealis, affiliates: ['named-only'] });
      await onOpenMarket(cobalt);
      expect((await exposure({ exclusion })).items).toEqual([]);
    });

    it('counts a check once that is concerned by its vendor and by what it covers', async () => {
      const article = { manufacturer: 'Borealis Fasteners', product: null, aliases: [] };
      const exclusion = await exclude({ vendor: borealis, ...covering([article]) });
      await onOpenMarket(borealis, {
        ...{ reference: 'PR-1', amount: usd('1.50') },
        items: [{ manufacturer: 'Borealis Fasteners', product: 'Bolt' }],
      });
      const { total, items } = await exposure({ exclusion });
      expect(total).toMatchObject({ checks: 1, references: 1, amounts: [usd('1.50')] });
      expect(items).toMatchObject([{ matches: ['vendor', 'article'] }]);
    });
  });

  describe('of an article', () => {
    const ofArticle = (product: string | null, query: Partial<ExposureQuery> = {}) =>
      exposure({ manufacturer: 'Kaspersky Lab', product }, query);
    const buy = (manufacturer: string, product: string) =>
      check(
        { id: acme },
        { list: 'a-list', items: [{ manufacturer, product }], reference: product },
      );

    it('looks for it in what was to be bought, by every name of a maker that is registered', async () => {
      await changes.register({
        name: 'Kaspersky Lab',
        names: [{ kind: 'dba', name: 'Securelist' }],
      });
      const sure = await buy('kaspersky lab', 'Endpoint Security 11');
      const alias = await buy('Securelist', 'Endpoint Security');
      const other = await buy('Kaspersky Lab', 'Password Manager');
      await buy('Acme', 'Widget');
      expect((await ofArticle('Endpoint Security')).items.map(({ id }) => id)).toEqual([
        ...[other, alias, sure].map(({ id }) => id),
      ]);
      expect((await ofArticle('Endpoint Security')).items.map(({ matches }) => matches)).toEqual([
        ...[['possible-article'], ['article'], ['article']],
      ]);
      expect(await ofArticle(null)).toMatchObject({
        ...{ vendors: [], total: { checks: 3, references: 3, eligible: { checks: 3 } } },
        items: [{ matches: ['article'] }, { matches: ['article'] }, { matches: ['article'] }],
      });
    });

    it('is incomplete where there are more checks than are looked through, and its pages go on', async () => {
      readExposure = new (class extends ReadExposure {
        protected override readonly most = 2;
      })(db.dataSource);
      const old = await buy('Kaspersky Lab', 'A');
      for (const product of ['B', 'C', 'D']) await buy('Acme', product);
      const first = await ofArticle(null);
      expect(first).toMatchObject({ items: [], incomplete: true, total: { checks: 0 } });
      const { next } = first;
      if (next === null) throw new Error('There is no page after.');
      expect(ids(await ofArticle(null, { cursor: next }))).toEqual([old.id]);
    });
  });
});
