import { InvalidRequest } from '../../problems/registry-error';
import { MalformedIdentifier } from '../../vendors/domain/errors';
import { parseQuestion, type AskedCheck } from './parse-question';

const pointersOf = (asked: AskedCheck): string[] => {
  try {
    parseQuestion(asked, 'DHS');
  } catch (error) {
    return (error as InvalidRequest | MalformedIdentifier).errors.map(({ pointer }) => pointer);
  }
  return [];
};

describe('parseQuestion', () => {
  it('fills in what the rules say', () => {
    expect(parseQuestion({ vendor: { name: 'ACME  Widgets, LLC.' } }, 'DHS')).toEqual({
      vendor: { identifiers: [], name: 'ACME  Widgets, LLC.', country: null },
      purchase: {
        ...{ channel: 'list', list: null, category: null, agency: 'DHS', stage: 'award' },
        ...{ uses: null, system: 'general' },
        ...{ reference: null, amount: null, items: [] },
      },
    });
  });

  it('keeps what is said of the purchase', () => {
    const amount = { value: '1250.00', currency: 'USD' };
    const { purchase } = parseQuestion(
      {
        vendor: { name: 'Acme' },
        purchase: {
          ...{ channel: 'open-market', category: '132-33', agency: 'NASA', stage: 'option' },
          ...{ reference: 'PR-1', amount, items: [{ product: 'Widget' }] },
        },
      },
      'DHS',
    );
    expect(purchase).toEqual({
      ...{ channel: 'open-market', list: null, category: '132-33', agency: 'NASA' },
      ...{ stage: 'option', uses: null, system: 'general', reference: 'PR-1', amount },
      items: [{ manufacturer: null, product: 'Widget', quantity: null }],
    });
  });

  it('takes what holds no letter and no digit for not said', () => {
    const items = [{ manufacturer: ' — ', product: 'Radio' }];
    const { purchase } = parseQuestion({ vendor: { name: 'Acme' }, purchase: { items } }, 'DHS');
    expect(purchase.items).toEqual([{ manufacturer: null, product: 'Radio', quantity: null }]);
    const nothing = { vendor: { name: 'Acme' }, purchase: { items: [{ manufacturer: ' ' }] } };
    expect(pointersOf(nothing)).toEqual(['/purchase/items/0']);
  });

  it('reads identifiers in any case, the registry’s own among them', () => {
    const id = '01980000-0000-7000-8000-00000000000A';
    const { vendor } = parseQuestion(
      { vendor: { uei: ' acmewdgets09', cage: '1acm1', id } },
      'DHS',
    );
    expect(vendor.identifiers).toEqual([
      { scheme: 'id', value: id.toLowerCase() },
      { scheme: 'uei', value: 'ACMEWDGETS09' },
      { scheme: 'cage', value: '1ACM1' },
    ]);
  });

  it.each<[string, AskedCheck, string[]]>([
    ['nobody', { vendor: {} }, ['/vendor']],
    ['a country alone', { vendor: { country: 'US' } }, ['/vendor']],
    ['a name without a letter', { vendor: { uei: 'ACMEWDGETS09', name: '!!!' } }, ['/vendor/name']],
    [
      'malformed identifiers',
      { vendor: { uei: 'x', duns: '1', cage: '1ACM1' } },
      ['/vendor/uei', '/vendor/duns'],
    ],
    [
      'a list on the open market',
      { vendor: { name: 'Acme' }, purchase: { channel: 'open-market', list: 'a-list' } },
      ['/purchase/list'],
    ],
    [
      'a thing without a name',
      { vendor: { name: 'Acme' }, purchase: { items: [{ product: 'x' }, { quantity: 2 }] } },
      ['/purchase/items/1'],
    ],
  ])('refuses %s', (_, asked, pointers) => {
    expect(pointersOf(asked)).toEqual(pointers);
  });
});
