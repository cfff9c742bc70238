import {
  aBar,
  AN_EXCLUSION,
  anAffiliation,
  anArticle,
  anExclusion,
  aProhibition,
  aRelative,
  aScope,
  bindingOnly,
  idOf,
  inPart,
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
  day,
  period,
  theFacts,
} from '../../../test/support/facts';
import type { ExclusionSegment, KnownExclusion } from '../../exclusions/domain/exclusion';
import { decide, type Decision } from './decide';
import type { Facts } from '../../register/domain/facts';
import type { Purchase, PurchasedItem, Question } from './question';

const listed = aVendor({ listings: [[aSegment()]] });

const onOpenMarket = (purchase: Partial<Purchase> = {}, at?: Date): Question =>
  aQuestion({}, { channel: 'open-market', list: null, ...purchase }, at);

const check = (
  exclusions: readonly KnownExclusion[],
  purchase: Partial<Purchase> = {},
  { at, ...more }: Partial<Facts> & { at?: Date } = {},
): Decision => decide(onOpenMarket(purchase, at), theFacts([listed], [], { exclusions, ...more }));

const codesOf = ({ reasons }: Decision): string[] => reasons.map(({ code }) => code);

const things = (...products: readonly string[]): PurchasedItem[] =>
  products.map((product) => ({ manufacturer: 'Acme Widgets LLC', product, quantity: null }));

