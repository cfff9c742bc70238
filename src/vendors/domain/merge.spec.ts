import { mergeStateOf, survivorsIn } from './merge';

describe('survivorsIn', () => {
  it('follows each vendor to the last that it is known as', () => {
    const survivors = survivorsIn([
      { duplicate: 'a', survivor: 'b' },
      { duplicate: 'b', survivor: 'c' },
      { duplicate: 'd', survivor: 'b' },
    ]);
    expect(Object.fromEntries(survivors)).toEqual({ a: 'c', b: 'c', c: 'c', d: 'c' });
  });

  it('knows nobody where nobody is merged', () => {
    expect(survivorsIn([]).size).toBe(0);
  });
});

describe('mergeStateOf', () => {
  const merges = [
    { duplicate: 'd', survivor: 'b' },
    { duplicate: 'a', survivor: 'b' },
    { duplicate: 'b', survivor: 'c' },
  ];

  it.each([
    ['a', { mergedInto: 'b', mergedFrom: [] }],
    ['b', { mergedInto: 'c', mergedFrom: ['a', 'd'] }],
    ['c', { mergedInto: null, mergedFrom: ['b'] }],
    ['e', { mergedInto: null, mergedFrom: [] }],
  ])('says of %s whom it was merged with, with nobody in between', (vendor, state) => {
    expect(mergeStateOf(vendor, merges)).toEqual(state);
  });
});
