import 'reflect-metadata';
import { RegistryDataSource, type DatabaseLocation } from '../../src/database/registry-data-source';
import { History } from '../../src/history/history';

/**
 * A process that appends entries one after another, and prints each position once it is acknowledged.
 *
 * Its argument is the location of the database, as JSON. SIGTERM ends it in good order.
 */
async function main(): Promise<void> {
  const location = JSON.parse(process.argv[2] ?? '') as DatabaseLocation;
  const dataSource = await RegistryDataSource.open(location);
  await dataSource.migrate();
  const stop = new AbortController();
  process.once('SIGTERM', () => stop.abort());
  process.stdout.write('ready\n');
  while (!stop.signal.aborted) {
    const position = await dataSource.transaction((tx) =>
      new History(tx).append(
        {
          type: 'registry.opened',
          actor: { id: 'system', kind: 'system', person: null },
          before: null,
          after: { process: process.pid },
        },
        new Date(),
      ),
    );
    process.stdout.write(`${position}\n`);
  }
  await dataSource.destroy();
}

void main();
