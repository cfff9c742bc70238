import fc from 'fast-check';
import {
  aBar,
  anAffiliation,
  anArticle,
  anExclusion,
  aRelative,
  aWaiver,
  bindingOnly,
  idOf,
} from '../../../test/support/exclusion-facts';
import {
  ACME,
  aList,
  aName,
  aQuestion,
  aSegment,
  aVendor,
  before,
  BOREALIS,
  borealis,
  theFacts,
} from '../../../test/support/facts';
import { ALWAYS, type Period } from '../../clock/domain/period';
import {
  EFFECTS,
  EXCLUSION_KINDS,
  REACHES,
  SYSTEMS,
  type Binding,
  type ExclusionSegment,
  type KnownExclusion,
  type Scope,
  type Waiver,
} from '../../exclusions/domain/exclusion';
import { AFFILIATION_KINDS, type Affiliation } from '../../vendors/domain/affiliation';
import { decide } from './decide';
import type { Facts } from '../../register/domain/facts';
import { STAGES } from '../../exclusions/domain/binding';
import type { Question } from './question';
import { gravest, VERDICTS, type Verdict } from './verdict';

const OWNER = idOf('31');
const SISTER = idOf('32');
const MAKER = idOf('33');
const VENDORS = [ACME, BOREALIS, OWNER, SISTER, MAKER];

/** What makers and products are called, some of them nearly the same. */
const MAKERS = ['Acme Widgets LLC', 'Hytera', 'Hytera Communications', 'Dahua'];
const PRODUCTS = ['Radio', 'Hytera Radio', 'Two Way Radio', 'Training', 'Bolt'];
const CATEGORIES = ['a', 'b'];
const USES = ['video', 'security'];
const AGENCIES = ['DHS', 'USCG', 'NASA', 'NSA', 'XYZ'];

const instant = fc.integer({ min: 0, max: 20 }).map((days) => new Date(Date.UTC(2026, 0, days)));

const somePeriod: fc.Arbitrary<Period> = fc
  .tuple(fc.option(instant), fc.option(instant))
  .filter(([from, to]) => from === null || to === null || from < to)
  .map(([from, to]) => ({ from, to }));

const articles = fc.array(
  fc
    .tuple(fc.constantFrom(...MAKERS), fc.option(fc.constantFrom(...PRODUCTS)))
    .map(([maker, product]) => anArticle(maker, product)),
  { maxLength: 2 },
);

const someScope: fc.Arbitrary<Scope> = fc.record({
  whole: fc.boolean(),
  articles,
  categories: fc.subarray(CATEGORIES, { maxLength: 1 }),
  uses: fc.subarray(USES, { maxLength: 1 }),
  exempt: fc.subarray(['Training', 'Bolt'], { maxLength: 1 }),
});

const someBinding: fc.Arbitrary<Binding> = fc.record({
  agencies: fc.oneof(fc.constant('all' as const), fc.subarray(AGENCIES)),
  groups: fc.subarray(['civilian', 'intelligence'] as const),
  vehicles: fc.subarray(['a-list']),
  systems: fc.subarray(['sci'] as const),
});

const someSegment = fc.record({
  kind: fc.constantFrom(...EXCLUSION_KINDS),
  vendor: fc.option(fc.constantFrom(...VENDORS)),
  affiliates: fc.subarray([...REACHES]),
  scope: someScope,
  binds: someBinding,
  effects: fc.subarray([...EFFECTS], { minLength: 1 }),
  effective: somePeriod,
  suspension: fc.constantFrom(null, { id: 's', confirmed: false }, { id: 's', confirmed: true }),
});

const someWaiver = fc.record({
  agency: fc.constantFrom(...AGENCIES),
  vendor: fc.option(fc.constantFrom(...VENDORS)),
  articles,
  effective: somePeriod,
});

