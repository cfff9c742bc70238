import type { Bench } from '../support/bench';
import { runOnce, sumUp, type Contender } from '../support/interleave';

/** Checks a second that the service records at best. */
export async function measureCapacity(bench: Bench, contender: Contender): Promise<number> {
  const { client, seconds } = bench.options;
  const rates: number[] = [];
  for (const connections of [32, 32, 256]) {
    const plan = { kind: 'closed', client, connections, seconds } as const;
    rates.push(...sumUp([await runOnce(contender, plan, bench.databaseCpu)]).rates);
  }
  return Math.max(...rates);
}
