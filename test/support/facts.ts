import type { Facts, KnownList, KnownVendor } from '../../src/register/domain/facts';
import type { Purchase, Question, VendorReference } from '../../src/checks/domain/question';
import { ALWAYS, type Period } from '../../src/clock/domain/period';
import { DEFAULT_POLICY } from '../../src/lists/domain/policy';
import type { ListingSegment } from '../../src/lists/domain/timeline';
import type { Name, VendorIdentifier } from '../../src/vendors/domain/vendor';

export const ACME = '01980000-0000-7000-8000-00000000000a';
export const BOREALIS = '01980000-0000-7000-8000-00000000000b';
export const CITATION = 'GSA Order of 11 July 2017';

export const day = (text: string): Date => new Date(`${text}T00:00:00.000Z`);

/** The millisecond before an instant. */
export const before = (instant: Date): Date => new Date(instant.getTime() - 1);

export const period = (from: string | null, to: string | null): Period => ({
  from: from === null ? null : day(from),
  to: to === null ? null : day(to),
});

/** Acme Widgets LLC with a UEI and two CAGE codes, on no list; say only what the test is about. */
export const aVendor = (change: Partial<KnownVendor> = {}): KnownVendor => ({
  id: ACME,
  name: 'Acme Widgets LLC',
  country: 'US',
  identifiers: [
    anIdentifier('uei', 'ACMEWDGETS09'),
    anIdentifier('cage', '1ACM1'),
    anIdentifier('cage', '1ACM2'),
  ],
  names: [aName('Acme Widgets LLC'), aName('Acme', 'dba')],
  revision: 1,
  listings: [],
  ...change,
});

export const borealis = (change: Partial<KnownVendor> = {}): KnownVendor =>
  aVendor({
    id: BOREALIS,
    name: 'Borealis Fasteners',
    identifiers: [anIdentifier('uei', 'BREALSFSTN04'), anIdentifier('duns', '000000002')],
    names: [aName('Borealis Fasteners')],
    ...change,
  });

export const anIdentifier = (
  scheme: string,
  value: string,
  effective: Period = ALWAYS,
): VendorIdentifier => ({ scheme, value, effective });

export const aName = (name: string, kind: Name['kind'] = 'legal', effective: Period = ALWAYS) => ({
  ...{ kind, name, script: 'Latn', effective },
});

/** A segment of Acme's listing on the list `a-list`, in effect always. */
export const aSegment = (change: Partial<ListingSegment> = {}): ListingSegment => ({
  listing: '01980000-0000-7000-8000-0000000000f1',
  vendor: ACME,
  list: 'a-list',
  status: 'listed',
  contractNumber: null,
  categories: [],
  term: ALWAYS,
  effective: ALWAYS,
  entry: 7,
  authority: { citation: CITATION, office: 'GSA' },
  suspension: null,
  ...change,
});

/** The list `a-list` with the categories a, b and c. */
export const aList = (change: Partial<KnownList> = {}): KnownList => ({
  code: 'a-list',
  name: 'A List',
  categories: ['a', 'b', 'c'].map((code) => ({ code, title: `Category ${code}` })),
  policy: DEFAULT_POLICY,
  ...change,
});

/** Acme, asked for by its UEI, on `a-list`, on 1 June 2026. */
export const aQuestion = (
  vendor: Partial<VendorReference> = {},
  purchase: Partial<Purchase> = {},
  at = day('2026-06-01'),
): Question => ({
  vendor: {
    identifiers: [{ scheme: 'uei', value: 'ACMEWDGETS09' }],
    name: null,
    country: null,
    ...vendor,
  },
  purchase: {
    ...{ channel: 'list', list: 'a-list', category: null, agency: 'DHS', stage: 'award' },
    ...{ uses: null, system: 'general' },
    ...{ reference: null, amount: null, items: [] },
    ...purchase,
  },
  at,
});

export const theFacts = (
  vendors: readonly KnownVendor[],
  lists = [aList()],
  more: Partial<Facts> = {},
): Facts => ({
  ...{ vendors, lists, alike: [], decisions: [], exclusions: [], affiliations: [], relatives: [] },
  ...more,
});
