import fc from 'fast-check';
import { ByHash } from './by-hash';
import { mixed } from './word-bytes';

const ascending = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);

describe('numbers by hash', () => {
  it('gives all that were added with a hash, and no others', () => {
    const entries = fc.array(fc.tuple(fc.nat(40), fc.nat(1000)), { maxLength: 400 });
    fc.assert(
      fc.property(entries, (added) => {
        const numbers = new ByHash();
        const known = new Map<number, number[]>();
        for (const [key, number] of added) {
          numbers.add(mixed(key), number);
          known.set(key, [...(known.get(key) ?? []), number]);
        }
        for (let key = 0; key <= 40; key += 1)
          expect(ascending(numbers.of(mixed(key)))).toEqual(ascending(known.get(key) ?? []));
      }),
    );
  });

  it('keeps many that fall into one table', () => {
    const numbers = new ByHash();
    for (let number = 0; number < 3000; number += 1) numbers.add(number, number);
    for (let number = 0; number < 3000; number += 1) expect(numbers.of(number)).toEqual([number]);
  });

  it('keeps the highest hash, the last of all bits and the number 0', () => {
    const numbers = new ByHash();
    numbers.add(0x7fffffff, 0);
    numbers.add(-1, 1);
    expect(numbers.of(0x7fffffff)).toEqual([0]);
    expect(numbers.of(-1)).toEqual([1]);
    expect(numbers.of(-2)).toEqual([]);
  });
});
