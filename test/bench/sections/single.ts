import type { Request } from '../load/plan';
import type { Bench } from '../support/bench';
import { interleave, median, type Contender } from '../support/interleave';
import { rowOf, type Row } from '../support/table';

export const CONNECTIONS = [1, 32, 256] as const;

/** What asks for a plain JWS instead of a signature for the batch. */
const JWS = { accept: 'application/json; receipt=jws' };

/** Recorded single checks, beside the least that HTTP costs and what a plain service of Nest and Express does. */
export async function measureSingleChecks(
  bench: Bench,
): Promise<{ rows: Row[]; capacity: number }> {
  const requests = bench.checks();
  const contenders = [
    bench.bare(requests),
    bench.nest(requests),
    bench.registry('check', requests),
    bench.registry('check, receipt=jws', requests.map(asJws)),
  ];
  const receipt = await hasReceipt(bench);
  const measured = [];
  for (const connections of CONNECTIONS) {
    measured.push(await measureAt(bench, contenders, connections));
  }
  contenders.forEach(({ driver }) => driver.end());
  const rows = measured.flatMap(({ rows: some }) => some);
  return {
    rows: receipt ? rows : rows.map(withoutReceipt),
    capacity: Math.max(...measured.map(({ capacity }) => capacity)),
  };
}

async function measureAt(
  bench: Bench,
  contenders: readonly Contender[],
  connections: number,
): Promise<{ rows: Row[]; capacity: number }> {
  const { client, seconds, rounds } = bench.options;
  const plan = { kind: 'closed', client, connections, seconds } as const;
  const [bare, nest, check, jws] = await interleave(contenders, plan, {
    ...{ rounds, databaseCpu: bench.databaseCpu },
  });
  if (!bare || !nest || !check || !jws) throw new Error('A contender is missing.');
  const at = `at ${connections}`;
  const bases = { bare, 'Nest+Express+JWT': nest };
  const rows = [
    rowOf(`bare node:http POST, ${at}`, bare, {}),
    rowOf(`Nest+Express, JWT, validated, ${at}`, nest, { bare }),
    rowOf(`check, ${at}`, check, bases, 'aim ≥ 0.35 × bare, ≥ 5 × Nest+Express+JWT'),
    rowOf(`check, receipt=jws, ${at}`, jws, bases),
  ];
  return { rows, capacity: median(check.rates) };
}

const asJws = (request: Request): Request => ({
  ...request,
  headers: { ...request.headers, ...JWS },
});

async function hasReceipt(bench: Bench): Promise<boolean> {
  const answer = await fetch(`${bench.service.url}/v1/checks`, {
    ...{ method: 'POST', headers: bench.headers('buyer') },
    body: bench.checks(1)[0]?.body ?? '',
  });
  return typeof ((await answer.json()) as { receipt?: unknown }).receipt === 'string';
}

const withoutReceipt = (row: Row): Row =>
  row.what.startsWith('check') ? { ...row, what: `${row.what} (no receipts yet)` } : row;
