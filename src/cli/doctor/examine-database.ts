import type { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../../migrations';
import type { Environment } from '../../config/environment';
import { isCluster } from '../../database/embedded/cluster';
import { locationOf } from '../../database/open-registry';
import { RegistryDataSource } from '../../database/registry-data-source';
import { History } from '../../history/history';
import { examine, fault, look, ok, type Finding } from './finding';

const NOTICEABLE_SKEW_MS = 1000;
const GRAVE_SKEW_MS = 60_000;

/** Whether the database can be reached, and how it is. Changes nothing in it, and makes none where there is none. */
export async function examineDatabase(environment: Environment): Promise<Finding[]> {
  const location = locationOf(environment);
  if ('dataDir' in location && !isCluster(location.dataDir)) {
    const words = `there is none in ${location.dataDir} yet: it is made on the first start`;
    return [{ subject: 'database', ...ok(words) }];
  }
  const opened: { dataSource?: RegistryDataSource } = {};
  const reached = await examine('database', async () => {
    opened.dataSource = await RegistryDataSource.open(location, { poolSize: 2 });
    const where = 'dataDir' in location ? `of its own, in ${location.dataDir}` : 'at DATABASE_URL';
    return ok(`PostgreSQL ${await versionOf(opened.dataSource)}, ${where}`);
  });
  const { dataSource } = opened;
  if (!dataSource) return [reached];
  try {
    return [
      reached,
      await examine('migrations', () => examineMigrations(dataSource)),
      await examine('history', () => examineHistory(dataSource)),
      await examine('clock', () => examineClock(dataSource)),
    ];
  } finally {
    await dataSource.destroy();
  }
}

async function versionOf(dataSource: DataSource): Promise<string> {
  const [{ version }] = await dataSource.query<[{ version: string }]>(
    `SELECT split_part(current_setting('server_version'), ' ', 1) AS version`,
  );
  return version;
}

const hasTable = async (dataSource: DataSource, table: string): Promise<boolean> => {
  const [{ found }] = await dataSource.query<[{ found: boolean }]>(
    `SELECT to_regclass($1) IS NOT NULL AS found`,
    [table],
  );
  return found;
};

async function examineMigrations(dataSource: DataSource): Promise<Omit<Finding, 'subject'>> {
  const rows = (await hasTable(dataSource, 'migrations'))
    ? await dataSource.query<{ name: string }[]>(`SELECT name FROM migrations`)
    : [];
  const done = new Set(rows.map(({ name }) => name));
  const known = MIGRATIONS.map(({ name }) => name);
  const pending = known.filter((name) => !done.has(name)).length;
  if (pending > 0)
    return look(`${pending} of ${known.length} are pending: the next start runs them`);
  const strange = [...done].filter((name) => !known.includes(name)).length;
  return strange === 0
    ? ok(`all ${known.length} are done`)
    : fault(`${strange} are of a newer version than this one: install that version`);
}

async function examineHistory(dataSource: DataSource): Promise<Omit<Finding, 'subject'>> {
  if (!(await hasTable(dataSource, 'history_head'))) return look('there are no tables yet');
  const { size, recordedAt } = await new History(dataSource.manager).head();
  const [{ entries }] = await dataSource.query<[{ entries: number }]>(
    `SELECT coalesce(max(position) + 1, 0) AS entries FROM history_entry`,
  );
  if (entries !== size) {
    return fault(`the head says ${size} entries, and there are ${entries}: restore a backup`);
  }
  return ok(size === 0 ? 'empty' : `${size} entries, the last of ${recordedAt.toISOString()}`);
}

async function examineClock(dataSource: DataSource): Promise<Omit<Finding, 'subject'>> {
  const before = Date.now();
  const [{ now }] = await dataSource.query<[{ now: Date }]>('SELECT clock_timestamp() AS now');
  const skewMs = Math.round(now.getTime() - (before + Date.now()) / 2);
  const words = `${Math.abs(skewMs)} ms ${skewMs < 0 ? 'ahead of' : 'behind'} the database`;
  if (Math.abs(skewMs) > GRAVE_SKEW_MS) return fault(`${words}: set it by NTP`);
  return Math.abs(skewMs) > NOTICEABLE_SKEW_MS ? look(`${words}: set it by NTP`) : ok(words);
}
