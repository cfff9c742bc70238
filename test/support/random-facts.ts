import fc from 'fast-check';
import type { AskedCheck } from '../../src/checks/domain/parse-question';
import { STAGES } from '../../src/exclusions/domain/binding';
import { ALWAYS, type Period } from '../../src/clock/domain/period';
import { EFFECTS, REACHES } from '../../src/exclusions/domain/exclusion';
import { parsePair } from '../../src/screening/decisions/domain/pair';
import { AFFILIATION_KINDS } from '../../src/vendors/domain/affiliation';
import {
  aBar,
  anAffiliation,
  anArticle,
  aScope,
  aWaiver,
  binding,
  bindingOnly,
  idOf,
  inPart,
} from './exclusion-facts';
import { aName, anIdentifier, aSegment, day } from './facts';
import type { Fact } from './kept-twice';

const VENDORS = ['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6'].map(idOf);
const EXCLUSIONS = ['e0', 'e1', 'e2', 'e3'].map(idOf);
const NAMES = [
  ...['Acme Widgets', 'Acme Widgits', 'Hytera', 'Hytera Communications', 'Hytera Comunications'],
  ...['Dahua', 'Borealis', 'Borealiss', 'Zenith'],
];
/** Names that nobody has, like some that somebody may have, or like none. */
const UNKNOWN = ['Widgets Acme', 'Hyterra', 'Boreallis', 'Nobody'];
const CAGES = ['1ACM1', '1ACM2', '1ACM3', '1ACM4'];
const PRODUCTS = ['Radio', 'Two Way Radio', 'Training', 'Bolt'];
const AGENCIES = ['DHS', 'USCG', 'NSA', 'XYZ'];

const instant = fc.integer({ min: 1, max: 9 }).map((date) => day(`2026-01-0${date}`));

const somePeriod: fc.Arbitrary<Period> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(ALWAYS) },
  fc
    .tuple(fc.option(instant), fc.option(instant))
    .filter(([from, to]) => from === null || to === null || from < to)
    .map(([from, to]) => ({ from, to })),
);

const someVendor = fc.constantFrom(...VENDORS);
const someCage = fc.constantFrom(...CAGES);
const someName = fc.constantFrom(...NAMES);
const someArticles = fc.array(
  fc
    .tuple(someName, fc.option(fc.constantFrom(...PRODUCTS)))
    .map(([maker, product]) => anArticle(maker, product)),
  { minLength: 1, maxLength: 2 },
);

/** Vendors that go by names which others go by too, and whose identifiers were others' before, or are so after. */
export const someVendors: fc.Arbitrary<Fact[]> = fc
  .tuple(
    fc.array(fc.tuple(someName, fc.option(someName), somePeriod), {
      ...{ minLength: VENDORS.length, maxLength: VENDORS.length },
    }),
    fc.array(fc.tuple(someVendor, someVendor, instant), {
      ...{ minLength: CAGES.length, maxLength: CAGES.length },
    }),
  )
  .map(([named, held]) =>
    VENDORS.map((id, index): Fact => {
      const [name, alias, period] = named[index]!;
      const holdings = held.flatMap(([first, second, on], cage) => [
        ...(first === id ? [anIdentifier('cage', CAGES[cage]!, { from: null, to: on })] : []),
        ...(second === id ? [anIdentifier('cage', CAGES[cage]!, { from: on, to: null })] : []),
      ]);
      const names = [aName(name), ...(alias === null ? [] : [aName(alias, 'dba', period)])];
      const told = { id, name, names, country: 'US', identifiers: holdings };
      return { of: 'vendor', tell: (revision) => ({ ...told, revision }) };
    }),
  );

const someScope = fc.oneof(
  fc.constant(aScope()),
  fc.record({ articles: someArticles, uses: fc.subarray(['video']) }).map(inPart),
  someArticles.map((articles) => aScope({ articles, exempt: ['Training'] })),
  fc.constant(inPart({ categories: ['a'] })),
);

const someSaying = fc.record({
  affiliates: fc.subarray([...REACHES], { minLength: 1 }),
  scope: someScope,
  binds: fc.oneof(
    fc.constant(binding()),
    fc.subarray(AGENCIES, { minLength: 1 }).map((agencies) => bindingOnly({ agencies })),
    fc.constant(bindingOnly({ groups: ['intelligence'], vehicles: ['a-list'] })),
  ),
  effects: fc.subarray([...EFFECTS], { minLength: 3 }),
});

/** It names the same vendor always, or nobody where it is of articles alone. */
const exclusion = (id: string): fc.Arbitrary<Fact> =>
  fc
    .tuple(fc.option(someVendor, { freq: 3 }), somePeriod, someSaying, fc.option(someSaying))
    .map(([named, { from, to }, first, second]): Fact => {
      const ofArticles = [first, second].every((one) => !one || isOfArticles(one.scope));
      const vendor = named ?? (ofArticles ? null : VENDORS[0]!);
      const bar = (entry: number) => aBar({ ...first, exclusion: id, vendor, entry });
      const segment = (entry: number) => ({ ...bar(entry), effective: { from, to } });
      const amended = (entry: number) =>
        second && to ? [{ ...bar(entry), ...second, effective: { from: to, to: null } }] : [];
      return { of: 'exclusion', tell: (entry) => [segment(entry), ...amended(entry)] };
    });

const isOfArticles = ({ whole, articles }: { whole: boolean; articles: readonly unknown[] }) =>
  !whole && articles.length > 0;

