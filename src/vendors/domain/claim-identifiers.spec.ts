import { ALWAYS } from '../../clock/domain/period';
import { freePeriod, requireFree } from './claim-identifiers';

const CAGE = { scheme: 'cage', value: '1C2H1' };
const MAY = new Date('2026-05-01T00:00:00.000Z');
const JUNE = new Date('2026-06-01T00:00:00.000Z');
const aClaim = { ...CAGE, vendor: 'b', effective: ALWAYS, pointer: '/identifiers/0/value' };

describe('freePeriod', () => {
  it('is always where no one ever held the identifier', () => {
    const other = { ...CAGE, value: '1C2H2', vendor: 'a', effective: { from: null, to: MAY } };
    expect(freePeriod(CAGE, [other])).toEqual(ALWAYS);
  });

  it('begins where the last holder ended', () => {
    const holdings = [
      { ...CAGE, vendor: 'a', effective: { from: MAY, to: JUNE } },
      { ...CAGE, vendor: 'c', effective: { from: null, to: MAY } },
    ];
    expect(freePeriod(CAGE, holdings)).toEqual({ from: JUNE, to: null });
  });
});

describe('requireFree', () => {
  it('names each identifier that another vendor holds, and that vendor', () => {
    const holding = { ...CAGE, vendor: 'a', effective: ALWAYS };
    expect(() => requireFree([aClaim], [holding])).toThrow(
      expect.objectContaining({
        code: 'identifier-taken',
        errors: [{ pointer: '/identifiers/0/value', message: 'belongs to vendor a' }],
        members: { holders: [{ ...CAGE, vendor: 'a' }] },
      }),
    );
  });

  it('lets a vendor have what it holds, and what another held before', () => {
    const claim = { ...aClaim, effective: { from: MAY, to: null } };
    const holdings = [
      { ...CAGE, vendor: 'b', effective: ALWAYS },
      { ...CAGE, vendor: 'a', effective: { from: null, to: MAY } },
    ];
    expect(() => requireFree([claim], holdings)).not.toThrow();
  });

  it('refuses one identifier to two vendors that come at once', () => {
    const rival = { ...aClaim, vendor: 'c', pointer: '/1/identifiers/0/value' };
    expect(() => requireFree([aClaim, rival], [])).toThrow(
      expect.objectContaining({
        code: 'invalid-request',
        errors: [{ pointer: rival.pointer, message: 'is given to two vendors at once' }],
      }),
    );
  });
});
