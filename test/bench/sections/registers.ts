import { measureRegister } from '../register-main';
import type { RegisterMeasurement } from '../register-measure';
import type { Options } from '../support/options';
import { times, type Row } from '../support/table';

/** Loads registers of rising sizes, on an embedded PostgreSQL; each row tells how cost grew from the smallest one. */
export async function measureRegisters({ registers }: Options): Promise<Row[]> {
  const rows: Row[] = [];
  const measured: RegisterMeasurement[] = [];
  for (const vendors of registers) {
    process.stderr.write(`register of ${vendors}\n`);
    measured.push(...(await measureRegister([vendors])));
    const [first, last] = [measured[0], measured.at(-1)];
    if (first && last) rows.push(rowOf(last, first));
  }
  return rows;
}

function rowOf(one: RegisterMeasurement, first: RegisterMeasurement): Row {
  const { vendors, loadSeconds, rssMiB, peakRssMiB, rssGrowthMiB, factsNs, decideNs } = one;
  const of = (part: (measured: RegisterMeasurement) => number): string =>
    times(part(one) / part(first));
  const grown = [
    `${of((each) => each.vendors)} the vendors`,
    `${of((each) => each.loadSeconds)} the time`,
    `${of((each) => each.rssGrowthMiB)} the memory`,
    `${of((each) => each.factsNs + each.decideNs)} the time to decide`,
  ];
  return {
    what: `register of ${vendors.toLocaleString('en-US')} vendors, 3 listings each`,
    ...{ rate: vendors / loadSeconds, cpu: (factsNs + decideNs) / 1000 },
    ratio: one === first ? 'baseline' : grown.join(', '),
    note: [
      `loads in ${loadSeconds.toFixed(2)} s, process of ${Math.round(rssMiB)} MiB`,
      `${Math.round(rssGrowthMiB)} of it the register's, ${Math.round(peakRssMiB)} at most`,
      `aim for 1,000,000: ≤ 15 s, ≤ 1,024 MiB`,
    ].join('; '),
  };
}
