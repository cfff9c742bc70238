import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { TestDatabase } from '../support/database';
import { tryRegistry } from './trial';
import { unrest } from './troubles';

const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);

describe(`two instances on one database (SEED=${SEED})`, () => {
  let home: string;
  let database: TestDatabase;

  beforeEach(async () => {
    home = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-concurrency-'));
    database = await TestDatabase.create();
  });
  afterEach(async () => {
    await database.destroy();
    fs.rmSync(home, { recursive: true, force: true });
  });

  it('decide every check with every change that was acknowledged before it began', async () => {
    const { log, violations, unconfirmed, instances } = await tryRegistry({
      location: { url: database.url },
      settings: { DATABASE_URL: database.url, DATA_DIR: home },
      ...{
        instances: 2,
        buyers: 24,
        desks: 3,
        pauseMs: 100,
        seed: SEED,
        confirmed: 20,
      },
      trouble: unrest({ seconds: 8, longestPauseMs: 1500, kills: 20 }),
    });
    expect(violations).toEqual([]);
    expect(unconfirmed).toEqual([]);
    expect(instances.flatMap(({ words }) => words)).toEqual([]);
    const kinds = new Set(log.unanswered.map(({ status }) => status));
    expect([0, 401, 409, 503]).toEqual(expect.arrayContaining([...kinds]));
    expect(log.checks.length).toBeGreaterThan(0);
    expect(log.changes.length).toBeGreaterThan(0);
  }, 120_000);
});
