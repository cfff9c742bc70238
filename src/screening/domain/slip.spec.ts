import fc from 'fast-check';
import { slipsBetween } from './slip';

describe('slips between two words', () => {
  it.each([
    ['kaspersky', 'kaspersky', 0],
    ['kaspersky', 'kaspesky', 1],
    ['kaspersky', 'kasperskyy', 1],
    ['huawei', 'huawai', 1],
    ['huawei', 'huaewi', 1],
    ['kaspersky', 'casperski', 2],
    ['', 'ab', 2],
  ])('%j, %j: %d', (one, other, slips) => {
    expect(slipsBetween(one, other, 2)).toBe(slips);
    expect(slipsBetween(other, one, 2)).toBe(slips);
  });

  it('are not counted beyond the most that are asked for', () => {
    expect(slipsBetween('huawei', 'iewauh', 2)).toBeGreaterThan(2);
    expect(slipsBetween('a', 'abcd', 2)).toBeGreaterThan(2);
    expect(slipsBetween('a'.repeat(100), 'a'.repeat(100), 2)).toBeGreaterThan(2);
  });

  it('are as many as the plain recursion counts', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const plain = plainly(one, other);
        expect(slipsBetween(one, other, 6)).toBe(plain);
      }),
      { numRuns: 300 },
    );
  });
});

/** The definition, word for word. */
function plainly(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const costs = [
    plainly(a.slice(0, -1), b) + 1,
    plainly(a, b.slice(0, -1)) + 1,
    plainly(a.slice(0, -1), b.slice(0, -1)) + (a.at(-1) === b.at(-1) ? 0 : 1),
  ];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1))
    costs.push(plainly(a.slice(0, -2), b.slice(0, -2)) + 1);
  return Math.min(...costs);
}
