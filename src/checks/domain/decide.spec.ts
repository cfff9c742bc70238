import { ALGORITHM } from '../../screening/domain/algorithm';
import { DEFAULT_THRESHOLDS } from '../../screening/domain/thresholds';
import {
  ACME,
  aList,
  aName,
  anIdentifier,
  aQuestion,
  aSegment,
  aVendor,
  before,
  BOREALIS,
  borealis,
  CITATION,
  day,
  period,
  theFacts,
} from '../../../test/support/facts';
import type { ListingSegment, Timeline } from '../../lists/domain/timeline';
import { MAX_CANDIDATES } from '../../register/domain/facts';
import { decide, type Decision } from './decide';
import type { Purchase } from './question';

const listed = (change: Partial<ListingSegment> = {}): Timeline => [
  aSegment({ effective: period('2020-01-01', '2030-01-01'), ...change }),
];

const REMOVED: Timeline = [
  aSegment({ effective: period('2010-01-01', '2017-07-11'), entry: 3 }),
  aSegment({ status: 'removed', effective: period('2017-07-11', null), entry: 17 }),
];

const suspended = (confirmed: boolean): Timeline => [
  aSegment({
    status: 'suspended',
    effective: period('2026-05-31', '2026-06-02'),
    suspension: { id: 'a-suspension', confirmed },
  }),
];

const codesOf = ({ reasons }: Decision): string[] => reasons.map(({ code }) => code);

describe('a purchase from a list', () => {
  const check = (listings: Timeline[], purchase: Partial<Purchase> = {}, at?: Date): Decision =>
    decide(aQuestion({}, purchase, at), theFacts([aVendor({ listings })]));

  it('is eligible while the vendor is listed, and says on what it rests', () => {
    expect(check([listed({ contractNumber: 'GS-35F-0001A' })])).toEqual({
      verdict: 'eligible',
      vendor: { id: ACME, name: 'Acme Widgets LLC', matchedBy: 'uei' },
      candidates: [],
      screening: { version: ALGORITHM.version, ...DEFAULT_THRESHOLDS },
      reasons: [
        {
          code: 'LISTED',
          verdict: 'eligible',
          message:
            'Listed on A List under contract GS-35F-0001A from 1 January 2020 until 1 January 2030.',
          list: 'a-list',
          citation: CITATION,
          effective: period('2020-01-01', '2030-01-01'),
          position: 7,
          ...{ exclusion: null, item: null, path: [], comment: null, rule: null },
        },
      ],
      holdsUntil: day('2030-01-01'),
    });
  });

  it.each([
    ['LISTING_REMOVED', REMOVED, 'Removed from A List on 11 July 2017.'],
    [
      'LISTING_EXPIRED',
      listed({ effective: period('2020-01-01', '2026-06-01') }),
      'The listing on A List expired on 1 June 2026.',
    ],
    [
      'LISTING_NOT_YET_EFFECTIVE',
      listed({ effective: period('2027-01-01', null) }),
      'The listing on A List takes effect on 1 January 2027.',
    ],
    [
      'LISTING_SUSPENDED',
      suspended(true),
      'Suspended from A List on 31 May 2026 until 2 June 2026.',
    ],
  ])('is ineligible for %s alone', (code, timeline, message) => {
    const { verdict, reasons } = check([timeline]);
    expect(verdict).toBe('ineligible');
    expect(reasons).toEqual([
      expect.objectContaining({ code, message, verdict: 'ineligible', citation: CITATION }),
    ]);
  });

  it('says so while a suspension waits for its confirmation', () => {
    const decision = check([suspended(false)]);
    expect(decision.verdict).toBe('ineligible');
    expect(decision.reasons).toMatchObject([
      { code: 'LISTING_SUSPENDED', verdict: 'ineligible' },
      {
        code: 'SUSPENSION_UNCONFIRMED',
        verdict: 'review',
        message:
          'The suspension from A List waits for a second person to confirm it, else it lapses on 2 June 2026 at 00:00 UTC.',
      },
    ]);
  });

  it('turns at the very millisecond of a removal', () => {
    const removal = day('2017-07-11');
    expect(codesOf(check([REMOVED], {}, before(removal)))).toEqual(['LISTED']);
    expect(codesOf(check([REMOVED], {}, removal))).toEqual(['LISTING_REMOVED']);
  });

  it('turns at the very millisecond in which a listing begins and ends', () => {
    const timeline = listed({ effective: period('2026-01-01', '2027-01-01') });
    const at = (instant: Date) => codesOf(check([timeline], {}, instant));
    expect(at(before(day('2026-01-01')))).toEqual(['LISTING_NOT_YET_EFFECTIVE']);
    expect(at(day('2026-01-01'))).toEqual(['LISTED']);
    expect(at(before(day('2027-01-01')))).toEqual(['LISTED']);
    expect(at(day('2027-01-01'))).toEqual(['LISTING_EXPIRED']);
  });

  it('is ineligible where the vendor was never listed', () => {
    expect(check([])).toMatchObject({
      verdict: 'ineligible',
      reasons: [
        {
          code: 'NOT_LISTED',
          list: 'a-list',
          message: 'Acme Widgets LLC is not listed on A List.',
          citation: null,
          position: null,
        },
      ],
    });
  });

  it('does not count a listing on another list', () => {
    expect(codesOf(check([listed({ list: 'b-list' })]))).toEqual(['NOT_LISTED']);
  });

  it('holds nobody on a list that is not known', () => {
    const facts = theFacts([aVendor({ listings: [listed()] })], []);
    expect(codesOf(decide(aQuestion(), facts))).toEqual(['NOT_LISTED']);
    expect(codesOf(decide(aQuestion({}, { list: null }), facts))).toEqual(['NOT_LISTED']);
  });

  it('is eligible by one listing in effect, whatever befell another', () => {
    const other = listed({ listing: 'another', entry: 9 });
    expect(codesOf(check([REMOVED, other]))).toEqual(['LISTED']);
    expect(codesOf(check([suspended(false), other]))).toEqual(['LISTED']);
  });

  it('gives every reason, gravest first, then by entry', () => {
    const expired = listed({ listing: 'x', effective: period('2019-01-01', '2020-01-01') });
    const removedLater: Timeline = [aSegment({ listing: 'y', status: 'removed', entry: 18 })];
    const { reasons } = check([expired, removedLater, suspended(false), REMOVED]);
    expect(reasons.map(({ code, position }) => [code, position])).toEqual([
      ['LISTING_REMOVED', 17],
      ['LISTING_REMOVED', 18],
      ['LISTING_SUSPENDED', 7],
      ['LISTING_EXPIRED', 7],
      ['SUSPENSION_UNCONFIRMED', 7],
    ]);
  });

  describe('in a category', () => {
    it.each([
      ['that the listing names', 'a', ['LISTED']],
      ['that the listing does not name', 'b', ['CATEGORY_NOT_COVERED']],
      ['that the list does not have', 'z', ['CATEGORY_NOT_COVERED']],
    ])('%s', (_, category, codes) => {
      expect(codesOf(check([listed({ categories: ['a'] })], { category }))).toEqual(codes);
    });

    it.each([
      ['covers every category of the list', 'b', 'LISTED'],
      ['covers no other', 'z', 'CATEGORY_NOT_COVERED'],
    ])('a listing that names none %s', (_, category, code) => {
      expect(codesOf(check([listed()], { category }))).toEqual([code]);
    });

    it('gives the reasons of the listings that would cover it', () => {
      const removed: Timeline = [aSegment({ status: 'removed', categories: ['b'] })];
      const listings = [listed({ listing: 'other', categories: ['a'] }), removed];
      expect(codesOf(check(listings, { category: 'b' }))).toEqual(['LISTING_REMOVED']);
      expect(codesOf(check(listings, { category: 'c' }))).toEqual(['CATEGORY_NOT_COVERED']);
    });

    it('says what became of listings where none is in effect and none would cover it', () => {
      const removed: Timeline = [aSegment({ status: 'removed', categories: ['b'] })];
      expect(codesOf(check([removed], { category: 'c' }))).toEqual(['LISTING_REMOVED']);
    });

    it('names the category that is not covered', () => {
      const [reason] = check([listed({ categories: ['a'] })], { category: 'b' }).reasons;
      expect(reason).toMatchObject({
        message: 'The listing on A List does not cover category b.',
        citation: CITATION,
        position: 7,
      });
    });
  });
});

