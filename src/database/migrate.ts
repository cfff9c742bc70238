import 'reflect-metadata';
import { readEnvironment } from '../config/environment';
import { RefusesToStart } from '../config/refuses-to-start';
import { openRegistry } from './open-registry';

/** Brings the tables up to date and ends: `npm run migrate`, before the instances that need them start. */
async function main(): Promise<void> {
  const dataSource = await openRegistry(readEnvironment());
  await dataSource.destroy();
  process.stdout.write('The tables are up to date.\n');
}

main().catch((error: unknown) => {
  console.error(error instanceof RefusesToStart ? `Refusing to start: ${error.message}` : error);
  process.exitCode = 1;
});