/** Positions and ids are those of the place among others, so that no two rest on the same entry. */
const someExclusion: fc.Arbitrary<(place: number) => KnownExclusion> = fc
  .tuple(someSegment, fc.option(someSegment), fc.array(someWaiver, { maxLength: 2 }))
  .map(([first, second, waivers]) => (place: number): KnownExclusion => {
    const exclusion = idOf(`e${place}`);
    const { to } = first.effective;
    const after = { effective: { from: to, to: null }, entry: 101 + place };
    const timeline = [aBar({ ...first, exclusion, entry: 100 + place })];
    if (second && to) timeline.push(aBar({ ...second, ...after, exclusion }));
    return {
      id: exclusion,
      timeline,
      waivers: waivers.map((waiver, index) =>
        aWaiver({ ...waiver, exclusion, id: `${place} ${index}`, entry: 105 + place + index }),
      ),
    };
  });

const someAffiliation: fc.Arbitrary<(place: number) => Affiliation> = fc
  .record({
    kind: fc.constantFrom(...AFFILIATION_KINDS),
    vendor: fc.constantFrom(...VENDORS),
    other: fc.constantFrom(...VENDORS),
    effective: somePeriod,
  })
  .map(
    ({ kind, vendor, other, effective }) =>
      (place: number) =>
        anAffiliation(kind, vendor, other, { id: `${place}`, effective, entry: 300 + place }),
  );

const someFacts: fc.Arbitrary<Facts> = fc
  .record({
    listed: fc.boolean(),
    exclusions: fc.array(someExclusion, { maxLength: 3 }),
    affiliations: fc.array(someAffiliation, { maxLength: 7 }),
  })
  .map(({ listed, exclusions, affiliations }) => {
    const vendors = [
      aVendor({ listings: listed ? [[aSegment()]] : [] }),
      borealis({ names: [aName('Borealis Fasteners'), aName('Dahua', 'dba')] }),
    ];
    return theFacts(vendors, [aList()], {
      exclusions: exclusions.map((make, index) => make(10 * (index + 1))),
      affiliations: affiliations.map((make, index) => make(index)),
      relatives: [
        ...vendors,
        aRelative(OWNER, 'Owner', 'Hytera'),
        aRelative(SISTER, 'Sister'),
        aRelative(MAKER, 'Maker', 'Hytera'),
      ],
    });
  });

const someQuestion: fc.Arbitrary<Question> = fc
  .record({
    identifiers: fc.subarray(
      [
        { scheme: 'uei', value: 'ACMEWDGETS09' },
        { scheme: 'duns', value: '000000002' },
      ] as const,
      { maxLength: 2 },
    ),
    channel: fc.constantFrom('list', 'open-market', 'open-market'),
    list: fc.constantFrom(null, 'a-list'),
    category: fc.constantFrom(null, ...CATEGORIES),
    agency: fc.constantFrom(...AGENCIES),
    stage: fc.constantFrom(...STAGES),
    uses: fc.option(fc.subarray(USES)),
    system: fc.constantFrom(...SYSTEMS),
    items: fc.array(
      fc
        .tuple(
          fc.option(fc.constantFrom(...MAKERS, 'Sister', 'Owner')),
          fc.constantFrom(...PRODUCTS),
        )
        .map(([manufacturer, product]) => ({ manufacturer, product, quantity: null })),
      { maxLength: 2 },
    ),
    at: instant,
  })
  .map(({ identifiers, at, list, ...purchase }) =>
    aQuestion(
      { identifiers },
      { ...purchase, list: purchase.channel === 'list' ? list : null },
      at,
    ),
  );

const rank = (verdict: Verdict): number => VERDICTS.indexOf(verdict);

/** What a decision comes to, without the days and positions that its reasons tell. */
const cometo = (question: Question, facts: Facts): unknown => {
  const { verdict, reasons } = decide(question, facts);
  return [
    verdict,
    reasons.map(({ code, verdict: own, exclusion, item }) => [code, own, exclusion, item]),
  ];
};

const RUNS = { numRuns: 400 };

