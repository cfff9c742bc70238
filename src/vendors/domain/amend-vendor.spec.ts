import { ALWAYS } from '../../clock/domain/period';
import { amendVendor, identifiersAdded, saysTheSame } from './amend-vendor';
import type { Name, NameKind, Vendor } from './vendor';

const NOW = new Date('2026-06-01T12:00:00.000Z');
const EARLIER = new Date('2026-05-01T00:00:00.000Z');
const UNTIL_NOW = { from: null, to: NOW };
const FROM_NOW = { from: NOW, to: null };

const aName = (kind: NameKind, name: string): Name => ({ kind, name, script: 'Latn' });
const LEGAL = aName('legal', 'Acme LLC');
const DBA = aName('dba', 'Acme');
const CAGE = { scheme: 'cage', value: '1C2H1' };
const DUNS = { scheme: 'duns', value: '008050242' };

const aVendor = (change: Partial<Vendor> = {}): Vendor => ({
  id: '01980000-0000-7000-8000-000000000000',
  name: 'Acme LLC',
  country: 'US',
  identifiers: [{ ...CAGE, effective: ALWAYS }],
  names: [
    { ...LEGAL, effective: ALWAYS },
    { ...DBA, effective: ALWAYS },
  ],
  revision: 3,
  ...change,
});

describe('amendVendor', () => {
  it('leaves alone what is not given', () => {
    const vendor = aVendor();
    expect(saysTheSame(vendor, amendVendor(vendor, {}, NOW))).toBe(true);
  });

  it('leaves alone what is given as it is', () => {
    const vendor = aVendor();
    const terms = { country: 'US', identifiers: [CAGE], names: [LEGAL, DBA] } as const;
    expect(saysTheSame(vendor, amendVendor(vendor, terms, NOW))).toBe(true);
  });

  it('takes the country away when it is given as null', () => {
    expect(amendVendor(aVendor(), { country: null }, NOW).country).toBeNull();
  });

  it('ends what is taken away, and lets what is added begin, now', () => {
    const before = aVendor();
    const after = amendVendor(before, { identifiers: [DUNS] }, NOW);
    expect(after.identifiers).toEqual([
      { ...CAGE, effective: UNTIL_NOW },
      { ...DUNS, effective: FROM_NOW },
    ]);
    expect(identifiersAdded(before, after)).toEqual([{ ...DUNS, effective: FROM_NOW }]);
  });

  it('gives an identifier back without a claim to the time between', () => {
    const ended = { ...CAGE, effective: { from: null, to: EARLIER } };
    const vendor = aVendor({ identifiers: [ended] });
    expect(amendVendor(vendor, { identifiers: [CAGE] }, NOW).identifiers).toEqual([
      ended,
      { ...CAGE, effective: FROM_NOW },
    ]);
  });

  it('drops what would have held at no instant', () => {
    const vendor = aVendor({ identifiers: [{ ...CAGE, effective: FROM_NOW }] });
    expect(amendVendor(vendor, { identifiers: [] }, NOW).identifiers).toEqual([]);
  });

  it('keeps a replaced legal name as a former one', () => {
    const legal = aName('legal', 'Widget LLC');
    const after = amendVendor(aVendor(), { names: [legal, DBA] }, NOW);
    expect(after.name).toBe('Widget LLC');
    expect(after.names).toEqual([
      { ...LEGAL, effective: UNTIL_NOW },
      { ...DBA, effective: ALWAYS },
      { ...legal, effective: FROM_NOW },
      { ...LEGAL, kind: 'former', effective: FROM_NOW },
    ]);
  });

  it('ends a former name that is the legal one again', () => {
    const widget = aName('legal', 'Widget LLC');
    const former = aName('former', 'Acme LLC');
    const vendor = aVendor({
      name: 'Widget LLC',
      names: [
        { ...LEGAL, effective: { from: null, to: EARLIER } },
        { ...former, effective: { from: EARLIER, to: null } },
        { ...widget, effective: { from: EARLIER, to: null } },
      ],
    });
    expect(amendVendor(vendor, { names: [LEGAL, former] }, NOW).names).toEqual([
      { ...LEGAL, effective: { from: null, to: EARLIER } },
      { ...former, effective: { from: EARLIER, to: NOW } },
      { ...widget, effective: { from: EARLIER, to: NOW } },
      { ...LEGAL, effective: FROM_NOW },
      { ...widget, kind: 'former', effective: FROM_NOW },
    ]);
  });
});
