import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { RegistryDataSource, type DatabaseLocation } from '../src/database/registry-data-source';
import { History } from '../src/history/history';
import { breakHistory, mendHistory } from './support/break-history';
import { TestDatabase } from './support/database';
import { RegistryProcess } from './support/registry-process';

const ROUNDS = 3;

/** Expects each acknowledged position in a history that has no gaps. */
async function expectAll(location: DatabaseLocation, acknowledged: number[]): Promise<void> {
  const dataSource = await RegistryDataSource.open(location);
  try {
    const rows = await dataSource.query<{ position: number }[]>(
      'SELECT position FROM history_entry ORDER BY position',
    );
    const recorded = rows.map(({ position }) => position);
    expect(recorded).toEqual(recorded.map((_, index) => index));
    expect(recorded).toEqual(expect.arrayContaining(acknowledged));
    expect(await new History(dataSource.manager).head()).toMatchObject({ size: recorded.length });
  } finally {
    await dataSource.destroy();
  }
}

const append = (dataSource: DataSource): Promise<number> =>
  dataSource.transaction((tx) =>
    new History(tx).append(
      {
        type: 'registry.opened',
        actor: { id: 'system', kind: 'system', person: null },
        before: null,
        after: {},
      },
      new Date(),
    ),
  );

/** Asks again for as long as the server is away. */
async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

describe('what was acknowledged', () => {
  it('is there after the service is killed, again and again, on a server', async () => {
    const database = await TestDatabase.create();
    const acknowledged: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const service = RegistryProcess.start({ url: database.url });
      await service.acknowledges(10 + round);
      await service.end('SIGKILL');
      acknowledged.push(...service.acknowledged);
      await expectAll({ url: database.url }, acknowledged);
    }
    await database.destroy();
  });

  describe('on the embedded database', () => {
    let home: string;
    let dataDir: string;

    beforeEach(() => {
      home = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-durability-'));
      fs.chmodSync(home, 0o755);
      dataDir = path.join(home, 'pg');
    });
    afterEach(() => fs.rmSync(home, { recursive: true, force: true }));

    it('is there after the service is killed, again and again', async () => {
      const acknowledged: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const service = RegistryProcess.start({ dataDir });
        await service.acknowledges(10 + round);
        await service.end('SIGKILL');
        acknowledged.push(...service.acknowledged);
        await expectAll({ dataDir }, acknowledged);
      }
    });

    it('is there after its server is killed, which is then started again', async () => {
      const dataSource = await RegistryDataSource.open({ dataDir });
      await dataSource.migrate();
      const acknowledged: number[] = [];
      let killed: number | undefined;
      for (let round = 0; round < ROUNDS;) {
        // What is left of a killed server may answer once more; the next round is that of the next server.
        acknowledged.push(await untilAnswered(() => append(dataSource)));
        const note = fs.readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8');
        const server = Number(note.split('\n')[0]);
        if (server === killed) continue;
        process.kill(server, 'SIGKILL');
        killed = server;
        round++;
      }
      await dataSource.destroy();
      await expectAll({ dataDir }, acknowledged);
    });
  });
});

describe('a change that can not be recorded', () => {
  it('does not happen', async () => {
    const database = await TestDatabase.create();
    const { dataSource } = database;
    const openVendor = () =>
      dataSource.transaction(async (tx) => {
        const position = await new History(tx).append(
          {
            type: 'vendor.registered',
            actor: { id: 'system', kind: 'system', person: null },
            before: null,
            after: {},
          },
          new Date(),
        );
        await tx.query('INSERT INTO vendor (id, revision) VALUES (gen_random_uuid(), $1)', [
          position,
        ]);
      });
    const vendors = () => dataSource.query('SELECT FROM vendor');

    await breakHistory(dataSource);
    await expect(openVendor()).rejects.toMatchObject({ code: '53100' });
    expect(await vendors()).toHaveLength(0);
    expect(await new History(dataSource.manager).head()).toMatchObject({ size: 0 });

    await mendHistory(dataSource);
    await openVendor();
    expect(await vendors()).toHaveLength(1);
    await database.destroy();
  });
});