const waiver = (id: string): fc.Arbitrary<Fact> =>
  fc
    .record({
      exclusion: fc.constantFrom(...EXCLUSIONS),
      agency: fc.constantFrom(...AGENCIES),
      vendor: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, someVendor),
      articles: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, someArticles),
      effective: fc
        .tuple(instant, instant)
        .filter(([from, to]) => from < to)
        .map(([from, to]) => ({ from, to })),
    })
    .map((said) => ({ of: 'waiver', tell: (entry) => aWaiver({ ...said, id, entry }) }));

const affiliation = (id: string): fc.Arbitrary<Fact> =>
  fc
    .tuple(fc.constantFrom(...AFFILIATION_KINDS), someVendor, someVendor, somePeriod)
    .map(([kind, one, other, effective]) => ({
      of: 'affiliation',
      tell: (entry) => anAffiliation(kind, one, other, { id, effective, entry }),
    }));

const merge: fc.Arbitrary<Fact> = fc
  .record({ duplicate: someVendor, survivor: someVendor })
  .map((said) => ({ of: 'merge', tell: () => said }));

/** Of a name or a vendor, with a vendor or an exclusion. */
const decision = (id: string): fc.Arbitrary<Fact> =>
  fc
    .record({
      finding: fc.constantFrom('same' as const, 'not-same' as const),
      persons: fc.constantFrom(1 as const, 2 as const),
      subject: fc.oneof(someVendor, fc.constantFrom(...NAMES, ...UNKNOWN)),
      object: fc.oneof(
        { weight: 3, arbitrary: someVendor },
        { weight: 1, arbitrary: fc.constantFrom(...EXCLUSIONS) },
      ),
    })
    .filter(({ subject, object }) => subject !== object)
    .map(({ subject, object, ...said }): Fact => {
      const vendor = VENDORS.includes(subject) ? subject : null;
      const exclusion = EXCLUSIONS.includes(object) ? object : null;
      const given = { vendor, name: vendor ? null : subject, exclusion };
      const pair = parsePair({ ...given, other: exclusion ? null : object });
      const told = { ...said, ...pair, id, subjectRevision: null, objectRevision: -1 };
      return { of: 'decision', tell: (entry) => ({ ...told, entry }) };
    });

const STANDINGS = [
  { status: 'listed' },
  { status: 'listed' },
  { status: 'removed' },
  { status: 'suspended', suspension: { id: idOf('90'), confirmed: false } },
] as const;

const listing = (id: string): fc.Arbitrary<Fact> =>
  fc
    .record({
      vendor: someVendor,
      list: fc.constantFrom('a-list', 'b-list'),
      categories: fc.subarray(['a', 'b']),
      effective: somePeriod,
      standing: fc.constantFrom(...STANDINGS),
    })
    .map(({ standing, ...said }) => ({
      of: 'listing',
      tell: (entry) => [aSegment({ ...said, ...standing, listing: id, entry })],
    }));

/** What is learned one after another; after each, the place of what is forgotten, or null. */
export type Story = readonly (readonly [Fact, number | null])[];

export const someStory: fc.Arbitrary<Story> = fc
  .tuple(
    ...EXCLUSIONS.map(exclusion),
    ...['d0', 'd1', 'd2'].map((last) => waiver(idOf(last))),
    ...['b0', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6'].map((last) => affiliation(idOf(last))),
    ...['f0', 'f1', 'f2', 'f3', 'f4', 'f5', 'f6'].map((last) => listing(idOf(last))),
    ...['c0', 'c1', 'c2', 'c3', 'c4', 'c5'].map((last) => decision(idOf(last))),
    ...[merge, merge, merge],
  )
  .chain((facts) =>
    fc.tuple(
      fc.shuffledSubarray(facts, { minLength: facts.length }),
      fc.array(fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, fc.nat(99)), {
        ...{ minLength: facts.length, maxLength: facts.length },
      }),
    ),
  )
  .map(([facts, forgotten]) => facts.map((fact, index) => [fact, forgotten[index] ?? null]));

const someItem = fc
  .tuple(fc.option(someName), fc.option(fc.constantFrom(...PRODUCTS)))
  .filter(([manufacturer, product]) => manufacturer !== null || product !== null)
  .map(([manufacturer, product]) => ({
    ...(manufacturer === null ? {} : { manufacturer }),
    ...(product === null ? {} : { product }),
  }));

const maybe = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(some, { nil: undefined });

export const someQuestion: fc.Arbitrary<AskedCheck> = fc.record({
  vendor: fc.oneof(
    { weight: 5, arbitrary: fc.record({ id: someVendor }) },
    { weight: 3, arbitrary: fc.record({ cage: someCage }) },
    { weight: 2, arbitrary: fc.record({ name: fc.constantFrom(...NAMES, ...UNKNOWN) }) },
    {
      weight: 1,
      arbitrary: fc.record({ cage: someCage, name: fc.constantFrom(...NAMES, ...UNKNOWN) }),
    },
    { weight: 1, arbitrary: fc.record({ id: someVendor, cage: someCage }) },
  ),
  purchase: fc.oneof(
    fc.record({
      ...{ list: maybe(fc.constantFrom('a-list', 'b-list')), agency: fc.constantFrom(...AGENCIES) },
      ...{ category: maybe(fc.constantFrom('a', 'b')), stage: fc.constantFrom(...STAGES) },
      ...{ uses: maybe(fc.constantFrom(['video'], ['other'])) },
      items: fc.array(someItem, { maxLength: 2 }),
    }),
    fc.record({
      ...{ channel: fc.constant('open-market' as const), agency: fc.constantFrom(...AGENCIES) },
      items: fc.array(someItem, { maxLength: 2 }),
    }),
  ),
  at: instant,
});
