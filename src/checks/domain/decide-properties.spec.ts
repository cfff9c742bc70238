import fc from 'fast-check';
import {
  ACME,
  aList,
  aName,
  anIdentifier,
  aQuestion,
  aSegment,
  aVendor,
  BOREALIS,
  borealis,
  theFacts,
} from '../../../test/support/facts';
import type { Period } from '../../clock/domain/period';
import { planRemoval } from '../../lists/domain/change-listing';
import { settled } from '../../history/domain/this-entry';
import type { ListingSegment, Timeline } from '../../lists/domain/timeline';
import { decide } from './decide';
import type { Facts, KnownVendor } from '../../register/domain/facts';
import type { Question } from './question';
import { gravest, VERDICTS, type Verdict } from './verdict';

const LISTS = ['a-list', 'b-list'];
const CATEGORIES = ['a', 'b', 'c', 'z'];

const instant = fc.integer({ min: 0, max: 40 }).map((days) => new Date(Date.UTC(2026, 0, days)));

const aPeriod: fc.Arbitrary<Period> = fc
  .tuple(fc.option(instant), fc.option(instant))
  .filter(([from, to]) => from === null || to === null || from < to)
  .map(([from, to]) => ({ from, to }));

/** A listing's segments, one after another, with gaps. */
const aTimeline = (vendor: string): fc.Arbitrary<Timeline> =>
  fc
    .record({
      listing: fc.uuid({ version: 7 }),
      list: fc.constantFrom(...LISTS),
      cuts: fc.uniqueArray(instant, { minLength: 2, maxLength: 6, selector: Number }),
      parts: fc.array(
        fc.record({
          status: fc.constantFrom('listed', 'suspended', 'removed', null),
          categories: fc.subarray(CATEGORIES.slice(0, 3)),
          confirmed: fc.boolean(),
          entry: fc.nat(50),
        }),
        { minLength: 5, maxLength: 5 },
      ),
      open: fc.boolean(),
    })
    .map(({ listing, list, cuts, parts, open }) => {
      const ends = cuts.sort((a, b) => Number(a) - Number(b));
      return ends.slice(0, -1).flatMap((from, index): ListingSegment[] => {
        const part = parts[index];
        if (!part?.status) return [];
        const to = open && index === ends.length - 2 ? null : (ends[index + 1] ?? null);
        const suspension =
          part.status === 'suspended' ? { id: 's', confirmed: part.confirmed } : null;
        return [
          aSegment({
            ...part,
            status: part.status,
            vendor,
            listing,
            list,
            suspension,
            effective: { from, to },
          }),
        ];
      });
    });

const withHistory = (vendor: KnownVendor): fc.Arbitrary<KnownVendor> =>
  fc
    .record({
      listings: fc.array(aTimeline(vendor.id), { maxLength: 4 }),
      uei: aPeriod,
      named: aPeriod,
      alias: fc.constantFrom('Acme', 'Other'),
    })
    .map(({ listings, uei, named, alias }) => ({
      ...vendor,
      listings: listings.filter((timeline) => timeline.length > 0),
      identifiers: [...vendor.identifiers, anIdentifier('lei', 'SAME', uei)],
      names: [...vendor.names, aName(alias, 'dba', named)],
    }));

const someFacts: fc.Arbitrary<Facts> = fc
  .tuple(
    fc.tuple(withHistory(aVendor()), withHistory(borealis())),
    fc.subarray(LISTS.map((code) => aList({ code, name: code }))),
  )
  .map(([vendors, lists]) => theFacts(vendors, lists));

const someQuestion: fc.Arbitrary<Question> = fc
  .record({
    identifiers: fc.subarray([
      { scheme: 'uei', value: 'ACMEWDGETS09' },
      { scheme: 'duns', value: '000000002' },
      { scheme: 'lei', value: 'SAME' },
      { scheme: 'cage', value: '9XXX9' },
      { scheme: 'id', value: ACME },
      { scheme: 'id', value: BOREALIS },
    ] as const),
    name: fc.constantFrom(null, 'acme', 'other', 'nobody'),
    country: fc.constantFrom(null, 'US', 'RU'),
    channel: fc.constantFrom('list', 'list', 'open-market'),
    list: fc.constantFrom(null, ...LISTS, 'no-list'),
    category: fc.constantFrom(null, ...CATEGORIES),
    at: instant,
  })
  .map(({ identifiers, name, country, channel, list, category, at }) =>
    aQuestion(
      { identifiers, name, country },
      { channel, list: channel === 'list' ? list : null, category },
      at,
    ),
  );

const rank = (verdict: Verdict): number => VERDICTS.indexOf(verdict);

