import 'reflect-metadata';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fromSource } from '../support/service-process';
import { PostgresServer } from '../support/postgres-server';
import { atDatabase } from '../support/at-database';
import { tryRegistry, type TrialPlan, type TrialReport } from './trial';
import { deaths, embeddedDeaths, outages, peace, standstills, unrest } from './troubles';

const USAGE = `npm run test:concurrency -- [changes] [unguarded] [faults] [standstills] [--seconds 120] [--instances 3] [--kills 20] [--seed n]
  changes      instances are paused and killed while lists change, with and without being told of changes
  unguarded    the same work without the guard at the head of the history: stale answers must be found
  faults       the database server, instances and the embedded database are killed under load
  standstills  the database server stands still, for longer than a check may wait
  All, when none is named. --programs: the folder of another PostgreSQL than that of the npm package.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '120' },
    instances: { type: 'string', default: '3' },
    kills: { type: 'string', default: '20' },
    buyers: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    programs: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const [seconds, instances, kills, buyers, seed] = [
  ...[values.seconds, values.instances, values.kills, values.buyers, values.seed],
].map(Number) as [number, number, number, number, number];

// As it is built: an instance that is killed often is to start fast.
const BUILT = [path.resolve(__dirname, '../../dist/src/main.js')];
const UNGUARDED = fromSource('test/concurrency/unguarded-instance.ts');

const LOAD = {
  ...{ instances, buyers, desks: 4, pauseMs: 200, seed, confirmed: 200, program: BUILT },
};

type Plan = Omit<TrialPlan, 'location' | 'settings'>;

let failed = false;

function fail(text: string): void {
  failed = true;
  console.log(`  FAILED: ${text}`);
}

/** Tries a registry on a server of its own, and prints what came of it. */
async function onServer(
  name: string,
  planFor: (server: PostgresServer) => Plan,
  prepare: string[] = [],
): Promise<TrialReport> {
  const home = makeHome();
  const server = await PostgresServer.create(home, values.programs);
  try {
    const url = await server.createDatabase('registry');
    const location = { url };
    await atDatabase(location, async (dataSource) => {
      await dataSource.migrate();
      for (const sql of prepare) await dataSource.query(sql);
    });
    const settings = { DATABASE_URL: url, DATA_DIR: home };
    const report = await tryRegistry({ location, settings, ...planFor(server) });
    tell(name, report, server.kills);
    return report;
  } finally {
    await server.stop();
    fs.rmSync(home, { recursive: true, force: true });
  }
}

function makeHome(): string {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-concurrency-'));
  fs.chmodSync(home, 0o755);
  return home;
}

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

function tell(name: string, report: TrialReport, serverKills = 0): void {
  const { log, holdings, instances: all } = report;
  const { checks, unanswered, changes } = log;
  const statuses = new Map<number, number>();
  for (const { status } of unanswered) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  const refusals = unanswered.filter(({ status }) => status === 503);
  const longest = Math.max(0, ...refusals.map(({ begun, ended }) => ended - begun));
  const first = Math.min(...checks.map(({ begun }) => begun));
  const span = (Math.max(...checks.map(({ ended }) => ended)) - first) / 1000;
  const twice =
    holdings.recorded.length - new Set(holdings.recorded.map((one) => one.request)).size;
  console.log(
    `${name}: ${checks.length} checks answered (${holdings.recorded.length} recorded, ` +
      `${twice} of them for a request that was sent again), ` +
      `${changes.length} changes acknowledged (${(changes.length / span).toFixed(1)}/s) in ${span.toFixed(0)} s; ` +
      `instances paused ${sum(all.map(({ pauses }) => pauses))}, killed ${sum(all.map((one) => one.kills))}; ` +
      `servers killed ${serverKills}; without a check: ${JSON.stringify(Object.fromEntries(statuses))}, ` +
      `longest 503 ${longest.toFixed(0)} ms`,
  );
}

/** Expects all that was promised. @param among the statuses that requests without a check may have */
function expectPromises(report: TrialReport, among: readonly number[], longestMs = Infinity): void {
  const { log, violations, unconfirmed, instances: all } = report;
  for (const { promise, seen } of violations.slice(0, 20)) fail(`${promise}: ${seen}`);
  if (violations.length > 20) fail(`… ${violations.length} in all`);
  for (const text of [...unconfirmed.slice(0, 20), ...all.flatMap(({ words }) => words)])
    fail(text);
  const others = log.unanswered.filter(({ status }) => !among.includes(status));
  for (const { status, text, begun, ended } of others.slice(0, 20)) {
    fail(`answered ${status} after ${(ended - begun).toFixed(0)} ms: ${text.slice(0, 300)}`);
  }
  const slow = log.unanswered.filter(
    (one) => one.status === 503 && one.ended - one.begun > longestMs,
  );
  for (const { request, text, begun, ended } of slow.slice(0, 20)) {
    fail(`503 after ${(ended - begun).toFixed(0)} ms, of ${request}: ${text.slice(-200)}`);
  }
}

const REFUSED = [401, 409, 503];
const BROKEN = 0;
const DEAF = ['DROP TRIGGER history_head_tells ON history_head'];

async function tryChanges(): Promise<void> {
  const trouble = (length: number) => unrest({ seconds: length, longestPauseMs: 5000, kills: 25 });
  const plan = { ...LOAD, trouble: trouble(seconds) };
  expectPromises(await onServer('changes', () => plan), [...REFUSED, BROKEN]);
  const short = { ...plan, trouble: trouble(seconds / 4) };
  const deaf = await onServer('changes, told of none', () => short, DEAF);
  expectPromises(deaf, [...REFUSED, BROKEN]);
}

async function tryUnguarded(): Promise<void> {
  const unguarded = { ...LOAD, trouble: peace(50), program: UNGUARDED, confirmed: 0 };
  const { violations } = await onServer(
    'changes, told of none and without the guard',
    () => unguarded,
    DEAF,
  );
  const stale = violations.filter(({ promise }) => promise === 'fresh');
  console.log(`  ${violations.length} violations, ${stale.length} of them stale answers; such as`);
  console.log(`  ${stale[0]?.seen ?? 'none'}`);
  if (stale.length === 0) fail('without the guard there should be stale answers');
}

// What a caller is promised, and what a busy machine adds.
const LONGEST_REFUSAL_MS = 3000 + 500;

async function tryFaults(): Promise<void> {
  const plan = {
    ...LOAD,
    buyers: Math.min(buyers, 60),
    desks: 2,
    instances: Math.min(instances, 2),
  };
  const longestOutageMs = 2000;
  const killed = await onServer('database server killed', (server) => ({
    ...{ ...plan, trouble: outages(server, { times: kills, longestOutageMs }) },
  }));
  expectPromises(killed, REFUSED, LONGEST_REFUSAL_MS);
  const died = await onServer('instances killed', () => ({ ...plan, trouble: deaths(kills) }));
  expectPromises(died, [...REFUSED, BROKEN], LONGEST_REFUSAL_MS);
  const home = makeHome();
  const dataDir = path.join(home, 'pg');
  // Of three rounds each kills the service in two, and the server in two.
  const rounds = Math.ceil(kills / 2) * 3;
  const embedded = await tryRegistry({
    ...{ location: { dataDir }, settings: { DATA_DIR: home } },
    ...{ ...plan, instances: 1, trouble: embeddedDeaths(dataDir, rounds) },
  });
  tell('embedded: service, server or both killed', embedded, (rounds / 3) * 2);
  expectPromises(embedded, [...REFUSED, BROKEN], LONGEST_REFUSAL_MS);
  fs.rmSync(home, { recursive: true, force: true });
}

async function tryStandstills(): Promise<void> {
  const plan = {
    ...LOAD,
    buyers: Math.min(buyers, 60),
    desks: 2,
    instances: Math.min(instances, 2),
  };
  const stopped = await onServer('database server stands still', (server) => ({
    ...{ ...plan, trouble: standstills(server, Math.ceil(kills / 4)) },
  }));
  expectPromises(stopped, REFUSED, LONGEST_REFUSAL_MS);
}

const FORMS = {
  changes: tryChanges,
  unguarded: tryUnguarded,
  faults: tryFaults,
  standstills: tryStandstills,
};

async function main(): Promise<void> {
  if (values.help) {
    console.log(USAGE);
    return;
  }
  console.log(`seed ${seed}`);
  for (const [form, act] of Object.entries(FORMS)) {
    if (positionals.length === 0 || positionals.includes(form)) await act();
  }
  console.log(failed ? 'FAILED' : 'All that was promised was kept.');
  process.exitCode = failed ? 1 : 0;
}

void main();
