import { Coalesced } from './coalesced';

/** An act that ends when it is told to, and counts how often it began. */
function actOf() {
  const ends: ((fault?: Error) => void)[] = [];
  let running = 0;
  const act = (): Promise<number> => {
    running += 1;
    expect(running).toBe(1);
    const turn = ends.length;
    return new Promise<number>((resolve, reject) => {
      ends.push((fault) => {
        running -= 1;
        if (fault) reject(fault);
        else resolve(turn);
      });
    });
  };
  return { act, ends };
}

const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('an act that is done for many at once', () => {
  it('is begun after it was asked for, and once for all who ask meanwhile', async () => {
    const { act, ends } = actOf();
    const coalesced = new Coalesced(act);
    const first = coalesced.run();
    const [second, third] = [coalesced.run(), coalesced.run()];
    expect(ends).toHaveLength(1);
    ends[0]!();
    expect(await first).toBe(0);
    await soon();
    expect(ends).toHaveLength(2);
    const fourth = coalesced.run();
    ends[1]!();
    expect(await Promise.all([second, third])).toEqual([1, 1]);
    await soon();
    ends[2]!();
    expect(await fourth).toBe(2);
    expect(ends).toHaveLength(3);
  });

  it('is never done twice at one time, by whoever asks as one ends', async () => {
    const { act, ends } = actOf();
    const coalesced = new Coalesced(act);
    const again = coalesced.run().then(() => coalesced.run());
    const second = coalesced.run();
    ends[0]!();
    await soon();
    ends[1]!();
    expect(await second).toBe(1);
    expect(await again).toBe(1);
  });

  it('is done again after it failed', async () => {
    const { act, ends } = actOf();
    const coalesced = new Coalesced(act);
    const first = coalesced.run();
    const second = coalesced.run();
    ends[0]!(new Error('away'));
    await expect(first).rejects.toThrow('away');
    await soon();
    ends[1]!();
    expect(await second).toBe(1);
  });
});
