import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { TestDatabase } from '../support/database';
import { fromSource } from '../support/service-process';
import { peace, unrest } from './troubles';
import { tryRegistry, type TrialPlan } from './trial';

const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);

describe(`two instances on one database (SEED=${SEED})`, () => {
  let home: string;
  let database: TestDatabase;
  let plan: Omit<TrialPlan, 'trouble'>;

  beforeEach(async () => {
    home = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-concurrency-'));
    database = await TestDatabase.create();
    plan = {
      location: { url: database.url },
      settings: { DATABASE_URL: database.url, DATA_DIR: home },
      ...{ instances: 2, buyers: 24, desks: 3, pauseMs: 100, seed: SEED, confirmed: 20 },
    };
  });
  afterEach(async () => {
    await database.destroy();
    fs.rmSync(home, { recursive: true, force: true });
  });

  it('decide every check with every change that was acknowledged before it began', async () => {
    const trouble = unrest({ seconds: 8, longestPauseMs: 1500, kills: 20 });
    const { log, violations, unconfirmed, instances } = await tryRegistry({ ...plan, trouble });
    expect(violations).toEqual([]);
    expect(unconfirmed).toEqual([]);
    expect(instances.flatMap(({ words }) => words)).toEqual([]);
    const kinds = new Set(log.unanswered.map(({ status }) => status));
    expect([0, 401, 409, 503]).toEqual(expect.arrayContaining([...kinds]));
    expect(log.checks.length).toBeGreaterThan(0);
    expect(log.changes.length).toBeGreaterThan(0);
  }, 120_000);

  it('would answer from what is over, were it not for the guard at the head of the history', async () => {
    // They are not told of changes, and look for them once a second.
    await database.dataSource.query('DROP TRIGGER history_head_tells ON history_head');
    const { violations } = await tryRegistry({
      ...{ ...plan, confirmed: 0, trouble: peace(12) },
      program: fromSource('test/concurrency/unguarded-instance.ts'),
    });
    expect(violations.map(({ promise }) => promise)).toContain('fresh');
  }, 120_000);
});