describe('a purchase from an excluded vendor', () => {
  it('is ineligible, and says why, by whom, since when and by which rule', () => {
    const comment = 'Limited to the parent.';
    const exclusion = anExclusion({ comment, effective: period('2025-03-02', '2028-03-02') });
    expect(check([exclusion])).toMatchObject({
      verdict: 'ineligible',
      vendor: { id: ACME, matchedBy: 'uei' },
      reasons: [
        {
          code: 'VENDOR_EXCLUDED',
          verdict: 'ineligible',
          message:
            'Acme Widgets LLC is excluded: debarment by GSA (FAR 9.406-2) from 2 March 2025 until 2 March 2028.',
          ...{ list: null, exclusion: AN_EXCLUSION, item: null, path: [], comment },
          ...{ rule: 'FAR 9.405(a)', citation: 'FAR 9.406-2', position: 17 },
          effective: period('2025-03-02', '2028-03-02'),
        },
      ],
      holdsUntil: day('2028-03-02'),
    });
  });

  it('is ineligible since the exclusion began, however it was amended since', () => {
    const effective = period('2025-03-02', '2026-05-01');
    const amended = { entry: 19, effective: period('2026-05-01', '2028-03-02') };
    const sinceOf = (first: Partial<ExclusionSegment>): string => {
      const timeline = [aBar({ effective, ...first }), aBar(amended)];
      const { reasons } = check([{ id: AN_EXCLUSION, timeline, waivers: [] }]);
      return reasons[0]?.message ?? '';
    };
    expect(sinceOf({})).toContain('debarment by GSA (FAR 9.406-2) from 2 March 2025 until 2');
    expect(sinceOf({ kind: 'proposed-debarment' })).toContain('from 1 May 2026');
    expect(sinceOf({ effective: period('2025-03-02', '2026-04-01') })).toContain('from 1 May');
  });

  it('is ineligible on a list too, beside the listing that it has', () => {
    const exclusions = [anExclusion()];
    const decision = decide(aQuestion(), theFacts([listed], undefined, { exclusions }));
    expect(decision.verdict).toBe('ineligible');
    expect(codesOf(decision)).toEqual(['VENDOR_EXCLUDED', 'LISTED']);
  });

  it('is ineligible by every exclusion, each with its reason', () => {
    const another = anExclusion({ exclusion: idOf('e2'), entry: 12, agency: 'NASA' });
    const { reasons } = check([anExclusion(), another]);
    expect(reasons.map(({ code, position }) => [code, position])).toEqual([
      ['VENDOR_EXCLUDED', 12],
      ['VENDOR_EXCLUDED', 17],
    ]);
  });

  it('is not barred by the exclusion of another', () => {
    expect(check([anExclusion({ vendor: BOREALIS })])).toMatchObject({
      verdict: 'eligible',
      reasons: [{ code: 'NOT_EXCLUDED', exclusion: null, path: [], comment: null, rule: null }],
    });
  });

  it.each<[ExclusionSegment['kind'], string]>([
    ['suspension', 'suspension by GSA'],
    ['proposed-debarment', 'proposed debarment by GSA'],
    ['debarment', 'debarment by GSA'],
    ['voluntary-exclusion', 'voluntary exclusion by GSA'],
  ])('is barred by a %s', (kind, message) => {
    const decision = check([anExclusion({ kind })]);
    expect(decision.verdict).toBe('ineligible');
    expect(decision.reasons[0]?.message).toContain(message);
  });

  it.each([
    ['statute', 'statutory prohibition by GSA'],
    ['directive', 'directive by GSA'],
    ['fascsa-order', 'FASCSA order by GSA'],
    ['agency-order', 'agency order by GSA'],
  ] as const)('is barred by a prohibition that rests on a %s', (basis, message) => {
    const decision = check([anExclusion({ kind: 'prohibition', basis })]);
    expect(decision.verdict).toBe('ineligible');
    expect(decision.reasons[0]?.message).toContain(message);
  });

  it('turns at the very millisecond in which an exclusion begins and ends', () => {
    const exclusion = anExclusion({ effective: period('2026-01-01', '2027-01-01') });
    const at = (instant: Date) => check([exclusion], {}, { at: instant }).verdict;
    expect(at(before(day('2026-01-01')))).toBe('eligible');
    expect(at(day('2026-01-01'))).toBe('ineligible');
    expect(at(before(day('2027-01-01')))).toBe('ineligible');
    expect(at(day('2027-01-01'))).toBe('eligible');
  });

  it('says what its exclusion says at that time', () => {
    const effects = ['option'] as const;
    const timeline = [
      aBar({ effective: period(null, '2026-06-01') }),
      aBar({ effective: period('2026-06-01', null), effects, entry: 18 }),
    ];
    const exclusion = { id: AN_EXCLUSION, timeline, waivers: [] };
    const at = (instant: Date) => check([exclusion], {}, { at: instant });
    expect(at(before(day('2026-06-01')))).toMatchObject({
      verdict: 'ineligible',
      reasons: [{ position: 17 }],
    });
    expect(at(day('2026-06-01'))).toMatchObject({
      verdict: 'eligible',
      reasons: [{ position: 18 }],
    });
  });

  it('tells that a suspension waits for a second person', () => {
    const suspension = { id: idOf('c1'), confirmed: false };
    const effective = period('2026-05-30', '2026-06-06');
    const exclusion = anExclusion({ kind: 'suspension', suspension, effective });
    expect(check([exclusion])).toMatchObject({
      verdict: 'ineligible',
      reasons: [
        { code: 'VENDOR_EXCLUDED' },
        {
          code: 'SUSPENSION_UNCONFIRMED',
          verdict: 'review',
          message:
            'The suspension waits for a second person to confirm it, else it lapses on 6 June 2026 at 00:00 UTC.',
        },
      ],
    });
    const confirmed = anExclusion({ suspension: { ...suspension, confirmed: true } });
    expect(codesOf(check([confirmed]))).toEqual(['VENDOR_EXCLUDED']);
  });
});

