import type { AwardedPurchase } from './awarded-purchase';
import type { ConsideredCheck } from './considered-check';
import { coverageOf } from './coverage';

const at = (time: string): Date => new Date(`2026-06-01T${time}Z`);
const AWARD = at('12:00:00.000');

/** An award at noon; say only what the test is about. */
const aPurchase = (change: Partial<AwardedPurchase> = {}): AwardedPurchase => ({
  ...{ reference: 'PR-1', vendors: ['acme'], agency: null, list: null },
  ...{ awardedAt: AWARD, dayOnly: false },
  ...change,
});

/** An "eligible" of ten minutes before noon, to be relied on for a quarter of an hour. */
const aCheck = (change: Partial<ConsideredCheck> = {}): ConsideredCheck => {
  const decidedAt = change.decidedAt ?? at('11:50:00.000');
  return {
    ...{ id: 'c-1', reference: 'PR-1', vendor: 'acme', candidates: [], agency: 'DHS' },
    ...{ list: 'a-list', verdict: 'eligible', at: decidedAt, decidedAt },
    validUntil: new Date(decidedAt.getTime() + 15 * 60_000),
    ...change,
  };
};

const [YES, NO, LOOK] = [
  aCheck({ id: 'yes' }),
  aCheck({ id: 'no', verdict: 'ineligible' }),
  aCheck({ id: 'look', verdict: 'review' }),
];
/** The same of an hour before noon. */
const earlier = ({ verdict }: ConsideredCheck, id: string): ConsideredCheck =>
  aCheck({ id, verdict, decidedAt: at('11:00:00.000') });

describe('a purchase with a reference', () => {
  const cases: [string, AwardedPurchase, ConsideredCheck[], string, string | null][] = [
    ['nothing', aPurchase(), [], 'noCheck', null],
    ['a yes', aPurchase(), [YES], 'covered', 'yes'],
    ['a no', aPurchase(), [NO], 'saidNo', 'no'],
    ['a review', aPurchase(), [LOOK], 'review', 'look'],
    ['a no after a yes', aPurchase(), [NO, earlier(YES, 'old')], 'saidNo', 'no'],
    ['a yes after a no', aPurchase(), [earlier(NO, 'old'), YES], 'covered', 'yes'],
    ['an old no', aPurchase(), [earlier(NO, 'old')], 'saidNo', 'old'],
    ['an old yes', aPurchase(), [earlier(YES, 'old')], 'tooOld', 'old'],
    ['a yes of another reference', aPurchase(), [aCheck({ reference: 'PR-2' })], 'noCheck', null],
    ['a yes of none', aPurchase(), [aCheck({ reference: null })], 'noCheck', null],
    ['a yes in other case', aPurchase(), [aCheck({ reference: 'pr-1' })], 'noCheck', null],
    ['a yes about another', aPurchase(), [aCheck({ vendor: 'borealis' })], 'otherVendor', 'c-1'],
    [
      'a yes about another, and its own no',
      aPurchase(),
      [aCheck({ vendor: 'borealis' }), earlier(NO, 'old')],
      'saidNo',
      'old',
    ],
    ['a yes about nobody', aPurchase(), [aCheck({ vendor: null })], 'otherVendor', 'c-1'],
    [
      'a review that may have meant it',
      aPurchase(),
      [aCheck({ vendor: null, candidates: ['borealis', 'acme'], verdict: 'review' })],
      'review',
      'c-1',
    ],
    [
      'a yes that only may have meant it',
      aPurchase(),
      [aCheck({ vendor: null, candidates: ['acme'] })],
      'review',
      'c-1',
    ],
    [
      'a yes under another record',
      aPurchase({ vendors: ['twin', 'acme'] }),
      [YES],
      'covered',
      'yes',
    ],
    [
      'a no that found nobody, from somebody unknown',
      aPurchase({ vendors: [] }),
      [aCheck({ vendor: null, verdict: 'ineligible' })],
      'saidNo',
      'c-1',
    ],
    [
      'a yes about somebody, from somebody unknown',
      aPurchase({ vendors: [] }),
      [YES],
      'otherVendor',
      'yes',
    ],
    ['a yes for its agency', aPurchase({ agency: 'DHS' }), [YES], 'covered', 'yes'],
    ['a yes for another agency', aPurchase({ agency: 'NASA' }), [YES], 'noCheck', null],
    ['a yes for its list', aPurchase({ list: 'a-list' }), [YES], 'covered', 'yes'],
    ['a yes for another list', aPurchase({ list: 'b-list' }), [YES], 'noCheck', null],
    [
      'a yes for any list',
      aPurchase({ list: 'a-list' }),
      [aCheck({ list: null })],
      'noCheck',
      null,
    ],
  ];

  it.each(cases)('that had %s', (_, purchase, checks, finding, id) => {
    for (const order of [checks, [...checks].reverse()]) {
      const coverage = coverageOf(purchase, order, null);
      expect([coverage.finding, coverage.check?.id ?? null]).toEqual([finding, id]);
      expect(coverage.matchedBy).toBe(id === null ? null : 'reference');
    }
  });

  it.each<[string, Partial<ConsideredCheck>, string]>([
    ['decided at the award', { decidedAt: AWARD }, 'covered'],
    ['decided a millisecond after it', { decidedAt: at('12:00:00.001') }, 'afterAward'],
    ['valid for a millisecond after it', { validUntil: at('12:00:00.001') }, 'covered'],
    ['valid until it', { validUntil: AWARD }, 'tooOld'],
    ['about the award', { at: AWARD }, 'covered'],
    ['about a millisecond later', { at: at('12:00:00.001') }, 'afterAward'],
    ['about a time that was over', { validUntil: at('11:50:00.000') }, 'tooOld'],
  ])('is compared to the millisecond with a check %s', (_, change, finding) => {
    expect(coverageOf(aPurchase(), [aCheck(change)], null).finding).toBe(finding);
  });

  it.each<[string, string, string]>([
    ['11:00:00.000', 'PT1H', 'covered'],
    ['10:59:59.999', 'PT1H', 'tooOld'],
    ['11:58:00.000', 'PT1M', 'tooOld'],
    ['12:00:00.000', 'PT0S', 'covered'],
    ['00:00:00.000', 'P1W', 'covered'],
  ])('may have a check of %s, where it may be %s old: %s', (time, maxAge, finding) => {
    const check = aCheck({ decidedAt: at(time) });
    expect(coverageOf(aPurchase(), [check], maxAge).finding).toBe(finding);
  });

  it('is not covered by what was true of a time that was over, however old a check may be', () => {
    const check = aCheck({ at: at('01:00:00.000'), validUntil: at('02:00:00.000') });
    expect(coverageOf(aPurchase(), [check], 'P1W').finding).toBe('tooOld');
  });

  it('is told the first check after its award, where there is none before', () => {
    const checks = [at('14:00:00.000'), at('13:00:00.000')].map((decidedAt, index) =>
      aCheck({ id: `c-${index}`, decidedAt }),
    );
    expect(coverageOf(aPurchase(), checks, null)).toMatchObject({
      ...{ finding: 'afterAward', check: { id: 'c-1' } },
      message: 'Asked only at 2026-06-01T13:00:00.000Z, after the award.',
    });
  });

  it('of which only the day is known, is told that it was taken for the beginning of it', () => {
    const purchase = aPurchase({ awardedAt: at('00:00:00.000'), dayOnly: true });
    expect(coverageOf(purchase, [YES], null).message).toContain('taken for its beginning');
    const nextDay = { ...purchase, awardedAt: new Date('2026-05-31T00:00:00.000Z') };
    expect(coverageOf(nextDay, [YES], null).message).not.toContain('taken for its beginning');
  });
});

