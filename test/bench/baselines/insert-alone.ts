import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { v7 } from 'uuid';
import { Counting } from '../load/counting';
import { monotonicMs, type ClosedPlan, type Tally } from '../load/plan';

/** Records of checks without a service: one row a transaction, into the table that the service writes. */
let url = '';

process.on('message', (message: { target: string } | { plan: ClosedPlan }) => {
  if ('target' in message) url = message.target;
  else void run(message.plan).then((tally) => process.send?.({ tally }));
});
process.on('disconnect', () => process.exit());

async function run({ connections, seconds }: ClosedPlan): Promise<Tally> {
  const clients = Array.from({ length: connections }, () => new pg.Client(url));
  await Promise.all(clients.map((client) => client.connect()));
  const counting = new Counting();
  process.send?.({ begun: true });
  const started = monotonicMs();
  const end = started + seconds * 1000;
  await Promise.all(clients.map((client) => insertUntil(client, end, counting)));
  const tally = counting.tally((monotonicMs() - started) / 1000, 1);
  await Promise.all(clients.map((client) => client.end()));
  return tally;
}

async function insertUntil(client: pg.Client, end: number, counting: Counting): Promise<void> {
  const text = `INSERT INTO purchase_check (id, caller_id, agency, vendor_id, list_code, verdict, position,
      at, decided_at, reference, request, answer, for_agency, has_items, candidates)
    VALUES ($1, $2, 'DHS', $3, 'bench', 'eligible', 5, $4, $4, $5, $6, $7, 'DHS', false, '{}')`;
  const [caller, vendor, request, answer] = [
    ...[randomUUID(), randomUUID()],
    ...[randomBytes(REQUEST_BYTES), randomBytes(ANSWER_BYTES)],
  ];
  for (let begun = monotonicMs(); begun < end; begun = monotonicMs()) {
    const values = [v7(), caller, vendor, new Date(), 'PR-2017-0042', request, answer];
    await client.query({ name: 'insert', text, values });
    counting.add(201, monotonicMs() - begun);
  }
}

// As many as those of a check in this benchmark.
const REQUEST_BYTES = 130;
const ANSWER_BYTES = 900;