describe('a decision', () => {
  it('has reasons, and the gravest of them is its verdict', () => {
    fc.assert(
      fc.property(someQuestion, someFacts, (question, facts) => {
        const { verdict, reasons } = decide(question, facts);
        expect(reasons.length).toBeGreaterThan(0);
        expect(verdict).toBe(gravest(reasons.map((reason) => reason.verdict)));
        expect(reasons.map((reason) => rank(reason.verdict))).toEqual(
          reasons.map((reason) => rank(reason.verdict)).sort(),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('does not hang on the order of the facts', () => {
    const shuffled = <Thing>(things: readonly Thing[]): fc.Arbitrary<Thing[]> =>
      fc.shuffledSubarray([...things], { minLength: things.length });
    const reordered = (facts: Facts): fc.Arbitrary<Facts> =>
      fc.record({
        exclusions: shuffled(facts.exclusions),
        affiliations: shuffled(facts.affiliations),
        relatives: shuffled(facts.relatives),
        vendors: fc
          .tuple(
            ...facts.vendors.map((vendor) =>
              fc
                .record({
                  listings: shuffled(vendor.listings),
                  identifiers: shuffled(vendor.identifiers),
                  names: shuffled(vendor.names),
                })
                .map((parts) => ({ ...vendor, ...parts })),
            ),
          )
          .chain((vendors) => shuffled(vendors)),
        lists: shuffled(facts.lists),
        alike: shuffled(facts.alike),
        decisions: shuffled(facts.decisions),
      });
    const both = someFacts.chain((facts) => fc.tuple(fc.constant(facts), reordered(facts)));
    fc.assert(
      fc.property(someQuestion, both, (question, [facts, others]) => {
        expect(decide(question, others)).toEqual(decide(question, facts));
      }),
      { numRuns: 500 },
    );
  });

  it('is never eligible on a list without a listing in effect there', () => {
    fc.assert(
      fc.property(someQuestion, someFacts, (question, facts) => {
        fc.pre(question.purchase.channel === 'list');
        const { list } = question.purchase;
        const without = facts.vendors.map((vendor) => ({
          ...vendor,
          listings: vendor.listings.map((timeline) =>
            timeline.filter(
              (segment) => segment.status !== 'listed' || segment.list !== (list ?? segment.list),
            ),
          ),
        }));
        expect(decide(question, { ...facts, vendors: without }).verdict).not.toBe('eligible');
      }),
      { numRuns: 500 },
    );
  });

  it('is never eligible for a vendor that is not sure', () => {
    fc.assert(
      fc.property(someQuestion, someFacts, (question, facts) => {
        const { verdict, vendor } = decide(question, facts);
        expect(verdict === 'eligible' && vendor === null).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('is never made better by a removal', () => {
    const removed = ({ vendors, ...rest }: Facts, code: string, from: Date): Facts => ({
      ...rest,
      vendors: vendors.map((vendor) => ({ ...vendor, listings: removedFrom(vendor, code, from) })),
    });
    fc.assert(
      fc.property(
        someQuestion,
        someFacts,
        fc.constantFrom(...LISTS),
        instant,
        (question, facts, code, from) => {
          const before = decide(question, facts).verdict;
          const after = decide(question, removed(facts, code, from)).verdict;
          expect(rank(after)).toBeLessThanOrEqual(rank(before));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('holds at every instant until the one that it says', () => {
    fc.assert(
      fc.property(someQuestion, someFacts, instant, (question, facts, later) => {
        const { holdsUntil, ...said } = decide(question, facts);
        fc.pre(later >= question.at && (holdsUntil === null || later < holdsUntil));
        const then = decide({ ...question, at: later }, facts);
        expect(then).toEqual({ ...said, holdsUntil });
      }),
      { numRuns: 500 },
    );
  });
});

function removedFrom(vendor: KnownVendor, code: string, from: Date): readonly Timeline[] {
  const [standing, others] = [true, false].map((on) =>
    vendor.listings.filter(([first]) => (first?.list === code) === on),
  ) as [Timeline[], Timeline[]];
  const list = { ...aList({ code }), owner: 'GSA', revision: 0 };
  const authority = { citation: 'a removal', office: 'GSA' };
  try {
    const plans = planRemoval(standing, { vendor: vendor.id, list, from, authority });
    const changed = standing.map(
      (timeline) => plans.find(({ before }) => before === timeline)?.after ?? timeline,
    );
    return [...others, ...changed.map((timeline) => settled(timeline, 60))];
  } catch {
    // There was nothing to remove.
    return vendor.listings;
  }
}
