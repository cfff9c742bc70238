import { gravest } from './verdict';

describe('gravest', () => {
  it.each([
    [['eligible'], 'eligible'],
    [['eligible', 'review'], 'review'],
    [['eligible', 'review', 'ineligible'], 'ineligible'],
    [[], 'ineligible'],
  ] as const)('of %j is %s', (verdicts, verdict) => {
    expect(gravest(verdicts)).toBe(verdict);
  });
});
