import { exposureOf, type AmountSum, type CheckCount } from './exposure';

const CLIENT = '01980000-0000-7000-8000-000000000b01';
const EARLY = new Date('2026-05-01T00:00:00.000Z');
const LATE = new Date('2026-06-01T00:00:00.000Z');

const aCount = (change: Partial<CheckCount> = {}): CheckCount => ({
  ...{ agency: null, forAgency: null, client: null },
  ...{ checks: 3, references: 2, eligible: 1, review: 1, ineligible: 1 },
  ...{ firstAt: EARLY, lastAt: LATE },
  ...{ eligibleReferences: 1, eligibleFirstAt: LATE, eligibleLastAt: LATE },
  ...change,
});

const aSum = (change: Partial<AmountSum> = {}): AmountSum => ({
  ...{ agency: null, forAgency: null, client: null },
  ...{ currency: 'USD', value: '2500.10', eligible: '1250.00' },
  ...change,
});

const COUNTED = {
  ...{ checks: 3, references: 2, firstAt: EARLY, lastAt: LATE },
  verdicts: { eligible: 1, review: 1, ineligible: 1 },
};

describe('exposureOf', () => {
  it('counts nothing where there are no checks', () => {
    const none = { checks: 0, references: 0, amounts: [], firstAt: null, lastAt: null };
    expect(exposureOf([], [])).toEqual({
      total: { ...none, verdicts: { eligible: 0, review: 0, ineligible: 0 }, eligible: none },
      ...{ agencies: [], clients: [] },
    });
  });

  it('tells those that were answered "eligible" apart', () => {
    expect(exposureOf([aCount()], [aSum()]).total).toEqual({
      ...COUNTED,
      amounts: [{ value: '2500.10', currency: 'USD' }],
      eligible: {
        ...{ checks: 1, references: 1, firstAt: LATE, lastAt: LATE },
        amounts: [{ value: '1250.00', currency: 'USD' }],
      },
    });
  });

  it('keeps currencies apart, and leaves out those of which nothing was relied on', () => {
    const euros = aSum({ currency: 'EUR', value: '7.0000', eligible: null });
    const { total } = exposureOf([aCount()], [euros, aSum()]);
    expect(total.amounts).toEqual([
      { value: '7.0000', currency: 'EUR' },
      { value: '2500.10', currency: 'USD' },
    ]);
    expect(total.eligible.amounts).toEqual([{ value: '1250.00', currency: 'USD' }]);
  });

  it('gives each agency and each client its own, in the order of their codes', () => {
    const counts = [
      aCount(),
      aCount({ agency: 'NASA', forAgency: 'NASA' }),
      aCount({ agency: 'DHS', forAgency: 'NASA' }),
      aCount({ agency: 'DHS', forAgency: 'DHS' }),
      aCount({ agency: 'DHS', client: CLIENT }),
    ];
    const sum = aSum({ agency: 'DHS', forAgency: 'NASA', value: '1', eligible: null });
    const { agencies, clients } = exposureOf(counts, [sum]);
    expect(agencies.map(({ agency, forAgency }) => [agency, forAgency])).toEqual([
      ['DHS', 'DHS'],
      ['DHS', 'NASA'],
      ['NASA', 'NASA'],
    ]);
    expect(agencies.map(({ amounts }) => amounts)).toEqual([
      [],
      [{ value: '1', currency: 'USD' }],
      [],
    ]);
    expect(clients).toEqual([
      { client: CLIENT, agency: 'DHS', ...COUNTED, amounts: [], eligible: expect.anything() },
    ]);
  });
});