describe('the stage of a purchase', () => {
  it.each([
    [['award'], 'solicitation', 'ineligible'],
    [['award'], 'award', 'ineligible'],
    [['award'], 'option', 'eligible'],
    [['award'], 'modification', 'eligible'],
    [['award'], 'subcontract', 'eligible'],
    [['option'], 'award', 'eligible'],
    [['option'], 'option', 'ineligible'],
    [['subcontract'], 'subcontract', 'ineligible'],
    [['modification'], 'modification', 'ineligible'],
    [['use'], 'solicitation', 'ineligible'],
    [['use'], 'modification', 'ineligible'],
  ] as const)('%j at %s: %s', (effects, stage, verdict) => {
    expect(check([anExclusion({ effects })], { stage }).verdict).toBe(verdict);
  });

  it('says that what exists may go on, where an exclusion has no effect', () => {
    const [reason] = check([anExclusion({ effects: ['award'] })], { stage: 'option' }).reasons;
    expect(reason).toMatchObject({
      code: 'NOT_EXCLUDED',
      exclusion: AN_EXCLUSION,
      message:
        'The debarment by GSA (FAR 9.406-2) does not bar this purchase: it has no effect on a contract that exists, which may go on.',
    });
  });

  it.each([
    ['debarment', 'solicitation', 'FAR 9.405(a)'],
    ['debarment', 'award', 'FAR 9.405(a)'],
    ['suspension', 'option', 'FAR 9.405-1'],
    ['proposed-debarment', 'modification', 'FAR 9.405-1'],
    ['voluntary-exclusion', 'subcontract', 'FAR 9.405-2'],
    ['prohibition', 'award', 'FAR 9.406-2'],
    ['prohibition', 'subcontract', 'FAR 9.406-2'],
  ] as const)('a %s at %s has its effect by %s', (kind, stage, rule) => {
    const [reason] = check([anExclusion({ kind })], { stage }).reasons;
    expect(reason?.rule).toBe(rule);
  });
});

describe('whom an exclusion binds', () => {
  it.each([
    ['the agency that buys', { agencies: ['DHS'] }, {}, 'ineligible', 'VENDOR_EXCLUDED'],
    ['its department', { agencies: ['DHS'] }, { agency: 'USCG' }, 'ineligible', 'VENDOR_EXCLUDED'],
    ['another agency', { agencies: ['NASA'] }, {}, 'eligible', 'NOT_EXCLUDED'],
    ['another group', { groups: ['defense'] }, {}, 'eligible', 'NOT_EXCLUDED'],
    ['a vehicle, outside of all', { vehicles: ['a-list'] }, {}, 'eligible', 'NOT_EXCLUDED'],
    ['a system', { systems: ['sci'] }, { system: 'sci' }, 'ineligible', 'VENDOR_EXCLUDED'],
    ['perhaps', { groups: ['civilian'] }, { agency: 'XYZ' }, 'review', 'EXCLUSION_UNDECIDED'],
  ] as const)('%s', (_, binds, purchase, verdict, code) => {
    const decision = check([anExclusion({ binds: bindingOnly(binds) })], purchase);
    expect([decision.verdict, codesOf(decision)]).toEqual([verdict, [code]]);
  });

  it('says what is not known', () => {
    const exclusion = anExclusion({ binds: bindingOnly({ groups: ['civilian'] }) });
    expect(check([exclusion], { agency: 'XYZ' }).reasons[0]?.message).toBe(
      'The debarment by GSA (FAR 9.406-2) may bar this: whether it binds this agency, or this contract, is not known.',
    );
  });

  it.each([
    ['of that code', 'a-list', 'ineligible'],
    ['of another code', 'b-list', 'eligible'],
    ['that is not told', null, 'review'],
  ])('whoever buys from a list %s', (_, list, verdict) => {
    const exclusions = [anExclusion({ binds: bindingOnly({ vehicles: ['a-list'] }) })];
    const vendor = aVendor({
      listings: ['a-list', 'b-list'].map((code) => [aSegment({ list: code, listing: code })]),
    });
    const lists = ['a-list', 'b-list'].map((code) => aList({ code }));
    const facts = theFacts([vendor], lists, { exclusions });
    expect(decide(aQuestion({}, { list }), facts).verdict).toBe(verdict);
  });
});