describe('a purchase from any list', () => {
  const lists = [aList({ code: 'b-list', name: 'B List' }), aList()];
  const check = (listings: Timeline[], category: string | null = null): Decision =>
    decide(aQuestion({}, { list: null, category }), theFacts([aVendor({ listings })], lists));

  it('is eligible by each list that the vendor stands on', () => {
    const { verdict, reasons } = check([listed({ list: 'b-list', entry: 3 }), listed(), REMOVED]);
    expect(verdict).toBe('eligible');
    expect(reasons.map(({ code, list }) => [code, list])).toEqual([
      ['LISTED', 'a-list'],
      ['LISTED', 'b-list'],
    ]);
  });

  it('is ineligible where the vendor stands on none, and says why on each', () => {
    const expired = listed({ list: 'b-list', effective: period(null, '2026-01-01') });
    const { verdict, reasons } = check([expired, REMOVED]);
    expect(verdict).toBe('ineligible');
    expect(reasons.map(({ code, list }) => [code, list])).toEqual([
      ['LISTING_REMOVED', 'a-list'],
      ['LISTING_EXPIRED', 'b-list'],
      ['NOT_LISTED', null],
    ]);
  });

  it('is ineligible where there are no listings', () => {
    expect(check([])).toMatchObject({
      verdict: 'ineligible',
      reasons: [
        {
          code: 'NOT_LISTED',
          message: 'No listing of Acme Widgets LLC on any approved list is in effect.',
        },
      ],
    });
  });

  it('asks for the category on each list by itself', () => {
    const listings = [listed({ categories: ['a'] }), listed({ list: 'b-list', categories: ['b'] })];
    expect(check(listings, 'b').reasons).toMatchObject([{ code: 'LISTED', list: 'b-list' }]);
    expect(codesOf(check(listings, 'c'))).toEqual([
      'CATEGORY_NOT_COVERED',
      'CATEGORY_NOT_COVERED',
      'NOT_LISTED',
    ]);
  });
});

