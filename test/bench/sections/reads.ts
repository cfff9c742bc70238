import type { Request } from '../load/plan';
import { questionAbout, type Bench } from '../support/bench';
import { interleave } from '../support/interleave';
import { rowOf, type Row } from '../support/table';

/** What is asked without a record: standing by question and by vendor. */
export async function measureReads(bench: Bench): Promise<Row[]> {
  const { client, seconds, rounds } = bench.options;
  const headers = bench.headers('buyer');
  const asked = bench.filled.vendors.map((_, n): Request => ({
    ...{ method: 'POST', path: '/v1/standing', headers },
    body: JSON.stringify(questionAbout(n)),
  }));
  const { 'content-type': _, ...withoutBody } = headers;
  const read = bench.filled.vendors.map((id): Request => ({
    ...{ method: 'GET', path: `/v1/vendors/${id}/standing`, headers: withoutBody },
  }));
  const contenders = [
    bench.bare(asked),
    bench.registry('POST standing', asked),
    bench.bare(read),
    bench.registry('GET standing', read),
  ];
  const [barePost, post, bareGet, get] = await interleave(
    contenders,
    { kind: 'closed', client, connections: 32, seconds },
    { rounds, databaseCpu: bench.databaseCpu },
  );
  if (!barePost || !post || !bareGet || !get) throw new Error('A contender is missing.');
  contenders.forEach(({ driver }) => driver.end());
  return [
    rowOf('bare node:http GET, at 32', bareGet, {}),
    rowOf('POST /v1/standing, at 32', post, { 'bare POST': barePost }),
    rowOf('GET /v1/vendors/{id}/standing, at 32', get, { 'bare GET': bareGet }),
  ];
}