describe('a decision about exclusions', () => {
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
      RUNS,
    );
  });

  it('says that something is excluded and yet eligible only where it is waived', () => {
    fc.assert(
      fc.property(someQuestion, someFacts, (question, facts) => {
        const { reasons } = decide(question, facts);
        const waived = reasons.filter(({ code }) => code === 'WAIVED');
        for (const { code, verdict, exclusion, item } of reasons) {
          if (verdict !== 'eligible' || ['NOT_EXCLUDED', 'LISTED'].includes(code)) continue;
          expect(waived).toContainEqual(expect.objectContaining({ exclusion, item }));
        }
      }),
      RUNS,
    );
  });

  it('is made better by no exclusion, and by no affiliation', () => {
    fc.assert(
      fc.property(
        someQuestion,
        someFacts,
        someExclusion,
        someAffiliation,
        (question, facts, make, join) => {
          const verdict = rank(decide(question, facts).verdict);
          const exclusions = [...facts.exclusions, make(90)];
          const affiliations = [...facts.affiliations, join(90)];
          expect(rank(decide(question, { ...facts, exclusions }).verdict)).toBeLessThanOrEqual(
            verdict,
          );
          expect(rank(decide(question, { ...facts, affiliations }).verdict)).toBeLessThanOrEqual(
            verdict,
          );
        },
      ),
      RUNS,
    );
  });

  it('is ineligible wherever an exclusion of all and for all is of the vendor that is meant', () => {
    const everything = anExclusion({ exclusion: idOf('e9'), effects: ['use'] });
    fc.assert(
      fc.property(someQuestion, someFacts, (question, facts) => {
        const exclusions = [...facts.exclusions, everything];
        const { verdict, vendor } = decide(question, { ...facts, exclusions });
        if (vendor?.id === ACME) expect(verdict).toBe('ineligible');
        if (vendor === null) expect(verdict).not.toBe('eligible');
      }),
      RUNS,
    );
  });

  it('is not changed by an exclusion that binds others only', () => {
    const others = fc.constantFrom<Partial<Binding>>(
      { agencies: ['GSA', 'USCG', 'NSA'] },
      { groups: ['defense', 'intelligence'] },
      { agencies: ['NASA'], vehicles: ['b-list'] },
      { systems: ['sci'] },
    );
    fc.assert(
      fc.property(someQuestion, someFacts, someExclusion, others, (asked, facts, make, binds) => {
        const { list, channel } = asked.purchase;
        const purchase = {
          ...{ agency: 'DHS', system: 'general' as const },
          list: channel === 'list' ? (list ?? 'a-list') : null,
        };
        const question = { ...asked, purchase: { ...asked.purchase, ...purchase } };
        const another = make(90);
        const timeline = another.timeline.map((segment) => ({
          ...segment,
          binds: bindingOnly(binds),
        }));
        const exclusions = [...facts.exclusions, { ...another, timeline }];
        const { verdict } = decide(question, { ...facts, exclusions });
        expect(verdict).toBe(decide(question, facts).verdict);
      }),
      RUNS,
    );
  });

  it('does not hang on the order of the facts', () => {
    const shuffled = <Thing>(those: readonly Thing[]): fc.Arbitrary<Thing[]> =>
      fc.shuffledSubarray([...those], { minLength: those.length });
    const reordered = (facts: Facts): fc.Arbitrary<Facts> =>
      fc.record({
        vendors: shuffled(facts.vendors),
        alike: shuffled(facts.alike),
        decisions: shuffled(facts.decisions),
        lists: shuffled(facts.lists),
        affiliations: shuffled(facts.affiliations),
        relatives: shuffled(facts.relatives),
        exclusions: fc
          .tuple(
            ...facts.exclusions.map(({ id, timeline, waivers }) =>
              fc.record({
                id: fc.constant(id),
                timeline: shuffled(timeline),
                waivers: shuffled(waivers),
              }),
            ),
          )
          .chain((exclusions) => shuffled(exclusions)),
      });
    const both = someFacts.chain((facts) => fc.tuple(fc.constant(facts), reordered(facts)));
    fc.assert(
      fc.property(someQuestion, both, (question, [facts, others]) => {
        expect(decide(question, others)).toEqual(decide(question, facts));
      }),
      RUNS,
    );
  });

  it('holds at every instant until the one that it says', () => {
    fc.assert(
      fc.property(someQuestion, someFacts, instant, (question, facts, later) => {
        const { holdsUntil, ...said } = decide(question, facts);
        fc.pre(later >= question.at && (holdsUntil === null || later < holdsUntil));
        expect(decide({ ...question, at: later }, facts)).toEqual({ ...said, holdsUntil });
        if (holdsUntil !== null) {
          expect(holdsUntil > question.at).toBe(true);
          const last = before(holdsUntil);
          expect(decide({ ...question, at: last }, facts)).toEqual({ ...said, holdsUntil });
        }
      }),
      RUNS,
    );
  });
});