describe('a purchase on the open market', () => {
  const check = (vendor: Parameters<typeof aQuestion>[0] = {}): Decision =>
    decide(
      aQuestion(vendor, { channel: 'open-market', list: null }),
      theFacts([aVendor({ listings: [REMOVED] })]),
    );

  it('needs no listing, and is not barred by a removal from a list', () => {
    expect(check()).toMatchObject({
      verdict: 'eligible',
      vendor: { id: ACME },
      reasons: [{ code: 'NOT_EXCLUDED', verdict: 'eligible', list: null }],
      holdsUntil: null,
    });
  });

  it('is for a person to look at where nobody knows the vendor', () => {
    const unknown = check({ identifiers: [{ scheme: 'duns', value: '999999999' }] });
    expect(unknown).toMatchObject({
      verdict: 'review',
      vendor: null,
      reasons: [{ code: 'VENDOR_NOT_FOUND', verdict: 'review' }],
    });
  });
});

describe('a purchase from a vendor that is not sure', () => {
  it('is ineligible on a list where nobody knows the vendor', () => {
    const nobody = { identifiers: [{ scheme: 'duns', value: '999999999' }] } as const;
    for (const list of ['a-list', null]) {
      expect(decide(aQuestion(nobody, { list }), theFacts([aVendor()]))).toMatchObject({
        verdict: 'ineligible',
        vendor: null,
        candidates: [],
        reasons: [{ code: 'VENDOR_NOT_FOUND', verdict: 'ineligible' }],
      });
    }
  });

  it.each([
    ['list', 'a-list'],
    ['list', null],
    ['open-market', null],
  ] as const)('is for a person to look at (%s, %s), with whoever may be meant', (channel, list) => {
    const vendors = [borealis(), aVendor({ listings: [listed()] })];
    const reference = {
      identifiers: [
        { scheme: 'uei', value: 'ACMEWDGETS09' },
        { scheme: 'duns', value: '000000002' },
      ],
    } as const;
    expect(decide(aQuestion(reference, { channel, list }), theFacts(vendors))).toMatchObject({
      verdict: 'review',
      vendor: null,
      candidates: [
        { id: ACME, name: 'Acme Widgets LLC', country: 'US', matchedBy: ['uei'] },
        { id: BOREALIS, name: 'Borealis Fasteners', country: 'US', matchedBy: ['duns'] },
      ],
      reasons: [
        {
          code: 'IDENTITY_CONFLICT',
          message: 'The uei and duns given lead to different vendors.',
        },
      ],
    });
  });

  it(`names at most ${MAX_CANDIDATES} candidates`, () => {
    const namesakes = Array.from({ length: MAX_CANDIDATES + 1 }, (_, index) =>
      aVendor({ id: `01980000-0000-7000-8000-0000000000${index + 10}` }),
    );
    const { candidates } = decide(
      aQuestion({ identifiers: [], name: 'acme' }),
      theFacts(namesakes),
    );
    expect(candidates).toHaveLength(MAX_CANDIDATES);
  });
});

describe('how long a decision holds', () => {
  const holdsUntil = (vendor: Parameters<typeof aVendor>[0], purchase: Partial<Purchase> = {}) =>
    decide(aQuestion({ name: 'acme' }, purchase), theFacts([aVendor(vendor)])).holdsUntil;

  it('ends with the listing, and not with one on another list', () => {
    const other = listed({ list: 'b-list', effective: period('2020-01-01', '2026-07-01') });
    expect(holdsUntil({ listings: [listed(), other] })).toEqual(day('2030-01-01'));
    expect(holdsUntil({ listings: [listed(), other] }, { list: null })).toEqual(day('2026-07-01'));
  });

  it('ends where an identifier or a name that was given ends', () => {
    const identifiers = [
      anIdentifier('uei', 'ACMEWDGETS09', period(null, '2026-08-01')),
      anIdentifier('cage', '1ACM1', period(null, '2026-07-01')),
    ];
    expect(holdsUntil({ identifiers })).toEqual(day('2026-08-01'));
    const names = [aName('Acme', 'dba', period(null, '2026-06-15'))];
    expect(holdsUntil({ identifiers, names })).toEqual(day('2026-06-15'));
  });

  it('begins anew with a boundary that lies at the instant asked about', () => {
    const timeline = listed({ effective: period('2026-06-01', '2026-06-02') });
    expect(holdsUntil({ listings: [timeline] })).toEqual(day('2026-06-02'));
  });
});
