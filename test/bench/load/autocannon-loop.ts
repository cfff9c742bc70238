import autocannon, { type Instance, type Options } from 'autocannon';
import { once } from 'node:events';
import { Counting } from './counting';
import { monotonicMs, type ClosedPlan, type Tally, type Target } from './plan';

/**
 * A closed loop of autocannon's connections, each with requests of its own.
 *
 * Its own percentiles are of whole milliseconds; here each answer's time is kept.
 */
export async function runAutocannon(
  { url, requests, unitsPerRequest }: Target,
  { connections, seconds }: ClosedPlan,
  begin: () => void,
): Promise<Tally> {
  const counting = new Counting();
  const share = Math.ceil(requests.length / connections);
  let clients = 0;
  const { instance, done } = start({
    ...{ url, connections, duration: seconds, timeout: 30, sampleInt: 50 },
    setupClient: (client) => {
      const first = (clients * share) % requests.length;
      client.setRequests(requests.slice(first, first + share).map((request) => ({ ...request })));
      clients += 1;
    },
  });
  await once(instance, 'start');
  const started = monotonicMs();
  let last: number | undefined;
  begin();
  instance.on('response', (_client, status, _bytes, latencyMs) => {
    last = monotonicMs();
    counting.add(status, latencyMs);
  });
  instance.on('reqError', () => counting.fail());
  await done;
  // It stops when its next sample is taken; what was answered, was by the last answer.
  return counting.tally(((last ?? monotonicMs()) - started) / 1000, unitsPerRequest);
}

function start(options: Options): { instance: Instance; done: Promise<void> } {
  let instance: Instance | undefined;
  const done = new Promise<void>((resolve, reject) => {
    instance = autocannon(options, (error: unknown) => {
      if (error instanceof Error) reject(error);
      else resolve();
    });
  });
  if (!instance) throw new Error('autocannon did not start.');
  return { instance, done };
}
