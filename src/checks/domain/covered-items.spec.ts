import {
  AN_EXCLUSION,
  anAffiliation,
  anArticle,
  anExclusion,
  aProhibition,
  aRelative,
  bindingOnly,
  idOf,
} from '../../../test/support/exclusion-facts';
import {
  aName,
  aQuestion,
  aSegment,
  aVendor,
  before,
  borealis,
  day,
  period,
  theFacts,
} from '../../../test/support/facts';
import type { KnownExclusion } from '../../exclusions/domain/exclusion';
import { decide, type Decision } from './decide';
import type { Facts, KnownVendor } from '../../register/domain/facts';
import type { Purchase, PurchasedItem } from './question';

const KASPERSKY = idOf('41');
const SISTER = idOf('42');

const relatives = [
  aRelative(KASPERSKY, 'Kaspersky Lab', 'Kaspersky'),
  aRelative(SISTER, 'Infotecs Labs'),
];

/** Bars everything by Kaspersky Lab from everybody. */
const OF_KASPERSKY = { vendor: KASPERSKY } as const;
const EVERYTHING = aProhibition([anArticle('Kaspersky Lab')], OF_KASPERSKY);

const thing = (manufacturer: string | null, product: string | null): PurchasedItem => ({
  ...{ manufacturer, product, quantity: null },
});

const reseller = aVendor({ listings: [[aSegment()]] });

const buy = (
  items: readonly PurchasedItem[],
  exclusions: readonly KnownExclusion[] = [EVERYTHING],
  {
    seller = reseller,
    at,
    purchase,
    ...more
  }: Partial<Facts> & { seller?: KnownVendor; at?: Date; purchase?: Partial<Purchase> } = {},
): Decision =>
  decide(
    aQuestion({}, { channel: 'open-market', list: null, items, ...purchase }, at),
    theFacts([seller], [], { exclusions, relatives, ...more }),
  );

const codesOf = ({ reasons }: Decision): string[] => reasons.map(({ code }) => code);