describe('what an exclusion covers of a vendor', () => {
  const articles = [anArticle('Acme Widgets LLC')];

  it.each<[string, ExclusionSegment['scope'], Partial<Purchase>, string, string]>([
    ['the whole', aScope(), {}, 'ineligible', 'VENDOR_EXCLUDED'],
    [
      'the whole, whatever is bought',
      aScope(),
      { items: things('Bolt') },
      'ineligible',
      'VENDOR_EXCLUDED',
    ],
    [
      'a category',
      inPart({ categories: ['a'] }),
      { category: 'a' },
      'ineligible',
      'VENDOR_EXCLUDED',
    ],
    [
      'another category',
      inPart({ categories: ['a'] }),
      { category: 'b' },
      'eligible',
      'NOT_EXCLUDED',
    ],
    ['an untold category', inPart({ categories: ['a'] }), {}, 'review', 'EXCLUSION_UNDECIDED'],
    ['articles that are not told', inPart({ articles }), {}, 'review', 'POSSIBLE_COVERED_ARTICLE'],
    [
      'articles, or a category that it is',
      inPart({ articles, categories: ['a'] }),
      { category: 'a' },
      'ineligible',
      'VENDOR_EXCLUDED',
    ],
    [
      'articles that are not told, or a category that it is not',
      inPart({ articles, categories: ['a'] }),
      { category: 'b' },
      'review',
      'POSSIBLE_COVERED_ARTICLE',
    ],
    [
      'a use',
      aScope({ uses: ['security'] }),
      { uses: ['security'] },
      'ineligible',
      'VENDOR_EXCLUDED',
    ],
    [
      'one of several uses',
      aScope({ uses: ['security', 'video'] }),
      { uses: ['other', 'video'] },
      'ineligible',
      'VENDOR_EXCLUDED',
    ],
    [
      'another use',
      aScope({ uses: ['security'] }),
      { uses: ['other'] },
      'eligible',
      'NOT_EXCLUDED',
    ],
    [
      'an untold use',
      aScope({ uses: ['security'] }),
      { uses: [] },
      'review',
      'EXCLUSION_UNDECIDED',
    ],
    [
      'a category, however it is written',
      inPart({ categories: ['D316'] }),
      { category: ' d316' },
      'ineligible',
      'VENDOR_EXCLUDED',
    ],
    ['an untold use', aScope({ uses: ['security'] }), {}, 'review', 'EXCLUSION_UNDECIDED'],
    [
      'all but what is bought',
      aScope({ exempt: ['training', 'consulting'] }),
      { items: things('Training', 'Consulting hours') },
      'eligible',
      'NOT_EXCLUDED',
    ],
    [
      'some of what is bought',
      aScope({ exempt: ['training'] }),
      { items: things('Training', 'Bolt') },
      'ineligible',
      'VENDOR_EXCLUDED',
    ],
    [
      'all but what may be bought',
      aScope({ exempt: ['training'] }),
      {},
      'ineligible',
      'VENDOR_EXCLUDED',
    ],
    [
      'a category but for what is bought',
      inPart({ categories: ['a'], exempt: ['training'] }),
      { category: 'a', items: things('Training') },
      'eligible',
      'NOT_EXCLUDED',
    ],
  ])('%s', (_, scope, purchase, verdict, code) => {
    const decision = check([anExclusion({ scope })], purchase);
    expect([decision.verdict, codesOf(decision)]).toEqual([verdict, [code]]);
  });

  it('says that the entity is not itself excluded, with the comment', () => {
    const comment = 'The entity is not itself excluded.';
    const exclusion = aProhibition([anArticle('Acme Widgets LLC', 'Gadget')], {
      ...{ vendor: ACME, comment },
    });
    const items: PurchasedItem[] = [{ manufacturer: 'Borealis', product: 'Bolt', quantity: 1 }];
    expect(check([exclusion], { items }).reasons).toMatchObject([
      {
        code: 'NOT_EXCLUDED',
        verdict: 'eligible',
        comment,
        message: expect.stringContaining(
          'limited to certain products and services; the entity is not itself excluded',
        ),
      },
    ]);
  });
});

