import { FINDINGS } from './finding';
import { totalsOf } from './totals';

const usd = (value: string) => ({ value, currency: 'USD' });

describe('totals', () => {
  it('are of every finding, nothing where there is none', () => {
    const totals = totalsOf([]);
    expect(Object.keys(totals)).toEqual([...FINDINGS]);
    expect(totals.covered).toEqual({ purchases: 0, amounts: [] });
  });

  it('sum exactly, each currency for itself', () => {
    const found = [usd('0.1'), usd('0.2'), { value: '7', currency: 'EUR' }, null].map((amount) => ({
      ...{ finding: 'noCheck' as const, amount },
    }));
    expect(totalsOf(found).noCheck).toEqual({
      purchases: 4,
      amounts: [{ value: '7.00', currency: 'EUR' }, usd('0.30')],
    });
  });

  it.each([
    [['1250.00'], '1250.00'],
    [['1250.5', '0.0001'], '1250.5001'],
    [['0.005', '0.0050'], '0.01'],
    [['0.1230'], '0.123'],
    [['999999999999999.9999', '0.0001'], '1000000000000000.00'],
    [['0'], '0.00'],
  ])('of %j are %s', (values, sum) => {
    const found = values.map((value) => ({ finding: 'covered' as const, amount: usd(value) }));
    expect(totalsOf(found).covered.amounts).toEqual([usd(sum)]);
  });
});
