import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PostgresServer } from '../support/postgres-server';
import { deaths, embeddedDeaths, outages } from './troubles';
import { tryRegistry, type TrialPlan, type TrialReport } from './trial';

const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const LOAD = { buyers: 6, desks: 1, pauseMs: 50, seed: SEED, confirmed: 20 };

describe(`what was acknowledged is there, once (SEED=${SEED})`, () => {
  let home: string;
  let server: PostgresServer;
  let url: string;

  beforeEach(async () => {
    home = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-faults-'));
    fs.chmodSync(home, 0o755);
    server = await PostgresServer.create(home);
    url = await server.createDatabase('registry');
  });
  afterEach(async () => {
    await server.stop();
    fs.rmSync(home, { recursive: true, force: true });
  });

  /** The plan's trial; everything is recorded as it was answered, and nothing was answered without. */
  async function survive(plan: TrialPlan): Promise<TrialReport> {
    const report = await tryRegistry(plan);
    expect(report.violations).toEqual([]);
    expect(report.unconfirmed).toEqual([]);
    expect(report.instances.flatMap(({ words }) => words)).toEqual([]);
    const kinds = new Set(report.log.unanswered.map(({ status }) => status));
    expect([0, 401, 409, 503]).toEqual(expect.arrayContaining([...kinds]));
    return report;
  }

  it('after the database server was killed, again and again', async () => {
    const { log } = await survive({
      ...{ ...LOAD, location: { url }, settings: { DATABASE_URL: url, DATA_DIR: home } },
      ...{ instances: 1, trouble: outages(server, { times: 3, longestOutageMs: 1000 }) },
    });
    expect(log.unanswered.map(({ status }) => status)).toContain(503);
  }, 120_000);

  it('after instances were killed, again and again', async () => {
    await survive({
      ...{ ...LOAD, location: { url }, settings: { DATABASE_URL: url, DATA_DIR: home } },
      ...{ instances: 2, trouble: deaths(3) },
    });
  }, 120_000);

  it('after the service was killed, its embedded server, and both', async () => {
    const dataDir = path.join(home, 'pg');
    await survive({
      ...{ ...LOAD, location: { dataDir }, settings: { DATA_DIR: home } },
      ...{ instances: 1, trouble: embeddedDeaths(dataDir, 3) },
    });
  }, 120_000);
});
