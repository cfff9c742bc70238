import fc from 'fast-check';
import { VERDICTS } from '../../checks/domain/verdict';
import type { AwardedPurchase } from './awarded-purchase';
import type { ConsideredCheck } from './considered-check';
import { coverageOf } from './coverage';

const DAY = Date.parse('2026-06-01T00:00:00Z');
const MINUTE = 60_000;
const VENDORS = ['acme', 'borealis'];

const instant = fc.integer({ min: 0, max: 60 }).map((minute) => new Date(DAY + minute * MINUTE));

const purchases: fc.Arbitrary<AwardedPurchase> = fc.record({
  reference: fc.constantFrom('PR-1', null),
  vendors: fc.subarray(VENDORS),
  agency: fc.constantFrom('DHS', 'NASA', null),
  list: fc.constantFrom('a-list', null),
  awardedAt: instant,
  dayOnly: fc.boolean(),
});

const checks: fc.Arbitrary<ConsideredCheck> = fc
  .record({
    id: fc.uuid(),
    reference: fc.constantFrom('PR-1', null),
    vendor: fc.constantFrom(...VENDORS, null),
    candidates: fc.subarray(VENDORS),
    agency: fc.constantFrom('DHS', 'NASA'),
    list: fc.constantFrom('a-list', 'b-list', null),
    verdict: fc.constantFrom(...VERDICTS),
    decidedAt: instant,
    about: fc.option(instant, { freq: 1 }),
    validMinutes: fc.integer({ min: -5, max: 60 }),
  })
  .map(({ about, validMinutes, ...check }) => ({
    ...check,
    candidates: check.vendor === null ? check.candidates : [],
    at: about ?? check.decidedAt,
    validUntil: new Date(check.decidedAt.getTime() + validMinutes * MINUTE),
  }));

const maxAges = fc.constantFrom(null, 'PT0S', 'PT10M', 'P1D');
const cases = fc.tuple(purchases, fc.array(checks, { maxLength: 8 }), maxAges);

describe('whatever was checked and bought', () => {
  it('is covered only by an "eligible" about its vendor that could be relied on at the award', () => {
    let covered = 0;
    fc.assert(
      fc.property(cases, ([purchase, recorded, maxAge]) => {
        const { finding, check } = coverageOf(purchase, recorded, maxAge);
        if (finding !== 'covered') return;
        covered += 1;
        const { awardedAt, vendors, reference } = purchase;
        expect(check).toMatchObject({ verdict: 'eligible' });
        expect(vendors).toContain(check!.vendor);
        expect(check!.decidedAt <= awardedAt).toBe(true);
        expect(check!.decidedAt < check!.validUntil).toBe(true);
        if (maxAge === null) expect(awardedAt < check!.validUntil).toBe(true);
        if (reference !== null) expect(check!.reference).toBe(reference);
      }),
      { numRuns: 5000 },
    );
    expect(covered).toBeGreaterThan(50);
  });

  it('is found the same whatever order the checks come in', () => {
    fc.assert(
      fc.property(cases, ([purchase, recorded, maxAge]) => {
        const found = coverageOf(purchase, recorded, maxAge);
        expect(coverageOf(purchase, [...recorded].reverse(), maxAge)).toEqual(found);
      }),
    );
  });

  it('is found the same with any number of checks that have nothing to do with it', () => {
    fc.assert(
      fc.property(
        cases,
        fc.array(checks, { maxLength: 4 }),
        ([purchase, recorded, maxAge], others) => {
          const { reference, vendors } = purchase;
          const unrelated = others.map((check) => ({
            ...check,
            reference: 'PR-9',
            ...(reference === null && { vendor: 'dovetail' }),
          }));
          const found = coverageOf(purchase, recorded, maxAge);
          expect(vendors).not.toContain('dovetail');
          expect(coverageOf(purchase, [...unrelated, ...recorded], maxAge)).toEqual(found);
        },
      ),
    );
  });

  it('is not covered any more after a later "ineligible" before the award', () => {
    fc.assert(
      fc.property(cases, ([purchase, recorded, maxAge]) => {
        const { finding, check } = coverageOf(purchase, recorded, maxAge);
        if (finding !== 'covered' || !check) return;
        const no = { ...check, id: `${check.id}-no`, verdict: 'ineligible' as const };
        expect(coverageOf(purchase, [...recorded, no], maxAge).finding).toBe('saidNo');
      }),
      { numRuns: 2000 },
    );
  });

  it('is covered no less where checks may be older', () => {
    fc.assert(
      fc.property(cases, ([purchase, recorded]) => {
        const { finding } = coverageOf(purchase, recorded, 'PT10M');
        if (finding !== 'covered') return;
        expect(coverageOf(purchase, recorded, 'PT11M').finding).toBe('covered');
      }),
      { numRuns: 2000 },
    );
  });
});
