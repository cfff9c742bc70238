import { Logger } from '@nestjs/common';
import path from 'node:path';
import type { Environment } from '../config/environment';
import { RegistryDataSource, type DatabaseLocation } from './registry-data-source';

/** Opens the database that the settings name, and brings its tables up to date. */
export async function openRegistry(environment: Environment): Promise<RegistryDataSource> {
  const dataSource = await RegistryDataSource.open(locationOf(environment), {
    poolSize: environment.DATABASE_POOL_SIZE,
    log: new Logger('PostgreSQL'),
  });
  try {
    await dataSource.migrate(environment.MIGRATION_DATABASE_URL);
    return dataSource;
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

/** Where the settings say that the database is. */
export function locationOf({ DATABASE_URL, DATA_DIR }: Environment): DatabaseLocation {
  if (DATABASE_URL === undefined) return { dataDir: path.resolve(DATA_DIR, 'pg') };
  return { url: DATABASE_URL };
}