describe('a purchase from an affiliate of an excluded vendor', () => {
  const PARENT = idOf('31');
  const GRANDPARENT = idOf('32');
  const relatives = [
    aRelative(PARENT, 'Acme Holdings'),
    aRelative(GRANDPARENT, 'Acme Global'),
    aRelative(ACME, 'Acme Widgets LLC'),
  ];
  const owned = anAffiliation('subsidiary', PARENT, ACME, { entry: 41 });
  const ownedAbove = anAffiliation('subsidiary', GRANDPARENT, PARENT, { entry: 38 });
  const ofParent = (change: Partial<ExclusionSegment> = {}) =>
    anExclusion({ vendor: PARENT, affiliates: ['subsidiaries'], ...change });

  it('is ineligible, and says through whom', () => {
    expect(check([ofParent()], {}, { affiliations: [owned], relatives })).toMatchObject({
      verdict: 'ineligible',
      reasons: [
        {
          code: 'AFFILIATE_EXCLUDED',
          exclusion: AN_EXCLUSION,
          position: 17,
          message:
            'Excluded through its parent Acme Holdings (position 41): debarment by GSA (FAR 9.406-2).',
          path: [
            { vendor: PARENT, name: 'Acme Holdings', relation: null, position: null },
            { vendor: ACME, name: 'Acme Widgets LLC', relation: 'subsidiary', position: 41 },
          ],
        },
      ],
    });
  });

  it('tells a longer way from the near to the far', () => {
    const exclusion = ofParent({ vendor: GRANDPARENT });
    const affiliations = [owned, ownedAbove];
    const [reason] = check([exclusion], {}, { affiliations, relatives }).reasons;
    expect(reason?.message).toBe(
      'Excluded through its parent Acme Holdings (position 41), whose parent is Acme Global (position 38): debarment by GSA (FAR 9.406-2).',
    );
    expect(reason?.path.map(({ vendor }) => vendor)).toEqual([GRANDPARENT, PARENT, ACME]);
  });

  it.each([
    ['common-control', anAffiliation('subsidiary', ACME, PARENT), 'its subsidiary'],
    ['common-control', anAffiliation('affiliate', PARENT, ACME), 'its affiliate'],
    ['common-control', anAffiliation('affiliate', ACME, PARENT), 'its affiliate'],
    [
      'common-control',
      anAffiliation('common-control', ACME, PARENT),
      'its sister under common control',
    ],
    ['successors', anAffiliation('successor', PARENT, ACME), 'its predecessor'],
  ] as const)('by %s, through %j', (reach, affiliation, through) => {
    const exclusion = ofParent({ affiliates: [reach] });
    const [reason] = check([exclusion], {}, { affiliations: [affiliation], relatives }).reasons;
    expect(reason?.message).toContain(`Excluded through ${through} Acme Holdings (position 41):`);
  });

  it('calls a vendor by its id where it is not known otherwise', () => {
    const [reason] = check([ofParent()], {}, { affiliations: [owned] }).reasons;
    expect(reason?.message).toContain(`its parent ${PARENT} (position 41)`);
  });

  it('is not barred where the exclusion reaches nobody else, or not that way', () => {
    const facts = { affiliations: [owned], relatives };
    expect(codesOf(check([ofParent({ affiliates: ['named-only'] })], {}, facts))).toEqual([
      'NOT_EXCLUDED',
    ]);
    expect(check([ofParent({ affiliates: ['successors'] })], {}, facts).verdict).toBe('eligible');
    expect(check([ofParent()], {}, { relatives }).verdict).toBe('eligible');
  });

  it('turns at the very millisecond in which the affiliation begins and ends', () => {
    const dated = { ...owned, effective: period('2026-01-01', '2026-07-01') };
    const at = (instant: Date) =>
      check([ofParent()], {}, { affiliations: [dated], relatives, at: instant }).verdict;
    expect(at(before(day('2026-01-01')))).toBe('eligible');
    expect(at(day('2026-01-01'))).toBe('ineligible');
    expect(at(before(day('2026-07-01')))).toBe('ineligible');
    expect(at(day('2026-07-01'))).toBe('eligible');
  });

  it('says how it comes to an affiliate that it leaves free', () => {
    const exclusion = ofParent({ scope: inPart({ categories: ['a'] }) });
    const decision = check([exclusion], { category: 'b' }, { affiliations: [owned], relatives });
    expect(decision).toMatchObject({
      verdict: 'eligible',
      reasons: [{ code: 'NOT_EXCLUDED', path: [{ vendor: PARENT }, { vendor: ACME }] }],
    });
  });
});