describe('a purchase of a covered article', () => {
  it('is ineligible from a reseller in good standing, and says which thing, and why', () => {
    const effective = period('2018-10-01', null);
    const comment = 'Services too.';
    const exclusion = aProhibition([anArticle('Kaspersky Lab')], {
      ...{ vendor: KASPERSKY, effective, comment },
    });
    const items = [thing('Borealis', 'Bolt'), thing('Kaspersky Lab', 'Total Security')];
    expect(buy(items, [exclusion])).toMatchObject({
      verdict: 'ineligible',
      reasons: [
        {
          code: 'COVERED_ARTICLE',
          verdict: 'ineligible',
          message:
            'Kaspersky Lab Total Security is a covered article: statutory prohibition by GSA (Pub. L. 115-91 s.1634) since 1 October 2018.',
          ...{ exclusion: AN_EXCLUSION, item: 1, path: [], list: null, comment, effective },
          ...{ rule: 'Pub. L. 115-91 s.1634', citation: 'Pub. L. 115-91 s.1634', position: 17 },
        },
      ],
    });
  });

  it('is ineligible on a list too, beside the listing that the reseller has', () => {
    const purchase = { channel: 'list', list: 'a-list' } as const;
    const { lists } = theFacts([]);
    const decision = buy([thing('Kaspersky Lab', null)], undefined, { purchase, lists });
    expect([decision.verdict, codesOf(decision)]).toEqual([
      'ineligible',
      ['COVERED_ARTICLE', 'LISTED'],
    ]);
  });

  it('gives a reason for each thing and each exclusion, and none for what is not covered', () => {
    const other = aProhibition([anArticle('Kaspersky Lab'), anArticle('Hytera')], {
      ...{ exclusion: idOf('e2'), vendor: null, entry: 18 },
    });
    const items = [
      thing('Hytera', 'Radio'),
      thing('Borealis', 'Bolt'),
      thing('Kaspersky Lab', 'X'),
    ];
    expect(
      buy(items, [EVERYTHING, other]).reasons.map(({ code, item, position }) => [
        ...[code, item, position],
      ]),
    ).toEqual([
      ['COVERED_ARTICLE', 0, 18],
      ['COVERED_ARTICLE', 2, 17],
      ['COVERED_ARTICLE', 2, 18],
    ]);
  });

  it('is for a person to look at where it may be one', () => {
    expect(buy([thing('Acme', 'Kaspersky bundle')])).toMatchObject({
      verdict: 'review',
      reasons: [
        {
          code: 'POSSIBLE_COVERED_ARTICLE',
          verdict: 'review',
          item: 0,
          message: expect.stringMatching(
            /^Acme Kaspersky bundle may be a covered article: .* A person must look\.$/,
          ),
        },
      ],
    });
  });

  it('is free where the exclusion leaves it free by name', () => {
    const exclusion = aProhibition([anArticle('Kaspersky Lab')], {
      scope: { exempt: ['Training'] },
    });
    expect(buy([thing('Kaspersky Lab', 'Training')], [exclusion])).toMatchObject({
      verdict: 'eligible',
      reasons: [
        {
          code: 'NOT_EXCLUDED',
          item: 0,
          exclusion: AN_EXCLUSION,
          message: expect.stringContaining('it leaves this product or service free'),
        },
      ],
    });
  });

  it.each([
    ['binds another', { binds: bindingOnly({ agencies: ['NASA'] }) }, 'eligible', 'NOT_EXCLUDED'],
    ['has no effect yet', { effects: ['option'] }, 'eligible', 'NOT_EXCLUDED'],
    [
      'is about some uses, and these are not told',
      { scope: { uses: ['video'] } },
      'review',
      'EXCLUSION_UNDECIDED',
    ],
    [
      'binds a group that the agency may be of',
      { binds: bindingOnly({ groups: ['civilian'] }) },
      'review',
      'EXCLUSION_UNDECIDED',
    ],
  ] as const)('by an exclusion that %s', (_, change, verdict, code) => {
    const exclusion = aProhibition([anArticle('Kaspersky Lab')], change);
    const purchase = { agency: 'XYZ' };
    const decision = buy([thing('Kaspersky Lab', 'X')], [exclusion], { purchase });
    expect([decision.verdict, codesOf(decision)]).toEqual([verdict, [code]]);
  });

  it('is no more than possible, where neither the thing nor the binding is sure', () => {
    const exclusion = aProhibition([anArticle('Kaspersky Lab')], {
      binds: bindingOnly({ groups: ['civilian'] }),
    });
    const purchase = { agency: 'XYZ' };
    expect(codesOf(buy([thing('Kaspersky', 'X')], [exclusion], { purchase }))).toEqual([
      'POSSIBLE_COVERED_ARTICLE',
    ]);
  });

  it('turns at the very millisecond in which the exclusion begins and ends', () => {
    const effective = period('2026-01-01', '2027-01-01');
    const exclusion = aProhibition([anArticle('Kaspersky Lab')], { effective });
    const at = (instant: Date) =>
      buy([thing('Kaspersky Lab', 'X')], [exclusion], { at: instant }).verdict;
    expect(at(before(day('2026-01-01')))).toBe('eligible');
    expect(at(day('2026-01-01'))).toBe('ineligible');
    expect(at(before(day('2027-01-01')))).toBe('ineligible');
    expect(at(day('2027-01-01'))).toBe('eligible');
  });
});