describe('a purchase without a reference', () => {
  const purchase = aPurchase({ reference: null, agency: 'DHS' });

  it.each<[string, ConsideredCheck[], string]>([
    ['nothing', [], 'noCheck'],
    ['a yes', [YES], 'covered'],
    ['a yes of another reference', [aCheck({ reference: 'PR-9' })], 'covered'],
    ['a no', [NO], 'saidNo'],
    ['a review', [LOOK], 'review'],
    ['a no after a yes', [earlier(YES, 'old'), NO], 'saidNo'],
    ['an old yes', [earlier(YES, 'old')], 'noCheck'],
    ['an old no', [earlier(NO, 'old')], 'noCheck'],
    ['a yes after its award', [aCheck({ decidedAt: at('12:00:00.001') })], 'noCheck'],
    ['a yes about another', [aCheck({ vendor: 'borealis' })], 'noCheck'],
    ['a yes for another agency', [aCheck({ agency: 'NASA' })], 'noCheck'],
    [
      'a review that may have meant it',
      [aCheck({ vendor: null, candidates: ['acme'] })],
      'noCheck',
    ],
    ['a yes about a day before', [aCheck({ at: at('11:44:59.999') })], 'noCheck'],
    ['a yes by a clock that is late', [aCheck({ at: at('11:45:00.000') })], 'covered'],
  ])('that had %s', (_, checks, finding) => {
    const { check, ...coverage } = coverageOf(purchase, checks, null);
    expect(coverage).toMatchObject({
      finding,
      matchedBy: finding === 'noCheck' ? null : 'vendor',
    });
    expect(check === null).toBe(finding === 'noCheck');
  });

  it('is told that this is weaker', () => {
    expect(coverageOf(purchase, [YES], null).message).toBe(
      'Told "eligible" at 2026-06-01T11:50:00.000Z. Found by the vendor and the agency alone: it may have been about another purchase.',
    );
  });

  it('is covered by nothing where its vendor is unknown', () => {
    const ofNobody = aCheck({ vendor: null, verdict: 'review' });
    expect(coverageOf({ ...purchase, vendors: [] }, [YES, ofNobody], null).finding).toBe('noCheck');
  });
});
