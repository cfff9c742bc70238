import { ALGORITHM } from './algorithm';
import { FEATURES } from './compare-names';

describe('what is told of how names are compared', () => {
  it('has each feature once, with what it may add or take away', () => {
    expect(ALGORITHM.features.map(({ name }) => name).sort()).toEqual([...FEATURES].sort());
    for (const { least, most } of ALGORITHM.features) expect(least).toBeLessThan(most);
  });

  it('tells what each threshold costs, from the floor on', () => {
    expect(ALGORITHM.costs[0]?.threshold).toBe(ALGORITHM.floor);
    const { costs } = ALGORITHM;
    costs.slice(1).forEach((cost, index) => {
      expect(cost.threshold).toBeGreaterThan(costs[index]!.threshold);
      expect(cost.recall).toBeLessThanOrEqual(costs[index]!.recall);
      expect(cost.reviewed).toBeLessThanOrEqual(costs[index]!.reviewed);
    });
  });

  it('has a cost for each default', () => {
    const { deny, candidate } = ALGORITHM.thresholds;
    const costOf = (threshold: number) =>
      ALGORITHM.costs.find((cost) => cost.threshold === threshold);
    expect(costOf(deny)).toMatchObject({ recall: expect.any(Number) });
    expect(costOf(candidate)).toMatchObject({ recall: expect.any(Number) });
    expect(costOf(deny)!.recall).toBeGreaterThanOrEqual(0.98);
    expect(costOf(deny)!.reviewed).toBeLessThanOrEqual(0.01);
  });
});