describe('a purchase from someone who may be excluded', () => {
  const reference = {
    identifiers: [
      { scheme: 'uei', value: 'ACMEWDGETS09' },
      { scheme: 'duns', value: '000000002' },
    ],
  } as const;
  const ask = (
    exclusions: readonly KnownExclusion[],
    purchase: Partial<Purchase> = {},
    more: Partial<Facts> = {},
  ): Decision =>
    decide(
      aQuestion(reference, { channel: 'open-market', list: null, ...purchase }),
      theFacts([listed, borealis()], [], { exclusions, ...more }),
    );

  it('tells which of the candidates is excluded', () => {
    expect(ask([anExclusion({ vendor: BOREALIS })])).toMatchObject({
      verdict: 'review',
      vendor: null,
      reasons: [
        { code: 'IDENTITY_CONFLICT' },
        {
          code: 'POSSIBLE_EXCLUDED_MATCH',
          verdict: 'review',
          exclusion: AN_EXCLUSION,
          message:
            'Borealis Fasteners, who may be meant, is excluded: debarment by GSA (FAR 9.406-2).',
        },
      ],
    });
  });

  it('tells it of a candidate that an exclusion reaches, and of one that it may bar', () => {
    const reaching = anExclusion({ vendor: idOf('31'), affiliates: ['subsidiaries'] });
    const affiliations = [anAffiliation('subsidiary', idOf('31'), ACME)];
    expect(ask([reaching], {}, { affiliations }).reasons[1]).toMatchObject({
      code: 'POSSIBLE_EXCLUDED_MATCH',
      path: [{ vendor: idOf('31') }, { vendor: ACME }],
    });
    const inSome = anExclusion({ scope: inPart({ categories: ['a'] }) });
    expect(codesOf(ask([inSome]))).toContain('POSSIBLE_EXCLUDED_MATCH');
  });

  it('says nothing of an exclusion that does not bar the purchase', () => {
    const elsewhere = anExclusion({ binds: bindingOnly({ agencies: ['NASA'] }) });
    expect(codesOf(ask([elsewhere]))).toEqual(['IDENTITY_CONFLICT']);
    const later = anExclusion({ effective: period('2027-01-01', null) });
    expect(codesOf(ask([later]))).toEqual(['IDENTITY_CONFLICT']);
  });

  it('tells it on a list too, by a name that is not sure', () => {
    const namesakes = [listed, borealis({ names: [aName('Acme')] })];
    const facts = theFacts(namesakes, undefined, { exclusions: [anExclusion()] });
    const decision = decide(aQuestion({ identifiers: [], name: 'acme' }), facts);
    expect([decision.verdict, codesOf(decision)]).toEqual([
      'review',
      ['NAME_ONLY_MATCH', 'POSSIBLE_EXCLUDED_MATCH'],
    ]);
  });
});
