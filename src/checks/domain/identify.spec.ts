import {
  ACME,
  aName,
  anIdentifier,
  aVendor,
  before,
  BOREALIS,
  borealis,
  day,
  period,
  theFacts,
} from '../../../test/support/facts';
import type { KnownVendor } from '../../register/domain/facts';
import { cluesTo, identify } from './identify';
import type { AskedIdentifier, VendorReference } from './question';

const AT = day('2026-06-01');

const by = (given: Record<string, string>): VendorReference => ({
  identifiers: Object.entries(given)
    .filter(([clue]) => clue !== 'name' && clue !== 'country')
    .map(([scheme, value]) => ({ scheme, value }) as AskedIdentifier),
  name: given['name'] ?? null,
  country: given['country'] ?? null,
});

const ask = (given: Record<string, string>, vendors: readonly KnownVendor[], at = AT) => {
  const identity = identify(by(given), theFacts(vendors), { at, candidate: 0.8 });
  return identity.vendor
    ? { vendor: identity.vendor.id, matchedBy: identity.matchedBy }
    : {
        codes: identity.doubts.map(({ code }) => code),
        candidates: identity.candidates.map(({ id }) => id),
      };
};

describe('whom a question means', () => {
  const both = [aVendor(), borealis()];

  it.each([
    [{ uei: 'ACMEWDGETS09' }, ACME, 'uei'],
    [{ cage: '1ACM2' }, ACME, 'cage'],
    [{ id: ACME }, ACME, 'id'],
    [{ duns: '000000002', uei: 'BREALSFSTN04' }, BOREALIS, 'uei'],
    [{ uei: 'ACMEWDGETS09', id: ACME }, ACME, 'id'],
    [{ uei: 'ACMEWDGETS09', name: 'acme' }, ACME, 'uei'],
    [{ uei: 'ACMEWDGETS09', country: 'US' }, ACME, 'uei'],
    [{ name: 'acme widgets llc' }, ACME, 'name'],
    [{ name: 'acme', country: 'US' }, ACME, 'name'],
    // Acme has no DUNS that is known, so this one says nothing against it.
    [{ uei: 'ACMEWDGETS09', duns: '000000009' }, ACME, 'uei'],
  ])('is sure of %j', (given, vendor, matchedBy) => {
    expect(ask(given, both)).toEqual({ vendor, matchedBy });
  });

  it('is in doubt over an identifier that another vendor had, though this one has none of its scheme', () => {
    const other = borealis({
      identifiers: [anIdentifier('duns', '000000002', period('2020-01-01', '2024-01-01'))],
    });
    const given = { uei: 'ACMEWDGETS09', duns: '000000002' };
    expect(ask(given, [aVendor(), other])).toEqual({
      ...{ codes: ['IDENTITY_CONFLICT'], candidates: [ACME] },
    });
  });

  it.each([
    ['two identifiers of different vendors', { uei: 'ACMEWDGETS09', duns: '000000002' }],
    ['an id and an identifier of another', { id: BOREALIS, cage: '1ACM1' }],
  ])('is in doubt over %s', (_, given) => {
    expect(ask(given, both)).toEqual({
      codes: ['IDENTITY_CONFLICT'],
      candidates: [ACME, BOREALIS],
    });
  });

  it.each([
    ['an identifier that is none of the vendor’s', { uei: 'ACMEWDGETS09', cage: '9XXX9' }],
    ['an id that nobody has', { uei: 'ACMEWDGETS09', id: '01980000-0000-7000-8000-0000000000ff' }],
    ['a name that is none of the vendor’s', { uei: 'ACMEWDGETS09', name: 'acme widget' }],
    ['a country that is not the vendor’s', { uei: 'ACMEWDGETS09', country: 'RU' }],
    ['a name beside an identifier that is none of its vendor’s', { cage: '9XXX9', name: 'acme' }],
  ])('is in doubt over %s', (_, given) => {
    expect(ask(given, both)).toEqual({ codes: ['IDENTITY_CONFLICT'], candidates: [ACME] });
  });

  it('tells every doubt, and every vendor that may be meant', () => {
    const given = {
      uei: 'ACMEWDGETS09',
      cage: '9XXX9',
      name: 'borealis fasteners',
      country: 'RU',
    };
    expect(ask(given, both)).toEqual({
      codes: ['IDENTITY_CONFLICT', 'IDENTITY_CONFLICT', 'IDENTITY_CONFLICT'],
      candidates: [ACME, BOREALIS],
    });
  });

  it('takes a name that the vendor bore in any period for its own, beside an identifier', () => {
    const renamed = aVendor({
      names: [
        aName('Acme Widgets LLC', 'legal', period('2025-01-01', null)),
        aName('Old Acme', 'dba', period('2010-01-01', '2011-01-01')),
      ],
    });
    expect(ask({ uei: 'ACMEWDGETS09', name: 'old acme' }, [renamed])).toMatchObject({
      vendor: ACME,
    });
  });

  it.each([
    ['several vendors', { name: 'acme' }, [aVendor(), borealis({ names: [aName('Acme')] })]],
    ['a vendor of another country', { name: 'acme', country: 'RU' }, both],
    ['a vendor whose identifier it is not', { name: 'acme', duns: '000000009' }, both],
    [
      'a vendor that no longer bears it',
      { name: 'acme' },
      [aVendor({ names: [aName('Acme', 'dba', period(null, '2026-06-01'))] })],
    ],
    [
      'a vendor that does not bear it yet',
      { name: 'acme' },
      [aVendor({ names: [aName('Acme', 'dba', period('2026-06-02', null))] })],
    ],
  ])('is not sure of a name that leads to %s', (_, given, vendors) => {
    const found = ask(given, vendors);
    expect(found.codes).toEqual(['NAME_ONLY_MATCH']);
    expect(found.candidates).toContain(ACME);
  });

  it('does not take the country for a choice among vendors of one name', () => {
    const namesakes = [aVendor(), borealis({ names: [aName('Acme')], country: 'RU' })];
    expect(ask({ name: 'acme', country: 'US' }, namesakes)).toMatchObject({
      codes: ['NAME_ONLY_MATCH'],
    });
  });

  it.each([[{ uei: 'XXXXXXXXXXX1' }], [{ name: 'nobody' }], [{ id: BOREALIS, name: 'nobody' }]])(
    'finds nobody by %j',
    (given) => {
      expect(ask(given, [aVendor()])).toEqual({ codes: ['VENDOR_NOT_FOUND'], candidates: [] });
    },
  );

  it('asks whose an identifier was at that very instant', () => {
    const handover = day('2026-06-01');
    const uei = (effective: ReturnType<typeof period>) => [
      anIdentifier('uei', 'ACMEWDGETS09', effective),
    ];
    const vendors = [
      aVendor({ identifiers: uei(period(null, '2026-06-01')) }),
      borealis({ identifiers: uei(period('2026-06-01', null)) }),
    ];
    const given = { uei: 'ACMEWDGETS09' };
    expect(ask(given, vendors, before(handover))).toMatchObject({ vendor: ACME });
    expect(ask(given, vendors, handover)).toMatchObject({ vendor: BOREALIS });
  });

  it('says which members lead to a candidate', () => {
    const reference = by({ uei: 'ACMEWDGETS09', cage: '1ACM1', name: 'acme', duns: '000000002' });
    expect(cluesTo(aVendor(), reference, AT)).toEqual(['uei', 'cage', 'name']);
    expect(cluesTo(borealis(), reference, AT)).toEqual(['duns']);
  });
});
