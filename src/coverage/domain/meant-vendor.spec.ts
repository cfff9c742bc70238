import { meantBy, Records } from './meant-vendor';

const records = new Records(
  new Map([
    ['twin', 'acme'],
    ['acme', 'acme'],
  ]),
);

describe('whom a purchase was from', () => {
  it.each([
    ['nothing', [], { vendor: null, records: [] }],
    [
      'one vendor',
      [{ by: 'uei', vendor: 'borealis' }],
      { vendor: 'borealis', records: ['borealis'] },
    ],
    [
      'two records of one vendor',
      [
        { by: 'uei', vendor: 'twin' },
        { by: 'duns', vendor: 'acme' },
      ],
      { vendor: 'acme', records: ['twin', 'acme'] },
    ],
    [
      'two vendors',
      [
        { by: 'uei', vendor: 'twin' },
        { by: 'cage', vendor: 'borealis' },
      ],
      { unclear: 'it is not clear whom it was from: by uei, cage there are several vendors' },
    ],
  ])('follows from %s', (_, leads, meant) => {
    expect(meantBy(leads, records)).toEqual(meant);
  });
});
