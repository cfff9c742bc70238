import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isServed } from '../src/database/embedded/postmaster';
import { RegistryDataSource } from '../src/database/registry-data-source';
import { ServiceProcess } from './support/service-process';

/** Waits until a statement of the service waits for a lock. */
async function untilWaiting(dataSource: RegistryDataSource): Promise<void> {
  for (;;) {
    const waiting = await dataSource.query<unknown[]>(
      `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
    );
    if (waiting.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('the service', () => {
  let home: string;

  beforeEach(() => {
    home = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-service-'));
    fs.chmodSync(home, 0o755);
  });
  afterEach(() => fs.rmSync(home, { recursive: true, force: true }));

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'finishes on %s what has begun, refuses what has not, and ends with its server',
    async (signal) => {
      const service = await ServiceProcess.start({ DATA_DIR: home, DEMO: 'false' });
      const dataSource = await RegistryDataSource.open({ dataDir: path.join(home, 'pg') });
      const lock = dataSource.createQueryRunner();
      await lock.startTransaction();
      await lock.query('LOCK TABLE history_head');

      const begun = fetch(`${service.url}/metrics`);
      await untilWaiting(dataSource);
      service.signal(signal);
      await untilRefused(service.url);
      await lock.rollbackTransaction();
      await lock.release();

      const answer = await begun;
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('registry_history_entries 0');
      expect(await service.end()).toBe(signal);
      await dataSource.destroy();
      expect(isServed(path.join(home, 'pg'))).toBe(false);
    },
  );

  it('says in one sentence why it does not start, and not what it was told in secret', async () => {
    const starts = ServiceProcess.start({ DATA_DIR: home, DATABASE_URL: 'mysql://me:hunter2@db' });
    await expect(starts).rejects.toThrow(/^Refusing to start: DATABASE_URL .*$/m);
    await expect(starts).rejects.not.toThrow('hunter2');
  });
});

/** Waits until the service takes no more requests. */
async function untilRefused(url: string): Promise<void> {
  for (;;) {
    try {
      const { status } = await fetch(`${url}/health/live`);
      if (status === 503) return;
    } catch {
      return;
    }
  }
}
