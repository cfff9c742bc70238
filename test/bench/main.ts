import 'reflect-metadata';
import { profileChecks } from './profile';
import { measureBatches } from './sections/batch';
import { measurePace } from './sections/pace';
import { measureReads } from './sections/reads';
import { measureRegisters } from './sections/registers';
import { measureRemovals } from './sections/removals';
import { measureSingleChecks } from './sections/single';
import { Bench } from './support/bench';
import { aboutRun, writeInto } from './support/document';
import { readOptions, type DatabaseKind, type Options, type Section } from './support/options';
import { formatTable, type Row } from './support/table';

/** Measures the built service against its baselines, and prints one table. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.profile !== undefined) {
    await profileChecks(options, options.profile);
    return;
  }
  const rows: Row[] = [];
  for (const kind of options.databases) {
    const told = await measureOn(kind, options);
    rows.push(...told.map((row) => ({ ...row, what: `${kind}: ${row.what}` })));
  }
  if (options.sections.includes('register')) rows.push(...(await measureRegisters(options)));
  const told = `${aboutMachine(options)}\n\n${formatTable(rows)}\n`;
  process.stdout.write(told);
  if (options.write !== undefined) writeInto(options.write, told);
}

async function measureOn(kind: DatabaseKind, options: Options): Promise<Row[]> {
  const wanted = (section: Section): boolean => options.sections.includes(section);
  if (options.sections.every((section) => section === 'register')) return [];
  const bench = await Bench.start(kind, options);
  process.stderr.write(`PostgreSQL ${bench.database.version}, ${kind}\n`);
  const rows: Row[] = [];
  let capacity: number | undefined;
  if (wanted('single')) {
    const single = await measureSingleChecks(bench);
    rows.push(...single.rows);
    capacity = single.capacity;
  }
  if (wanted('pace')) rows.push(...(await measurePace(bench, capacity)));
  if (wanted('batch')) rows.push(...(await measureBatches(bench)));
  if (wanted('reads')) rows.push(...(await measureReads(bench)));
  if (wanted('removal')) rows.push(...(await measureRemovals(bench, capacity)));
  await bench.close();
  return rows;
}

function aboutMachine({ client, rounds, seconds, vendors }: Options): string {
  return aboutRun(
    'npm run bench',
    `${rounds} rounds of ${seconds} s, ${client}, ${vendors} vendors`,
  );
}

// What it started ends with it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(1));
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
