import type { Request } from '../load/plan';
import { questionAbout, type Bench } from '../support/bench';
import { interleave, type Contender } from '../support/interleave';
import { rowOf, type Row } from '../support/table';

const SIZE = 1000;
const DIFFERENT = 20;

/** Batches of 1000 checks, beside one row a transaction without a service, and beside bare HTTP. */
export async function measureBatches(bench: Bench): Promise<Row[]> {
  const { client, seconds, rounds } = bench.options;
  const requests = batches(bench);
  const [insert, batch] = [bench.insert(), bench.registry('batch', requests, SIZE)];
  const bare = bench.bare(requests, SIZE);
  const contenders: Contender[] = [
    ...[at(1, insert), at(16, insert), at(1, bare)],
    ...[at(1, batch), at(4, batch)],
  ];
  const [alone, many, http, one, four] = await interleave(
    contenders,
    { kind: 'closed', client, connections: 1, seconds },
    { rounds, databaseCpu: bench.databaseCpu },
  );
  if (!alone || !many || !http || !one || !four) throw new Error('A contender is missing.');
  [insert, batch, bare].forEach(({ driver }) => driver.end());
  const bases = { 'INSERT at 16': many, 'bare http': http };
  return [
    rowOf('INSERT, one row a transaction, at 1', alone, {}),
    rowOf('INSERT, one row a transaction, at 16', many, { 'INSERT at 1': alone }),
    rowOf(`bare node:http POST of ${SIZE} checks, at 1`, http, {}),
    rowOf(`checks in batches of ${SIZE}, at 1`, one, bases, 'aim ≥ 25,000 a second'),
    rowOf(`checks in batches of ${SIZE}, at 4`, four, bases, 'aim ≥ 25,000 a second'),
  ];
}

const at = (connections: number, contender: Contender): Contender => ({
  ...contender,
  ...{ connections, name: `${contender.name} at ${connections}` },
});

function batches(bench: Bench): Request[] {
  return Array.from({ length: DIFFERENT }, (_, batch) => ({
    ...{ method: 'POST', path: '/v1/checks/batch', headers: bench.headers('buyer') },
    body: JSON.stringify({
      checks: Array.from({ length: SIZE }, (__, index) =>
        questionAbout((batch * SIZE + index) % bench.options.vendors),
      ),
    }),
  }));
}