describe('who made what is bought', () => {
  const reaching = (change = {}) =>
    aProhibition([anArticle('Kaspersky Lab')], {
      ...{ vendor: KASPERSKY, affiliates: ['common-control'] },
      ...change,
    });
  const sisters = anAffiliation('common-control', KASPERSKY, SISTER);

  it('is anybody of whom the excluded vendor’s other names tell', () => {
    expect(buy([thing('Kaspersky', 'X')]).verdict).toBe('ineligible');
  });

  it('is anybody whom the exclusion reaches, and it says through whom', () => {
    const { verdict, reasons } = buy([thing('infotecs labs', 'X')], [reaching()], {
      affiliations: [sisters],
    });
    expect(verdict).toBe('ineligible');
    expect(reasons[0]?.path.map(({ vendor }) => vendor)).toEqual([KASPERSKY, SISTER]);
  });

  it('is nobody whom the exclusion does not reach', () => {
    const items = [thing('Infotecs Labs', 'X')];
    const named = reaching({ affiliates: ['named-only'] });
    expect(buy(items, [named], { affiliations: [sisters] }).verdict).toBe('eligible');
    expect(buy(items, [reaching()]).verdict).toBe('eligible');
  });

  it('is told as the same one of several of that name, whatever the order of the facts', () => {
    const both = [aRelative(SISTER, 'Kaspersky Lab'), aRelative(KASPERSKY, 'Kaspersky Lab')];
    for (const order of [both, both.toReversed()]) {
      const facts = { affiliations: [sisters], relatives: order };
      const [reason] = buy([thing('Kaspersky Lab', 'X')], [reaching()], facts).reasons;
      expect(reason?.path).toEqual([]);
    }
  });

  it('is a sister only while it is one', () => {
    const dated = { ...sisters, effective: period('2026-01-01', '2026-07-01') };
    const at = (instant: Date) =>
      buy([thing('Infotecs Labs', 'X')], [reaching()], { affiliations: [dated], at: instant })
        .verdict;
    expect(at(before(day('2026-01-01')))).toBe('eligible');
    expect(at(day('2026-01-01'))).toBe('ineligible');
    expect(at(before(day('2026-07-01')))).toBe('ineligible');
    expect(at(day('2026-07-01'))).toBe('eligible');
  });

  describe('where it is not told', () => {
    const seller = aVendor({ names: [aName('Acme Widgets LLC'), aName('Kaspersky Lab', 'dba')] });

    it('may be whoever sells it', () => {
      expect(buy([thing(null, 'Total Security')], undefined, { seller })).toMatchObject({
        verdict: 'review',
        reasons: [{ code: 'POSSIBLE_COVERED_ARTICLE', item: 0 }],
      });
      const byNobodyRegistered = aProhibition([anArticle('Kaspersky Lab')], { vendor: null });
      expect(buy([thing(null, 'X')], [byNobodyRegistered], { seller }).verdict).toBe('review');
    });

    it('is not taken for another who sells it', () => {
      expect(buy([thing(null, 'Total Security')]).verdict).toBe('eligible');
    });

    it('is not whoever sells it, where it is told', () => {
      expect(buy([thing('Borealis', 'Bolt')], undefined, { seller }).verdict).toBe('eligible');
    });

    it('is left free where the exclusion leaves it free by name', () => {
      const exclusion = aProhibition([anArticle('Kaspersky Lab')], {
        ...{ vendor: KASPERSKY, scope: { exempt: ['training'] } },
      });
      expect(codesOf(buy([thing(null, 'Training')], [exclusion], { seller }))).toEqual([
        'NOT_EXCLUDED',
      ]);
    });
  });
});

describe('a covered article from someone who is not sure', () => {
  const nobody = { identifiers: [{ scheme: 'duns', value: '999999999' }] } as const;
  const items = [thing('Kaspersky Lab', 'X')];

  it('is ineligible even where nobody knows the vendor', () => {
    const facts = theFacts([], [], { exclusions: [EVERYTHING], relatives });
    const question = aQuestion(nobody, { channel: 'open-market', list: null, items });
    const decision = decide(question, facts);
    expect([decision.verdict, codesOf(decision)]).toEqual([
      'ineligible',
      ['COVERED_ARTICLE', 'VENDOR_NOT_FOUND'],
    ]);
  });

  it('is ineligible whichever of the candidates is meant', () => {
    const candidates = [reseller, borealis({ names: [aName('Acme')] })];
    const facts = theFacts(candidates, undefined, { exclusions: [EVERYTHING], relatives });
    const decision = decide(aQuestion({ identifiers: [], name: 'acme' }, { items }), facts);
    expect([decision.verdict, codesOf(decision)]).toEqual([
      'ineligible',
      ['COVERED_ARTICLE', 'NAME_ONLY_MATCH'],
    ]);
  });
});

describe('an exclusion of a vendor as a whole', () => {
  it('covers no article that others sell', () => {
    const exclusion = anExclusion(OF_KASPERSKY);
    expect(buy([thing('Kaspersky Lab', 'X')], [exclusion]).verdict).toBe('eligible');
  });
});
