import {
  AN_EXCLUSION,
  anAffiliation,
  anArticle,
  anExclusion,
  aProhibition,
  aWaiver,
  bindingOnly,
  idOf,
} from '../../../test/support/exclusion-facts';
import {
  ACME,
  aName,
  aQuestion,
  aVendor,
  before,
  BOREALIS,
  borealis,
  day,
  period,
  theFacts,
} from '../../../test/support/facts';
import type { ExclusionSegment, KnownExclusion, Waiver } from '../../exclusions/domain/exclusion';
import { decide, type Decision } from './decide';
import type { Purchase, PurchasedItem } from './question';

const thing = (manufacturer: string, product: string): PurchasedItem => ({
  ...{ manufacturer, product, quantity: null },
});

const decideOn = (
  exclusion: KnownExclusion,
  purchase: Partial<Purchase> = {},
  at?: Date,
): Decision =>
  decide(
    aQuestion({}, { channel: 'open-market', list: null, ...purchase }, at),
    theFacts([aVendor()], [], { exclusions: [exclusion] }),
  );

const check = (
  waiver: Partial<Waiver>,
  purchase: Partial<Purchase> = {},
  change: Partial<ExclusionSegment> = {},
): Decision => decideOn(anExclusion(change, [aWaiver(waiver)]), purchase);

const saidBy = ({ reasons }: Decision): unknown[] =>
  reasons.map(({ code, verdict }) => [code, verdict]);

describe('a waiver', () => {
  it('lets its agency buy, and is told beside what it waives', () => {
    const decision = check({}, {}, { comment: 'Word for word.' });
    expect(decision).toMatchObject({
      verdict: 'eligible',
      reasons: [
        { code: 'VENDOR_EXCLUDED', verdict: 'eligible', comment: 'Word for word.', position: 17 },
        {
          code: 'WAIVED',
          verdict: 'eligible',
          message: 'Waived for DHS until 1 January 2027: Determination of 5 January 2026.',
          exclusion: AN_EXCLUSION,
          ...{ item: null, path: [], list: null, comment: null },
          citation: 'Determination of 5 January 2026',
          rule: 'Determination of 5 January 2026',
          effective: period('2026-01-01', '2027-01-01'),
          position: 23,
        },
      ],
      holdsUntil: day('2027-01-01'),
    });
  });

  it.each<[string, Partial<Waiver>, string]>([
    ['of the agency that buys', {}, 'eligible'],
    ['of that agency, however its code is written', { agency: ' dhs' }, 'eligible'],
    ['of another agency', { agency: 'NASA' }, 'ineligible'],
    ['of a component of it', { agency: 'USCG' }, 'ineligible'],
    ['for that vendor', { vendor: ACME }, 'eligible'],
    ['for another vendor', { vendor: BOREALIS }, 'ineligible'],
    ['that has ended', { effective: period('2025-01-01', '2026-06-01') }, 'ineligible'],
    ['that has not begun', { effective: period('2026-06-02', '2027-01-01') }, 'ineligible'],
    [
      'for articles, where it is not told what is bought',
      { articles: [anArticle('Acme')] },
      'ineligible',
    ],
  ])('%s', (_, waiver, verdict) => {
    expect(check(waiver).verdict).toBe(verdict);
  });

  it('does not reach from a department to its components', () => {
    expect(check({}, { agency: 'USCG' }).verdict).toBe('ineligible');
  });

  it('turns at the very millisecond in which it begins and ends', () => {
    const exclusion = anExclusion({}, [aWaiver()]);
    const at = (instant: Date) => decideOn(exclusion, {}, instant).verdict;
    expect(at(before(day('2026-01-01')))).toBe('ineligible');
    expect(at(day('2026-01-01'))).toBe('eligible');
    expect(at(before(day('2027-01-01')))).toBe('eligible');
    expect(at(day('2027-01-01'))).toBe('ineligible');
  });

  it('waives one exclusion, and no other', () => {
    const exclusions = [
      anExclusion({}, [aWaiver()]),
      anExclusion({ exclusion: idOf('e2'), entry: 18 }),
    ];
    const question = aQuestion({}, { channel: 'open-market', list: null });
    const decision = decide(question, theFacts([aVendor()], [], { exclusions }));
    expect([decision.verdict, saidBy(decision)]).toEqual([
      'ineligible',
      [
        ['VENDOR_EXCLUDED', 'ineligible'],
        ['VENDOR_EXCLUDED', 'eligible'],
        ['WAIVED', 'eligible'],
      ],
    ]);
  });

  it('waives what waits for a second person, and what is not known, as well', () => {
    const suspension = { id: idOf('c1'), confirmed: false };
    expect(saidBy(check({}, {}, { suspension }))).toEqual([
      ['VENDOR_EXCLUDED', 'eligible'],
      ['SUSPENSION_UNCONFIRMED', 'eligible'],
      ['WAIVED', 'eligible'],
    ]);
    const binds = bindingOnly({ groups: ['civilian'] });
    expect(check({ agency: 'XYZ' }, { agency: 'XYZ' }, { binds }).verdict).toBe('eligible');
  });

  it('is not told where the exclusion bars nothing anyway', () => {
    const binds = bindingOnly({ agencies: ['NASA'] });
    expect(saidBy(check({}, {}, { binds }))).toEqual([['NOT_EXCLUDED', 'eligible']]);
  });

  it('is the earliest of several that fit, whatever their order', () => {
    const waivers = [
      aWaiver({ id: idOf('d3'), entry: 24 }),
      aWaiver({ id: idOf('d2') }),
      aWaiver({ id: idOf('d4'), agency: 'NASA', entry: 1 }),
      aWaiver({ authority: { citation: 'first', office: 'DHS' } }),
    ];
    for (const order of [waivers, waivers.toReversed()]) {
      expect(decideOn(anExclusion({}, order)).reasons[1]).toMatchObject({
        ...{ code: 'WAIVED', citation: 'first', position: 23 },
      });
    }
  });

  it('is for the affiliate that it names, not for the excluded vendor above it', () => {
    const owner = idOf('31');
    const affiliations = [anAffiliation('subsidiary', owner, ACME)];
    const verdict = (vendor: string) => {
      const exclusion = anExclusion({ vendor: owner, affiliates: ['subsidiaries'] }, [
        aWaiver({ vendor }),
      ]);
      const question = aQuestion({}, { channel: 'open-market', list: null });
      const facts = theFacts([aVendor()], [], { exclusions: [exclusion], affiliations });
      return decide(question, facts).verdict;
    };
    expect(verdict(ACME)).toBe('eligible');
    expect(verdict(owner)).toBe('ineligible');
  });
});

