import { weightOf } from './word-weights';

describe('how much a word tells', () => {
  it.each([
    ['group', 0.1],
    ['trading', 0.2],
    ['aerospace', 0.3],
    ['patriot', 0.5],
    ['johnson', 0.6],
    ['kaspersky', 1],
    ['zarubezh', 1],
    ['xyz', 0.7],
    ['kq', 0.5],
    ['k', 0.2],
    ['2049', 0.4],
  ])('%s: at most %d', (word, most) => {
    expect(weightOf(word)).toBeGreaterThan(0);
    expect(weightOf(word)).toBeLessThanOrEqual(most);
    expect(weightOf(word)).toBeGreaterThan(most - 0.25);
  });

  it('is no more of an abbreviation than of what it stands for', () => {
    for (const [one, full] of [
      ['intl', 'international'],
      ['shpg', 'shipping'],
      ['iranian', 'iran'],
    ] as const)
      expect(weightOf(one)).toBeLessThanOrEqual(weightOf(full));
  });
});
