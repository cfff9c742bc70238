import { readOptions } from './options';

describe('the options of the bench of names', () => {
  it('are all sizes and kinds, with baselines, where nothing is said', () => {
    const { sizes, baselines, kinds } = readOptions([]);
    expect(sizes).toEqual([10_000, 100_000, 1_000_000]);
    expect(baselines).toBe(true);
    expect(kinds).toContain('withTypo');
  });

  it('are read, sizes in rising order', () => {
    const given = ['--names', '500,20', '--no-baselines', '--only', 'swapped', '--queries', '7'];
    expect(readOptions(given)).toEqual({
      ...{ sizes: [20, 500], queries: 7, kinds: ['swapped'], baselines: false },
    });
  });

  it.each([
    [['--names', '0']],
    [['--names', '10,x']],
    [['--queries', '1.5']],
    [['--only', 'typo']],
    [['--nothing']],
  ])('refuse %j', (given) => {
    expect(() => readOptions(given)).toThrow();
  });
});
