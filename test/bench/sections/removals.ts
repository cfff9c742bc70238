import { setTimeout as sleep } from 'node:timers/promises';
import { monotonicMs, type Tally } from '../load/plan';
import type { Bench } from '../support/bench';
import { AUTHORITY, LIST } from '../support/fill';
import { percentile, type Contender } from '../support/interleave';
import { times, type Row } from '../support/table';
import { measureCapacity } from './capacity';

/** Checks in the overload are about so many vendors, so that those that are removed are asked about again. */
const ASKED_ABOUT = 1000;
const OVERLOAD = 10;
const CONNECTIONS = 2000;
const AIM_MS = 500;

/** How long it takes until a vendor is off its list, while nothing else happens and under ten times too many checks. */
export async function measureRemovals(bench: Bench, known?: number): Promise<Row[]> {
  const { vendors } = bench.filled;
  const { removals } = bench.options;
  const check = bench.registry('check', bench.checks(ASKED_ABOUT));
  const capacity = known ?? (await measureCapacity(bench, check));
  const idle = await change(bench, vendors.slice(ASKED_ABOUT, ASKED_ABOUT + 2 * removals));
  process.stderr.write('removals under overload\n');
  const { loaded, tally } = await underOverload(bench, check, capacity);
  check.driver.end();
  return [
    rowFrom('removal by two persons, idle', idle.removed),
    rowFrom('removal by two persons, under 10 × overload', loaded.removed, idle.removed),
    rowFrom('suspension by one person, idle', idle.suspended),
    rowFrom('suspension by one person, under 10 × overload', loaded.suspended, idle.suspended),
    overloadRow(tally, loaded, { bench, capacity }),
  ];
}

/** A vendor that is no longer to be bought from, and since when everyone may rely on it. */
interface Change {
  readonly vendor: string;
  /** Milliseconds from the first request to the last answer. */
  readonly took: number;
  /** Of it, milliseconds of each request. */
  readonly requests: readonly number[];
  readonly acknowledgedAt: number;
}

interface Changes {
  readonly removed: readonly Change[];
  readonly suspended: readonly Change[];
}

/** Removes and suspends in turn, one after another. @param until no more are begun after this instant */
async function change(
  bench: Bench,
  vendors: readonly string[],
  until = Infinity,
): Promise<Changes> {
  const removed: Change[] = [];
  const suspended: Change[] = [];
  for (let index = 0; index + 1 < vendors.length && monotonicMs() < until; index += 2) {
    removed.push(await timed(vendors[index] ?? '', (...of) => remove(bench, ...of)));
    suspended.push(await timed(vendors[index + 1] ?? '', (...of) => suspend(bench, ...of)));
  }
  return { removed, suspended };
}

type Act = (vendor: string, answered: () => void) => Promise<unknown>;

async function timed(vendor: string, act: Act): Promise<Change> {
  const times = [monotonicMs()];
  await act(vendor, () => times.push(monotonicMs()));
  const requests = times.slice(1).map((end, index) => end - (times[index] ?? NaN));
  const [begun = NaN, acknowledgedAt = NaN] = [times[0], times.at(-1)];
  return { vendor, took: acknowledgedAt - begun, requests, acknowledgedAt };
}

const WHY = { authority: AUTHORITY, reason: 'To be measured.' };

async function remove(bench: Bench, ...[vendor, answered]: Parameters<Act>): Promise<void> {
  const { id, sha256 } = await post(bench, 'admin', '/v1/proposals', {
    ...{ action: 'remove', vendor, list: LIST, ...WHY },
  });
  answered();
  await post(bench, 'admin2', `/v1/proposals/${id}/approve`, { sha256 });
  answered();
}

async function suspend(bench: Bench, ...[vendor, answered]: Parameters<Act>): Promise<void> {
  await post(bench, 'admin', '/v1/suspensions', { vendor, list: LIST, ...WHY });
  answered();
}

async function post(
  bench: Bench,
  caller: 'admin' | 'admin2',
  path: string,
  body: object,
): Promise<{ id: string; sha256: string }> {
  const answer = await fetch(bench.service.url + path, {
    ...{ method: 'POST', headers: bench.headers(caller), body: JSON.stringify(body) },
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${text}`);
  return JSON.parse(text) as { id: string; sha256: string };
}

const SETTLING_MS = 2000;

async function underOverload(
  bench: Bench,
  check: Contender,
  capacity: number,
): Promise<{ loaded: Changes; tally: Tally }> {
  const seconds = Math.max(15, bench.options.removals / 4);
  const plan = {
    ...({ kind: 'open', rate: Math.round(capacity * OVERLOAD), connections: CONNECTIONS } as const),
    ...{ seconds, verdicts: true },
  };
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const load = check.driver.run(plan, begin);
  await begun;
  const until = monotonicMs() + seconds * 1000 - SETTLING_MS;
  await sleep(SETTLING_MS);
  const asked = bench.filled.vendors.slice(0, Math.min(ASKED_ABOUT, 2 * bench.options.removals));
  const loaded = await change(bench, asked, until);
  return { loaded, tally: await load };
}

function rowFrom(what: string, changes: readonly Change[], idle?: readonly Change[]): Row {
  const [took, calm] = [inOrder(changes), inOrder(idle ?? changes)];
  const p99 = percentile(took, 0.99);
  return {
    ...{ what: `${what} (${took.length})`, p50: percentile(took, 0.5), p99 },
    ratio: idle ? `${times(p99 / percentile(calm, 0.99))} idle, at p99` : 'baseline',
    note: [idle && `aim p99 ≤ ${AIM_MS} ms`, partsOf(changes)].filter(Boolean).join('; '),
  };
}

/** What each request of a change took by itself, where there are several. */
function partsOf(changes: readonly Change[]): string {
  const [first, ...more] = (changes[0]?.requests ?? []).map((_, index) => {
    const took = changes.map(({ requests }) => requests[index] ?? NaN).sort((a, b) => a - b);
    const [p50, p99] = [percentile(took, 0.5), percentile(took, 0.99)].map(Math.round);
    return `${p50} / ${p99}`;
  });
  return more.length > 0 ? `propose ${first}, approve ${more.join(', ')} ms` : '';
}

const inOrder = (changes: readonly Change[]): number[] =>
  changes.map(({ took }) => took).sort((a, b) => a - b);

function overloadRow(
  { statuses, seconds, unsent, units, errors, verdicts = [] }: Tally,
  { removed, suspended }: Changes,
  { bench, capacity }: { bench: Bench; capacity: number },
): Row {
  const acknowledged = new Map(
    [...removed, ...suspended].map(({ vendor, acknowledgedAt }) => [vendor, acknowledgedAt]),
  );
  const after = verdicts.filter(({ request, sentAt }) => {
    const since = acknowledged.get(bench.filled.vendors[request] ?? '');
    return since !== undefined && sentAt > since;
  });
  const stale = after.filter(({ verdict }) => verdict === 'eligible');
  const answered = Object.entries(statuses).map(([status, count]) => `${count} × ${status}`);
  return {
    ...{ what: 'checks meanwhile, recorded', rate: units / seconds },
    ratio: `${times(units / seconds / capacity)} capacity`,
    note: [
      `of ${Math.round(capacity * OVERLOAD)} a second: ${answered.join(', ')}, ${errors} broken, ${unsent} never sent`,
      `of ${after.length} checks of vendors that were off by then, ${stale.length} said eligible`,
    ].join('; '),
  };
}