describe('a waiver, whatever it waives', () => {
  const withWaiver = (facts: Facts, waiver: Waiver): Facts => ({
    ...facts,
    exclusions: facts.exclusions.map((exclusion, index) =>
      index === 0 ? { ...exclusion, waivers: [...exclusion.waivers, waiver] } : exclusion,
    ),
  });

  it('makes no verdict worse, and changes none of another agency', () => {
    fc.assert(
      fc.property(someQuestion, someFacts, someWaiver, (question, facts, terms) => {
        const waiver = aWaiver({ ...terms, id: 'new', entry: 190 });
        const verdict = decide(question, facts).verdict;
        const waived = decide(question, withWaiver(facts, waiver)).verdict;
        expect(rank(waived)).toBeGreaterThanOrEqual(rank(verdict));
        if (waiver.agency !== question.purchase.agency) expect(waived).toBe(verdict);
      }),
      RUNS,
    );
  });

  it('clears nobody on a list where nobody is listed', () => {
    fc.assert(
      fc.property(someQuestion, someFacts, someWaiver, (question, facts, terms) => {
        fc.pre(question.purchase.channel === 'list');
        const vendors = facts.vendors.map((vendor) => ({ ...vendor, listings: [] }));
        const unlisted = withWaiver({ ...facts, vendors }, aWaiver(terms));
        expect(decide(question, unlisted).verdict).not.toBe('eligible');
      }),
      RUNS,
    );
  });
});

describe('a period', () => {
  const bounded = fc
    .uniqueArray(instant, { minLength: 2, maxLength: 2, selector: Number })
    .map((ends) => ends.sort((a, b) => Number(a) - Number(b)) as [Date, Date]);

  /** Within its ends, a fact counts as if it held always; outside of them, as if it were not. */
  const holdsFromTo = (
    withFact: (facts: Facts, period: Period, drawn: Drawn) => Facts,
  ): fc.IPropertyWithHooks<[Question, Facts, [Date, Date], Drawn]> =>
    fc.property(someQuestion, someFacts, bounded, drawn, (question, facts, [from, to], made) => {
      const dated = withFact(facts, { from, to }, made);
      const always = withFact(facts, ALWAYS, made);
      for (const at of [from, before(to)]) {
        expect(cometo({ ...question, at }, dated)).toEqual(cometo({ ...question, at }, always));
      }
      for (const at of [before(from), to]) {
        expect(cometo({ ...question, at }, dated)).toEqual(cometo({ ...question, at }, facts));
      }
    });

  interface Drawn {
    readonly exclusion: Partial<ExclusionSegment>;
    readonly waiver: Partial<Waiver>;
    readonly affiliation: Affiliation;
  }

  const drawn: fc.Arbitrary<Drawn> = fc.record({
    exclusion: someSegment,
    waiver: someWaiver,
    affiliation: someAffiliation.map((make) => make(90)),
  });

  it('of an exclusion begins with its start and ends before its end', () => {
    const property = holdsFromTo((facts, effective, { exclusion }) => ({
      ...facts,
      exclusions: [
        ...facts.exclusions,
        anExclusion({ ...exclusion, exclusion: idOf('e9'), entry: 190, effective }),
      ],
    }));
    fc.assert(property, RUNS);
  });

  it('of a waiver begins with its start and ends before its end', () => {
    const property = holdsFromTo((facts, effective, { waiver }) => ({
      ...facts,
      exclusions: facts.exclusions.map((exclusion) => ({
        ...exclusion,
        waivers: [...exclusion.waivers, aWaiver({ ...waiver, id: 'new', entry: 190, effective })],
      })),
    }));
    fc.assert(property, RUNS);
  });

  it('of an affiliation begins with its start and ends before its end', () => {
    const property = holdsFromTo((facts, effective, { affiliation }) => ({
      ...facts,
      affiliations: [...facts.affiliations, { ...affiliation, effective }],
    }));
    fc.assert(property, RUNS);
  });
});
