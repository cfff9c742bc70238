import type { Bench } from '../support/bench';
import { runOnce, sumUp, type Run } from '../support/interleave';
import { rowOf, type Row } from '../support/table';
import { measureCapacity } from './capacity';

const SHARES = [0.25, 0.5] as const;

/** Checks at an even pace below capacity: how long one waits when callers don't wait for each other. */
export async function measurePace(bench: Bench, known?: number): Promise<Row[]> {
  const requests = bench.checks();
  const [bare, check] = [bench.bare(requests), bench.registry('check', requests)];
  const capacity = known ?? (await measureCapacity(bench, check));
  const rows: Row[] = [];
  for (const share of SHARES) {
    const rate = Math.round(capacity * share);
    const plan = { kind: 'open', rate, connections: 512, seconds: bench.options.seconds } as const;
    const runs: Run[][] = [[], []];
    for (let round = 0; round < bench.options.rounds; round += 1) {
      for (const [index, contender] of [bare, check].entries()) {
        runs[index]?.push(await runOnce(contender, plan, bench.databaseCpu));
      }
    }
    const [baseline, measured] = runs.map(sumUp);
    if (!baseline || !measured) throw new Error('A contender is missing.');
    const pace = `open loop at ${share} of capacity`;
    rows.push(rowOf(`bare node:http POST, ${pace}`, baseline, {}));
    rows.push(rowOf(`check, ${pace}`, measured, { bare: baseline }));
  }
  [bare, check].forEach(({ driver }) => driver.end());
  return rows;
}
