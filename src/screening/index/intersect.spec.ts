import fc from 'fast-check';
import { intersect } from './intersect';

const stretchOf = (numbers: Iterable<number>) => {
  const ascending = Uint32Array.from(new Set(numbers)).sort();
  // What stands before and behind is not of the list.
  return {
    numbers: Uint32Array.from([7, ...ascending, 7]),
    from: 1,
    count: ascending.length,
  };
};

function shared(a: Iterable<number>, b: Iterable<number>, most = 1e9) {
  const found: number[] = [];
  const steps = intersect(stretchOf(a), stretchOf(b), most, (number) => found.push(number));
  return { found, steps };
}

describe('what two lists share', () => {
  it.each([200, 2])('is what stands in both, where one has up to %d numbers', (length) => {
    const [few, many] = [
      fc.array(fc.nat(300), { maxLength: length }),
      fc.array(fc.nat(300), { minLength: 60 }),
    ];
    fc.assert(
      fc.property(few, many, (a, b) => {
        const both = [...new Set(a)].filter((number) => b.includes(number)).sort((x, y) => x - y);
        expect(shared(a, b).found).toEqual(both);
        expect(shared(b, a).found).toEqual(both);
      }),
    );
  });

  it('is looked for in so many steps at most', () => {
    const all = Array.from({ length: 1000 }, (_, at) => at);
    expect(shared(all, all, 10)).toEqual({ found: all.slice(0, 10), steps: 10 });
  });
});
