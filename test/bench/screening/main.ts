import os from 'node:os';
import { aboutRun, writeInto } from '../support/document';
import { readOptions } from './options';
import { report } from './report';
import { runOn, type Run } from './run';

/** Measures the index of names beside others on the same names, and prints its tables. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const [before] = os.loadavg();
  const runs: Run[] = [];
  for (const size of options.sizes) runs.push(await runOn(size, options));
  const load = [before, os.loadavg()[0]].map((each) => each?.toFixed(1)).join(' to ');
  const about = aboutRun(
    'npm run bench:screening',
    `${options.queries} questions of each kind; load of the machine ${load}`,
  );
  const told = `${about}\n\n${report(runs)}\n`;
  process.stdout.write(told);
  if (options.write !== undefined) writeInto(options.write, told);
}

// What it started ends with it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(1));
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
