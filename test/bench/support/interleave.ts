import type { Driver } from '../load/load';
import type { ClosedPlan, Plan, Tally } from '../load/plan';

/** Something that is measured in turn with others. */
export interface Contender {
  readonly name: string;
  readonly driver: Driver;
  /** Connections, where they are not those of the others. */
  readonly connections?: number;
  /** Microseconds of processor time that what it drives has used so far. */
  readonly cpu: () => number;
}

/** What was measured of a contender in all its runs. */
export interface Measured {
  /** Units of work a second, of each run. */
  readonly rates: readonly number[];
  /** Milliseconds, in rising order. */
  readonly latencies: Float64Array;
  /** Microseconds of processor time that a unit cost the contender. */
  readonly cpu: number;
  /** The same of the database server. */
  readonly databaseCpu: number;
  /** Requests that were not answered with 2xx, by status; 0: connections that broke. */
  readonly refused: Readonly<Record<number, number>>;
}

/** Runs each of them in turn, so many times over; a ratio is of runs that stood side by side. */
export async function interleave(
  contenders: readonly Contender[],
  plan: ClosedPlan,
  { rounds, databaseCpu }: { readonly rounds: number; readonly databaseCpu: () => number },
): Promise<Measured[]> {
  const runs = contenders.map((): Run[] => []);
  // The first is not counted: code is compiled, connections and buffers are made.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, contender] of contenders.entries()) {
      const { connections = plan.connections } = contender;
      const seconds = round === 0 ? 1 : plan.seconds;
      const run = await runOnce(contender, { ...plan, connections, seconds }, databaseCpu);
      if (round > 0) runs[index]?.push(run);
      process.stderr.write(`${contender.name}: ${Math.round(rateOf(run))}/s\n`);
    }
  }
  return runs.map(sumUp);
}

export interface Run extends Tally {
  readonly cpu: number;
  readonly databaseCpu: number;
}

/** One run, with the processor time that was used from its begin to its end. */
export async function runOnce(
  { driver, cpu }: Pick<Contender, 'driver' | 'cpu'>,
  plan: Plan,
  databaseCpu: () => number,
): Promise<Run> {
  let [own, database] = [cpu(), databaseCpu()];
  const tally = await driver.run(plan, () => ([own, database] = [cpu(), databaseCpu()]));
  return { ...tally, cpu: cpu() - own, databaseCpu: databaseCpu() - database };
}

/** All runs as one measurement. */
export function sumUp(runs: readonly Run[]): Measured {
  const units = total(runs.map((run) => run.units));
  const perUnit = (micros: readonly number[]): number => (units > 0 ? total(micros) / units : NaN);
  return {
    rates: runs.map(rateOf),
    latencies: merged(runs.map(({ latencies }) => latencies)),
    cpu: perUnit(runs.map(({ cpu }) => cpu)),
    databaseCpu: perUnit(runs.map(({ databaseCpu }) => databaseCpu)),
    refused: refusedIn(runs),
  };
}

/** The middle one of the ratios of runs that stood side by side. */
export const ratioOf = (measured: Measured, base: Measured): number =>
  median(measured.rates.map((rate, round) => rate / (base.rates[round] ?? NaN)));

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}

/** The least value that at least this share of all values does not exceed (nearest rank). */
export const percentile = (sorted: Float64Array | readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;

const rateOf = ({ units, seconds }: Tally): number => units / seconds;

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function merged(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(total(parts.map(({ length }) => length)));
  let end = 0;
  for (const part of parts) {
    all.set(part, end);
    end += part.length;
  }
  return all.sort();
}

function refusedIn(runs: readonly Run[]): Record<number, number> {
  const refused: Record<number, number> = {};
  const add = (status: number, count: number): void => {
    if (count > 0) refused[status] = (refused[status] ?? 0) + count;
  };
  for (const { statuses, errors } of runs) {
    add(0, errors);
    for (const [status, count] of Object.entries(statuses)) {
      if (!status.startsWith('2')) add(Number(status), count);
    }
  }
  return refused;
}
