import { Lists, type Stretch } from './lists';

const stretch = (): Stretch => ({ numbers: new Uint32Array(0), from: 0, count: 0 });

function numbersOf(lists: Lists, list: number): number[] {
  const { numbers, from, count } = lists.read(list, stretch());
  return [...numbers.subarray(from, from + count)];
}

describe('lists', () => {
  it.each([0, 1, 2, 3, 4, 5, 1023, 1024, 1025, 1026, 5000])('keep %d numbers in order', (count) => {
    const lists = new Lists();
    const [one, other] = [lists.create(), lists.create()];
    const numbers = Array.from({ length: count }, (_, at) => at * 3 + 1);
    for (const number of numbers) {
      lists.add(one, number);
      lists.add(other, number + 1);
    }
    expect(numbersOf(lists, one)).toEqual(numbers);
    expect(numbersOf(lists, other)).toEqual(numbers.map((number) => number + 1));
    expect(lists.count(one)).toBe(count);
  });

  it('use again what longer lists have left', () => {
    const lists = new Lists();
    for (let list = 0; list < 200; list += 1) {
      lists.create();
      for (let number = 0; number < 600; number += 1) lists.add(list, list * 1000 + number);
    }
    for (let list = 0; list < 200; list += 1)
      expect(numbersOf(lists, list)).toEqual(
        Array.from({ length: 600 }, (_, number) => list * 1000 + number),
      );
    // 1024 numbers of 4 bytes is the room of each; what they left on the way there is not twice as much.
    expect(lists.bytes).toBeLessThan(200 * 1024 * 4 * 1.3);
  });
});
