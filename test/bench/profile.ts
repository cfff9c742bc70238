import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Bench } from './support/bench';
import { runOnce, sumUp } from './support/interleave';
import type { Options } from './support/options';
import { TYPESCRIPT } from './support/started';
import { sumProfile, type Cost } from './support/sum-profile';

const SHOWN = 30;
const FILE = path.resolve(__dirname, '../../dist/service.cpuprofile');

/** Profiles the service while it makes checks, and prints where its processor time went. */
export async function profileChecks(options: Options, connections: number): Promise<void> {
  const [kind = 'embedded'] = options.databases;
  fs.rmSync(FILE, { force: true });
  const bench = await Bench.start(kind, options, {
    args: ['-r', TYPESCRIPT, '-r', path.resolve(__dirname, 'support/profiled.ts')],
    settings: { PROFILE: FILE },
  });
  const check = bench.registry('check', bench.checks());
  const { client, seconds } = options;
  const plan = { kind: 'closed', client, connections, seconds } as const;
  await runOnce(check, plan, bench.databaseCpu); // code is compiled
  process.kill(bench.service.pid, 'SIGWINCH');
  const measured = sumUp([await runOnce(check, plan, bench.databaseCpu)]);
  process.kill(bench.service.pid, 'SIGWINCH');
  while (!fs.existsSync(FILE)) await sleep(50);
  await bench.close();
  const costs = sumProfile(JSON.parse(fs.readFileSync(FILE, 'utf8')) as never);
  const [rate = NaN] = measured.rates;
  process.stdout.write(
    `${Math.round(rate)} checks a second at ${connections} connections, ` +
      `${Math.round(measured.cpu)} µs of processor time each, idle ${percent(costs.idle)}; ${FILE}\n`,
  );
  print('By package, own time', costs.packages, measured.cpu);
  print('By function, own time', costs.functions, measured.cpu);
  print('By function, with all that it calls', costs.inclusive, measured.cpu);
}

function print(title: string, costs: readonly Cost[], cpu: number): void {
  process.stdout.write(`\n${title}\n`);
  for (const { name, share } of costs.slice(0, SHOWN)) {
    const micros = (share * cpu).toFixed(1).padStart(8);
    process.stdout.write(`${percent(share).padStart(7)} ${micros} µs  ${name}\n`);
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