describe('a waiver of articles', () => {
  const articles = [anArticle('Hytera', 'Radio'), anArticle('Dahua')];
  const RADIO = thing('Hytera', 'Hytera Radio PD785');
  const CAMERA = thing('Dahua', 'Camera');

  it('waives the exclusion of a vendor where everything that is bought is one of them', () => {
    expect(check({ articles }, { items: [RADIO, CAMERA] }).verdict).toBe('eligible');
    expect(check({ articles }, { items: [RADIO, thing('Acme', 'Bolt')] }).verdict).toBe(
      'ineligible',
    );
  });

  it('waives nothing that only may be one of them', () => {
    expect(check({ articles }, { items: [thing('Hytera', 'Antenna')] }).verdict).toBe('ineligible');
    expect(check({ articles }, { items: [thing('Hytera Communications', 'Radio')] }).verdict).toBe(
      'ineligible',
    );
  });

  it('waives each thing by itself where articles are covered', () => {
    const prohibition = (waiver: Partial<Waiver>) =>
      aProhibition([anArticle('Hytera'), anArticle('Dahua')], {}, [aWaiver(waiver)]);
    const items = [RADIO, CAMERA];
    const waived = (waiver: Partial<Waiver>) =>
      decideOn(prohibition(waiver), { items })
        .reasons.filter(({ code }) => code === 'WAIVED')
        .map(({ item }) => item);
    expect(waived({})).toEqual([0, 1]);
    expect(waived({ articles: [anArticle('Dahua')] })).toEqual([1]);
    expect(waived({ articles: [anArticle('Hytera', 'Antenna')] })).toEqual([]);
    expect(waived({ agency: 'NASA' })).toEqual([]);
    expect(decideOn(prohibition({}), { items }).verdict).toBe('eligible');
    expect(decideOn(prohibition({ articles: [anArticle('Dahua')] }), { items }).verdict).toBe(
      'ineligible',
    );
  });

  it('is for the vendor that it names, and for nobody where it is not sure who sells', () => {
    const verdict = (vendor: string | null, sure: boolean) => {
      const exclusion = aProhibition([anArticle('Hytera')], {}, [aWaiver({ vendor })]);
      const namesake = borealis({ names: [aName(sure ? 'Borealis' : 'Acme')] });
      const facts = theFacts([aVendor(), namesake], [], { exclusions: [exclusion] });
      const reference = { identifiers: [], name: 'acme' };
      const purchase = { channel: 'open-market', list: null, items: [RADIO] } as const;
      return decide(aQuestion(reference, purchase), facts).verdict;
    };
    expect(verdict(ACME, true)).toBe('eligible');
    expect(verdict(BOREALIS, true)).toBe('ineligible');
    expect(verdict(ACME, false)).toBe('ineligible');
    // Whoever is meant, a person must still look who it is.
    expect(verdict(null, false)).toBe('review');
  });
});
